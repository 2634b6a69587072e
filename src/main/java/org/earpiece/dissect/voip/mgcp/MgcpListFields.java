package org.earpiece.dissect.voip.mgcp;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.earpiece.bytes.Ascii;
import org.earpiece.bytes.ByteView;
import org.earpiece.packet.Field;
import org.earpiece.packet.FieldType;
import org.earpiece.packet.FieldValues;

/**
 * The parts of those parameters that are lists: {@code L: p:20, a:PCMA} (RFC 3435 section 2.3.5),
 * {@code P: PS=10, OS=1600} (section 2.3.7), and voice metrics (RFC 3660's XRM package).
 */
final class MgcpListFields {
  private static final String OPTIONS = "mgcp.param.localconnectionoptions.";
  private static final String PARAMETERS = "mgcp.param.connectionparam.";
  private static final String METRICS = "mgcp.param.voicemetrics.";
  private static final String VENDOR = "X-";

  /** A part of a list. */
  private record Part(String name, String suffix, String label, boolean number) {
    Part(String name, String suffix, String label) {
      this(name, suffix, label, false);
    }
  }

  private static final List<Part> OPTION_PARTS =
      List.of(
          new Part("p", "p", "Packetization period (p)", true),
          new Part("a", "a", "Codecs (a)"),
          new Part("s", "s", "Silence Suppression (s)"),
          new Part("e", "e", "Echo Cancellation (e)"),
          new Part("sc-rtp", "scrtp", "RTP ciphersuite (sc-rtp)"),
          new Part("sc-rtcp", "scrtcp", "RTCP ciphersuite (sc-rtcp)"),
          new Part("b", "b", "Bandwidth (b)"),
          new Part("es-ccd", "esccd", "Content Destination (es-ccd)"),
          new Part("es-cci", "escci", "Content Identifier (es-cci)"),
          new Part("dq-gi", "dqgi", "D-QoS GateID (dq-gi)"),
          new Part("dq-rd", "dqrd", "D-QoS Reserve Destination (dq-rd)"),
          new Part("dq-ri", "dqri", "D-QoS Resource ID (dq-ri)"),
          new Part("dq-rr", "dqrr", "D-QoS Resource Reservation (dq-rr)"),
          new Part("k", "k", "Encryption Key (k)"),
          new Part("gc", "gc", "Gain Control (gc)", true),
          new Part("fmtp", "fmtp", "Media Format (fmtp)"),
          new Part("nt", "nt", "Network Type (nt)"),
          new Part("o-fmtp", "ofmtp", "Optional Media Format (o-fmtp)"),
          new Part("r", "r", "Resource Reservation (r)"),
          new Part("t", "t", "Type of Service (t)"),
          new Part("r-cnf", "rcnf", "Reservation Confirmation (r-cnf)"),
          new Part("r-dir", "rdir", "Reservation Direction (r-dir)"),
          new Part("r-sh", "rsh", "Resource Sharing (r-sh)"),
          new Part("mp", "mp", "Multiple Packetization period (mp)"),
          new Part("fxr/fx", "fxr", "FXR (fxr/fx)"));

  private static final List<Part> CONNECTION_PARTS =
      List.of(
          new Part("PS", "ps", "Packets sent (PS)", true),
          new Part("OS", "os", "Octets sent (OS)", true),
          new Part("PR", "pr", "Packets received (PR)", true),
          new Part("OR", "or", "Octets received (OR)", true),
          new Part("PL", "pl", "Packets lost (PL)", true),
          new Part("JI", "ji", "Jitter (JI)", true),
          new Part("LA", "la", "Latency (LA)", true),
          new Part("PC/RPS", "pcrps", "Remote Packets sent (PC/RPS)", true),
          new Part("PC/ROS", "pcros", "Remote Octets sent (PC/ROS)", true),
          new Part("PC/RPL", "pcrpl", "Remote Packets lost (PC/RPL)", true),
          new Part("PC/RJI", "pcrji", "Remote Jitter (PC/RJI)", true));

  private static final List<Part> METRIC_PARTS =
      List.of(
          new Part("NLR", "nlr", "Network packet loss rate(NLR)"),
          new Part("JDR", "jdr", "Jitter buffer discard rate(JDR)"),
          new Part("BLD", "bld", "Burst loss density(BLD)"),
          new Part("GLD", "gld", "Gap loss density(GLD)"),
          new Part("BD", "bd", "Burst duration(BD)"),
          new Part("GD", "gd", "Gap duration(GD)"),
          new Part("RTD", "rtd", "Round trip network delay(RTD)"),
          new Part("ESD", "esd", "End system delay(ESD)"),
          new Part("SL", "sl", "Signal level(SL)"),
          new Part("NL", "nl", "Noise level(NL)"),
          new Part("RERL", "rerl", "Residual echo return loss(RERL)"),
          new Part("GMN", "gmn", "Minimum gap threshold(GMN)"),
          new Part("NSR", "nsr", "R factor(NSR)"),
          new Part("XSR", "xsr", "External R factor(XSR)"),
          new Part("MLQ", "mlq", "Estimated MOS-LQ(MLQ)"),
          new Part("MCQ", "mcq", "Estimated MOS-CQ(MCQ)"),
          new Part("PLC", "plc", "Packet loss concealment type(PLC)"),
          new Part("JBA", "jba", "Jitter Buffer Adaptive(JBA)"),
          new Part("JBR", "jbr", "Jitter Buffer Rate(JBR)"),
          new Part("JBN", "jbn", "Nominal jitter buffer delay(JBN)"),
          new Part("JBM", "jbm", "Maximum jitter buffer delay(JBM)"),
          new Part("JBS", "jbs", "Absolute maximum jitter buffer delay(JBS)"),
          new Part("IAJ", "iaj", "Inter-arrival Jitter(IAJ)"));

