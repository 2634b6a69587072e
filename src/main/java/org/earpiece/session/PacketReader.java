package org.earpiece.session;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.earpiece.capture.CaptureInterface;
import org.earpiece.capture.Frame;
import org.earpiece.capture.file.Options;
import org.earpiece.dissect.LayerWalk;
import org.earpiece.packet.Facts;
import org.earpiece.packet.FrameContext;
import org.earpiece.packet.LinkType;
import org.earpiece.packet.Origin;
import org.earpiece.packet.Owners;
import org.earpiece.packet.Packet;
import org.earpiece.store.FrameMarks;
import org.earpiece.store.PacketStore;
import org.jspecify.annotations.Nullable;

/** Reads single frames again and walks their layers. One a thread. */
public final class PacketReader {
  private static final byte[] NO_BYTES = {};

  private final PacketStore store;
  private final LayerWalk walk;
  private final @Nullable FrameMarks marks;
  private final Frame frame = new Frame();
  private final Packet packet = new Packet();
  private final List<Origin> origins = new ArrayList<>();

  /**
   * A reader for one thread.
   *
   * @param facts what is known of packets from others
   * @param marks what a person noted, or null where frames count as they were captured
   * @param owners what is known of calls and streams
   */
  PacketReader(
      PacketStore store, LayerWalk walk, Facts facts, @Nullable FrameMarks marks, Owners owners) {
    this.store = store;
    this.walk = walk;
    this.marks = marks;
    packet.context().facts(facts);
    packet.context().owners(owners);
  }

  /**
   * The frame with this number, from 1, its layers walked; valid until the next call. Null where
   * the spool no longer holds it.
   */
  public @Nullable Packet read(int number) throws IOException {
    if (number < 1 || number > store.index().size() || !store.read(number, frame)) {
      return null;
    }
    packet.begin(
        number,
        frame.timeNanos + (marks == null ? 0 : marks.shiftNanos()),
        frame.length,
        frame.interfaceId,
        frame.linkType,
        frame.array,
        frame.offset,
        frame.captured,
        store.index().flow(number));
    times(number);
    FrameContext context = packet.context();
    context.origin(origin(frame.interfaceId));
    context.comments(Options.comments(frame));
    context.flags(frame.flags);
    context.fcs(frame.fcs);
    if (marks != null) {
      noted(number, marks, context);
    }
    if (!context.ignored()) {
      walk.walk(packet);
    }
    owned(number);
    return packet;
  }

  private void times(int number) {
    FrameContext context = packet.context();
    context.referenceNanos(store.index().timeNanos(1));
    if (number > 1) {
      context.previousNanos(store.index().timeNanos(number - 1));
    }
  }

  private void owned(int number) {
    packet.call(store.index().call(number));
    packet.stream(store.index().stream(number));
    packet.softState(store.index().softState(number));
    packet.irregular(store.index().irregular(number));
  }

  /** What is kept of a frame, without its bytes and layers; valid until the next call. */
  Packet outline(int number) {
    long time = store.index().timeNanos(number) + (marks == null ? 0 : marks.shiftNanos());
    packet.begin(number, time, 0, 0, LinkType.ETHERNET, NO_BYTES, 0, 0, store.index().flow(number));
    times(number);
    if (marks != null) {
      noted(number, marks, packet.context());
    }
    owned(number);
    return packet;
  }

  /** A packet of which only its call or stream is known; valid until the next call. */
  Packet of(int call, int stream) {
    packet.begin(0, 0, 0, 0, LinkType.ETHERNET, NO_BYTES, 0, 0, Packet.NONE);
    packet.call(call);
    packet.stream(stream);
    return packet;
  }

  private void noted(int number, FrameMarks noted, FrameContext context) {
    long shift = noted.shiftNanos();
    context.referenceNanos(store.index().timeNanos(noted.referenceOf(number)) + shift);
    if (number > 1) {
      context.previousNanos(store.index().timeNanos(number - 1) + shift);
    }
    context.shift(shift);
    context.reference(noted.reference(number));
    context.mark(noted.marked(number));
    context.ignore(noted.ignored(number));
    List<String> comments = noted.comments(number);
    if (comments != null) {
      context.comments(comments);
    }
  }

  /** Bytes of a frame on the wire, without a walk; below 0 where the spool no longer holds it. */
  public int length(int number) throws IOException {
    boolean held = number >= 1 && number <= store.index().size() && store.read(number, frame);
    return held ? frame.length : -1;
  }

  private Origin origin(int id) {
    if (id >= origins.size()) {
      List<CaptureInterface> all = store.interfaces();
      for (CaptureInterface known : all.subList(origins.size(), all.size())) {
        origins.add(origin(known));
      }
    }
    return id < origins.size() ? origins.get(id) : Origin.UNKNOWN;
  }

  /** An interface has its number within its section. */
  private Origin origin(CaptureInterface known) {
    Origin before = origins.isEmpty() ? Origin.UNKNOWN : origins.getLast();
    return new Origin(
        known.section(),
        before.section() == known.section() && !origins.isEmpty() ? before.number() + 1 : 0,
        known.name(),
        known.description(),
        known.comments(),
        known.sectionComments());
  }
}
