package org.earpiece.ui.filterbar;

import java.io.IOException;
import java.util.List;
import java.util.Objects;
import java.util.function.IntSupplier;
import java.util.function.Supplier;
import org.earpiece.filter.FilterCompiler;
import org.earpiece.filter.FilterNames;
import org.earpiece.filter.FilterResult;
import org.earpiece.filter.completion.Proposal;
import org.earpiece.session.CaptureSession;
import org.earpiece.session.FilterScan;
import org.earpiece.ui.kit.Background;
import org.earpiece.ui.kit.FilterModel;
import org.jspecify.annotations.Nullable;

/** Has the filter in force scan the open capture; a superseded scan ends. FX thread. */
public final class DisplayFilter {
  private final FilterModel model;
  private final Supplier<FilterNames> names;
  private final Background.Slot reading;
  private final IntSupplier selected;
  private @Nullable CaptureSession session;
  private @Nullable FilterScan scan;
  private boolean stopped;
  private long began;
  private long took;

  /**
   * @param names what filters may name
   * @param selected the frame whose values {@code ${field}} stands for, or 0
   */
  public DisplayFilter(
      FilterModel model, Supplier<FilterNames> names, Background background, IntSupplier selected) {
    this.model = model;
    this.names = names;
    this.selected = selected;
    reading = background.slot();
    model.appliedProperty().addListener((o, was, is) -> restart());
    model.againProperty().addListener((o, was, is) -> restart());
  }

  /** Another capture is open, or none. */
  public void session(@Nullable CaptureSession next) {
    if (!Objects.equals(session, next)) {
      session = next;
      restart();
    }
  }

  /** The scan that the lists obey, or null where no filter is in force. */
  public @Nullable FilterScan scan() {
    return scan;
  }

  /** Ends the scan where it is; what it found stays on show. */
  void stop() {
    if (scan != null) {
      scan.close();
      stopped = true;
    }
  }

  /** Whether the scan was ended before it had judged all. */
  boolean stopped() {
    return stopped;
  }

  /** Begins the scan of a filter that was stopped anew. */
  void again() {
    restart();
  }

  /** How long the scan has lasted so far, ns. */
  long since() {
    return System.nanoTime() - began;
  }

  /** The values that a field has in the capture; none where there is none. */
  List<Proposal> seen(String field) throws IOException {
    CaptureSession open = session;
    return open == null ? List.of() : open.seen(field);
  }

  /** How long judging all packets of a capture took, ns; 0 while it goes on. */
  public long took(int packets) {
    if (scan != null && took == 0 && scan.judged() >= packets) {
      took = System.nanoTime() - began;
    }
    return took;
  }

  FilterResult check(String text) {
    return FilterCompiler.compile(text, names.get());
  }

  FilterNames names() {
    return names.get();
  }

  /** Whether a filter asks for values of the selected packet, and none is selected. */
  boolean lacksSelection(String text) {
    return selected.getAsInt() == 0 && names.get().asksSelection(text);
  }

  FilterModel model() {
    return model;
  }

  private void restart() {
    stopped = false;
    reading.cancel();
    if (scan != null) {
      scan.close();
      scan = null;
    }
    String text = model.appliedProperty().get();
    CaptureSession open = session;
    if (open == null || text.isEmpty()) {
      return;
    }
    int frame = selected.getAsInt();
    if (frame > 0 && FilterNames.refers(text)) {
      FilterNames now = names.get();
      reading.run(
          () -> FilterCompiler.compile(text, now.selecting(open.reader().read(frame))),
          result -> begin(open, result),
          e -> begin(open, check(text)));
    } else {
      begin(open, check(text));
    }
  }

  private void begin(CaptureSession open, FilterResult result) {
    if (result instanceof FilterResult.Accepted(var filter)) {
      began = System.nanoTime();
      took = 0;
      scan = open.scan(filter);
    }
  }
}
