package org.earpiece.packet;

import org.earpiece.bytes.ByteView;

/**
 * The bytes that the layers of one packet lie in: those of the frame first, then what was put
 * together, decrypted or unmasked while its layers were walked. Reused; one thread.
 */
public final class DataSources {
  /** Sources of one packet, the frame among them; what would be one more is not looked into. */
  public static final int MAX = 32;

  private final ByteView[] views = new ByteView[MAX];
  private final DataSource[] kinds = new DataSource[MAX];
  private int count = 1;
  private Sealed sealed = Sealed.OPEN;

  DataSources() {
    for (int i = 0; i < MAX; i++) {
      views[i] = new ByteView();
      kinds[i] = DataSource.FRAME;
    }
  }

  void begin(byte[] array, int offset, int captured) {
    views[0].wrap(array, offset, captured);
    count = 1;
    sealed = Sealed.OPEN;
  }

  /** The number of a new source, or {@link Packet#NONE} when there are too many. */
  int add(DataSource kind, byte[] array, int offset, int length) {
    if (count == MAX) {
      return Packet.NONE;
    }
    views[count].wrap(array, offset, length);
    kinds[count] = kind;
    return count++;
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
