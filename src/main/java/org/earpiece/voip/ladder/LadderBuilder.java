package org.earpiece.voip.ladder;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.earpiece.dissect.voip.hep.Hep;
import org.earpiece.dissect.voip.sdp.SessionDescription;
import org.earpiece.dissect.voip.sip.SipMessage;
import org.earpiece.packet.Endpoint;
import org.earpiece.packet.IpAddress;
import org.earpiece.packet.Packet;
import org.earpiece.packet.Protocol;
import org.earpiece.voip.OfferAnswer;
import org.earpiece.voip.Side;
import org.earpiece.voip.StreamSnapshot;
import org.earpiece.voip.Transaction;
import org.earpiece.voip.ladder.LadderModel.Entry;

/**
 * Builds the ladder of some calls from their messages, fed in order of frames, and their streams.
 * Retransmissions are folded into the first one. One thread; use once.
 */
public final class LadderBuilder {
  /** Arrows drawn; further messages are left out. */
  public static final int MAX_MESSAGES = 50_000;

  /**
   * What is the same in a message and its retransmissions. Ordered, so that a map bears messages
   * made to have the same hash.
   */
  private record Copy(
      Endpoint src, Endpoint dst, String label, int call, String method, long cseq, long branch)
      implements Comparable<Copy> {
    private static final Comparator<Copy> ORDER =
        Comparator.comparingLong(Copy::cseq)
            .thenComparingLong(Copy::branch)
            .thenComparingInt(Copy::call)
            .thenComparing(Copy::label)
            .thenComparing(Copy::method)
            .thenComparing(Copy::src)
            .thenComparing(Copy::dst);

    @Override
    public int compareTo(Copy other) {
      return ORDER.compare(this, other);
    }
  }

  /** What is known of a call while its messages pass. */
  private static final class Exchange {
    final OfferAnswer negotiation = new OfferAnswer();
    final LadderHolds holds = new LadderHolds();
    final long callerTag;
    String offered = "";
    long answered = Long.MAX_VALUE;
    boolean opened;

    Exchange(long callerTag) {
      this.callerTag = callerTag;
    }
  }

  private final boolean split;
  private final List<LadderLine> lines = new ArrayList<>();
  private final Map<Copy, LadderLine> copies = new HashMap<>();
  private final Map<Integer, Exchange> exchanges = new HashMap<>();
  private final Map<Endpoint, Endpoint> announced = new HashMap<>();
  private final LadderDialogs dialogs = new LadderDialogs();
  private final LadderMedia media = new LadderMedia();
  private final LadderNames names = new LadderNames();
  private final SipMessage parsed = new SipMessage();
  private boolean over;

  /** A ladder in which all ports of a host are one participant. */
  public LadderBuilder() {
    this(false);
  }

  /**
   * A ladder without anything.
   *
   * @param split whether each port of a host is a participant
   */
  public LadderBuilder(boolean split) {
    this.split = split;
  }

  /** Adds a stream. Its packets may follow by {@link #packet}. */
  public void stream(StreamSnapshot stream) {
    media.stream(stream);
  }

  /** Whether packets of a stream may be DTMF digits: then they are worth handing over. */
  public static boolean mayHaveDigits(StreamSnapshot stream) {
    return LadderMedia.mayHaveDigits(stream);
  }

  /**
   * Adds what a packet has: SIP of its call, RTCP about streams that were added, a telephone event
   * of one.
   *
   * @param call the packet's call, or {@link Packet#NONE}
   * @param stream identity of the packet's stream, or {@link Packet#NONE}
   */
  public void packet(Packet packet, int call, int stream) {
    int rtp = stream == Packet.NONE ? Packet.NONE : packet.find(Protocol.RTP);
    if (rtp != Packet.NONE) {
      media.rtp(packet, rtp, stream);
      return;
    }
    int rtcp = packet.find(Protocol.RTCP);
    if (rtcp != Packet.NONE) {
      media.rtcp(packet, rtcp);
    }
    for (int layer = packet.find(Protocol.SIP);
        layer != Packet.NONE;
        layer = packet.find(Protocol.SIP, layer + 1)) {
      int offset = packet.offset(layer);
      if (parsed.parse(packet.bytes(layer), offset, packet.end(layer) - offset)) {
        Hep.address(packet, layer);
        Endpoint src = new Endpoint(new IpAddress(packet.srcHi(), packet.srcLo()), packet.sport());
        Endpoint dst = new Endpoint(new IpAddress(packet.dstHi(), packet.dstLo()), packet.dport());
        message(packet.number(), packet.timeNanos(), src, dst, call, parsed);
      }
    }
  }

