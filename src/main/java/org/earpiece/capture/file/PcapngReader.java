package org.earpiece.capture.file;

import java.io.IOException;
import java.util.List;
import org.earpiece.capture.CaptureException;
import org.earpiece.capture.CaptureInterface;
import org.earpiece.capture.CaptureNotes;
import org.earpiece.capture.Frame;
import org.earpiece.capture.file.PcapngSections.Interface;
import org.earpiece.capture.file.PcapngSections.Section;
import org.earpiece.packet.LinkType;
import org.jspecify.annotations.Nullable;

/**
 * pcapng (draft-ietf-opsawg-pcapng): sections in either byte order, each with interfaces of its
 * own, which are numbered through; enhanced, simple and obsolete packet blocks; what it tells
 * beside them. Blocks of other types are passed over, and so are those whose contents are wrong but
 * whose length is not.
 */
final class PcapngReader extends RecordReader {
  static final int SECTION_HEADER = 0x0A0D_0D0A;
  static final int INTERFACE = 1;
  static final int OBSOLETE_PACKET = 2;
  static final int SIMPLE_PACKET = 3;
  static final int NAME_RESOLUTION = 4;
  static final int STATISTICS = 5;
  static final int ENHANCED_PACKET = 6;
  static final int SECRETS = 10;

  static final int BYTE_ORDER_MAGIC = 0x1A2B_3C4D;
  private static final int MAJOR = 1;

  /** Type, length and byte-order magic: what is needed to know how long a block is. */
  private static final int BLOCK_HEADER = 12;

  private static final int MIN_BLOCK = 12;
  private static final int MIN_SECTION = 28;
  private static final int MIN_INTERFACE = 20;
  private static final int MIN_SIMPLE = 16;
  private static final int MIN_PACKET = 32;
  private static final int MIN_STATISTICS = 24;
  private static final int PACKET_DATA = 28;
  private static final int TRAILER = 4;

  /** Bytes of a block at most. */
  private static final int MAX_BLOCK = 16 << 20;

  private static final int OPTION_NAME = 2;
  private static final int OPTION_DESCRIPTION = 3;
  private static final int OPTION_RESOLUTION = 9;
  private static final int OPTION_FCS_LENGTH = 13;
  private static final int OPTION_OFFSET = 14;
  private static final int MICROSECONDS = 6;

  /** Where the flags of a packet tell the bytes of its check sequence. */
  private static final int FCS_SHIFT = 5;

  private static final int FCS_MASK = 0x0F;

  /** What a block turned out to be. */
  private enum Outcome {
    PACKET,
    NO_PACKET,
    SHORT,
    CUT,
    NO_INTERFACE
  }

  private final PcapngSections sections = new PcapngSections();
  private final PcapngNotes notes;
  private Section section;

  /** Reads the section header that the window stands on, and goes over it. */
  PcapngReader(Window window, CaptureNotes told) throws IOException {
    notes = new PcapngNotes(told);
    requireHeader(window, MIN_SECTION);
    int length = length(window, isBigEndian(window));
    requireHeader(window, length);
    section = beginSection(window, length);
    window.at += length;
  }

  /** Whether the section header that the window stands on is whole, or cannot be one. */
  static boolean headed(Window window) throws IOException {
    if (!window.has(BLOCK_HEADER)) {
      return false;
    }
    int magic = Bytes.i32(window.array, window.at + 8);
    int length = Bytes.i32(window.array, window.at + 4, magic != BYTE_ORDER_MAGIC);
    return length < MIN_SECTION || length > MAX_BLOCK || window.has(length + 3 & ~3);
  }

