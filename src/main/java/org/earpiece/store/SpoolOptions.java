package org.earpiece.store;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * Where live frames are kept, as dumpcap's ring buffer: each limit 0 where there is none.
 *
 * @param file the capture file, or the pattern of a ring's files ({@code out.pcapng} gives {@code
 *     out_00001_20261121093000.pcapng}); null for temporary files that go with the session
 * @param fileBytes a file is full at this size, bytes
 * @param fileNanos a file is full after this time, ns
 * @param filePackets a file is full with this many packets
 * @param files files kept; the oldest goes. 0 keeps all
 */
public record SpoolOptions(
    @Nullable Path file, long fileBytes, long fileNanos, long filePackets, int files) {
  /** Temporary files of 64 MiB, 2 GiB in all. */
  public static final SpoolOptions TEMPORARY = new SpoolOptions(null, 64L << 20, 0, 0, 32);

  /** Whether a new file is begun when one is full. */
  public boolean ring() {
    return fileBytes > 0 || fileNanos > 0 || filePackets > 0;
  }
}
