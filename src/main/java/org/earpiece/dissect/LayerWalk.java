package org.earpiece.dissect;

import java.util.List;
import org.earpiece.bytes.ByteView;
import org.earpiece.dissect.reassembly.Fragments;
import org.earpiece.dissect.reassembly.TcpStreams;
import org.earpiece.dissect.tls.TlsSecrets;
import org.earpiece.dissect.transport.SctpChunks;
import org.earpiece.dissect.wlan.Subframe;
import org.earpiece.packet.DataSource;
import org.earpiece.packet.DerivedBytes;
import org.earpiece.packet.Packet;
import org.earpiece.packet.Protocol;
import org.jspecify.annotations.Nullable;

/**
 * The hot loop: finds the layers of a packet, outermost first. One instance a thread. It is the
 * only place that catches a misbehaving dissector: the packet is marked malformed and keeps the
 * layers found so far.
 */
public final class LayerWalk {
  private final DissectorTable table;
  private final Flows flows;
  private final DerivedBytes derived;
  private final boolean learns;
  private final Fragments fragments = new Fragments();
  private final SegmentWalk segments;
  private final StreamContents contents;
  private int derivedOfPacket;
  private boolean ordered; // whether the bytes being walked are those of a stream in order
  private long caught;

  /** A walk that keeps nothing of what it puts together: its packets are walked once. */
  public LayerWalk(DissectorTable table, Flows flows, boolean learns) {
    this(table, flows, DerivedBytes.NONE, learns);
  }

  /**
   * A walk.
   *
   * @param derived where the pipeline's walk keeps what it puts together, and others find it
   * @param learns whether this is the pipeline's walk, which sees every packet once and in order,
   *     numbers flows and decides what they carry; all others only ask
   */
  public LayerWalk(DissectorTable table, Flows flows, DerivedBytes derived, boolean learns) {
    this(table, flows, derived, new TlsSecrets(), learns);
  }

  /**
   * A walk that decrypts.
   *
   * @param secrets what the pipeline's walk decrypts TLS with
   */
  public LayerWalk(
      DissectorTable table, Flows flows, DerivedBytes derived, TlsSecrets secrets, boolean learns) {
    this.table = table;
    this.flows = flows;
    this.derived = derived;
    this.learns = learns;
    segments = new SegmentWalk(this, table, flows, derived);
    contents = new StreamContents(table, flows, secrets);
  }

  /** Walks the layers of a packet that was just begun. */
  public void walk(Packet packet) {
    derivedOfPacket = 0;
    ordered = false;
    try {
      chain(packet, 0, table.link(packet.linkType()));
    } catch (RuntimeException e) {
      caught++;
      packet.markMalformed();
    }
  }

  /** Says whether the bytes being walked are those of a stream in order. */
  void ordered(boolean inOrder) {
    ordered = inOrder;
  }

  /** Packets whose dissector failed, as when it read beyond their bytes: a fault of ours each. */
  public long caught() {
    return caught;
  }

  private void chain(Packet packet, int from, @Nullable Dissector first) {
    int offset = from;
    Dissector dissector = first;
    while (dissector != null) {
      int header = run(dissector, packet, offset);
      if (header < 0) {
        return;
      }
      offset += header;
      dissector = following(packet, offset);
    }
  }

  private static int run(Dissector dissector, Packet packet, int offset) {
    if (!packet.addLayer(dissector.protocol(), offset)) {
      packet.markMalformed();
      return Dissector.NOT_MINE;
    }
    int header = dissector.dissect(packet, offset);
    if (header == Dissector.NOT_MINE) {
      packet.dropLayer();
    } else if (header == Dissector.TRUNCATED) {
      packet.markTruncated();
    }
    return header;
  }

