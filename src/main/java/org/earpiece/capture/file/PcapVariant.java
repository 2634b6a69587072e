package org.earpiece.capture.file;

import java.io.IOException;

/**
 * How a savefile deviates from what libpcap writes today: the unit of times, headers with more in
 * them, lengths in the other order. The magic number tells, the version, or only the records
 * themselves.
 *
 * @param fileHeader bytes before the first record
 * @param recordHeader bytes before the data of a record
 * @param swap what is known about the two lengths of a record
 */
record PcapVariant(
    boolean bigEndian, int fileHeader, int recordHeader, int nanosPerTick, boolean aix, Swap swap) {
  /** Whether captured and original length stand the other way round. */
  enum Swap {
    NEVER,
    WHERE_LARGER,
    ALWAYS
  }

  private static final int MICROS = 0xA1B2_C3D4;
  private static final int NANOS = 0xA1B2_3C4D;

  /** Alexey Kuznetsov's: the record header has interface, protocol and packet type, too. */
  private static final int KUZNETSOV = 0xA1B2_CD34;

  /** IXIA's, of hardware and of software: the file header has the size of all records, too. */
  private static final int IXIA_HARDWARE = 0x1C00_01AC;

  private static final int IXIA_SOFTWARE = 0x1C00_01AB;
  private static final int IXIA_HEADER = PcapReader.FILE_HEADER + 4;

  private static final int MAJOR = 2;

  /** Written by some, with lengths swapped. */
  private static final int MAJOR_SWAPPED = 543;

  /** Before this minor version lengths were swapped; in it they were or were not. */
  private static final int MINOR_UNDECIDED = 3;

  /** AIX wrote this minor version with interface types of its own and times in ns. */
  private static final int MINOR_AIX = 2;

  private static final int RECORD_HEADER = 16;

  /** Nokia's have 4 bytes more and nothing else to tell them by. */
  private static final int NOKIA_HEADER = 20;

  private static final int KUZNETSOV_HEADER = 24;

  /** Some of Kuznetsov's, as SuSE 6.3 had them, are 4 bytes longer. */
  private static final int KUZNETSOV_LONG_HEADER = 28;

  /** Records looked at to tell how long their headers are. */
  private static final int LOOKED_AT = 4;

  /** Whether a file that begins with these four bytes is a savefile. */
  static boolean begins(int magic) {
    return known(magic) || known(Integer.reverseBytes(magic));
  }

  /** Whether the file header that the window stands on is whole. */
  static boolean headed(Window window) throws IOException {
    if (!window.has(PcapReader.FILE_HEADER)) {
      return false;
    }
    int magic = Bytes.i32(window.array, window.at);
    return !ixia(isBigEndian(magic) ? Integer.reverseBytes(magic) : magic)
        || window.has(IXIA_HEADER);
  }

  private static boolean ixia(int magic) {
    return magic == IXIA_HARDWARE || magic == IXIA_SOFTWARE;
  }

  /** Whether the numbers of a file that begins with these four bytes are big-endian. */
  static boolean isBigEndian(int magic) {
    return !known(magic);
  }

  private static boolean known(int magic) {
    return switch (magic) {
      case MICROS, NANOS, KUZNETSOV, IXIA_HARDWARE, IXIA_SOFTWARE -> true;
      default -> false;
    };
  }

  /**
   * The variant of the file whose header the window stands on, judged by as many records as are at
   * hand.
   *
   * @param limit bytes of a frame at most
   */
  static PcapVariant of(Window window, boolean bigEndian, int limit) throws IOException {
    byte[] array = window.array;
    int at = window.at;
    int magic = Bytes.i32(array, at, bigEndian);
    int major = Bytes.u16(array, at + 4, bigEndian);
    int minor = Bytes.u16(array, at + 6, bigEndian);
    if (major != MAJOR && major != MAJOR_SWAPPED) {
      throw RecordReader.damaged(
          window,
          "version %d.%d of the pcap format is unknown; Earpiece reads 2.x"
              .formatted(major, minor));
    }
    int fileHeader = ixia(magic) ? IXIA_HEADER : PcapReader.FILE_HEADER;
    RecordReader.requireHeader(window, fileHeader);
    boolean aix =
        magic == MICROS && minor == MINOR_AIX && aixType(Bytes.i32(array, at + 20, bigEndian)) >= 0;
    boolean always = major == MAJOR_SWAPPED || minor < MINOR_UNDECIDED;
    Swap swap = always ? Swap.ALWAYS : minor == MINOR_UNDECIDED ? Swap.WHERE_LARGER : Swap.NEVER;
    int usual = magic == KUZNETSOV ? KUZNETSOV_HEADER : RECORD_HEADER;
    int longer = magic == KUZNETSOV ? KUZNETSOV_LONG_HEADER : NOKIA_HEADER;
    int nanosPerTick = magic == NANOS || aix ? 1 : 1000;
    PcapVariant likely = new PcapVariant(bigEndian, fileHeader, usual, nanosPerTick, aix, swap);
    PcapVariant other = new PcapVariant(bigEndian, fileHeader, longer, nanosPerTick, aix, swap);
    boolean tried = magic == MICROS || magic == KUZNETSOV;
    return tried && !likely.fits(window, limit) && other.fits(window, limit) ? other : likely;
  }

  /** Whether the records at hand can be of this variant. */
  private boolean fits(Window window, int limit) {
    int at = window.at + fileHeader;
    for (int i = 0; i < LOOKED_AT && window.end - at >= recordHeader; i++) {
      int captured = captured(window.array, at);
      long ticks = Bytes.u32(window.array, at + 4, bigEndian);
      boolean time = ticks * nanosPerTick < 1_000_000_000L;
      boolean size = captured >= 0 && captured <= limit && captured <= length(window.array, at);
      if (!time || !size) {
        return false;
      }
      at += recordHeader + captured;
    }
    return true;
  }

  /** Captured bytes of the record at {@code at}, unchecked. */
  int captured(byte[] array, int at) {
    int first = Bytes.i32(array, at + 8, bigEndian);
    return swap == Swap.NEVER ? first : swapped(array, at, first) ? original(array, at) : first;
  }

  /** Bytes on the wire of the record at {@code at}, unchecked. */
  int length(byte[] array, int at) {
    int second = original(array, at);
    if (swap == Swap.NEVER) {
      return second;
    }
    int first = Bytes.i32(array, at + 8, bigEndian);
    return swapped(array, at, first) ? first : second;
  }

  private boolean swapped(byte[] array, int at, int first) {
    return swap == Swap.ALWAYS || first > original(array, at);
  }

  private int original(byte[] array, int at) {
    return Bytes.i32(array, at + 12, bigEndian);
  }

  /** The link type's number as everyone counts them. */
  int linkNumber(int told) {
    return aix ? aixType(told) : told;
  }

  /** What AIX means by an interface type (RFC 1573), or -1. */
  private static int aixType(int type) {
    return switch (type) {
      case 6 -> 1;
      case 9 -> 6;
      case 15 -> 10;
      case 24 -> 0;
      default -> -1;
    };
  }
}
