package org.earpiece.dissect;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;
import org.earpiece.packet.Field;
import org.earpiece.packet.FieldType;
import org.earpiece.packet.FieldValues;
import org.earpiece.packet.Packet;
import org.earpiece.packet.Protocol;

/**
 * What is remarkable of a packet, with Wireshark's severities and groups: certain fields say so by
 * being there. Any thread.
 */
final class Expert {
  private static final Protocol P = Protocol.FRAME;

  /** How much it matters, with Wireshark's numbers. */
  enum Severity {
    COMMENT("Comment", 0x0010_0000),
    CHAT("Chat", 0x0020_0000),
    NOTE("Note", 0x0040_0000),
    WARNING("Warning", 0x0060_0000),
    ERROR("Error", 0x0080_0000);

    final String word;
    final int number;

    Severity(String word, int number) {
      this.word = word;
      this.number = number;
    }
  }

  /** What it is about, with Wireshark's numbers. */
  enum Group {
    CHECKSUM("Checksum", 0x0100_0000),
    SEQUENCE("Sequence", 0x0200_0000),
    UNDECODED("Undecoded", 0x0500_0000),
    MALFORMED("Malformed", 0x0700_0000),
    PROTOCOL("Protocol", 0x0900_0000),
    COMMENT("Comment", 0x0B00_0000);

    final String word;
    final int number;

    Group(String word, int number) {
      this.word = word;
      this.number = number;
    }
  }

  /** The fields that are remarkable, by severity and group. */
  private record Kind(Severity severity, Group group, Set<String> fields) {}

  private static final List<Kind> KINDS =
      List.of(
          new Kind(
              Severity.CHAT,
              Group.SEQUENCE,
              Set.of(
                  "tcp.connection.syn",
                  "tcp.connection.synack",
                  "tcp.connection.fin",
                  "tcp.analysis.window_update",
                  "http.chat")),
          new Kind(
              Severity.NOTE,
              Group.SEQUENCE,
              Set.of(
                  "tcp.connection.fin_active",
                  "tcp.connection.fin_passive",
                  "tcp.analysis.retransmission",
                  "tcp.analysis.fast_retransmission",
                  "tcp.analysis.spurious_retransmission",
                  "tcp.analysis.reused_ports",
                  "tcp.analysis.keep_alive",
                  "tcp.analysis.keep_alive_ack",
                  "tcp.analysis.zero_window_probe",
                  "tcp.analysis.zero_window_probe_ack",
                  "tcp.analysis.duplicate_ack",
                  "ip.ttl.too_small",
                  "ip.ttl.lncb")),
          new Kind(
              Severity.WARNING,
              Group.SEQUENCE,
              Set.of(
                  "tcp.connection.rst",
                  "tcp.analysis.out_of_order",
                  "tcp.analysis.lost_segment",
                  "tcp.analysis.ack_lost_segment",
                  "tcp.analysis.window_full",
                  "tcp.analysis.zero_window",
                  "tcp.options.sack.dsack")),
          new Kind(Severity.CHAT, Group.SEQUENCE, Set.of("udp.possible_traceroute")),
          new Kind(Severity.NOTE, Group.PROTOCOL, Set.of("tcp.ack.nonzero", "eth.padding_bad")),
          new Kind(Severity.NOTE, Group.UNDECODED, Set.of("sip.unrecognized_header")),
          new Kind(
              Severity.NOTE,
              Group.MALFORMED,
              Set.of(
                  "sip.Status-Code.invalid",
                  "sip.content_length.invalid",
                  "sip.retry_after.invalid",
                  "sip.Via.sent-by.port.invalid",
                  "sdp.invalid_line.no_equal",
                  "sdp.invalid_key_param")),
          new Kind(
              Severity.WARNING,
              Group.MALFORMED,
              Set.of(
                  "sip.header_no_colon",
                  "sip.header_not_terminated",
                  "rtcp.length_check.bad",
                  "rtcp.bye_reason_not_padded",
                  "rtcp.rtpfb.transportcc_bad")),
          new Kind(
              Severity.WARNING,
              Group.PROTOCOL,
              Set.of(
                  "sip.Session-ID.sess_id.invalid",
                  "rtcp.invalid_block_length",
                  "rtcp.block_length.invalid")),
          new Kind(Severity.ERROR, Group.PROTOCOL, Set.of("rtcp.appl.not_ascii")),
          new Kind(
              Severity.WARNING,
              Group.PROTOCOL,
              Set.of("dns.retransmit_request", "dns.retransmit_response", "eth.src_not_group")),
          new Kind(Severity.WARNING, Group.CHECKSUM, Set.of("stun.att.crc32.bad")),
          new Kind(Severity.WARNING, Group.UNDECODED, Set.of("stun.unknown_attribute")),
          new Kind(Severity.ERROR, Group.PROTOCOL, Set.of("ip.bogus_ip_length")),
          new Kind(
              Severity.ERROR,
              Group.MALFORMED,
              Set.of(
                  "sdp.invalid_line.extra_space",
                  "rtp.padding_missing",
                  "_ws.malformed",
                  "udp.length.bad",
                  "t38.malformed",
                  "sdp.invalid_line.missing_fields",
                  "sdp.invalid_media_port",
                  "sdp.invalid_sample_rate",
                  "sdp.invalid_crypto_tag",
                  "sdp.invalid_crypto_mki_length")),
          new Kind(Severity.COMMENT, Group.COMMENT, Set.of("frame.comment.expert")));