  /**
   * Adds a SIP message of a call.
   *
   * @param timeNanos arrival, ns since 1970
   * @param call its call's number
   * @param message read now, not kept
   */
  public void message(
      int frame, long timeNanos, Endpoint src, Endpoint dst, int call, SipMessage message) {
    Transaction transaction = Transaction.of(message);
    String label = LadderWords.label(message);
    Copy copy =
        new Copy(
            src,
            dst,
            label,
            call,
            message.cseqMethod(),
            message.cseq(),
            transaction.branch() ^ Long.rotateLeft(transaction.toTag(), 7));
    LadderLine known = copies.get(copy);
    if (known != null) {
      known.again(frame, timeNanos);
      return;
    }
    if (lines.size() == MAX_MESSAGES) {
      return;
    }
    boolean opening = message.method().equals("INVITE") && transaction.toTag() == 0;
    Exchange exchange = exchanges.computeIfAbsent(call, c -> new Exchange(transaction.fromTag()));
    exchange.opened |= opening;
    boolean answers = message.statusCode() / 100 == 2 && message.cseqMethod().equals("INVITE");
    exchange.answered = answers ? Math.min(exchange.answered, timeNanos) : exchange.answered;
    String detail = detail(src, exchange, message, transaction);
    exchange.holds.see(timeNanos, src, dst, detail, message.method().equals("BYE"));
    LadderLine line =
        new LadderLine(
            timeNanos,
            frame,
            src,
            dst,
            label,
            detail,
            LadderWords.kind(message),
            message.cseqMethod(),
            call,
            dialogs.of(call, message, transaction),
            opening);
    lines.add(line);
    copies.put(copy, line);
    names.see(src, dst, message, transaction, opening);
  }

  /** No packet follows: media that flowed to the end of the capture has ended with it. */
  public void over() {
    over = true;
  }

  private String detail(
      Endpoint src, Exchange exchange, SipMessage message, Transaction transaction) {
    String words = SoftStateWords.of(message);
    SessionDescription description = message.hasSdp() ? message.sdp() : null;
    if (description != null) {
      boolean callers = transaction.toTag() != exchange.callerTag;
      Side from = callers == message.isRequest() ? Side.CALLER : Side.CALLEE;
      words = exchange.negotiation.see(message, from, description);
      for (SessionDescription.Media section : description.media()) {
        if (section.address() != null && section.port() != 0) {
          announced.put(new Endpoint(section.address(), section.port()), src);
        }
      }
    }
    if (LadderWords.credentials(message)) {
      boolean repeated = words.isEmpty() || words.equals(exchange.offered);
      return repeated ? "with credentials" : words + ", with credentials";
    }
    if (words.startsWith("offers")) {
      exchange.offered = words;
    }
    return words.isEmpty() ? LadderWords.remark(message) : words;
  }

  /**
   * The ladder of all that was added.
   *
   * @param nowNanos the capture's last time, ns since 1970
   */
  public LadderModel build(long nowNanos) {
    LadderColumns columns = new LadderColumns(lines, media.streams(), announced, split);
    List<Entry> entries = new ArrayList<>(lines.size() + media.streams().size());
    for (LadderLine line : lines) {
      entries.add(line.message(columns.of(line.src), columns.of(line.dst)));
    }
    for (Exchange exchange : exchanges.values()) {
      for (LadderHolds.Held held : exchange.holds.all()) {
        boolean open = held.endNanos() == Long.MAX_VALUE;
        long end = open ? Math.max(nowNanos, held.timeNanos()) : held.endNanos();
        int holder = columns.of(held.holder());
        int other = columns.of(held.other());
        entries.add(new LadderModel.Hold(held.timeNanos(), end, holder, other, open && !over));
      }
    }
    for (StreamSnapshot stream : media.streams()) {
      entries.add(band(stream, columns));
    }
    long[] breaks = lines.stream().mapToLong(line -> line.timeNanos).sorted().toArray();
    entries.addAll(media.rows(columns, breaks));
    entries.sort(Comparator.comparingLong(Entry::timeNanos));
    long start = entries.isEmpty() ? nowNanos : entries.getFirst().timeNanos();
    return new LadderModel(
        columns.participants(names),
        List.copyOf(QuietStretches.marked(entries)),
        Math.max(1, dialogs.count()),
        start,
        nowNanos);
  }

  private LadderModel.Media band(StreamSnapshot stream, LadderColumns columns) {
    long expected = stream.packets() - stream.duplicates() + stream.reallyLost();
    LadderMedia.Reports reports = media.reports(stream);
    Exchange exchange = exchanges.get(stream.call());
    return new LadderModel.Media(
        stream.start(),
        stream.end(),
        columns.ofMedia(stream.src()),
        columns.ofMedia(stream.dst()),
        stream.number(),
        stream.codec(),
        expected <= 0 ? 0 : 100.0 * stream.reallyLost() / expected,
        stream.mos(),
        stream.packets(),
        stream.running() && !over && !hungUp(stream),
        exchange != null && exchange.opened && stream.start() < exchange.answered,
        reports.count,
        reports.worstLoss);
  }

  /** Whether its call ended while the stream was there: then silence is no mere pause. */
  private boolean hungUp(StreamSnapshot stream) {
    return lines.stream()
        .anyMatch(line ->
            line.call == stream.call()
                && line.label.equals("BYE")
                && line.timeNanos >= stream.start());
  }
}
