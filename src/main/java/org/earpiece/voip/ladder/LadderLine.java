package org.earpiece.voip.ladder;

import java.util.ArrayList;
import java.util.List;
import org.earpiece.packet.Endpoint;
import org.earpiece.voip.ladder.LadderModel.Kind;

/** A message of a ladder that is being built, with its retransmissions. One thread. */
final class LadderLine {
  final long timeNanos;
  final Endpoint src;
  final Endpoint dst;
  final String label;
  final String detail;
  final Kind kind;
  final String method;
  final int call;
  final int dialog;

  /** Whether it is an INVITE outside a dialog. */
  final boolean opening;

  private final List<Integer> frames = new ArrayList<>(1);
  private final List<Long> times = new ArrayList<>(1);

  LadderLine(
      long timeNanos,
      int frame,
      Endpoint src,
      Endpoint dst,
      String label,
      String detail,
      Kind kind,
      String method,
      int call,
      int dialog,
      boolean opening) {
    this.timeNanos = timeNanos;
    this.src = src;
    this.dst = dst;
    this.label = label;
    this.detail = detail;
    this.kind = kind;
    this.method = method;
    this.call = call;
    this.dialog = dialog;
    this.opening = opening;
    times.add(timeNanos);
    frames.add(frame);
  }

  /** The same message once more. */
  void again(int frame, long nanos) {
    if (frames.getLast() != frame) {
      frames.add(frame);
      times.add(nanos);
    }
  }

  LadderModel.Message message(int from, int to) {
    return new LadderModel.Message(
        List.copyOf(frames),
        List.copyOf(times),
        method,
        from,
        to,
        label,
        detail,
        kind,
        call,
        dialog);
  }
}
