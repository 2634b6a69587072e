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
  PPP_HDLC(50),
  ATM_RFC1483(100),
  RAW(101),
  CHDLC(104),
  IEEE802_11(105),
  LOOP(108),
  LINUX_SLL(113),
  IEEE802_11_PRISM(119),
  IEEE802_11_RADIOTAP(127),
  IEEE802_11_AVS(163),
  PPI(192),
  PPP_WITH_DIR(204),
  IPV4(228),
  IPV6(229),
  NFLOG(239),
  LINUX_SLL2(276);

  private static final LinkType[] ALL = values();
  private static final LinkType[] BY_NUMBER = byNumber();
  private final int number;

  LinkType(int number) {
    this.number = number;
  }

  private static LinkType[] byNumber() {
    int highest = 0;
    for (LinkType type : ALL) {
      highest = Math.max(highest, type.number);
    }
    LinkType[] types = new LinkType[highest + 1];
    Arrays.fill(types, UNKNOWN);
    for (LinkType type : ALL) {
      if (type != UNKNOWN) {
        types[type.number] = type;
      }
    }
    return types;
  }

  /** The number in savefiles. */
  public int number() {
    return number;
  }

  /** The type with this number, or {@link #UNKNOWN}. */
  public static LinkType of(int number) {
    return number >= 0 && number < BY_NUMBER.length ? BY_NUMBER[number] : UNKNOWN;
  }

  /** The type with this ordinal, without a copy of the array. */
  public static LinkType ofOrdinal(int ordinal) {
    return ALL[ordinal];
  }
}
