package org.earpiece.session.follow;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.earpiece.bytes.ByteView;
import org.earpiece.packet.DataSource;
import org.earpiece.packet.Endpoint;
import org.earpiece.packet.IpAddress;
import org.earpiece.packet.Packet;
import org.earpiece.packet.Protocol;
import org.earpiece.session.CaptureSession;
import org.earpiece.session.PacketReader;
import org.earpiece.session.follow.Followed.Piece;
import org.jspecify.annotations.Nullable;

/** Gathers what two hosts say to each other. One thread; blocks. */
public final class Follow {
  /** Bytes of a conversation that are kept. */
  static final int MAX_BYTES = 16 << 20;

  private static final int UDP_HEADER = 8;
  private static final int SYN = 2;

  private final CaptureSession session;
  private final FollowKind kind;
  private final List<Piece> pieces = new ArrayList<>();
  private final ByteOrder forward = new ByteOrder((bytes, missing) -> piece(true, bytes, missing));
  private final ByteOrder backward =
      new ByteOrder((bytes, missing) -> piece(false, bytes, missing));
  private @Nullable Endpoint first;
  private @Nullable Endpoint second;
  private int frame;
  private long nanos;
  private int kept;
  private boolean cut;

  private Follow(CaptureSession session, FollowKind kind) {
    this.session = session;
    this.kind = kind;
  }

  /**
   * What is said in the conversation of a frame, as far as it was captured and is held.
   *
   * @throws IOException where the capture cannot be read
   */
  public static Followed of(CaptureSession session, FollowKind kind, int frame) throws IOException {
    return new Follow(session, kind).gather(frame);
  }

  private Followed gather(int from) throws IOException {
    if (kind == FollowKind.SIP) {
      sip(from);
    } else {
      PacketReader reader = session.reader();
      for (int each : session.framesOfConversation(from)) {
        Packet packet = reader.read(each);
        if (packet != null && !cut) {
          packet(packet);
        }
      }
      forward.end();
      backward.end();
    }
    Endpoint nobody = new Endpoint(IpAddress.NONE, 0);
    return new Followed(
        kind,
        first == null ? nobody : first,
        second == null ? nobody : second,
        List.copyOf(pieces),
        cut);
  }

  private void sip(int from) throws IOException {
    Packet packet = session.reader().read(from);
    int call = packet == null ? 0 : packet.call();
    session.messages(
        List.of(call),
        message -> {
          ends(message.src(), message.dst());
          frame = message.frame();
          nanos = message.timeNanos();
          boolean forth = message.src().equals(first);
          piece(forth, message.text().getBytes(StandardCharsets.UTF_8), 0);
        });
  }

  private boolean ends(Endpoint src, Endpoint dst) {
    if (first == null) {
      first = src;
      second = dst;
    }
    return src.equals(first);
  }

  private void packet(Packet packet) {
    Endpoint src = new Endpoint(new IpAddress(packet.srcHi(), packet.srcLo()), packet.sport());
    Endpoint dst = new Endpoint(new IpAddress(packet.dstHi(), packet.dstLo()), packet.dport());
    boolean forth = ends(src, dst);
    frame = packet.number();
    nanos = packet.timeNanos();
    switch (kind) {
      case UDP -> datagram(packet, forth);
      case TCP -> segment(packet, forth ? forward : backward);
      case TLS -> derived(packet, DataSource.TLS, forth);
      case WEBSOCKET -> derived(packet, DataSource.WEBSOCKET, forth);
      case SIP -> {}
    }
  }

  private void datagram(Packet packet, boolean forth) {
    int layer = packet.find(Protocol.UDP);
    if (layer >= 0) {
      int from = packet.offset(layer) + UDP_HEADER;
      int length = packet.end(layer) - from;
      if (length > 0) {
        piece(forth, packet.bytes(layer).copy(from, length), 0);
      }
    }
  }

  private static void segment(Packet packet, ByteOrder order) {
    int layer = packet.find(Protocol.TCP);
    if (layer < 0) {
      return;
    }
    ByteView bytes = packet.bytes(layer);
    int at = packet.offset(layer);
    long sequence = bytes.u32(at + 4);
    boolean syn = (bytes.u8(at + 13) & SYN) != 0;
    if (syn) {
      order.syn(sequence);
    }
    int from = at + (bytes.u8(at + 12) >>> 4) * 4;
    int length = packet.end(layer) - from;
    if (length > 0) {
      order.segment(syn ? sequence + 1 : sequence, bytes.copy(from, length));
    }
  }

  private void derived(Packet packet, DataSource wanted, boolean forth) {
    for (int i = 1; i < packet.sources().count(); i++) {
      if (packet.sources().kind(i) == wanted) {
        ByteView bytes = packet.sources().bytes(i);
        piece(forth, bytes.copy(0, bytes.length()), 0);
      }
    }
  }

  private void piece(boolean forth, byte[] bytes, long missing) {
    if (kept + bytes.length > MAX_BYTES) {
      cut = true;
      return;
    }
    kept += bytes.length;
    pieces.add(new Piece(frame, nanos, forth, bytes, missing));
  }
}
