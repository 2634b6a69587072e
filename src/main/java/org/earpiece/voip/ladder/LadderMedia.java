package org.earpiece.voip.ladder;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.earpiece.bytes.ByteView;
import org.earpiece.dissect.voip.rtp.RtcpReader;
import org.earpiece.dissect.voip.rtp.Rtp;
import org.earpiece.packet.Packet;
import org.earpiece.voip.StreamSnapshot;
import org.earpiece.voip.StreamSnapshot.Payload;
import org.jspecify.annotations.Nullable;

/**
 * What the packets of a ladder's streams tell besides the streams' figures: DTMF digits (RFC 4733)
 * and RTCP reports (RFC 3550 section 6.4). One thread.
 */
final class LadderMedia {
  /** Digits drawn; further ones are left out. */
  static final int MAX_DIGITS = 5_000;

  private static final String KEYS = "0123456789*#ABCD";

  /** Digits that follow one another so soon share a row. */
  private static final long TOGETHER_NANOS = 4_000_000_000L;

  private static final int MAX_TOGETHER = 24;
  private static final int EVENT = 4;

  /** A digit: the first packet that told it, and the last. */
  private static final class Digit {
    final int stream;
    final long timestamp;
    final int event;
    final int frame;
    final long start;
    long end;

    Digit(int stream, long timestamp, int event, int frame, long start) {
      this.stream = stream;
      this.timestamp = timestamp;
      this.event = event;
      this.frame = frame;
      this.start = start;
      this.end = start;
    }
  }

  /** What RTCP told about a source. */
  static final class Reports {
    long count;
    double worstLoss = Double.NaN;
  }

  private final List<StreamSnapshot> streams = new ArrayList<>();
  private final Map<Integer, StreamSnapshot> byId = new HashMap<>();
  private final Map<Integer, Reports> bySource = new HashMap<>();
  private final List<Digit> digits = new ArrayList<>();
  private final Map<Integer, Digit> latest = new HashMap<>();
  private final RtcpReader rtcp = new RtcpReader();

  void stream(StreamSnapshot stream) {
    streams.add(stream);
    byId.put(stream.id(), stream);
    bySource.put(stream.ssrc(), new Reports());
  }

  List<StreamSnapshot> streams() {
    return streams;
  }

  /** The streams whose packets may be digits, by their id. */
  static boolean mayHaveDigits(StreamSnapshot stream) {
    return !stream.srtp() && stream.payloads().stream().anyMatch(LadderMedia::events);
  }

  private static boolean events(Payload payload) {
    return payload.codec().equalsIgnoreCase("telephone-event");
  }

  /** Takes a packet of a stream; all but telephone events are passed over. */
  void rtp(Packet packet, int layer, int id) {
    StreamSnapshot stream = byId.get(id);
    ByteView bytes = packet.bytes(layer);
    int rtp = packet.offset(layer);
    int end = packet.end(layer);
    int header = Rtp.headerLength(bytes, rtp, end);
    if (stream == null || header < 0 || Rtp.payloadLength(bytes, rtp, end) < EVENT) {
      return;
    }
    int type = Rtp.payloadType(bytes, rtp);
    int event = bytes.u8(rtp + header);
    boolean told = stream.payloads().stream().anyMatch(p -> p.type() == type && events(p));
    if (!told || event >= KEYS.length()) {
      return;
    }
    digit(stream.number(), Rtp.timestamp(bytes, rtp), event, packet.number(), packet.timeNanos());
  }

  /** Packets of one event have one timestamp (RFC 4733 section 2.5.1.2). */
  private void digit(int stream, long timestamp, int event, int frame, long nanos) {
    Digit known = latest.get(stream);
    if (known != null && known.timestamp == timestamp && known.event == event) {
      known.end = Math.max(known.end, nanos);
      return;
    }
    boolean late = known != null && (int) (timestamp - known.timestamp) < 0;
    if (late || digits.size() == MAX_DIGITS) {
      return;
    }
    Digit digit = new Digit(stream, timestamp, event, frame, nanos);
    digits.add(digit);
    latest.put(stream, digit);
  }

  /** Takes a packet with RTCP. */
  void rtcp(Packet packet, int layer) {
    rtcp.begin(packet.bytes(layer), packet.offset(layer), packet.end(layer));
    while (rtcp.next()) {
      int type = rtcp.type();
      if (type == RtcpReader.SR && rtcp.hasSsrc()) {
        count(bySource.get(rtcp.ssrc()));
      }
      for (int i = 0; i < rtcp.blocks(); i++) {
        Reports reports = bySource.get(rtcp.blockSsrc(i));
        count(reports);
        if (reports != null) {
          double loss = 100.0 * rtcp.fractionLost(i) / 256;
          reports.worstLoss =
              Double.isNaN(reports.worstLoss) ? loss : Math.max(reports.worstLoss, loss);
        }
      }
    }
  }

  private static void count(@Nullable Reports reports) {
    if (reports != null) {
      reports.count++;
    }
  }

  Reports reports(StreamSnapshot stream) {
    return bySource.getOrDefault(stream.ssrc(), new Reports());
  }

  /** The rows of the digits between the ends of their streams. */
  List<LadderModel.Digits> rows(LadderColumns columns, long[] breaks) {
    List<LadderModel.Digits> rows = new ArrayList<>();
    for (StreamSnapshot stream : streams) {
      List<Digit> together = new ArrayList<>();
      for (Digit digit : digits) {
        if (digit.stream == stream.number()) {
          boolean apart =
              !together.isEmpty()
                  && (together.size() == MAX_TOGETHER
                      || digit.start - together.getLast().start > TOGETHER_NANOS
                      || between(breaks, together.getLast().start, digit.start));
          if (apart) {
            rows.add(row(stream, together, columns));
            together.clear();
          }
          together.add(digit);
        }
      }
      if (!together.isEmpty()) {
        rows.add(row(stream, together, columns));
      }
    }
    return rows;
  }

  /** Whether a message came between two digits. */
  private static boolean between(long[] breaks, long from, long to) {
    int at = Arrays.binarySearch(breaks, from);
    int next = at >= 0 ? at + 1 : -at - 1;
    return next < breaks.length && breaks[next] < to;
  }

  private static LadderModel.Digits row(
      StreamSnapshot stream, List<Digit> together, LadderColumns columns) {
    StringBuilder keys = new StringBuilder();
    List<Integer> frames = new ArrayList<>(together.size());
    for (Digit digit : together) {
      keys.append(KEYS.charAt(digit.event));
      frames.add(digit.frame);
    }
    return new LadderModel.Digits(
        together.getFirst().start,
        together.getLast().end,
        columns.ofMedia(stream.src()),
        columns.ofMedia(stream.dst()),
        stream.number(),
        keys.toString(),
        List.copyOf(frames));
  }
}
