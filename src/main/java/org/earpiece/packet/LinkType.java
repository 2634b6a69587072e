package org.earpiece.packet;

import java.util.Arrays;

/** Link-layer header types with their numbers in savefiles (the tcpdump.org LINKTYPE_ registry). */
public enum LinkType {
  UNKNOWN(-1),
  NULL(0),
  ETHERNET(1),
  PPP(9),
  RAW_12(12),
  RAW_14(14),
  RAW(101),
  CHDLC(104),
  LOOP(108),
  LINUX_SLL(113),
  IPV4(228),
  IPV6(229),
  LINUX_SLL2(276);

  private static final LinkType[] ALL = values();
  private final int number;

  LinkType(int number) {
    this.number = number;
  }

  /** The number in savefiles. */
  public int number() {
    return number;
  }

  /** The type with this number, or {@link #UNKNOWN}. */
  public static LinkType of(int number) {
    return Arrays.stream(ALL).filter(t -> t.number == number).findFirst().orElse(UNKNOWN);
  }

  /** The type with this ordinal, without a copy of the array. */
  public static LinkType ofOrdinal(int ordinal) {
    return ALL[ordinal];
  }
}
