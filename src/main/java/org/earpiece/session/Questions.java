package org.earpiece.session;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.earpiece.bytes.ByteView;
import org.earpiece.dissect.voip.hep.Hep;
import org.earpiece.dissect.voip.sip.SipMessage;
import org.earpiece.filter.PacketFilter;
import org.earpiece.filter.completion.Proposal;
import org.earpiece.packet.Endpoint;
import org.earpiece.packet.Facts;
import org.earpiece.packet.Field;
import org.earpiece.packet.IpAddress;
import org.earpiece.packet.Packet;
import org.earpiece.packet.Protocol;
import org.earpiece.store.FrameMarks;
import org.earpiece.store.PacketIndex;
import org.earpiece.store.PacketStore;
import org.earpiece.voip.QualitySeries;
import org.earpiece.voip.StreamSnapshot;
import org.earpiece.voip.ladder.LadderBuilder;
import org.earpiece.voip.ladder.LadderModel;
import org.earpiece.voip.rtp.StreamAnalysis;
import org.earpiece.voip.subscription.SubscriptionSnapshot;
import org.jspecify.annotations.Nullable;

/** What is answered by reading the frames of calls and streams again. From any thread; blocks. */
final class Questions {
  /** Packets of streams that are read for the digits of one ladder at most. */
  static final int MAX_MEDIA_PACKETS = 500_000;

  private final PacketStore store;
  private final Analysis analysis;
  private final SnapshotExchange exchange;

  Questions(PacketStore store, Analysis analysis, SnapshotExchange exchange) {
    this.store = store;
    this.analysis = analysis;
    this.exchange = exchange;
  }

  /** A reader of frames as they were captured. */
  private PacketReader reader() {
    return reader(null, new SnapshotOwners(exchange));
  }

  /** A reader of frames as a person wants to see them: marked, ignored, their times shifted. */
  PacketReader notedReader() {
    return reader(store.marks(), new SnapshotOwners(exchange));
  }

  private PacketReader reader(@Nullable FrameMarks marks, SnapshotOwners owners) {
    Facts facts = analysis.relations.facts(new Analysis.Indexed(store.index()));
    return new PacketReader(store, analysis.reader(), facts, marks, owners);
  }

  /** A judge of frames for one thread. */
  Judge judge(PacketFilter filter) {
    SnapshotOwners owners = new SnapshotOwners(exchange);
    return new Judge(reader(store.marks(), owners), store, filter, owners);
  }

  int find(PacketFilter filter, int from, boolean forward, BooleanSupplier stopped)
      throws IOException {
    PacketReader reader = notedReader();
    int frames = store.index().size();
    for (int i = 1; i <= frames && !stopped.getAsBoolean(); i++) {
      int frame = Math.floorMod(from - 1 + (forward ? i : -i), frames) + 1;
      Packet packet = reader.read(frame);
      if (packet != null && filter.test(packet)) {
        return frame;
      }
    }
    return 0;
  }

  int[] framesOfConversation(int frame) throws IOException {
    PacketReader reader = reader();
    PacketIndex index = store.index();
    Packet packet = reader.read(frame);
    if (packet == null || index.flow(frame) == Packet.NONE) {
      return new int[] {frame};
    }
    Endpoint src = source(packet);
    Endpoint dst = target(packet);
    Map<Integer, Boolean> flows = new HashMap<>();
    List<Integer> frames = new ArrayList<>();
    for (int each = store.heldFrom(); each <= index.size(); each++) {
      int flow = index.flow(each);
      Boolean its = flow == Packet.NONE ? Boolean.FALSE : flows.get(flow);
      if (its == null) {
        Packet other = reader.read(each);
        its = other != null && between(other, src, dst);
        flows.put(flow, its);
      }
      if (its) {
        frames.add(each);
      }
    }
    return frames.stream().mapToInt(Integer::intValue).toArray();
  }

  private static boolean between(Packet packet, Endpoint a, Endpoint b) {
    Endpoint src = source(packet);
    Endpoint dst = target(packet);
    return (src.equals(a) && dst.equals(b)) || (src.equals(b) && dst.equals(a));
  }