  /** The dissector of what follows; payloads of UDP and TCP are walked at once. */
  private @Nullable Dissector following(Packet packet, int offset) {
    switch (packet.next()) {
      case NONE -> {
        return null;
      }
      case ETHERTYPE -> {
        return orData(table.ethertype(packet.nextKey()), packet, offset);
      }
      case IP_PROTOCOL -> {
        return orData(table.ipProtocol(packet.nextKey()), packet, offset);
      }
      case IP_FRAGMENT -> fragment(packet, offset, packet.nextKey());
      case LLC_SAP -> {
        return orData(table.llcSap(packet.nextKey()), packet, offset);
      }
      case PPP_PROTOCOL -> {
        return orData(table.pppProtocol(packet.nextKey()), packet, offset);
      }
      case PROTOCOL -> {
        return table.of(Protocol.of(packet.nextKey()));
      }
      case TLS_CONTENT -> contents(packet, DataSource.TLS, offset, true);
      case WEBSOCKET_PAYLOAD -> contents(packet, DataSource.WEBSOCKET, packet.limit(), false);
      case UDP_PAYLOAD -> datagram(packet, offset);
      case TCP_PAYLOAD -> segment(packet, offset);
      case SCTP_CHUNKS -> chunks(packet, offset);
      case WLAN_SUBFRAMES -> subframes(packet, offset);
    }
    return null;
  }

  /** Bytes that nobody knows are data. */
  private @Nullable Dissector orData(@Nullable Dissector known, Packet packet, int offset) {
    return known == null && offset < packet.limit() ? table.of(Protocol.DATA) : known;
  }

  /**
   * A fragment: the one that completes its datagram has the layers inside; others are data. The
   * first one is looked into as far as it goes while the rest is missing, and so is what an ICMP
   * error quotes of it.
   */
  private void fragment(Packet packet, int offset, int protocol) {
    boolean first = packet.fragment().offset() == 0;
    if (packet.quoted() || packet.fragment().partial()) {
      chain(packet, offset, orData(first ? table.ipProtocol(protocol) : null, packet, offset));
      return;
    }
    Fragments.Outcome outcome = learns ? learn(packet, offset) : again(packet, first);
    switch (outcome) {
      case WHOLE -> chain(packet, 0, orData(table.ipProtocol(protocol), packet, 0));
      case BEGINNING -> {
        packet.fragment().markPartial();
        packet.markTruncated();
        chain(packet, offset, orData(table.ipProtocol(protocol), packet, offset));
      }
      case PART -> chain(packet, offset, orData(null, packet, offset));
    }
  }

  private Fragments.Outcome learn(Packet packet, int offset) {
    Fragments.Outcome outcome = fragments.take(packet, offset);
    if (outcome == Fragments.Outcome.WHOLE) {
      keep(packet);
      derived.supersede(packet.fragment().began());
    } else if (outcome == Fragments.Outcome.PART && packet.fragment().offset() == 0) {
      derived.supersede(packet.number());
    }
    return outcome;
  }

  /** What a fragment that is read again turned out to be. */
  private Fragments.Outcome again(Packet packet, boolean first) {
    if (found(packet, DataSource.IP)) {
      return Fragments.Outcome.WHOLE;
    }
    boolean alone = first && !derived.superseded(packet.number());
    return alone ? Fragments.Outcome.BEGINNING : Fragments.Outcome.PART;
  }

  /** Keeps the source that the packet has just entered. */
  private void keep(Packet packet) {
    ByteView bytes = packet.bytes();
    DataSource kind = packet.sources().kind(packet.source());
    derived.add(packet.number(), kind, bytes.array(), bytes.arrayOffset(), bytes.length());
  }

  /** Enters what was kept of this packet next, if it is of this kind. */
  private boolean found(Packet packet, DataSource kind) {
    byte[] bytes = next(packet, kind);
    return bytes != null && packet.enter(kind, bytes, 0, bytes.length);
  }

  /** What was kept of this packet next, if it is of this kind. */
  byte @Nullable [] next(Packet packet, DataSource kind) {
    byte[] bytes = derived.find(packet.number(), derivedOfPacket, kind);
    if (bytes != null) {
      derivedOfPacket++;
    }
    return bytes;
  }

  /** The streams that are followed, and what of them was given up. */
  public TcpStreams streams() {
    return segments.streams();
  }

  /** What was put together from fragments, and what of it was given up. */
  public Fragments fragments() {
    return fragments;
  }

