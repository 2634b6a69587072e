package org.earpiece.settings;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What was used before; the latest first.
 *
 * @param recentFiles absolute paths
 * @param captureFilters BPF that captured
 * @param displayFilters filters that were applied
 * @param savedFilters display filters in the order of their buttons
 * @param savedCaptureFilters in the order of the menu
 */
public record Remembered(
    List<String> recentFiles,
    List<String> captureFilters,
    List<String> displayFilters,
    List<SavedFilter> savedFilters,
    List<SavedFilter> savedCaptureFilters) {
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
              new SavedFilter("Failed", FAILED, "Calls that were refused or came to nothing"),
              new SavedFilter("Registrations", "sip.CSeq.method == \"REGISTER\""),
              new SavedFilter("Signalling", "sip"),
              new SavedFilter("Media", "rtp || rtcp")),
          List.of());

  public Remembered {
    recentFiles = List.copyOf(recentFiles);
    captureFilters = List.copyOf(captureFilters);
    displayFilters = List.copyOf(displayFilters);
    savedFilters = List.copyOf(savedFilters);
    savedCaptureFilters = List.copyOf(savedCaptureFilters);
  }

  /** The saved display filters by their names, as other filters may name them. */
  public Map<String, String> macros() {
    Map<String, String> macros = new HashMap<>();
    savedFilters.forEach(saved -> macros.putIfAbsent(saved.name(), saved.filter()));
    return macros;
  }

  public Remembered withFile(String path) {
    return withFiles(first(path, recentFiles, MAX_FILES));
  }

  /** Without a file that is no longer there. */
  public Remembered withoutFile(String path) {
    return withFiles(without(path, recentFiles));
  }

  private Remembered withFiles(List<String> next) {
    return new Remembered(next, captureFilters, displayFilters, savedFilters, savedCaptureFilters);
  }

  public Remembered withCaptureFilter(String filter) {
    return new Remembered(
        recentFiles,
        first(filter, captureFilters, MAX_FILTERS),
        displayFilters,
        savedFilters,
        savedCaptureFilters);
  }

  public Remembered withDisplayFilter(String filter) {
    return withDisplayFilters(first(filter, displayFilters, MAX_FILTERS));
  }

  /** Without a filter that is to be forgotten. */
  public Remembered withoutDisplayFilter(String filter) {
    return withDisplayFilters(without(filter, displayFilters));
  }

  private Remembered withDisplayFilters(List<String> next) {
    return new Remembered(recentFiles, captureFilters, next, savedFilters, savedCaptureFilters);
  }

  public Remembered withSavedFilters(List<SavedFilter> next) {
    return new Remembered(recentFiles, captureFilters, displayFilters, next, savedCaptureFilters);
  }

  public Remembered withSavedCaptureFilters(List<SavedFilter> next) {
    return new Remembered(recentFiles, captureFilters, displayFilters, savedFilters, next);
  }

  private static List<String> without(String value, List<String> from) {
    List<String> rest = new ArrayList<>(from);
    rest.remove(value);
    return rest;
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
