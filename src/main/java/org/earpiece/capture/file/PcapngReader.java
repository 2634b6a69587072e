package org.earpiece.capture.file;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.earpiece.capture.CaptureException;
import org.earpiece.capture.CaptureInterface;
import org.earpiece.capture.Frame;
import org.earpiece.packet.LinkType;
import org.jspecify.annotations.Nullable;

/**
 * pcapng (draft-ietf-opsawg-pcapng): sections in either byte order, each with interfaces of its
 * own, which are numbered through; enhanced, simple and obsolete packet blocks. All other blocks
 * are passed over.
 */
final class PcapngReader extends RecordReader {
  static final int SECTION_HEADER = 0x0A0D_0D0A;

  private static final int INTERFACE = 1;
  private static final int OBSOLETE_PACKET = 2;
  private static final int SIMPLE_PACKET = 3;
  private static final int ENHANCED_PACKET = 6;

  private static final int BYTE_ORDER_MAGIC = 0x1A2B_3C4D;
  private static final int MAJOR = 1;

  /** Type, length and byte-order magic: what is needed to know how long a block is. */
  private static final int BLOCK_HEADER = 12;

  private static final int MIN_BLOCK = 12;
  private static final int MIN_SECTION = 28;
  private static final int MIN_INTERFACE = 20;
  private static final int MIN_SIMPLE = 16;
  private static final int MIN_PACKET = 32;

  /** Bytes of a block at most, as in Wireshark. */
  private static final int MAX_BLOCK = 16 << 20;

  /** Interfaces of all sections at most. */
  private static final int MAX_INTERFACES = 1 << 16;

  private static final int OPTION_NAME = 2;
  private static final int OPTION_DESCRIPTION = 3;
  private static final int OPTION_RESOLUTION = 9;
  private static final int OPTION_OFFSET = 14;

  /** A section from {@code start} on, whose first interface has number {@code firstInterface}. */
  private record Section(long start, boolean bigEndian, int firstInterface) {}

  private record Interface(CaptureInterface told, Ticks ticks) {}

  private Section section;

  /** Replaced when full; entries below {@link #sectionCount} stay. */
  private volatile Section[] sections = new Section[1];

  private volatile int sectionCount;
  private volatile Interface[] interfaces = new Interface[1];
  private volatile int interfaceCount;
  private volatile List<CaptureInterface> told = List.of();

