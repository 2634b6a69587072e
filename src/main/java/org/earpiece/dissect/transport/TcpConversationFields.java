package org.earpiece.dissect.transport;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.earpiece.packet.Fact;
import org.earpiece.packet.Field;
import org.earpiece.packet.Field.Display;
import org.earpiece.packet.FieldType;
import org.earpiece.packet.Packet;
import org.earpiece.packet.Protocol;
import org.earpiece.packet.TcpMark;
import org.jspecify.annotations.Nullable;

/** What the other segments of its conversation say of a segment. */
final class TcpConversationFields {
  private static final Protocol P = Protocol.TCP;
  private static final int SEQUENCE = 4;
  private static final int ACKNOWLEDGMENT = 8;
  private static final int WINDOW = 14;
  private static final int SYN_OR_FIN = 0x03;
  private static final int SYN = 0x02;
  private static final int ACK = 0x10;
  private static final long LOW = 0xFFFF_FFFFL;
  private static final String[] MARK_LABELS = {
    "This frame is a (suspected) retransmission",
    "This frame is a (suspected) fast retransmission",
    "This frame is a (suspected) spurious retransmission",
    "This frame is a (suspected) out-of-order segment",
    "A new tcp session is started with the same ports as an earlier session in this trace",
    "Previous segment(s) not captured (common at capture start)",
    "ACKed segment that wasn't captured (common at capture start)",
    "TCP window update",
    "TCP window specified by the receiver is now completely full",
    "TCP keep-alive segment",
    "ACK to a TCP keep-alive segment",
    "TCP Zero Window Probe",
    "TCP Zero Window segment",
    "ACK to a TCP Zero Window Probe",
    "Duplicate ACK",
    "This frame initiates the connection closing",
    "This frame undergoes the connection closing"
  };

  /** What the Info column says of marks. */
  private static final String[] MARK_WORDS = {
    "TCP Retransmission",
    "TCP Fast Retransmission",
    "TCP Spurious Retransmission",
    "TCP Out-Of-Order",
    "TCP Port numbers reused",
    "TCP Previous segment not captured",
    "TCP ACKed unseen segment",
    "TCP Window Update",
    "TCP Window Full",
    "TCP Keep-Alive",
    "TCP Keep-Alive ACK",
    "TCP ZeroWindowProbe",
    "TCP ZeroWindow",
    "TCP ZeroWindowProbeAck",
    "TCP Dup ACK"
  };

  private TcpConversationFields() {}

  static Field stream() {
    return fact("tcp.stream", "Stream index", FieldType.UINT, Fact.TCP_STREAM);
  }

  static Field sequence() {
    return at("tcp.seq", "Sequence Number", SEQUENCE, 4, TcpConversationFields::sequence);
  }

  static Field next() {
    return number(
            "tcp.nxtseq",
            "Next Sequence Number",
            FieldType.UINT,
            (p, layer) -> {
              if (!Tcp.whole(p, layer) || p.quoted()) {
                return Field.ABSENT;
              }
              int one = (Tcp.flags(p, layer) & SYN_OR_FIN) != 0 ? 1 : 0;
              return sequence(p, layer) + Tcp.length(p, layer) + one & LOW;
            })
        .asGenerated();
  }

  static Field acknowledgment() {
    return at(
        "tcp.ack",
        "Acknowledgment Number",
        ACKNOWLEDGMENT,
        4,
        TcpConversationFields::acknowledgment);
  }

  /** The sequence number, relative where the conversation is known. */
  static long sequence(Packet p, int layer) {
    return relative(p, layer, SEQUENCE, Fact.TCP_BASE);
  }

  static long acknowledgment(Packet p, int layer) {
    boolean told = Tcp.whole(p, layer) && (Tcp.flags(p, layer) & ACK) != 0;
    return told
        ? relative(p, layer, ACKNOWLEDGMENT, Fact.TCP_BASE_ACKNOWLEDGED)
        : raw(p, layer, ACKNOWLEDGMENT, 4);
  }

  /** A sequence number of the other side at a place, relative where the conversation is known. */
  static long acknowledged(Packet p, int layer, int place) {
    long raw = p.bytes(layer).u32(place);
    long from = p.facts().of(Fact.TCP_BASE_ACKNOWLEDGED, p, layer);
    return from == Field.ABSENT ? raw : raw - from & LOW;
  }

  private static long relative(Packet p, int layer, int at, Fact base) {
    long raw = raw(p, layer, at, 4);
    long from = raw == Field.ABSENT ? raw : p.facts().of(base, p, layer);
    return from == Field.ABSENT ? raw : raw - from & LOW;
  }