  @Override
  boolean parseNext(Window window, Frame frame) throws IOException {
    while (window.has(BLOCK_HEADER)) {
      boolean bigEndian = orderOf(window, section);
      int length = length(window, bigEndian);
      if (!window.has(length)) {
        return false;
      }
      requireSameLength(window, length, bigEndian);
      int type = Bytes.i32(window.array, window.at, bigEndian);
      Outcome outcome = packet(window, section, type, length, frame);
      if (outcome == Outcome.NO_PACKET) {
        outcome = other(window, type, length);
      }
      if (outcome != Outcome.PACKET && outcome != Outcome.NO_PACKET) {
        passOver(window, type, length, outcome);
      }
      window.at += length;
      if (outcome == Outcome.PACKET) {
        if (frame.optionsLength > 0) {
          notes.lossBefore(frame);
        }
        return true;
      }
    }
    return false;
  }

  @Override
  void parseAt(Window window, Frame frame) throws IOException {
    Section of = sections.at(window.here());
    int length = window.has(BLOCK_HEADER) ? length(window, of.bigEndian()) : BLOCK_HEADER;
    boolean packet = false;
    if (window.has(length)) {
      int type = Bytes.i32(window.array, window.at, of.bigEndian());
      packet = packet(window, of, type, length, frame) == Outcome.PACKET;
    }
    if (!packet) {
      throw damaged(window, "the packet that was here is gone");
    }
  }

  /** Points the frame at the packet of a block, if it has one. */
  private Outcome packet(Window window, Section of, int type, int length, Frame frame) {
    return switch (type) {
      case ENHANCED_PACKET -> {
        int id = length < MIN_PACKET ? 0 : Bytes.i32(window.array, window.at + 8, of.bigEndian());
        yield packetOf(window, of, length, id, frame);
      }
      case SIMPLE_PACKET -> simple(window, of, length, frame);
      case OBSOLETE_PACKET -> {
        int id = length < MIN_PACKET ? 0 : Bytes.u16(window.array, window.at + 8, of.bigEndian());
        yield packetOf(window, of, length, id, frame);
      }
      default -> Outcome.NO_PACKET;
    };
  }

  private Outcome packetOf(Window window, Section of, int length, int id, Frame frame) {
    if (length < MIN_PACKET) {
      return Outcome.SHORT;
    }
    byte[] array = window.array;
    int at = window.at;
    boolean bigEndian = of.bigEndian();
    Interface from = sections.interfaceOf(of, id);
    if (from == null) {
      return Outcome.NO_INTERFACE;
    }
    int captured = Bytes.i32(array, at + 20, bigEndian);
    if (captured < 0 || captured > length - MIN_PACKET) {
      return Outcome.CUT;
    }
    long high = Bytes.u32(array, at + 12, bigEndian);
    long low = Bytes.u32(array, at + 16, bigEndian);
    frame.array = array;
    frame.offset = at + PACKET_DATA;
    frame.captured = captured;
    frame.length = Math.max(Bytes.i32(array, at + 24, bigEndian), captured);
    frame.timeNanos = from.ticks().nanos(high << 32 | low);
    frame.interfaceId = of.firstInterface() + id;
    frame.linkType = from.told().linkType();
    frame.position = window.here();
    frame.optionsOffset = at + PACKET_DATA + (captured + 3 & ~3);
    frame.optionsLength = Math.max(0, at + length - TRAILER - frame.optionsOffset);
    frame.optionsBigEndian = bigEndian;
    frame.fcs = from.told().fcsBytes();
    frame.flags = 0;
    if (frame.optionsLength > 0) {
      flags(frame);
    }
    return Outcome.PACKET;
  }

  /** The flags, which may tell of another check sequence than that of the interface. */
  private static void flags(Frame frame) {
    Options options = Options.of(frame);
    while (options.next()) {
      if (options.code == Options.PACKET_FLAGS && options.size == 4) {
        frame.flags = Bytes.u32(frame.array, options.at, options.bigEndian);
        int told = (int) (frame.flags >> FCS_SHIFT) & FCS_MASK;
        frame.fcs = told > 0 ? told : frame.fcs;
      }
    }
  }

