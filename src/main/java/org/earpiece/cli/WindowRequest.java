package org.earpiece.cli;

import java.nio.file.Path;
import java.util.List;

/**
 * What the window is to open with.
 *
 * @param files captures to open; empty for none
 * @param interfaceName the interface to capture on, or empty
 * @param captureFilter BPF, or empty
 * @param startNow begin to capture at once
 * @param demo watch the demonstration network
 */
public record WindowRequest(
    List<Path> files, String interfaceName, String captureFilter, boolean startNow, boolean demo) {
  public WindowRequest {
    files = List.copyOf(files);
  }
}
