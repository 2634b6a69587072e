package org.earpiece.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.earpiece.capture.CaptureInterface;
import org.earpiece.capture.FrameSink;
import org.earpiece.capture.demo.DemoNetwork;
import org.earpiece.packet.LinkType;
import org.earpiece.packet.Packet;

/** Frames of the demonstration network in memory: the same ones at every run. */
final class Frames implements FrameSink {
  private static final long SEED = 1;

  private record Held(long timeNanos, int length, byte[] bytes) {}

  private final List<CaptureInterface> interfaces = new ArrayList<>();
  private final List<Held> frames = new ArrayList<>();

  /** The frames of so many seconds. */
  static Frames of(int seconds) {
    Frames frames = new Frames();
    try {
      DemoNetwork.frames(SEED, Duration.ofSeconds(seconds), frames);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return frames;
  }

  @Override
  public int addInterface(CaptureInterface added) {
    interfaces.add(added);
    return interfaces.size() - 1;
  }

  @Override
  public void frame(int id, long timeNanos, int length, byte[] array, int offset, int captured) {
    byte[] bytes = new byte[captured];
    System.arraycopy(array, offset, bytes, 0, captured);
    frames.add(new Held(timeNanos, length, bytes));
  }

  int size() {
    return frames.size();
  }

  /** Points a packet at a frame. */
  void begin(int index, Packet packet, int flow) {
    Held held = frames.get(index);
    byte[] bytes = held.bytes;
    LinkType link = interfaces.getFirst().linkType();
    packet.begin(index + 1, held.timeNanos, held.length, 0, link, bytes, 0, bytes.length, flow);
  }

  /** The first packets, walked, that are as wanted; each a cursor of its own. */
  List<Packet> walked(Walks walks, int count, Predicate<Packet> wanted) {
    List<Packet> packets = new ArrayList<>();
    Packet packet = new Packet();
    for (int i = 0; i < size() && packets.size() < count; i++) {
      begin(i, packet, Packet.NONE);
      walks.walk(packet);
      if (wanted.test(packet)) {
        packets.add(packet);
        packet = new Packet();
      }
    }
    return packets;
  }
}
