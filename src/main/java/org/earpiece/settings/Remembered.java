package org.earpiece.settings;

import java.util.ArrayList;
import java.util.List;

/**
 * What was used before; the latest first.
 *
 * @param recentFiles absolute paths
 * @param captureFilters BPF that captured
 * @param displayFilters filters that were applied
 * @param savedFilters in the order of their buttons
 */
public record Remembered(
    List<String> recentFiles,
    List<String> captureFilters,
    List<String> displayFilters,
    List<SavedFilter> savedFilters) {
  private static final int MAX_FILES = 8;
  private static final int MAX_FILTERS = 20;

  private static final String FAILED =
      "sip.CSeq.method == \"INVITE\" && sip.Status-Code >= 400 && !(sip.Status-Code in {401, 407})";

  /** The filters every VoIP engineer asks first. */
  public static final Remembered DEFAULT =
      new Remembered(
          List.of(),
          List.of(),
          List.of(),
          List.of(
              new SavedFilter("Failed", FAILED),
              new SavedFilter("Registrations", "sip.CSeq.method == \"REGISTER\""),
              new SavedFilter("Signalling", "sip"),
              new SavedFilter("Media", "rtp || rtcp")));

  public Remembered {
    recentFiles = List.copyOf(recentFiles);
    captureFilters = List.copyOf(captureFilters);
    displayFilters = List.copyOf(displayFilters);
    savedFilters = List.copyOf(savedFilters);
  }

  public Remembered withFile(String path) {
    return new Remembered(
        first(path, recentFiles, MAX_FILES), captureFilters, displayFilters, savedFilters);
  }

  /** Without a file that is no longer there. */
  public Remembered withoutFile(String path) {
    List<String> rest = new ArrayList<>(recentFiles);
    rest.remove(path);
    return new Remembered(rest, captureFilters, displayFilters, savedFilters);
  }

  public Remembered withCaptureFilter(String filter) {
    return new Remembered(
        recentFiles, first(filter, captureFilters, MAX_FILTERS), displayFilters, savedFilters);
  }

  public Remembered withDisplayFilter(String filter) {
    return new Remembered(
        recentFiles, captureFilters, first(filter, displayFilters, MAX_FILTERS), savedFilters);
  }

  public Remembered withSavedFilters(List<SavedFilter> next) {
    return new Remembered(recentFiles, captureFilters, displayFilters, next);
  }

  private static List<String> first(String value, List<String> others, int max) {
    if (value.isBlank()) {
      return others;
    }
    List<String> next = new ArrayList<>();
    next.add(value);
    others.stream().filter(other -> !other.equals(value)).limit(max - 1L).forEach(next::add);
    return next;
  }
}
