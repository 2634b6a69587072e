package org.earpiece.ui;

import java.nio.file.Path;
import java.util.List;

/**
 * What the window opens with.
 *
 * @param files captures to open; empty for none
 * @param interfaceName the interface to capture on, or empty for the last one
 * @param captureFilter BPF, or empty for the last one
 * @param startNow begin to capture at once
 * @param demo watch the demonstration network
 */
public record StartRequest(
    List<Path> files, String interfaceName, String captureFilter, boolean startNow, boolean demo) {
  /** The welcome page. */
  public static final StartRequest WELCOME = new StartRequest(List.of(), "", "", false, false);

  public StartRequest {
    files = List.copyOf(files);
  }
}