  /** A simple packet has no time of its own; 0 says so. */
  private Outcome simple(Window window, Section of, int length, Frame frame) {
    if (length < MIN_SIMPLE) {
      return Outcome.SHORT;
    }
    Interface from = sections.interfaceOf(of, 0);
    if (from == null) {
      return Outcome.NO_INTERFACE;
    }
    int original = Math.max(0, Bytes.i32(window.array, window.at + 8, of.bigEndian()));
    int captured = Math.min(original, length - MIN_SIMPLE);
    int snaplen = from.told().snaplen();
    frame.array = window.array;
    frame.offset = window.at + BLOCK_HEADER;
    frame.captured = snaplen > 0 ? Math.min(captured, snaplen) : captured;
    frame.length = original;
    frame.timeNanos = 0;
    frame.interfaceId = of.firstInterface();
    frame.linkType = from.told().linkType();
    frame.position = window.here();
    frame.fcs = from.told().fcsBytes();
    frame.flags = 0;
    frame.optionsLength = 0;
    return Outcome.PACKET;
  }

  private Outcome other(Window window, int type, int length) throws CaptureException {
    byte[] array = window.array;
    int at = window.at;
    boolean bigEndian = section.bigEndian();
    return switch (type) {
      case SECTION_HEADER -> {
        section = beginSection(window, length);
        yield Outcome.NO_PACKET;
      }
      case INTERFACE -> addInterface(window, length);
      case NAME_RESOLUTION -> whole(notes.names(array, at, length, bigEndian));
      case SECRETS -> whole(notes.secrets(array, at, length, bigEndian));
      case STATISTICS -> statistics(window, length);
      default -> Outcome.NO_PACKET;
    };
  }

  private static Outcome whole(boolean whole) {
    return whole ? Outcome.NO_PACKET : Outcome.CUT;
  }

  private Outcome statistics(Window window, int length) {
    if (length < MIN_STATISTICS) {
      return Outcome.SHORT;
    }
    int id = Bytes.i32(window.array, window.at + 8, section.bigEndian());
    if (sections.interfaceOf(section, id) == null) {
      return Outcome.NO_INTERFACE;
    }
    int number = section.firstInterface() + id;
    notes.statistics(window.array, window.at, length, section.bigEndian(), number);
    return Outcome.NO_PACKET;
  }

  private void passOver(Window window, int type, int length, Outcome outcome) {
    String what = isPacket(type) ? "packet " + number() : "a block of type " + type;
    passOver(
        window,
        switch (outcome) {
          case SHORT -> what + " has a block of " + length + " bytes, which is too short";
          case NO_INTERFACE -> what + " refers to an interface that is not described";
          case CUT, PACKET, NO_PACKET ->
              what + " claims more bytes than its block of " + length + " has";
        });
  }

  /** The byte order of the block that the window stands on. */
  private static boolean orderOf(Window window, Section section) throws CaptureException {
    boolean begins = Bytes.i32(window.array, window.at) == SECTION_HEADER;
    return begins ? isBigEndian(window) : section.bigEndian();
  }

  private static boolean isBigEndian(Window window) throws CaptureException {
    int magic = Bytes.i32(window.array, window.at + 8);
    if (magic != BYTE_ORDER_MAGIC && magic != Integer.reverseBytes(BYTE_ORDER_MAGIC)) {
      throw damaged(window, "a section begins whose byte order is unknown (%08x)".formatted(magic));
    }
    return magic != BYTE_ORDER_MAGIC;
  }

  /** The length of a block: what some writers forget to round up is rounded up. */
  private static int length(Window window, boolean bigEndian) throws CaptureException {
    int length = Bytes.i32(window.array, window.at + 4, bigEndian);
    if (length < MIN_BLOCK || length > MAX_BLOCK) {
      throw damaged(
          window,
          "a block of type %s claims to be %s bytes long, which is impossible"
              .formatted(type(window, bigEndian), Integer.toUnsignedString(length)));
    }
    return length + 3 & ~3;
  }

  private static String type(Window window, boolean bigEndian) {
    return Integer.toUnsignedString(Bytes.i32(window.array, window.at, bigEndian));
  }