  private static long raw(Packet p, int layer, int at, int size) {
    return Tcp.whole(p, layer) ? p.bytes(layer).unsigned(p.offset(layer) + at, size) : Field.ABSENT;
  }

  /** The window in bytes; as it stands where its scale is not known, and where it is quoted. */
  static long window(Packet p, int layer) {
    long window = raw(p, layer, WINDOW, 2);
    boolean plain = window == Field.ABSENT || p.quoted() || (Tcp.flags(p, layer) & SYN) != 0;
    long shift = plain ? 0 : p.facts().of(Fact.TCP_WINDOW_SHIFT, p, layer);
    return shift > 0 ? window << shift : window;
  }

  /** The factor, -1 where it is not known, -2 where there is none; not of a SYN. */
  private static long factor(Packet p, int layer) {
    if (!Tcp.whole(p, layer) || (Tcp.flags(p, layer) & SYN) != 0) {
      return Field.ABSENT;
    }
    long shift = p.facts().of(Fact.TCP_WINDOW_SHIFT, p, layer);
    return shift >= 0 ? 1L << shift : shift;
  }

  static List<Field> rest() {
    List<Field> fields = new ArrayList<>();
    fields.add(
        fact("tcp.completeness", "Conversation completeness", FieldType.UINT, Fact.TCP_COMPLETENESS)
            .bits(8)
            .named(TcpConversationFields::completeness));
    fields.add(
        number(
                "tcp.window_size",
                "Calculated window size",
                FieldType.UINT,
                TcpConversationFields::window)
            .asGenerated());
    fields.add(
        number(
                "tcp.window_size_scalefactor",
                "Window size scaling factor",
                FieldType.INT,
                TcpConversationFields::factor)
            .named(v -> v == -1 ? "unknown" : v == -2 ? "no window scaling used" : null)
            .asGenerated());
    fields.add(
        time(
            "tcp.time_relative",
            "Time since first frame in this TCP stream",
            Fact.TCP_SINCE_FIRST));
    fields.add(
        time(
            "tcp.time_delta",
            "Time since previous frame in this TCP stream",
            Fact.TCP_SINCE_PREVIOUS));
    analysis(fields);
    connection(fields);
    return fields;
  }

  private static void analysis(List<Field> fields) {
    fields.add(label("tcp.analysis", "SEQ/ACK analysis", TcpConversationFields::isAnalysed));
    fields.add(
        fact(
            "tcp.analysis.acks_frame",
            "This is an ACK to the segment in frame",
            FieldType.FRAME_NUMBER,
            Fact.TCP_ACKNOWLEDGED_FRAME));
    fields.add(time("tcp.analysis.ack_rtt", "The RTT to ACK the segment was", Fact.TCP_ROUND_TRIP));
    fields.add(
        number(
                "tcp.analysis.initial_rtt",
                "iRTT",
                FieldType.RELATIVE_TIME,
                (p, layer) ->
                    isAnalysed(p, layer)
                        ? p.facts().of(Fact.TCP_INITIAL_ROUND_TRIP, p, layer)
                        : Field.ABSENT)
            .asGenerated());
    fields.add(
        fact(
            "tcp.analysis.bytes_in_flight", "Bytes in flight", FieldType.UINT, Fact.TCP_IN_FLIGHT));
    fields.add(
        fact(
            "tcp.analysis.push_bytes_sent",
            "Bytes sent since last PSH flag",
            FieldType.UINT,
            Fact.TCP_PUSHED));
    fields.add(
        label(
            "tcp.analysis.flags",
            "TCP Analysis Flags",
            (p, layer) -> (marks(p, layer) & TcpMark.ANALYSIS) != 0));
    for (TcpMark mark : TcpMark.values()) {
      String prefix = (mark.bit() & TcpMark.ANALYSIS) != 0 ? "tcp.analysis." : "tcp.connection.";
      fields.add(
          label(
              prefix + mark.name().toLowerCase(Locale.ROOT),
              MARK_LABELS[mark.ordinal()],
              (p, layer) -> mark.in(marks(p, layer))));
    }
    fields.add(
        fact(
            "tcp.analysis.duplicate_ack_num",
            "Duplicate ACK #",
            FieldType.UINT,
            Fact.TCP_DUPLICATES));
    fields.add(
        fact(
            "tcp.analysis.duplicate_ack_frame",
            "Duplicate to the ACK in frame",
            FieldType.FRAME_NUMBER,
            Fact.TCP_DUPLICATE_OF));
    fields.add(time("tcp.analysis.rto", "The RTO for this segment was", Fact.TCP_SINCE_REPEATED));
    fields.add(
        fact(
            "tcp.analysis.rto_frame",
            "RTO based on delta from frame",
            FieldType.FRAME_NUMBER,
            Fact.TCP_REPEATED_FRAME));
  }

