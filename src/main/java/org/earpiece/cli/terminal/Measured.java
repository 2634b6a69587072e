package org.earpiece.cli.terminal;

import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.util.Locale;

/** What {@code --stats} prints. */
public final class Measured {
  private final long start = System.nanoTime();

  /** The JSON line for so many packets. */
  public String json(long packets) {
    double seconds = (System.nanoTime() - start) / 1e9;
    return String.format(
        Locale.ROOT,
        "{\"packets\":%d,\"seconds\":%.3f,\"packets_per_second\":%.0f,\"heap_peak_bytes\":%d}",
        packets,
        seconds,
        packets / seconds,
        heapPeak());
  }

  /** The sum of the peaks of the heap's parts: at least what was ever used at a time. */
  private static long heapPeak() {
    return ManagementFactory.getMemoryPoolMXBeans().stream()
        .filter(pool -> pool.getType() == MemoryType.HEAP)
        .map(MemoryPoolMXBean::getPeakUsage)
        .mapToLong(usage -> usage.getUsed())
        .sum();
  }
}