  /** A kind of list: which lines have it, what parts name and value, and the parts known. */
  private record Kind(Set<MgcpParameter> lines, char separator, String prefix, List<Part> parts) {
    boolean isOf(MgcpLines walk) {
      MgcpParameter parameter = walk.parameter();
      return parameter != null && lines.contains(parameter);
    }

    boolean knows(ByteView view, int from, int to) {
      for (Part part : parts) {
        if (Ascii.equalsIgnoreCase(view, from, to, part.name())) {
          return true;
        }
      }
      return equals(CONNECTION) && isVendors(view, from, to);
    }
  }

  private static final Kind OPTION =
      new Kind(EnumSet.of(MgcpParameter.LOCAL_OPTIONS), ':', OPTIONS, OPTION_PARTS);
  private static final Kind CONNECTION =
      new Kind(EnumSet.of(MgcpParameter.CONNECTION_PARAMETERS), '=', PARAMETERS, CONNECTION_PARTS);
  private static final Kind METRIC =
      new Kind(
          EnumSet.of(MgcpParameter.LOCAL_METRICS, MgcpParameter.REMOTE_METRICS),
          '=',
          METRICS,
          METRIC_PARTS);
  private static final List<Kind> KINDS = List.of(OPTION, CONNECTION, METRIC);

  private MgcpListFields() {}

  /** Looks at one item of a list: where it begins, its separator (or its end), where it ends. */
  @FunctionalInterface
  private interface Visitor {
    void item(ByteView view, int from, int separator, int to);
  }

  static List<Field> all() {
    List<Field> fields = new ArrayList<>();
    for (Kind kind : KINDS) {
      for (Part part : kind.parts) {
        fields.add(part(kind, part));
      }
    }
    fields.add(
        MgcpFields.of(
            PARAMETERS + "x",
            "Vendor Extension",
            FieldType.STRING,
            (m, out) ->
                each(
                    m,
                    CONNECTION,
                    (view, from, at, to) -> {
                      if (at < to && isVendors(view, Ascii.skipSpace(view, from, at), at)) {
                        add(view, at + 1, to, false, out);
                      }
                    })));
    fields.add(
        MgcpFields.of(
            "mgcp.unknown_parameter",
            "Unknown parameter",
            FieldType.STRING,
            (m, out) -> {
              for (Kind kind : KINDS) {
                each(m, kind, (view, from, at, to) -> unknown(kind, view, from, at, to, out));
              }
            }));
    fields.add(
        MgcpFields.of(
            "mgcp.rsp.malformed_parameter",
            "Malformed parameter",
            FieldType.STRING,
            (m, out) ->
                each(
                    m,
                    CONNECTION,
                    (view, from, at, to) -> {
                      if (at == to) {
                        out.addRange(from, to - from);
                      }
                    })));
    return fields;
  }

  private static Field part(Kind kind, Part part) {
    return MgcpFields.of(
        kind.prefix + part.suffix(),
        part.label(),
        part.number() ? FieldType.UINT : FieldType.STRING,
        (m, out) ->
            each(
                m,
                kind,
                (view, from, at, to) -> {
                  if (at < to && isNamed(view, from, at, part.name())) {
                    add(view, at + 1, to, part.number(), out);
                  }
                }));
  }

  private static void unknown(Kind kind, ByteView view, int from, int at, int to, FieldValues out) {
    int name = Ascii.skipSpace(view, from, at);
    if (at < to && !kind.knows(view, name, Ascii.trimEnd(view, name, at))) {
      out.addRange(from, to - from);
    }
  }

  private static boolean isNamed(ByteView view, int from, int to, String name) {
    int start = Ascii.skipSpace(view, from, to);
    return Ascii.equalsIgnoreCase(view, start, Ascii.trimEnd(view, start, to), name);
  }

  private static boolean isVendors(ByteView view, int from, int to) {
    return to - from > VENDOR.length()
        && Ascii.equalsIgnoreCase(view, from, from + VENDOR.length(), VENDOR);
  }

  private static void add(ByteView view, int from, int to, boolean number, FieldValues out) {
    int start = Ascii.skipSpace(view, from, to);
    int end = Ascii.trimEnd(view, start, to);
    if (!number) {
      out.addRange(start, end - start);
      return;
    }
    boolean negative = start < end && view.u8(start) == '-';
    int digits = negative ? start + 1 : start;
    int last = digits;
    while (last < end && view.u8(last) >= '0' && view.u8(last) <= '9') {
      last++;
    }
    long value = Ascii.decimal(view, digits, last);
    if (value >= 0) {
      out.addNumber((negative ? -value : value) & 0xFFFF_FFFFL, start, end - start);
    }
  }

  private static void each(MgcpMessage m, Kind kind, Visitor visitor) {
    ByteView view = m.view();
    MgcpLines lines = new MgcpLines(m);
    while (lines.next()) {
      if (!kind.isOf(lines)) {
        continue;
      }
      int from = lines.valueStart();
      while (from < lines.end()) {
        int comma = view.indexOf((byte) ',', from, lines.end());
        int to = comma < 0 ? lines.end() : comma;
        int separator = view.indexOf((byte) kind.separator, from, to);
        if (to > from) {
          visitor.item(view, from, separator < 0 ? to : separator, to);
        }
        from = to + 1;
      }
    }
  }
}
