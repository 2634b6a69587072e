package org.earpiece.voip.ladder;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.earpiece.dissect.voip.sdp.SessionDescription;
import org.earpiece.dissect.voip.sip.SipHeader;
import org.earpiece.dissect.voip.sip.SipMessage;
import org.earpiece.packet.Endpoint;
import org.earpiece.packet.IpAddress;
import org.earpiece.voip.OfferAnswer;
import org.earpiece.voip.Side;
import org.earpiece.voip.StreamSnapshot;
import org.earpiece.voip.Transaction;
import org.earpiece.voip.ladder.LadderModel.Entry;
import org.earpiece.voip.ladder.LadderModel.Kind;
import org.earpiece.voip.ladder.LadderModel.Participant;
import org.jspecify.annotations.Nullable;

/**
 * Builds the ladder of some calls from their messages, fed in order of frames, and their streams.
 * Retransmissions are folded into the first one. One thread; use once.
 */
public final class LadderBuilder {
  /** Arrows drawn; further messages are left out. */
  public static final int MAX_MESSAGES = 50_000;

  private static final int MAX_LABEL = 60;

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

  private record Line(
      long timeNanos,
      List<Integer> frames,
      Endpoint src,
      Endpoint dst,
      String label,
      String detail,
      Kind kind,
      int call,
      boolean opening) {}

  /** What is known of a call while its messages pass. */
  private static final class Dialog {
    final OfferAnswer negotiation = new OfferAnswer();
    final long callerTag;
    String offered = "";

    Dialog(long callerTag) {
      this.callerTag = callerTag;
    }
  }