  /** A payload of UDP: what the flow is known to carry, then the ports, then the heuristics. */
  private void datagram(Packet packet, int offset) {
    boolean quoted = packet.quoted();
    if (learns && !quoted) {
      packet.flow(flows.number(packet));
    }
    if (offset >= packet.limit()) {
      return;
    }
    boolean chosen = table.chosen(packet, true) != null;
    if (!quoted && !chosen && flows.media(packet, offset, learns && !packet.fragment().partial())) {
      Dissector media = table.of(Flows.mediaProtocol(packet, offset));
      if (media != null && claim(media, packet, offset)) {
        return;
      }
      packet.tentative(false);
    }
    int layer = packet.layers();
    int limit = packet.limit();
    if (message(packet, offset, true)) {
      if (learns && !quoted && packet.protocol(layer) == Protocol.DTLS) {
        flows.keyed(packet);
      }
      further(packet, layer, limit);
    }
  }

  /** Further messages of the same protocol in one datagram, behind that of a layer. */
  private void further(Packet packet, int layer, int limit) {
    int end = packet.end(layer);
    Dissector protocol = table.of(packet.protocol(layer));
    if (end >= limit || protocol == null || packet.source() != packet.source(layer)) {
      return;
    }
    ByteView bytes = packet.bytes();
    int next = end + protocol.filler(bytes, end, limit);
    if (next < limit && protocol.streamLength(bytes, next, limit) > 0) {
      packet.widen(limit);
      messages(packet, protocol, next, true);
    }
  }

  /** A payload of TCP: the messages that end in it, one behind the other. */
  private void segment(Packet packet, int offset) {
    if (packet.quoted() || packet.fragment().partial()) {
      alone(packet, offset);
    } else {
      segments.segment(packet, offset, learns);
    }
  }

  /** Walks the messages in bytes that were put together, and comes back. */
  void within(Packet packet, DataSource kind, byte[] bytes, @Nullable Dissector protocol) {
    int source = packet.source();
    int limit = packet.limit();
    if (packet.enter(kind, bytes, 0, bytes.length)) {
      if (protocol == null) {
        alone(packet, 0);
      } else {
        messages(packet, protocol, 0, true);
      }
      packet.leave(source, limit);
    }
  }

  /**
   * What the layer just walked holds, which ends at {@code end}: decrypted, unmasked.
   *
   * @param all whether all there is of it, or the next only
   */
  private void contents(Packet packet, DataSource kind, int end, boolean all) {
    if (!learns) {
      again(packet, kind, all);
    } else if (ordered) {
      keep(packet, kind, contents.take(packet, kind, end));
    }
    if (kind == DataSource.TLS) {
      contents.tellSealed(packet);
    }
  }

  private void keep(Packet packet, DataSource kind, List<byte[]> whole) {
    for (byte[] bytes : whole) {
      derived.add(packet.number(), kind, bytes, 0, bytes.length);
      within(packet, kind, bytes, contents.protocol(packet, kind));
    }
  }

  private void again(Packet packet, DataSource kind, boolean all) {
    byte[] bytes = next(packet, kind);
    while (bytes != null) {
      within(packet, kind, bytes, contents.protocol(packet, kind));
      bytes = all ? next(packet, kind) : null;
    }
  }

  /** The packet's stream ends: so does what is open inside its TLS. */
  void ended(Packet packet) {
    if (learns) {
      keep(packet, DataSource.TLS, contents.end(packet));
    } else {
      again(packet, DataSource.TLS, true);
    }
  }

  /** What is decrypted and unmasked. */
  public StreamContents contents() {
    return contents;
  }

  /**
   * Walks the messages of a protocol one behind the other; returns where one begins that is not
   * whole, or the limit.
   *
   * @param last whether nothing follows: a message that is not whole is walked as far as it goes
   */
  int messages(Packet packet, StreamFraming framing, int from, boolean last) {
    int limit = packet.limit();
    ByteView bytes = packet.bytes();
    int at = from;
    while (at < limit) {
      at += framing.filler(bytes, at, limit);
      if (at >= limit) {
        break;
      }
      int length = framing.streamLength(bytes, at, limit);
      if (length == StreamFraming.NOT_MINE) {
        at = stray(packet, at, framing.resynchronise(bytes, at + 1, limit));
        continue;
      }
      boolean whole = length > 0 && length <= limit - at;
      if (!whole && !last && length <= TcpStreams.MAX_OPEN) {
        packet.markSegment(DataSource.TCP);
        return at;
      }
      int end = whole ? at + length : limit;
      packet.limitInside(end);
      Dissector spoken = table.of(framing.spoken(bytes, at, end));
      if (spoken == null || !claim(spoken, packet, at)) {
        packet.addLayer(Protocol.DATA, at);
      }
      if (!whole) {
        framing.cutOff(end - at);
      }
      packet.widen(limit);
      at = end;
    }
    return limit;
  }

