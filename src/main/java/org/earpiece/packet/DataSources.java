package org.earpiece.packet;

import org.earpiece.bytes.ByteView;

/**
 * The bytes that the layers of one packet lie in: those of the frame first, then what was put
 * together, decrypted or unmasked while its layers were walked. Reused; one thread.
 */
public final class DataSources {
  /** Sources of one packet, the frame among them; what would be one more is not looked into. */
  public static final int MAX = 32;

  private static final int[] NOTHING = {};

  private final ByteView[] views = new ByteView[MAX];
  private final DataSource[] kinds = new DataSource[MAX];
  private int count = 1;
  private final int[][] parts = new int[MAX][];
  private int[] nextParts = NOTHING;
  private Sealed sealed = Sealed.OPEN;

  DataSources() {
    for (int i = 0; i < MAX; i++) {
      views[i] = new ByteView();
      kinds[i] = DataSource.FRAME;
      parts[i] = NOTHING;
    }
  }

  void begin(byte[] array, int offset, int captured) {
    views[0].wrap(array, offset, captured);
    count = 1;
    nextParts = NOTHING;
    sealed = Sealed.OPEN;
  }

  /** The number of a new source, or {@link Packet#NONE} when there are too many. */
  int add(DataSource kind, byte[] array, int offset, int length) {
    if (count == MAX) {
      return Packet.NONE;
    }
    views[count].wrap(array, offset, length);
    kinds[count] = kind;
    parts[count] = nextParts;
    nextParts = NOTHING;
    return count++;
  }

  /** Says which frames the next source is put together of: frame and length of each part. */
  public void nextMadeOf(int[] framesAndLengths) {
    nextParts = framesAndLengths;
  }

  /**
   * Which frames a source was put together of, as {@link #nextMadeOf} said: told once, when the
   * packet passes the pipeline; later {@link Facts#parts} knows.
   */
  public int[] madeOf(int source) {
    return parts[source];
  }

  /** Says why what the packet's connection says is not among the sources. */
  public void sealed(Sealed why) {
    sealed = why;
  }

  /** Why what the packet's connection says is not among the sources. */
  public Sealed sealed() {
    return sealed;
  }

  public int count() {
    return count;
  }

  /** What a source is; 0 is the frame. */
  public DataSource kind(int source) {
    return kinds[source];
  }

  /** The bytes of a source. */
  public ByteView bytes(int source) {
    return views[source];
  }
}
