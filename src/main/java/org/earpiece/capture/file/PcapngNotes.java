package org.earpiece.capture.file;

import java.util.Arrays;
import org.earpiece.capture.CaptureNotes;
import org.earpiece.capture.CaptureStats;
import org.earpiece.capture.DecryptionSecrets;
import org.earpiece.capture.Frame;
import org.earpiece.capture.ResolvedName;
import org.earpiece.packet.IpAddress;

/**
 * Reads what a pcapng file tells beside its frames: name resolution, decryption secrets and
 * interface statistics blocks. The reading thread's.
 */
final class PcapngNotes {
  private static final int BODY = 8;
  private static final int TRAILER = 4;
  private static final int RECORD_HEADER = 4;
  private static final int NAMES_END = 0;
  private static final int NAMES_IPV4 = 1;
  private static final int NAMES_IPV6 = 2;
  private static final int SECRETS_HEADER = 8;
  private static final int STATISTICS_HEADER = 12;
  private static final int IF_RECEIVED = 4;
  private static final int IF_DROPPED = 5;
  private static final int OS_DROPPED = 7;
  private static final int DELIVERED = 8;

  private final CaptureNotes told;

  /** The last count of each interface, and the sum of all. */
  private CaptureStats[] counted = new CaptureStats[0];

  private CaptureStats sum = CaptureStats.NONE;
  private long lostBeforePackets;

  PcapngNotes(CaptureNotes told) {
    this.told = told;
  }

  /** Reads a name resolution block; false where it is cut. */
  boolean names(byte[] array, int block, int length, boolean bigEndian) {
    int end = block + length - TRAILER;
    int at = block + BODY;
    while (end - at >= RECORD_HEADER) {
      int type = Bytes.u16(array, at, bigEndian);
      int size = Bytes.u16(array, at + 2, bigEndian);
      at += RECORD_HEADER;
      if (type == NAMES_END) {
        return true;
      }
      if (size > end - at) {
        return false;
      }
      int address = type == NAMES_IPV4 ? 4 : type == NAMES_IPV6 ? 16 : size;
      if (size > address) {
        names(array, at, address, at + size);
      }
      at += size + 3 & ~3;
    }
    return true;
  }

  /** Adds the names of one address, each of which ends with a zero. */
  private void names(byte[] array, int at, int addressBytes, int end) {
    IpAddress address = IpAddress.of(Arrays.copyOfRange(array, at, at + addressBytes));
    int start = at + addressBytes;
    for (int i = start; i < end; i++) {
      if (array[i] == 0 || i == end - 1) {
        int size = array[i] == 0 ? i - start : i + 1 - start;
        String name = Options.line(array, start, size);
        if (!name.isEmpty() && !told.add(new ResolvedName(address, name))) {
          return;
        }
        start = i + 1;
      }
    }
  }

  /** Reads a decryption secrets block; false where it is cut. */
  boolean secrets(byte[] array, int block, int length, boolean bigEndian) {
    int header = block + BODY;
    int data = header + SECRETS_HEADER;
    int room = block + length - TRAILER - data;
    if (room < 0) {
      return false;
    }
    int type = Bytes.i32(array, header, bigEndian);
    int size = Bytes.i32(array, header + 4, bigEndian);
    if (size < 0 || size > room) {
      return false;
    }
    told.add(new DecryptionSecrets(type, Arrays.copyOfRange(array, data, data + size)));
    return true;
  }

  /**
   * Reads an interface statistics block. They count from the start of the capture: the last one of
   * an interface is right.
   *
   * @param number of the interface within the file, which has one
   */
  void statistics(byte[] array, int block, int length, boolean bigEndian, int number) {
    long received = 0;
    long delivered = 0;
    long byInterface = 0;
    long bySystem = 0;
    Options options =
        new Options(array, block + BODY + STATISTICS_HEADER, block + length - TRAILER, bigEndian);
    while (options.next()) {
      switch (options.code) {
        case IF_RECEIVED -> received = options.count();
        case IF_DROPPED -> byInterface = options.count();
        case OS_DROPPED -> bySystem = options.count();
        case DELIVERED -> delivered = options.count();
        default -> {}
      }
    }
    if (number >= counted.length) {
      counted = Arrays.copyOf(counted, Math.max(number + 1, counted.length * 2));
    }
    CaptureStats before = counted[number] == null ? CaptureStats.NONE : counted[number];
    CaptureStats now =
        new CaptureStats(received > 0 ? received : delivered, bySystem, byInterface, 0);
    counted[number] = now;
    sum =
        new CaptureStats(
            sum.received() - before.received() + now.received(),
            sum.droppedByKernel() - before.droppedByKernel() + now.droppedByKernel(),
            sum.droppedByInterface() - before.droppedByInterface() + now.droppedByInterface(),
            0);
    tell();
  }

  /** Counts what a packet block says was lost before it, where no statistics tell. */
  void lossBefore(Frame frame) {
    Options options = Options.of(frame);
    while (options.next()) {
      if (options.code == Options.PACKET_DROPPED && options.count() > 0) {
        lostBeforePackets += options.count();
        tell();
      }
    }
  }

  private void tell() {
    boolean known = sum.dropped() > 0;
    told.stats(known ? sum : new CaptureStats(sum.received(), lostBeforePackets, 0, 0));
  }
}
