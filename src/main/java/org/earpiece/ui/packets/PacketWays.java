package org.earpiece.ui.packets;

import java.io.IOException;
import java.util.function.IntUnaryOperator;
import org.earpiece.session.listing.Neighbours;
import org.earpiece.session.listing.Neighbours.Bond;
import org.earpiece.ui.kit.Background;
import org.earpiece.ui.kit.Workspace;

/**
 * Ways from one packet to another: back and forward, marks, and what belongs together. FX thread.
 */
final class PacketWays {
  private final Workspace workspace;
  private final PacketRows rows;
  private final FrameHistory history = new FrameHistory();
  private final Background.Slot looking;
  private Search running = new Search();

  /** Told to stop by the FX thread, heard by the worker. */
  private static final class Search {
    private volatile boolean stopped;
  }

  PacketWays(Workspace workspace, PacketRows rows) {
    this.workspace = workspace;
    this.rows = rows;
    looking = workspace.background().slot();
    workspace.selection().addListener(selection -> history.visit(selection.frame()));
  }

  private void go(int frame, String otherwise) {
    if (frame > 0) {
      workspace.selection().frame(frame);
    } else {
      workspace.notice().accept(otherwise);
    }
  }

  /** Selects the packet that was selected before, or the one that one came back from. */
  void step(boolean forward) {
    go(
        forward ? history.forward() : history.back(),
        forward ? "There is no packet to go forward to." : "There is no packet to go back to.");
  }

  /** Selects the next marked packet, or the one before. */
  void mark(boolean forward) {
    int frame = workspace.selection().get().frame();
    go(
        workspace.session().marks().nextMarked(Math.max(1, frame), forward),
        "There is no marked packet " + where(forward));
  }

  /** Selects the next packet where times begin anew, or the one before. */
  void reference(boolean forward) {
    int frame = workspace.selection().get().frame();
    go(
        workspace.session().marks().nextReference(Math.max(1, frame), forward),
        "There is no time reference " + where(forward));
  }

  private static String where(boolean forward) {
    return forward ? "further down." : "further up.";
  }

  /** Selects the next packet that the list shows and that belongs with this one. */
  void neighbour(Bond bond, boolean forward) {
    int from = rows.row(workspace.selection().get().frame());
    if (from < 0) {
      workspace.notice().accept("Select a packet first.");
      return;
    }
    running.stopped = true;
    Search search = new Search();
    running = search;
    Neighbours neighbours = new Neighbours(workspace.session());
    IntUnaryOperator frames = rows.frameAt();
    int count = rows.size();
    looking.run(
        () -> found(neighbours, bond, from, forward, count, frames, search),
        frame -> go(frame, "There is no packet of this " + bond.word() + " " + where(forward)),
        e -> workspace.notice().accept("The packets cannot be read: " + e.getMessage()));
  }

  private static int found(
      Neighbours neighbours,
      Bond bond,
      int from,
      boolean forward,
      int count,
      IntUnaryOperator frames,
      Search search)
      throws IOException {
    int row = neighbours.next(bond, from, forward, count, frames, () -> search.stopped);
    return row < 0 ? 0 : frames.applyAsInt(row);
  }
}