  private final List<Line> lines = new ArrayList<>();
  private final Map<Copy, Line> copies = new HashMap<>();
  private final Map<Integer, Dialog> dialogs = new HashMap<>();
  private final List<StreamSnapshot> streams = new ArrayList<>();
  private boolean over;
  private final Map<Endpoint, Endpoint> announced = new HashMap<>();
  private final LadderNames names = new LadderNames();

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
    String label = label(message);
    Copy copy =
        new Copy(
            src,
            dst,
            label,
            call,
            message.cseqMethod(),
            message.cseq(),
            transaction.branch() ^ Long.rotateLeft(transaction.toTag(), 7));
    Line known = copies.get(copy);
    if (known != null) {
      if (known.frames().getLast() != frame) {
        known.frames().add(frame);
      }
      return;
    }
    if (lines.size() == MAX_MESSAGES) {
      return;
    }
    boolean opening = message.method().equals("INVITE") && transaction.toTag() == 0;
    String detail = detail(src, call, message, transaction);
    List<Integer> frames = new ArrayList<>(1);
    frames.add(frame);
    Line line = new Line(timeNanos, frames, src, dst, label, detail, kind(message), call, opening);
    lines.add(line);
    copies.put(copy, line);
    names.see(src, dst, message, transaction, opening);
  }

  /** No packet follows: media that flowed to the end of the capture has ended with it. */
  public void over() {
    over = true;
  }

  /** Adds a stream. */
  public void stream(StreamSnapshot stream) {
    streams.add(stream);
  }

  private static String label(SipMessage message) {
    String label =
        message.isRequest()
            ? message.method()
            : (message.statusCode() + " " + message.reasonPhrase()).strip();
    return label.length() <= MAX_LABEL ? label : label.substring(0, MAX_LABEL - 1) + "…";
  }

  private static Kind kind(SipMessage message) {
    int status = message.statusCode();
    if (message.isRequest()) {
      return Kind.REQUEST;
    }
    return switch (status / 100) {
      case 0, 1 -> Kind.PROVISIONAL;
      case 2 -> Kind.SUCCESS;
      case 3 -> Kind.REDIRECT;
      default -> status == 401 || status == 407 ? Kind.REDIRECT : Kind.FAILURE;
    };
  }

  private String detail(Endpoint src, int call, SipMessage message, Transaction transaction) {
    Dialog dialog = dialogs.computeIfAbsent(call, c -> new Dialog(transaction.fromTag()));
    String words = "";
    SessionDescription description = message.hasSdp() ? message.sdp() : null;
    if (description != null) {
      boolean callers = transaction.toTag() != dialog.callerTag;
      Side from = callers == message.isRequest() ? Side.CALLER : Side.CALLEE;
      words = dialog.negotiation.see(message, from, description);
      for (SessionDescription.Media media : description.media()) {
        if (media.address() != null && media.port() != 0) {
          announced.put(new Endpoint(media.address(), media.port()), src);
        }
      }
    }
    if (credentials(message)) {
      boolean repeated = words.isEmpty() || words.equals(dialog.offered);
      return repeated ? "with credentials" : words + ", with credentials";
    }
    if (words.startsWith("offers")) {
      dialog.offered = words;
    }
    return words.isEmpty() ? remark(message) : words;
  }

  private static boolean credentials(SipMessage message) {
    return message.isRequest()
        && !message.method().equals("ACK")
        && (message.header(SipHeader.AUTHORIZATION) != null
            || message.header(SipHeader.PROXY_AUTHORIZATION) != null);
  }

  /** Where a REFER or a redirection points, or why a call ends. */
  private static String remark(SipMessage message) {
    if (message.method().equals("REFER")) {
      return toward(message.header(SipHeader.REFER_TO));
    }
    if (message.statusCode() / 100 == 3) {
      return toward(message.header(SipHeader.CONTACT));
    }
    String reason = message.header(SipHeader.REASON);
    int text = reason == null ? -1 : reason.indexOf("text=\"");
    if (reason == null || text < 0) {
      return "";
    }
    int from = text + "text=\"".length();
    int to = reason.indexOf('"', from);
    String words = reason.substring(from, to < 0 ? reason.length() : to);
    return words.length() <= MAX_LABEL ? words : words.substring(0, MAX_LABEL - 1) + "…";
  }

  private static String toward(@Nullable String address) {
    int from = address == null ? -1 : address.indexOf("sip:");
    int to = address == null ? -1 : address.indexOf('@', Math.max(from, 0));
    if (address == null || from < 0 || to < 0 || to - from > MAX_LABEL) {
      return "";
    }
    return "to " + LadderNames.plain(address.substring(from + 4, to));
  }

  /**
   * The ladder of all that was added.
   *
   * @param nowNanos the capture's last time, ns since 1970
   */
  public LadderModel build(long nowNanos) {
    Columns columns = new Columns();
    List<Entry> entries = new ArrayList<>(lines.size() + streams.size());
    for (Line line : lines) {
      entries.add(
          new LadderModel.Message(
              line.timeNanos(),
              List.copyOf(line.frames()),
              columns.of(line.src()),
              columns.of(line.dst()),
              line.label(),
              line.detail(),
              line.kind(),
              line.call()));
    }
    for (StreamSnapshot stream : streams) {
      entries.add(media(stream, columns));
    }
    entries.sort(Comparator.comparingLong(Entry::timeNanos));
    long start = entries.isEmpty() ? nowNanos : entries.getFirst().timeNanos();
    return new LadderModel(columns.participants(), List.copyOf(entries), start, nowNanos);
  }

  private LadderModel.Media media(StreamSnapshot stream, Columns columns) {
    long expected = stream.packets() - stream.duplicates() + stream.reallyLost();
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
        stream.running() && !over && !hungUp(stream));
  }

  /** Whether its call ended while the stream was there: then silence is no mere pause. */
  private boolean hungUp(StreamSnapshot stream) {
    return lines.stream()
        .anyMatch(line ->
            line.call() == stream.call()
                && line.label().equals("BYE")
                && line.timeNanos() >= stream.start());
  }

  /** The columns: a host each; on a host that talks to itself, a port each. */
  private final class Columns {
    private final Set<IpAddress> talkingToThemselves = new HashSet<>();
    private final List<Endpoint> order = new ArrayList<>();
    private final Set<Endpoint> present = new HashSet<>();
    private final Map<Endpoint, Set<Integer>> ports = new HashMap<>();
    private final Map<Endpoint, Integer> index = new HashMap<>();

    Columns() {
      for (Line line : lines) {
        if (line.src().address().equals(line.dst().address())) {
          talkingToThemselves.add(line.src().address());
        }
      }
      lines.stream().filter(Line::opening).forEach(this::add);
      lines.stream().filter(line -> !line.opening()).forEach(this::add);
      streams.forEach(this::add);
      for (int i = 0; i < order.size(); i++) {
        index.put(order.get(i), i);
      }
    }

    private void add(Line line) {
      for (Endpoint end : List.of(line.src(), line.dst())) {
        Endpoint column = column(end);
        if (present.add(column)) {
          order.add(column);
        }
        ports.computeIfAbsent(column, c -> new TreeSet<>()).add(end.port());
      }
    }

    /** A host that only has media stands beside the one it exchanges it with. */
    private void add(StreamSnapshot stream) {
      Endpoint src = mediaColumn(stream.src());
      Endpoint dst = mediaColumn(stream.dst());
      if (present.add(src)) {
        order.add(beside(order.indexOf(dst)), src);
        ports.computeIfAbsent(src, c -> new TreeSet<>()).add(stream.src().port());
      }
      if (present.add(dst)) {
        order.add(beside(order.indexOf(src)), dst);
        ports.computeIfAbsent(dst, c -> new TreeSet<>()).add(stream.dst().port());
      }
    }

    private int beside(int place) {
      return place < 0 ? order.size() : place + 1;
    }

    private Endpoint column(Endpoint end) {
      return talkingToThemselves.contains(end.address()) ? end : new Endpoint(end.address(), 0);
    }

    private Endpoint mediaColumn(Endpoint end) {
      if (!talkingToThemselves.contains(end.address())) {
        return new Endpoint(end.address(), 0);
      }
      Endpoint announcer = announced.get(end);
      return announcer == null ? end : column(announcer);
    }

    int of(Endpoint end) {
      return index.getOrDefault(column(end), 0);
    }

    int ofMedia(Endpoint end) {
      return index.getOrDefault(mediaColumn(end), 0);
    }

    List<Participant> participants() {
      Map<Endpoint, LadderNames.Evidence> known = names.byColumn(this::column);
      List<Participant> participants = new ArrayList<>(order.size());
      for (Endpoint column : order) {
        participants.add(
            new Participant(
                names.name(known.get(column)),
                column.address().toString(),
                List.copyOf(ports.getOrDefault(column, Set.of()))));
      }
      return participants;
    }
  }
}