  int walk(int from, @Nullable FilterScan accepted, Consumer<Packet> taker, BooleanSupplier stopped)
      throws IOException {
    PacketReader reader = reader();
    int end = accepted == null ? store.index().size() : accepted.size();
    int at = from;
    while (at < end && !stopped.getAsBoolean()) {
      Packet packet = reader.read(accepted == null ? at + 1 : accepted.frame(at));
      at++;
      if (packet != null) {
        taker.accept(packet);
      }
    }
    return at;
  }

  List<Proposal> seen(List<Field> fields) throws IOException {
    return new SeenValues(store.index(), reader(), exchange.latest()).of(fields);
  }

  /** Frames of calls: SIP, and with media RTP and RTCP. */
  int[] framesOfCalls(List<Integer> calls, boolean media) {
    Set<Integer> wanted = new HashSet<>(calls);
    Set<Integer> streams = media ? streamsOf(wanted) : Set.of();
    PacketIndex index = store.index();
    return IntStream.rangeClosed(1, index.size())
        .filter(frame -> {
          Protocol protocol = index.protocol(frame);
          if (protocol == Protocol.RTP) {
            return media && streams.contains(index.stream(frame));
          }
          int call = index.call(frame);
          return call > 0 && wanted.contains(call) && (media || protocol != Protocol.RTCP);
        })
        .toArray();
  }

  private Set<Integer> streamsOf(Set<Integer> calls) {
    Set<Integer> ids = new HashSet<>();
    Snapshot snapshot = exchange.latest();
    for (int call : calls) {
      if (call >= 1 && call <= snapshot.calls().size()) {
        for (int number : snapshot.calls().get(call - 1).streams()) {
          ids.add(snapshot.streams().get(number - 1).id());
        }
      }
    }
    return ids;
  }

  /** Gives the SIP messages of calls in order of frames. */
  void messages(List<Integer> calls, SipRecord.Taker taker) throws IOException {
    PacketReader reader = reader();
    for (int frame : framesOfCalls(calls, false)) {
      messages(reader.read(frame), taker);
    }
  }

  /** The SIP messages of a frame. */
  List<SipRecord> messagesOf(int frame) throws IOException {
    List<SipRecord> records = new ArrayList<>();
    if (frame >= 1 && frame <= store.index().size()) {
      messages(reader().read(frame), records::add);
    }
    return records;
  }

  private static void messages(@Nullable Packet packet, SipRecord.Taker taker) throws IOException {
    SipMessage message = new SipMessage();
    for (int layer = packet == null ? Packet.NONE : packet.find(Protocol.SIP);
        packet != null && layer != Packet.NONE;
        layer = packet.find(Protocol.SIP, layer + 1)) {
      Hep.address(packet, layer);
      taker.take(record(packet, layer, message));
    }
  }

  private static SipRecord record(Packet p, int layer, SipMessage message) {
    ByteView bytes = p.bytes(layer);
    int offset = p.offset(layer);
    int length = p.end(layer) - offset;
    String text = bytes.utf8(offset, length);
    int body = text.length();
    if (message.parse(bytes, offset, length) && message.bodyLength() > 0) {
      body = bytes.utf8(offset, message.bodyOffset() - offset).length();
    }
    return new SipRecord(p.number(), p.call(), p.timeNanos(), source(p), target(p), text, body);
  }

  /**
   * The ladder diagram of calls.
   *
   * @param split whether each port of a host is a participant
   */
  LadderModel ladder(List<Integer> calls, boolean split) throws IOException {
    Snapshot snapshot = exchange.latest();
    LadderBuilder ladder = new LadderBuilder(split);
    Set<Integer> wanted = new HashSet<>(calls);
    Set<Integer> digits = new HashSet<>();
    for (StreamSnapshot stream : snapshot.streams()) {
      if (wanted.contains(stream.call())) {
        ladder.stream(stream);
        if (LadderBuilder.mayHaveDigits(stream)) {
          digits.add(stream.id());
        }
      }
    }
    PacketIndex index = store.index();
    PacketReader reader = reader();
    int media = 0;
    int frames = index.size();
    for (int frame = 1; frame <= frames; frame++) {
      int stream = index.stream(frame);
      boolean event = digits.contains(stream) && media++ < MAX_MEDIA_PACKETS;
      if (event || wanted.contains(index.call(frame))) {
        Packet packet = reader.read(frame);
        if (packet != null) {
          ladder.packet(packet, index.call(frame), stream);
        }
      }
    }
    if (snapshot.state() == Snapshot.State.DONE) {
      ladder.over();
    }
    return ladder.build(snapshot.lastNanos());
  }