  /** Reads the section header that the window stands on, and goes over it. */
  PcapngReader(Window window) throws IOException {
    requireHeader(window, MIN_SECTION);
    int length = length(window, isBigEndian(window));
    requireHeader(window, length);
    section = beginSection(window, length);
    window.at += length;
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
      boolean packet = false;
      switch (Bytes.i32(window.array, window.at, bigEndian)) {
        case ENHANCED_PACKET -> packet = enhanced(window, section, length, frame);
        case SIMPLE_PACKET -> packet = simple(window, section, length, frame);
        case OBSOLETE_PACKET -> packet = obsolete(window, section, length, frame);
        case INTERFACE -> addInterface(window, length);
        case SECTION_HEADER -> section = beginSection(window, length);
        default -> {}
      }
      window.at += length;
      if (packet) {
        return true;
      }
    }
    return false;
  }

  @Override
  void parseAt(Window window, Frame frame) throws IOException {
    Section of = sectionAt(window.here());
    int length = window.has(BLOCK_HEADER) ? length(window, of.bigEndian) : BLOCK_HEADER;
    boolean packet = false;
    if (window.has(length)) {
      packet =
          switch (Bytes.i32(window.array, window.at, of.bigEndian)) {
            case ENHANCED_PACKET -> enhanced(window, of, length, frame);
            case SIMPLE_PACKET -> simple(window, of, length, frame);
            case OBSOLETE_PACKET -> obsolete(window, of, length, frame);
            default -> false;
          };
    }
    if (!packet) {
      throw damaged(window, "the packet that was here is gone");
    }
  }

  private Section sectionAt(long position) {
    int low = 0;
    int high = sectionCount - 1;
    Section[] all = sections;
    while (low < high) {
      int middle = (low + high + 1) >>> 1;
      if (all[middle].start <= position) {
        low = middle;
      } else {
        high = middle - 1;
      }
    }
    return all[low];
  }

  /** The byte order of the block that the window stands on. */
  private static boolean orderOf(Window window, Section section) throws CaptureException {
    boolean begins = Bytes.i32(window.array, window.at) == SECTION_HEADER;
    return begins ? isBigEndian(window) : section.bigEndian;
  }

  private static boolean isBigEndian(Window window) throws CaptureException {
    int magic = Bytes.i32(window.array, window.at + 8);
    if (magic != BYTE_ORDER_MAGIC && magic != Integer.reverseBytes(BYTE_ORDER_MAGIC)) {
      throw damaged(window, "a section begins whose byte order is unknown (%08x)".formatted(magic));
    }
    return magic != BYTE_ORDER_MAGIC;
  }

  private static int length(Window window, boolean bigEndian) throws CaptureException {
    int length = Bytes.i32(window.array, window.at + 4, bigEndian);
    if (length < MIN_BLOCK || length > MAX_BLOCK || (length & 3) != 0) {
      throw damaged(
          window,
          "a block of type %s claims to be %s bytes long, which is impossible"
              .formatted(type(window, bigEndian), Integer.toUnsignedString(length)));
    }
    return length;
  }

  private static String type(Window window, boolean bigEndian) {
    return Integer.toUnsignedString(Bytes.i32(window.array, window.at, bigEndian));
  }

  private static void requireSameLength(Window window, int length, boolean bigEndian)
      throws CaptureException {
    int again = Bytes.i32(window.array, window.at + length - 4, bigEndian);
    if (again != length) {
      throw damaged(
          window,
          "a block of type %s begins with length %d and ends with length %s"
              .formatted(type(window, bigEndian), length, Integer.toUnsignedString(again)));
    }
  }

  private static void requireLength(Window window, int length, int least, String what)
      throws CaptureException {
    if (length < least) {
      throw damaged(window, "%s is %d bytes long and needs %d".formatted(what, length, least));
    }
  }

  private Section beginSection(Window window, int length) throws CaptureException {
    requireLength(window, length, MIN_SECTION, "a section header");
    boolean bigEndian = isBigEndian(window);
    int major = Bytes.u16(window.array, window.at + 12, bigEndian);
    if (major != MAJOR) {
      throw damaged(
          window,
          "version %d.%d of the pcapng format is unknown; Earpiece reads 1.x"
              .formatted(major, Bytes.u16(window.array, window.at + 14, bigEndian)));
    }
    Section begun = new Section(window.here(), bigEndian, interfaceCount);
    int count = sectionCount;
    boolean lastIsVoid = count > 0 && sections[count - 1].firstInterface == interfaceCount;
    int row = lastIsVoid ? count - 1 : count;
    if (row == sections.length) {
      sections = Arrays.copyOf(sections, row * 2);
    }
    sections[row] = begun;
    sectionCount = row + 1;
    return begun;
  }

  private void addInterface(Window window, int length) throws CaptureException {
    requireLength(window, length, MIN_INTERFACE, "an interface description");
    int count = interfaceCount;
    if (count == MAX_INTERFACES) {
      throw damaged(window, "more than " + MAX_INTERFACES + " interfaces");
    }
    if (count == interfaces.length) {
      interfaces = Arrays.copyOf(interfaces, count * 2);
    }
    interfaces[count] = describe(window, length);
    interfaceCount = count + 1;
  }

  private Interface describe(Window window, int length) throws CaptureException {
    byte[] array = window.array;
    int at = window.at;
    boolean bigEndian = section.bigEndian;
    String name = "";
    String description = "";
    int resolution = 6;
    long offset = 0;
    int end = at + length - 4;
    int option = at + 16;
    while (end - option >= 4) {
      int code = Bytes.u16(array, option, bigEndian);
      int size = Bytes.u16(array, option + 2, bigEndian);
      int value = option + 4;
      if (code == 0 || size > end - value) {
        break;
      }
      if (code == OPTION_NAME) {
        name = text(array, value, size);
      } else if (code == OPTION_DESCRIPTION) {
        description = text(array, value, size);
      } else if (code == OPTION_RESOLUTION && size >= 1) {
        resolution = array[value] & 0xFF;
      } else if (code == OPTION_OFFSET && size >= 8) {
        offset = i64(array, value, bigEndian);
      }
      option = value + ((size + 3) & ~3);
    }
    if (!Ticks.possible(resolution)) {
      throw damaged(window, "an interface with times in units of 2^-" + (resolution & 0x7F));
    }
    Ticks ticks = new Ticks(resolution, offset);
    int snaplen = Math.max(0, Bytes.i32(array, at + 12, bigEndian));
    int linkNumber = Bytes.u16(array, at + 8, bigEndian);
    LinkType linkType = LinkType.of(linkNumber);
    return new Interface(
        new CaptureInterface(name, description, linkType, ticks.digits(), snaplen, linkNumber),
        ticks);
  }

  private static long i64(byte[] array, int at, boolean bigEndian) {
    long first = Bytes.u32(array, at, bigEndian);
    long second = Bytes.u32(array, at + 4, bigEndian);
    return bigEndian ? first << 32 | second : second << 32 | first;
  }

  private static String text(byte[] array, int at, int size) {
    String text = new String(array, at, size, StandardCharsets.UTF_8);
    return text.replaceAll("\\p{Cntrl}", "").strip();
  }

  private boolean enhanced(Window window, Section of, int length, Frame frame)
      throws CaptureException {
    requireLength(window, length, MIN_PACKET, "a packet block");
    int id = Bytes.i32(window.array, window.at + 8, of.bigEndian);
    return packet(window, of, length, id, frame);
  }

  private boolean obsolete(Window window, Section of, int length, Frame frame)
      throws CaptureException {
    requireLength(window, length, MIN_PACKET, "a packet block");
    int id = Bytes.u16(window.array, window.at + 8, of.bigEndian);
    return packet(window, of, length, id, frame);
  }

  private boolean packet(Window window, Section of, int length, int id, Frame frame)
      throws CaptureException {
    byte[] array = window.array;
    int at = window.at;
    boolean bigEndian = of.bigEndian;
    Interface from = interfaceOf(window, of, id);
    long high = Bytes.u32(array, at + 12, bigEndian);
    long low = Bytes.u32(array, at + 16, bigEndian);
    int captured = Bytes.i32(array, at + 20, bigEndian);
    if (captured < 0 || captured > length - MIN_PACKET) {
      throw damaged(
          window,
          "packet %d claims %s captured bytes in a block of %d"
              .formatted(number(), Integer.toUnsignedString(captured), length));
    }
    frame.array = array;
    frame.offset = at + 28;
    frame.captured = captured;
    frame.length = Math.max(Bytes.i32(array, at + 24, bigEndian), captured);
    frame.timeNanos = from.ticks.nanos(high << 32 | low);
    frame.interfaceId = of.firstInterface + id;
    frame.linkType = from.told.linkType();
    frame.position = window.here();
    return true;
  }

  /** A simple packet has no time of its own; 0 says so. */
  private boolean simple(Window window, Section of, int length, Frame frame)
      throws CaptureException {
    requireLength(window, length, MIN_SIMPLE, "a simple packet block");
    Interface from = interfaceOf(window, of, 0);
    int original = Math.max(0, Bytes.i32(window.array, window.at + 8, of.bigEndian));
    int captured = Math.min(original, length - MIN_SIMPLE);
    int snaplen = from.told.snaplen();
    frame.array = window.array;
    frame.offset = window.at + 12;
    frame.captured = snaplen > 0 ? Math.min(captured, snaplen) : captured;
    frame.length = original;
    frame.timeNanos = 0;
    frame.interfaceId = of.firstInterface;
    frame.linkType = from.told.linkType();
    frame.position = window.here();
    return true;
  }

  private Interface interfaceOf(Window window, Section of, int id) throws CaptureException {
    int number = of.firstInterface + id;
    if (id < 0 || number < 0 || number >= interfaceCount) {
      throw damaged(
          window,
          "packet %d refers to interface %s, which is not described"
              .formatted(number(), Integer.toUnsignedString(id)));
    }
    return interfaces[number];
  }

  @Override
  @Nullable String describeCut(Window window, long rest) throws IOException {
    if (!window.has(BLOCK_HEADER)) {
      return cut("block", false, window.here(), BLOCK_HEADER, rest, true);
    }
    boolean bigEndian = orderOf(window, sectionAt(window.here()));
    int length = length(window, bigEndian);
    boolean packet =
        switch (Bytes.i32(window.array, window.at, bigEndian)) {
          case ENHANCED_PACKET, SIMPLE_PACKET, OBSOLETE_PACKET -> true;
          default -> false;
        };
    return cut("block", packet, window.here(), length, rest, false);
  }

  @Override
  List<CaptureInterface> interfaces() {
    int count = interfaceCount;
    if (told.size() < count) {
      Interface[] all = interfaces;
      told = Arrays.stream(all, 0, count).map(Interface::told).toList();
    }
    return told;
  }
}
