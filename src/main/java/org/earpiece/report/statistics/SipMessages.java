package org.earpiece.report.statistics;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.earpiece.dissect.voip.sip.NameAddress;
import org.earpiece.dissect.voip.sip.SipMessage;
import org.earpiece.packet.Packet;
import org.earpiece.packet.Protocol;
import org.earpiece.report.Column;
import org.earpiece.report.plot.Plot;
import org.jspecify.annotations.Nullable;

/**
 * SIP requests and responses: how often, how often sent again, and how long answers took. Setup is
 * told twice: from INVITE to ACK, as Wireshark does, which counts refused and challenged INVITEs;
 * and from the INVITE that was answered to its 200.
 */
final class SipMessages implements Statistic {
  /** Transactions that wait for their answers; the oldest is given up. */
  static final int MAX_TRANSACTIONS = 200_000;

  /** Messages that are remembered, to know those that come again; then all are forgotten. */
  static final int MAX_REMEMBERED = 2_000_000;

  private static final double MS = 1e6;
  private static final int SUCCESS = 2;

  /** How often, and how long it took. */
  private static final class Tally {
    long count;
    long resent;
    private String phrase = "";
    private boolean others;
    long timed;
    double sum;
    double least = Double.MAX_VALUE;
    double most;

    /** A response's reason phrase, which each sender chooses (RFC 3261 section 7.2). */
    void phrase(String sent) {
      others |= !phrase.isEmpty() && !phrase.equals(sent);
      phrase = phrase.isEmpty() ? sent : phrase;
    }

    String phrase() {
      return others ? phrase + " (and other phrases)" : phrase;
    }

    void took(long nanos) {
      double ms = nanos / MS;
      timed++;
      sum += ms;
      least = Math.min(least, ms);
      most = Math.max(most, ms);
    }

    @Nullable Object[] row(String kind, String message) {
      boolean some = timed > 0;
      return new @Nullable Object[] {
        kind,
        message,
        count,
        resent,
        some ? least : null,
        some ? sum / timed : null,
        some ? most : null
      };
    }
  }

  private static final class Request {
    final String method;
    final long nanos;
    final boolean opening;

    /** When it was sent last, which is what Wireshark counts from. */
    long sent;

    boolean answered;
    boolean acknowledged;

    Request(String method, long nanos, boolean opening) {
      this.method = method;
      this.nanos = nanos;
      sent = nanos;
      this.opening = opening && method.equals("INVITE");
    }
  }

  private final Map<String, Tally> requests = new TreeMap<>();
  private final Map<Integer, Tally> responses = new TreeMap<>();
  private final Tally toAck = new Tally();
  private final Tally toAnswer = new Tally();
  private final Set<Long> seen = new HashSet<>();
  private final Map<String, Request> open =
      new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Request> eldest) {
          return size() > MAX_TRANSACTIONS;
        }
      };
  private final SipMessage message = new SipMessage();

  @Override
  public void add(Packet packet) {
    for (int layer = packet.find(Protocol.SIP);
        layer != Packet.NONE;
        layer = packet.find(Protocol.SIP, layer + 1)) {
      int offset = packet.offset(layer);
      if (message.parse(packet.bytes(layer), offset, packet.end(layer) - offset)) {
        message(packet);
      }
    }
  }

  private void message(Packet packet) {
    Tally tally =
        message.isRequest()
            ? requests.computeIfAbsent(message.method(), m -> new Tally())
            : responses.computeIfAbsent(message.statusCode(), code -> new Tally());
    if (!message.isRequest()) {
      tally.phrase(message.reasonPhrase());
    }
    tally.count++;
    if (again(packet)) {
      tally.resent++;
      Request request = message.isRequest() ? open.get(key()) : null;
      if (request != null) {
        request.sent = packet.timeNanos();
      }
    } else {
      timed(packet.timeNanos(), tally);
    }
  }

  private boolean again(Packet packet) {
    if (seen.size() == MAX_REMEMBERED) {
      seen.clear();
    }
    long key = Objects.hash(packet.srcHi(), packet.srcLo(), packet.sport(), packet.dport());
    key = key * 31 + Objects.hash(packet.dstHi(), packet.dstLo(), message.startLine());
    key = key * 0x5DEECE66DL + message.callId().hashCode();
    key = key * 0x5DEECE66DL + message.branch().hashCode();
    return !seen.add(key * 31 + message.cseq());
  }

  /** What a request, its answers and its ACK share. */
  private String key() {
    String method = message.cseqMethod().equals("ACK") ? "INVITE" : message.cseqMethod();
    return message.callId() + ' ' + message.cseq() + ' ' + method;
  }

  private void timed(long nanos, Tally tally) {
    boolean ack = message.isRequest() && message.method().equals("ACK");
    String key = key();
    Request request = open.get(key);
    if (request == null) {
      if (message.isRequest() && !ack) {
        NameAddress to = message.to();
        boolean opening = to == null || to.tag().isEmpty();
        open.put(key, new Request(message.method(), nanos, opening));
      }
      return;
    }
    if (ack && !request.acknowledged) {
      request.acknowledged = true;
      toAck.count++;
      toAck.took(nanos - request.sent);
    } else if (!message.isRequest()) {
      tally.took(nanos - request.nanos);
      answered(request, nanos);
    }
  }

  private void answered(Request request, long nanos) {
    if (request.answered || message.statusCode() < 200) {
      return;
    }
    request.answered = true;
    requests.computeIfAbsent(request.method, m -> new Tally()).took(nanos - request.nanos);
    if (request.opening && message.statusCode() / 100 == SUCCESS) {
      toAnswer.count++;
      toAnswer.took(nanos - request.nanos);
    }
  }

  @Override
  public List<Column> columns() {
    return List.of(
        Column.text("kind", "Kind"),
        Column.text("message", "Message"),
        Column.number("count", "Count"),
        Column.number("resent", "Resent"),
        Column.decimal("min_ms", "Min ms", 1),
        Column.decimal("average_ms", "Average ms", 1),
        Column.decimal("max_ms", "Max ms", 1));
  }

  @Override
  public List<@Nullable Object[]> rows() {
    List<@Nullable Object[]> rows = new ArrayList<>();
    requests.forEach((method, tally) -> rows.add(tally.row("request", method)));
    responses.forEach(
        (code, tally) -> rows.add(tally.row("response", code + " " + tally.phrase())));
    rows.add(toAck.row("setup", "INVITE to ACK, as Wireshark"));
    rows.add(toAnswer.row("setup", "INVITE to 200, answered"));
    return rows;
  }

  @Override
  public String filter(@Nullable Object[] row) {
    String message = String.valueOf(row[1]);
    return switch (String.valueOf(row[0])) {
      case "request" -> "sip.Method == \"" + message + "\"";
      case "response" -> "sip.Status-Code == " + message.substring(0, message.indexOf(' '));
      default -> "";
    };
  }

  @Override
  public Plot plot() {
    List<@Nullable Object[]> messages = rows();
    return StatisticKind.bars(
        "SIP messages",
        "Messages",
        messages.subList(0, messages.size() - 2),
        row -> String.valueOf(row[1]),
        row -> ((Number) Objects.requireNonNull(row[2])).doubleValue());
  }
}
