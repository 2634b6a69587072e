package org.earpiece.ui;

import java.nio.file.Path;
import java.util.List;
import org.earpiece.settings.CaptureChoice;

/**
 * What the window opens with.
 *
 * @param files captures of which the first is opened; empty for none
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

  /** The settings with what the request says. */
  CaptureChoice over(CaptureChoice choice) {
    CaptureChoice named = interfaceName.isEmpty() ? choice : choice.withInterface(interfaceName);
    return captureFilter.isEmpty() ? named : named.withFilter(captureFilter);
  }
}