  /** A remarkable field. */
  private record Item(Field field, Severity severity, Group group) {}

  /** Made when somebody asks first: the fields of all protocols are known by then. */
  private static final class Items {
    static final Map<Protocol, List<Item>> OF =
        Dissectors.fields().stream()
            .flatMap(field ->
                KINDS.stream()
                    .filter(kind -> kind.fields().contains(field.name()))
                    .map(kind -> new Item(field, kind.severity(), kind.group())))
            .collect(
                Collectors.groupingBy(
                    item -> item.field().protocol(),
                    () -> new EnumMap<>(Protocol.class),
                    Collectors.toList()));
  }

  private static final ThreadLocal<FieldValues> VALUES = ThreadLocal.withInitial(FieldValues::new);

  private Expert() {}

  static List<Field> fields() {
    return List.of(
        field(
            "_ws.expert",
            "Expert Info",
            FieldType.PROTOCOL,
            (item, v, i, out) -> out.addRange(0, 0)),
        number("_ws.expert.severity", "Severity level", item -> item.severity().number)
            .named(
                new Field.Words(
                    Arrays.stream(Severity.values())
                        .collect(Collectors.toMap(s -> (long) s.number, s -> s.word)))),
        number("_ws.expert.group", "Group", item -> item.group().number)
            .named(
                new Field.Words(
                    Arrays.stream(Group.values())
                        .collect(Collectors.toMap(g -> (long) g.number, g -> g.word)))),
        field("_ws.expert.message", "Message", FieldType.STRING, Expert::message));
  }

  /** Adds what a field of the expert information has of an item. */
  private interface Part {
    void add(Item item, FieldValues values, int i, FieldValues out);
  }

  private static Field number(String name, String label, ToIntFunction<Item> number) {
    return field(
        name,
        label,
        FieldType.UINT,
        (item, values, i, out) -> out.addNumber(number.applyAsInt(item), 0, 0));
  }

  private static Field field(String name, String label, FieldType type, Part part) {
    return Field.of(P, name, label, type, (p, layer, out) -> each(p, part, out)).asGenerated();
  }

  private static void message(Item item, FieldValues values, int i, FieldValues out) {
    String told = values.givenText(i);
    out.addText(told == null ? item.field().label() : told, 0, 0);
  }

  private static void each(Packet packet, Part part, FieldValues out) {
    FieldValues values = VALUES.get();
    for (int layer = Packet.FRAME_LAYER; layer < packet.layers(); layer++) {
      for (Item item : Items.OF.getOrDefault(packet.protocol(layer), List.of())) {
        item.field().reader().read(packet, layer, values.begin(packet.bytes(layer)));
        for (int i = 0; i < values.size(); i++) {
          part.add(item, values, i, out);
        }
      }
    }
  }
}
