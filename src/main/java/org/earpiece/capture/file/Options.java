package org.earpiece.capture.file;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.earpiece.capture.Frame;

/**
 * Goes through the options of a pcapng block, as far as they are whole. What stands in an option is
 * read relative to {@link #at}.
 */
public final class Options {
  /** The comment, in every block. */
  static final int COMMENT = 1;

  static final int PACKET_FLAGS = 2;
  static final int PACKET_DROPPED = 4;
  static final int PACKET_ID = 5;
  static final int PACKET_QUEUE = 6;

  /** Options of others, which begin with the number of an enterprise. */
  private static final Set<Integer> CUSTOM = Set.of(2988, 2989, 19_372, 19_373);

  /** Comments of one block that are kept at most. */
  static final int MAX_COMMENTS = 100;

  /** What a count is taken as at most. */
  private static final long MAX_COUNT = 1L << 40;

  private static final int END = 0;
  private static final int HEADER = 4;

  final byte[] array;
  final boolean bigEndian;
  private final int end;
  private int next;

  /** What this option is. */
  int code;

  /** Where its value begins in {@link #array}. */
  int at;

  /** Bytes of its value. */
  int size;

  Options(byte[] array, int start, int end, boolean bigEndian) {
    this.array = array;
    this.next = start;
    this.end = end;
    this.bigEndian = bigEndian;
  }

  /** Goes to the next option; false where there is none. */
  boolean next() {
    if (end - next < HEADER) {
      return false;
    }
    code = Bytes.u16(array, next, bigEndian);
    size = Bytes.u16(array, next + 2, bigEndian);
    at = next + HEADER;
    if (code == END || size > end - at) {
      return false;
    }
    next = at + (size + 3 & ~3);
    return true;
  }

  /** The value as one line of text. */
  String line() {
    return line(array, at, size);
  }

  /** Bytes as one line of text: what controls a terminal is left out. */
  static String line(byte[] array, int at, int size) {
    String text = new String(array, at, size, StandardCharsets.UTF_8);
    return text.replaceAll("\\p{Cntrl}", "").strip();
  }

  /** The value as text, without the zeros that some writers end it with. */
  String text() {
    int length = size;
    while (length > 0 && array[at + length - 1] == 0) {
      length--;
    }
    return new String(array, at, length, StandardCharsets.UTF_8);
  }

  /** The value as a number of 64 bits; 0 where it is shorter. */
  long i64() {
    return size < 8 ? 0 : Bytes.i64(array, at, bigEndian);
  }

  /** The value as a count: no less than 0, and no more than can be added up. */
  long count() {
    return Math.clamp(i64(), 0, MAX_COUNT);
  }

  /** The comments among these options. */
  List<String> comments() {
    List<String> comments = new ArrayList<>();
    while (next() && comments.size() < MAX_COMMENTS) {
      if (code == COMMENT) {
        comments.add(text());
      }
    }
    return comments;
  }

  /** The comments of a frame that was just read, in order. */
  public static List<String> comments(Frame frame) {
    return frame.optionsLength == 0 ? List.of() : of(frame).comments();
  }

  /** The options of a frame that was just read, little-endian, with other comments than its own. */
  static byte[] commented(Frame frame, List<byte[]> comments) {
    int start = frame.optionsOffset;
    byte[] own = Arrays.copyOfRange(frame.array, start, start + frame.optionsLength);
    if (frame.optionsBigEndian) {
      swap(own, 0, own.length);
    }
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    comments.forEach(comment -> write(out, COMMENT, comment, 0, comment.length));
    Options others = new Options(own, 0, own.length, false);
    while (others.next()) {
      if (others.code != COMMENT) {
        write(out, others.code, own, others.at, others.size);
      }
    }
    if (out.size() > 0) {
      write(out, END, own, 0, 0);
    }
    return out.toByteArray();
  }

  private static void write(ByteArrayOutputStream out, int code, byte[] from, int at, int size) {
    byte[] option = new byte[HEADER + (size + 3 & ~3)];
    Bytes.put16(option, 0, code);
    Bytes.put16(option, 2, size);
    System.arraycopy(from, at, option, HEADER, size);
    out.writeBytes(option);
  }

  /** The options of a frame that was just read. */
  static Options of(Frame frame) {
    int start = frame.optionsOffset;
    return new Options(frame.array, start, start + frame.optionsLength, frame.optionsBigEndian);
  }

  /**
   * Makes little-endian options of a packet of big-endian ones. Of those that are numbers the value
   * turns round; of custom ones the number that says whose they are.
   */
  static void swap(byte[] array, int start, int end) {
    int at = start;
    while (end - at >= HEADER) {
      int code = Bytes.u16(array, at, true);
      int size = Bytes.u16(array, at + 2, true);
      Bytes.put16(array, at, code);
      Bytes.put16(array, at + 2, size);
      at += HEADER;
      if (code == END || size > end - at) {
        return;
      }
      int number =
          switch (code) {
            case PACKET_FLAGS, PACKET_QUEUE -> 4;
            case PACKET_DROPPED, PACKET_ID -> 8;
            default -> CUSTOM.contains(code) ? 4 : 0;
          };
      if (size >= number) {
        Bytes.reverse(array, at, number);
      }
      at += size + 3 & ~3;
    }
  }
}
