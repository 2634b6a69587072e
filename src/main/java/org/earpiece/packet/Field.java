package org.earpiece.packet;

import java.util.Map;
import java.util.function.LongFunction;
import org.jspecify.annotations.Nullable;

/**
 * One thing that may be asked of a packet, declared once: display filter, column, detail tree,
 * completion and documentation read it here. Names and types are Wireshark's where it has the
 * field.
 *
 * @param name as in display filters: {@code rtp.ssrc}
 * @param label as in the detail tree: {@code Synchronization Source identifier}
 * @param protocol the layer it belongs to
 * @param bits width of a number, 1 to 64: what a filter may compare it with
 * @param display how numbers are written
 * @param valueNames words for numbers, or null
 * @param generated derived by Earpiece, not on the wire; shown in brackets
 * @param hidden for filters only: the detail tree shows the same bytes under another name
 * @param scope where its value comes from
 * @param mask which bits of the bytes at its place are the number, or 0 for all of them
 * @param number reads a field that is a single number, fast; null for all others
 * @param reader adds all values of the field in one layer
 */
public record Field(
    String name,
    String label,
    FieldType type,
    Protocol protocol,
    int bits,
    Display display,
    @Nullable LongFunction<@Nullable String> valueNames,
    boolean generated,
    boolean hidden,
    Scope scope,
    long mask,
    @Nullable NumberReader number,
    Reader reader) {

  /** Words for numbers that lie far apart. */
  public record Words(Map<Long, String> byNumber) implements LongFunction<@Nullable String> {
    @Override
    public @Nullable String apply(long number) {
      return byNumber.get(number);
    }
  }

  /** What {@link NumberReader} answers where the field is absent. */
  public static final long ABSENT = Long.MIN_VALUE;

  private static final int USUAL_BITS = 32;

  /** How a number is written. */
  public enum Display {
    DECIMAL,
    HEX,
    NONE
  }

  /** Where a field's value comes from: what must be at hand to tell it. */
  public enum Scope {
    /** The packet's bytes. */
    PACKET,
    /** What is kept of every frame: its number, its time. */
    INDEX,
    /** The call and the stream that the packet belongs to; it may change as they go on. */
    OWNER,
    /** Which packets the same filter accepted before. */
    SEQUENCE
  }

  /** Adds the values of a field in one layer of a packet; adds nothing where it is absent. */
  @FunctionalInterface
  public interface Reader {
    void read(Packet packet, int layer, FieldValues out);
  }

  /** Reads a field that has one number a layer; {@link #ABSENT} where it is not there. */
  @FunctionalInterface
  public interface NumberReader {
    long read(Packet packet, int layer);
  }

  /** The field that stands for a whole protocol; its value is the bytes of the layer. */
  public static Field protocol(Protocol protocol) {
    return new Field(
        protocol.filterName(),
        protocol.title(),
        FieldType.PROTOCOL,
        protocol,
        USUAL_BITS,
        Display.NONE,
        null,
        false,
        false,
        Scope.PACKET,
        0,
        null,
        (p, layer, out) -> out.addRange(p.offset(layer), p.end(layer) - p.offset(layer)));
  }

  /** An unsigned number at a fixed place of the header. */
  public static Field uint(
      Protocol protocol, String name, String label, Display display, int at, int size) {
    return bits(protocol, name, label, FieldType.UINT, display, at, size, -1L);
  }

  /**
   * Some bits of a number at a fixed place of the header, shifted down to the mask's lowest bit.
   */
  public static Field bits(
      Protocol protocol,
      String name,
      String label,
      FieldType type,
      Display display,
      int at,
      int size,
      long mask) {
    int shift = mask == -1L ? 0 : Long.numberOfTrailingZeros(mask);
    NumberReader number =
        (p, layer) -> {
          int offset = p.offset(layer) + at;
          return offset <= p.end(layer) - size
              ? (p.bytes(layer).unsigned(offset, size) & mask) >>> shift
              : ABSENT;
        };
    int bits =
        mask == -1L ? size * Byte.SIZE : Long.SIZE - Long.numberOfLeadingZeros(mask >>> shift);
    return number(protocol, name, label, type, display, at, size, number).bits(bits).masked(mask);
  }

  /** A number that a reader knows, at a place relative to its layer. */
  public static Field number(
      Protocol protocol,
      String name,
      String label,
      FieldType type,
      Display display,
      int at,
      int size,
      NumberReader number) {
    return new Field(
        name,
        label,
        type,
        protocol,
        USUAL_BITS,
        display,
        null,
        false,
        false,
        Scope.PACKET,
        0,
        number,
        (p, layer, out) -> {
          long value = number.read(p, layer);
          if (value != ABSENT) {
            out.addNumber(value, p.offset(layer) + at, size);
          }
        });
  }

  /** Bytes (or an address) at a fixed place of the header. */
  public static Field range(
      Protocol protocol, String name, String label, FieldType type, int at, int size) {
    return of(
        protocol,
        name,
        label,
        type,
        (p, layer, out) -> {
          int offset = p.offset(layer) + at;
          if (offset <= p.end(layer) - size) {
            out.addRange(offset, size);
          }
        });
  }

  /** A field whose values a reader adds. */
  public static Field of(
      Protocol protocol, String name, String label, FieldType type, Reader reader) {
    return new Field(
        name,
        label,
        type,
        protocol,
        USUAL_BITS,
        Display.DECIMAL,
        null,
        false,
        false,
        Scope.PACKET,
        0,
        null,
        reader);
  }

  /** Bits of the number that it is part of: 8, 16, 24, 32, 40, 48, 56 or 64. */
  public int width() {
    int used = Math.max(Math.max(bits, 1), Long.SIZE - Long.numberOfLeadingZeros(mask));
    return (used + Byte.SIZE - 1) / Byte.SIZE * Byte.SIZE;
  }

  /** Wireshark's name of its type: {@code FT_UINT16}. */
  public String typeName() {
    boolean wide = type == FieldType.UINT || type == FieldType.INT;
    return wide ? type.wireshark() + width() : type.wireshark();
  }

  /** The same field with words for its numbers. */
  public Field named(LongFunction<@Nullable String> names) {
    return with(bits, display, names, generated, hidden, scope, mask);
  }

  /** The same field with another width; numbers have 32 bits where nothing else is said. */
  public Field bits(int width) {
    return with(width, display, valueNames, generated, hidden, scope, mask);
  }

  /** The same field, its numbers written in another way. */
  public Field shown(Display way) {
    return with(bits, way, valueNames, generated, hidden, scope, mask);
  }

  /** The same field, marked as derived. */
  public Field asGenerated() {
    return with(bits, display, valueNames, true, hidden, scope, mask);
  }

  /** The same field, not shown in the detail tree. */
  public Field asHidden() {
    return with(bits, display, valueNames, generated, true, scope, mask);
  }

  /** The same field, told which bits of its bytes it is; -1 says all. */
  public Field masked(long bitsOfBytes) {
    long all = bitsOfBytes == -1L ? 0 : bitsOfBytes;
    return with(bits, display, valueNames, generated, hidden, scope, all);
  }

  /** The same field, told where its value comes from. */
  public Field from(Scope where) {
    return with(bits, display, valueNames, generated, hidden, where, mask);
  }

  private Field with(
      int width,
      Display way,
      @Nullable LongFunction<@Nullable String> names,
      boolean derived,
      boolean unseen,
      Scope from,
      long bitsOfBytes) {
    return new Field(
        name,
        label,
        type,
        protocol,
        width,
        way,
        names,
        derived,
        unseen,
        from,
        bitsOfBytes,
        number,
        reader);
  }
}