  private static void requireSameLength(Window window, int length, boolean bigEndian)
      throws CaptureException {
    int first = Bytes.i32(window.array, window.at + 4, bigEndian);
    int again = Bytes.i32(window.array, window.at + length - TRAILER, bigEndian);
    if (again != first) {
      throw damaged(
          window,
          "a block of type %s begins with length %d and ends with length %s"
              .formatted(type(window, bigEndian), first, Integer.toUnsignedString(again)));
    }
  }

  private Section beginSection(Window window, int length) throws CaptureException {
    boolean bigEndian = isBigEndian(window);
    int major = length < MIN_SECTION ? 0 : Bytes.u16(window.array, window.at + 12, bigEndian);
    if (major != MAJOR) {
      throw damaged(
          window,
          length < MIN_SECTION
              ? "a section header is %d bytes long and needs %d".formatted(length, MIN_SECTION)
              : "version %d.%d of the pcapng format is unknown; Earpiece reads 1.x"
                  .formatted(major, Bytes.u16(window.array, window.at + 14, bigEndian)));
    }
    int options = window.at + MIN_SECTION - TRAILER;
    return sections.begin(
        window.here(),
        bigEndian,
        new Options(window.array, options, window.at + length - TRAILER, bigEndian).comments());
  }

  /** Adds an interface; one that is not whole, too, for those after it to keep their numbers. */
  private Outcome addInterface(Window window, int length) throws CaptureException {
    boolean whole = length >= MIN_INTERFACE;
    if (!sections.add(whole ? describe(window, length) : UNKNOWN)) {
      throw damaged(window, "more than " + PcapngSections.MAX_INTERFACES + " interfaces");
    }
    return whole ? Outcome.NO_PACKET : Outcome.SHORT;
  }

  private static final Interface UNKNOWN =
      new Interface(new CaptureInterface("", "", LinkType.UNKNOWN, MICROSECONDS, 0), Ticks.MICROS);

  private Interface describe(Window window, int length) {
    byte[] array = window.array;
    int at = window.at;
    boolean bigEndian = section.bigEndian();
    String name = "";
    String description = "";
    int resolution = MICROSECONDS;
    int fcs = 0;
    long offset = 0;
    int start = at + MIN_INTERFACE - TRAILER;
    Options options = new Options(array, start, at + length - TRAILER, bigEndian);
    while (options.next()) {
      if (options.code == OPTION_NAME) {
        name = options.line();
      } else if (options.code == OPTION_DESCRIPTION) {
        description = options.line();
      } else if (options.code == OPTION_RESOLUTION && options.size >= 1) {
        resolution = array[options.at] & 0xFF;
      } else if (options.code == OPTION_FCS_LENGTH && options.size >= 1) {
        fcs = array[options.at] & 0xFF;
      } else if (options.code == OPTION_OFFSET) {
        offset = options.i64();
      }
    }
    Ticks ticks = new Ticks(resolution, offset);
    int linkNumber = Bytes.u16(array, at + 8, bigEndian);
    return new Interface(
        new CaptureInterface(
            name,
            description,
            LinkType.of(linkNumber),
            ticks.digits(),
            Math.max(0, Bytes.i32(array, at + 12, bigEndian)),
            linkNumber,
            fcs,
            section.number(),
            new Options(array, start, at + length - TRAILER, bigEndian).comments(),
            section.comments()),
        ticks);
  }

  @Override
  @Nullable String describeCut(Window window, long rest) throws IOException {
    if (!window.has(BLOCK_HEADER)) {
      return cut("block", false, window.here(), BLOCK_HEADER, rest, true);
    }
    boolean bigEndian = orderOf(window, sections.at(window.here()));
    int length = length(window, bigEndian);
    boolean packet = isPacket(Bytes.i32(window.array, window.at, bigEndian));
    return cut("block", packet, window.here(), length, rest, false);
  }

  private static boolean isPacket(int type) {
    return type == ENHANCED_PACKET || type == SIMPLE_PACKET || type == OBSOLETE_PACKET;
  }

  @Override
  List<CaptureInterface> interfaces() {
    return sections.interfaces();
  }
}
