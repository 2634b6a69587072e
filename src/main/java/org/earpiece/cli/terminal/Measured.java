package org.earpiece.cli.terminal;

import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.util.Locale;
import org.earpiece.session.Discarded;
import org.earpiece.session.Snapshot;

/** What {@code --stats} prints. */
public final class Measured {
  private final long start = System.nanoTime();

  /** The JSON line for a session that is done. */
  public String json(Snapshot end) {
    long packets = end.packets();
    Discarded d = end.discarded();
    double seconds = (System.nanoTime() - start) / 1e9;
    return String.format(
        Locale.ROOT,
        "{\"packets\":%d,\"seconds\":%.3f,\"packets_per_second\":%.0f,\"heap_peak_bytes\":%d,"
            + "\"dropped\":%d,\"discarded\":{\"flows\":%d,\"streams\":%d,\"calls\":%d,\"registrations\":%d,"
            + "\"announcements\":%d,\"reassembly\":%d,\"malformed\":%d,\"faults\":%d,"
            + "\"unnumbered\":%d,\"undecrypted\":%d}}",
        packets,
        seconds,
        packets / seconds,
        heapPeak(),
        end.stats().dropped(),
        d.flows(),
        d.streams(),
        d.calls(),
        d.registrations(),
        d.announcements(),
        d.reassembly(),
        d.malformed(),
        d.faults(),
        d.unnumbered(),
        d.undecrypted().connections());
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