  /** Bytes between messages that none of them explains. */
  private static int stray(Packet packet, int from, int to) {
    int limit = packet.limit();
    packet.limitInside(to);
    packet.addLayer(Protocol.DATA, from);
    packet.widen(limit);
    return to;
  }

  /** A segment that belongs to no stream that is followed. */
  void alone(Packet packet, int offset) {
    int limit = packet.limit();
    int at = offset;
    while (at < limit) {
      int layer = packet.layers();
      if (!message(packet, at, false)) {
        return;
      }
      at = Math.max(packet.end(layer), at + 1);
      packet.widen(limit);
    }
  }

  /** Chunks of SCTP: a message in each one of data; one in several chunks is data. */
  private void chunks(Packet packet, int offset) {
    if (learns && !packet.quoted()) {
      packet.flow(flows.number(packet));
    }
    ByteView bytes = packet.bytes();
    int limit = packet.limit();
    int at = offset;
    for (int n = 0; n < SctpChunks.MAX_CHUNKS && SctpChunks.isWhole(bytes, at, limit); n++) {
      int payload = at + SctpChunks.DATA_HEADER;
      if (SctpChunks.isData(bytes, at) && payload < limit) {
        packet.limitInside(SctpChunks.end(bytes, at));
        carried(packet, payload, bytes, at);
        packet.widen(limit);
      }
      at = SctpChunks.next(bytes, at);
    }
  }

  /** Frames in a frame of 802.11, one behind the other. */
  private void subframes(Packet packet, int offset) {
    Dissector subframe = table.of(Protocol.WLAN_AGGREGATE);
    ByteView bytes = packet.bytes();
    int source = packet.source();
    int limit = packet.limit();
    int at = offset;
    for (int n = 0; n < Subframe.MAX_SUBFRAMES && Subframe.begins(bytes, at, limit); n++) {
      packet.limitInside(Subframe.end(bytes, at));
      if (subframe == null || !claim(subframe, packet, at)) {
        return;
      }
      packet.leave(source, limit);
      at = Subframe.next(bytes, at);
    }
  }

  private void carried(Packet packet, int payload, ByteView bytes, int chunk) {
    if (!SctpChunks.isMessage(bytes, chunk)) {
      packet.addLayer(Protocol.DATA, payload);
      return;
    }
    Dissector told = table.sctpPayload(SctpChunks.payloadProtocol(bytes, chunk));
    if (told == null || !claim(told, packet, payload)) {
      message(packet, payload, false);
    }
  }

  /** Walks one message; where nobody claims it, it is data and this answers false. */
  private boolean message(Packet packet, int offset, boolean udp) {
    Dissector byPort = table.port(packet, udp);
    if (byPort != null && claim(byPort, packet, offset)) {
      return true;
    }
    List<Dissector> heuristics = table.heuristics(udp);
    for (int i = 0; i < heuristics.size(); i++) {
      Dissector heuristic = heuristics.get(i);
      if (!heuristic.equals(byPort)
          && heuristic.looksLikeMine(packet, offset)
          && claim(heuristic, packet, offset)) {
        return true;
      }
    }
    packet.addLayer(Protocol.DATA, offset);
    return false;
  }

  /** Whether the payload is this dissector's; if so, it and what is inside it is walked. */
  private boolean claim(Dissector dissector, Packet packet, int offset) {
    int header = run(dissector, packet, offset);
    if (header >= 0) {
      chain(packet, offset + header, following(packet, offset + header));
    }
    return header != Dissector.NOT_MINE;
  }
}