  private static void connection(List<Field> fields) {
    fields.add(asked("tcp.connection.syn", "Connection establish request (SYN)", SYN));
    fields.add(
        asked("tcp.connection.synack", "Connection establish acknowledge (SYN+ACK)", SYN | ACK));
    fields.add(flagged("tcp.connection.fin", "Connection finish (FIN)", 0x01, 0x01));
    fields.add(flagged("tcp.connection.rst", "Connection reset (RST)", 0x04, 0x04));
    fields.add(
        label(
            "tcp.ack.nonzero",
            "The acknowledgment number field is nonzero while the ACK flag is not set",
            (p, layer) ->
                Tcp.whole(p, layer)
                    && (Tcp.flags(p, layer) & ACK) == 0
                    && raw(p, layer, ACKNOWLEDGMENT, 4) != 0));
  }

  /** A segment of the handshake, and whose port is asked. */
  private static Field asked(String name, String label, int set) {
    return Field.of(
            P,
            name,
            label,
            FieldType.LABEL,
            (p, layer, out) -> {
              if (Tcp.whole(p, layer) && (Tcp.flags(p, layer) & (SYN | ACK)) == set) {
                int port = p.offset(layer) + (set == SYN ? 2 : 0);
                String words = label + ": server port " + p.bytes(layer).u16(port);
                out.addText(words, p.offset(layer), 0);
              }
            })
        .asGenerated();
  }

  /** Whether these flags of a segment are set, and only they of some. */
  private static Field flagged(String name, String label, int of, int set) {
    return label(
        name, label, (p, layer) -> Tcp.whole(p, layer) && (Tcp.flags(p, layer) & of) == set);
  }

  private static boolean isAnalysed(Packet p, int layer) {
    return (marks(p, layer) & TcpMark.ANALYSIS) != 0
        || has(p, layer, Fact.TCP_ACKNOWLEDGED_FRAME)
        || has(p, layer, Fact.TCP_IN_FLIGHT)
        || has(p, layer, Fact.TCP_PUSHED);
  }

  private static boolean has(Packet p, int layer, Fact fact) {
    return p.facts().of(fact, p, layer) != Field.ABSENT;
  }

  private static long marks(Packet p, int layer) {
    long marks = p.facts().of(Fact.TCP_MARKS, p, layer);
    return marks == Field.ABSENT ? 0 : marks;
  }

  /** What is remarkable of a segment, as in the Info column: {@code [TCP Retransmission] }. */
  static void words(Packet p, int layer, StringBuilder out) {
    long marks = marks(p, layer);
    for (int i = 0; i < MARK_WORDS.length; i++) {
      if ((marks >> i & 1) != 0) {
        out.insert(0, "[" + MARK_WORDS[i] + "] ");
      }
    }
  }

  private static @Nullable String completeness(long parts) {
    boolean whole = (parts & 7) == 7 && (parts & 0x30) != 0;
    if (whole) {
      return (parts & 8) != 0 ? "Complete, WITH_DATA" : "Complete, NO_DATA";
    }
    return "Incomplete";
  }

  private interface Condition {
    boolean holds(Packet packet, int layer);
  }

  private static Field label(String name, String label, Condition condition) {
    return Field.of(
            P,
            name,
            label,
            FieldType.LABEL,
            (p, layer, out) -> {
              if (condition.holds(p, layer)) {
                out.addRange(p.offset(layer), 0);
              }
            })
        .asGenerated();
  }

  private static Field time(String name, String label, Fact fact) {
    return fact(name, label, FieldType.RELATIVE_TIME, fact);
  }

  private static Field fact(String name, String label, FieldType type, Fact fact) {
    return number(name, label, type, (p, layer) -> p.facts().of(fact, p, layer)).asGenerated();
  }

  private static Field number(
      String name, String label, FieldType type, Field.NumberReader reader) {
    return Field.number(P, name, label, type, Display.DECIMAL, 0, 0, reader);
  }

  private static Field at(String name, String label, int at, int size, Field.NumberReader reader) {
    return Field.number(P, name, label, FieldType.UINT, Display.DECIMAL, at, size, reader);
  }
}