  /** A subscription that is part of a call, by its identity; null where there is none. */
  private @Nullable SubscriptionSnapshot ofCall(int softState) {
    return exchange.latest().subscriptions().stream()
        .filter(one -> one.id() == softState && one.call() > 0)
        .findFirst()
        .orElse(null);
  }

  /**
   * Frames of a registration, subscription or publication; of a subscription that is part of a
   * call, the SIP of that call.
   */
  int[] framesOf(int softState) {
    SubscriptionSnapshot ofCall = ofCall(softState);
    if (ofCall != null) {
      return framesOfCalls(List.of(ofCall.call()), false);
    }
    PacketIndex index = store.index();
    return IntStream.rangeClosed(1, index.size())
        .filter(frame -> index.softState(frame) == softState)
        .toArray();
  }

  /** The ladder diagram of a registration, subscription or publication. */
  LadderModel ladderOf(int softState, boolean split) throws IOException {
    Snapshot snapshot = exchange.latest();
    SubscriptionSnapshot ofCall = ofCall(softState);
    int[] frames = framesOf(softState);
    LadderBuilder ladder = new LadderBuilder(split);
    PacketReader reader = reader();
    SipMessage message = new SipMessage();
    for (int frame : frames) {
      Packet p = reader.read(frame);
      for (int layer = p == null ? Packet.NONE : p.find(Protocol.SIP);
          p != null && layer != Packet.NONE;
          layer = p.find(Protocol.SIP, layer + 1)) {
        Hep.address(p, layer);
        int offset = p.offset(layer);
        if (message.parse(p.bytes(layer), offset, p.end(layer) - offset)
            && (ofCall == null || belongs(message, ofCall))) {
          ladder.message(frame, p.timeNanos(), source(p), target(p), 0, message);
        }
      }
    }
    return ladder.build(snapshot.lastNanos());
  }

  /** Whether a message of a call's dialog is about the subscription that uses the dialog, too. */
  private static boolean belongs(SipMessage message, SubscriptionSnapshot subscription) {
    return switch (message.cseqMethod()) {
      case "SUBSCRIBE", "REFER", "NOTIFY" -> message.callId().equals(subscription.callId());
      default -> false;
    };
  }

  /** The stream with this number, or null where there is none. */
  private @Nullable StreamSnapshot stream(int number) {
    List<StreamSnapshot> streams = exchange.latest().streams();
    return number < 1 || number > streams.size() ? null : streams.get(number - 1);
  }

  /** The packets of a stream, analysed. */
  QualitySeries quality(int number) throws IOException {
    StreamSnapshot stream = stream(number);
    if (stream == null) {
      throw new IllegalArgumentException("there is no stream " + number);
    }
    StreamAnalysis series = new StreamAnalysis(stream);
    forEachPacket(stream, series::add);
    return series.series();
  }

  private void forEachPacket(StreamSnapshot stream, Consumer<Packet> consumer) throws IOException {
    PacketIndex index = store.index();
    PacketReader reader = reader();
    int last = Math.min(stream.lastFrame(), index.size());
    for (int frame = stream.firstFrame(); frame <= last; frame++) {
      if (index.stream(frame) == stream.id()) {
        Packet packet = reader.read(frame);
        if (packet != null && packet.find(Protocol.RTP) != Packet.NONE) {
          consumer.accept(packet);
        }
      }
    }
  }

  /** The sound of streams on one time axis. */
  CallAudio audio(List<Integer> numbers) throws IOException {
    CallSound sound = new CallSound();
    for (int number : numbers) {
      StreamSnapshot stream = stream(number);
      if (stream != null) {
        CallSound.Part part = sound.part(stream);
        forEachPacket(stream, part::add);
      }
    }
    return sound.finish();
  }

  private static Endpoint source(Packet p) {
    return new Endpoint(new IpAddress(p.srcHi(), p.srcLo()), p.sport());
  }

  private static Endpoint target(Packet p) {
    return new Endpoint(new IpAddress(p.dstHi(), p.dstLo()), p.dport());
  }
}
