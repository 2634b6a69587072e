package org.earpiece.packet;

import java.util.Arrays;
import org.earpiece.bytes.ByteView;
import org.jspecify.annotations.Nullable;

/**
 * The values of a field in one packet: reused, so that asking allocates nothing. A value has its
 * place in the frame (offset and length, bytes); text and byte values ARE that place unless a text
 * was given. One thread.
 */
public final class FieldValues {
  private int count;
  private long[] numbers = new long[8];
  private int[] offsets = new int[8];
  private int[] lengths = new int[8];
  private @Nullable String[] texts = new String[8];
  private @Nullable ByteView[] decoded = new ByteView[8];
  private @Nullable ByteView[] parts = new ByteView[8];
  private ByteView view = new ByteView();

  /** Empties this and says which bytes the places refer to. */
  public FieldValues begin(ByteView view) {
    this.view = view;
    count = 0;
    return this;
  }

  /** Adds a number (also a boolean, a time in ns, the bits of a double, an IPv4 address). */
  public void addNumber(long value, int offset, int length) {
    add(value, offset, length, null);
  }

  public void addDouble(double value, int offset, int length) {
    add(Double.doubleToRawLongBits(value), offset, length, null);
  }

  /** Adds bytes or text that stand in the frame. */
  public void addRange(int offset, int length) {
    add(0, offset, length, null);
  }

  /** Adds text that does not stand in the frame as it is; its place may have no length. */
  public void addText(String text, int offset, int length) {
    add(0, offset, length, text);
  }

  /** Adds bytes that do not stand in the frame as they are: what its text there encodes. */
  public void addBytes(byte[] bytes, int offset, int length) {
    add(0, offset, length, null);
    decoded[count - 1] = new ByteView().wrap(bytes);
  }

  /** Adds some bytes of a value of others, where they lie: they are not copied. */
  public void addPart(FieldValues others, int i, int from, int length) {
    addElsewhere(others.view(i), others.start(i) + from, length, others.offsets[i]);
  }

  /** Adds bytes that lie in another source of the packet's bytes; they are not copied. */
  public void addElsewhere(ByteView source, int from, int length, int offset) {
    add(0, offset, 0, null);
    ByteView part = parts[count - 1];
    if (part == null) {
      part = new ByteView();
      parts[count - 1] = part;
    }
    decoded[count - 1] = part.wrap(source.array(), source.arrayOffset() + from, length);
  }

  /** Adds a value of others; its bytes are not copied. */
  public void addCopy(FieldValues others, int i) {
    if (others.texts[i] == null && others.bytes(i) > 0) {
      addPart(others, i, 0, others.bytes(i));
      numbers[count - 1] = others.numbers[i];
      lengths[count - 1] = others.lengths[i];
    } else {
      add(others.numbers[i], others.offsets[i], others.lengths[i], others.texts[i]);
    }
  }

  /** A copy of these values that outlives the packet: it has the bytes, too. */
  public FieldValues kept() {
    FieldValues kept = new FieldValues();
    for (int i = 0; i < count; i++) {
      kept.add(numbers[i], offsets[i], lengths[i], texts[i]);
      ByteView from = view(i);
      boolean has = from.has(start(i), bytes(i));
      kept.decoded[i] = new ByteView().wrap(has ? from.copy(start(i), bytes(i)) : new byte[0]);
    }
    return kept;
  }

  private void add(long number, int offset, int length, @Nullable String text) {
    if (count == numbers.length) {
      numbers = Arrays.copyOf(numbers, count * 2);
      offsets = Arrays.copyOf(offsets, count * 2);
      lengths = Arrays.copyOf(lengths, count * 2);
      texts = Arrays.copyOf(texts, count * 2);
      decoded = Arrays.copyOf(decoded, count * 2);
      parts = Arrays.copyOf(parts, count * 2);
    }
    numbers[count] = number;
    offsets[count] = offset;
    lengths[count] = length;
    texts[count] = text;
    decoded[count] = null;
    count++;
  }

  public int size() {
    return count;
  }

  public long number(int i) {
    return numbers[i];
  }

  public double real(int i) {
    return Double.longBitsToDouble(numbers[i]);
  }

  public int offset(int i) {
    return offsets[i];
  }

  public int length(int i) {
    return lengths[i];
  }

  /** The text given, or null where the value is the bytes at its place. */
  public @Nullable String givenText(int i) {
    return texts[i];
  }

  /** The value as text: the one given, else the bytes at its place as UTF-8. */
  public String text(int i) {
    String given = texts[i];
    return given != null ? given : view(i).utf8(start(i), bytes(i));
  }

  /** What the bytes of a value are in. */
  public ByteView view(int i) {
    ByteView own = decoded[i];
    return own == null ? view : own;
  }

  /** Where the bytes of a value begin in {@link #view(int)}. */
  public int start(int i) {
    return decoded[i] == null ? offsets[i] : 0;
  }

  /** How many bytes a value has. */
  public int bytes(int i) {
    ByteView own = decoded[i];
    return own == null ? lengths[i] : own.length();
  }

  /** The bytes that places refer to. */
  public ByteView view() {
    return view;
  }
}
