package org.earpiece.dissect;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.earpiece.packet.Field;
import org.earpiece.packet.Field.Display;
import org.earpiece.packet.FieldType;
import org.earpiece.packet.LinkType;
import org.earpiece.packet.Packet;
import org.earpiece.packet.Protocol;
import org.jspecify.annotations.Nullable;

/** What the record of a frame in its capture tells: its link layer, its flags. */
final class RecordFields {
  private static final Protocol P = Protocol.FRAME;

  /** Wireshark's own number and name of a link layer. */
  private record Encapsulation(int number, String name) {}

  private static final Map<LinkType, Encapsulation> ENCAPSULATIONS =
      Map.ofEntries(
          Map.entry(LinkType.NULL, new Encapsulation(15, "NULL/Loopback")),
          Map.entry(LinkType.ETHERNET, new Encapsulation(1, "Ethernet")),
          Map.entry(LinkType.PPP, new Encapsulation(4, "PPP")),
          Map.entry(LinkType.PPP_HDLC, new Encapsulation(4, "PPP")),
          Map.entry(LinkType.RAW_12, new Encapsulation(7, "Raw IP")),
          Map.entry(LinkType.RAW_14, new Encapsulation(7, "Raw IP")),
          Map.entry(LinkType.RAW, new Encapsulation(7, "Raw IP")),
          Map.entry(LinkType.ATM_RFC1483, new Encapsulation(10, "RFC 1483 ATM")),
          Map.entry(LinkType.CHDLC, new Encapsulation(28, "Cisco HDLC")),
          Map.entry(LinkType.IEEE802_11, new Encapsulation(20, "IEEE 802.11 Wireless LAN")),
          Map.entry(LinkType.LOOP, new Encapsulation(174, "OpenBSD loopback")),
          Map.entry(LinkType.LINUX_SLL, new Encapsulation(25, "Linux cooked-mode capture v1")),
          Map.entry(
              LinkType.IEEE802_11_PRISM,
              new Encapsulation(21, "IEEE 802.11 plus Prism II monitor mode radio header")),
          Map.entry(
              LinkType.IEEE802_11_RADIOTAP,
              new Encapsulation(23, "IEEE 802.11 plus radiotap radio header")),
          Map.entry(
              LinkType.IEEE802_11_AVS, new Encapsulation(24, "IEEE 802.11 plus AVS radio header")),
          Map.entry(LinkType.PPI, new Encapsulation(97, "Per-Packet Information header")),
          Map.entry(LinkType.PPP_WITH_DIR, new Encapsulation(19, "PPP with Directional Info")),
          Map.entry(LinkType.IPV4, new Encapsulation(129, "Raw IPv4")),
          Map.entry(LinkType.IPV6, new Encapsulation(130, "Raw IPv6")),
          Map.entry(LinkType.NFLOG, new Encapsulation(141, "NFLOG")),
          Map.entry(LinkType.LINUX_SLL2, new Encapsulation(210, "Linux cooked-mode capture v2")));

  private static final Field.Words NAMES =
      new Field.Words(
          ENCAPSULATIONS.values().stream()
              .distinct()
              .collect(Collectors.toMap(e -> (long) e.number(), Encapsulation::name)));

  private RecordFields() {}

  static List<Field> all() {
    return List.of(
        Field.number(
                P,
                "frame.encap_type",
                "Encapsulation type",
                FieldType.INT,
                Display.DECIMAL,
                0,
                0,
                (p, layer) -> {
                  Encapsulation known = ENCAPSULATIONS.get(p.linkType());
                  return known == null ? Field.ABSENT : known.number();
                })
            .bits(16)
            .named(NAMES),
        flags("frame.packet_flags", "Packet flags", -1L).shown(Display.HEX),
        flags("frame.packet_flags_direction", "Direction", 0x3)
            .shown(Display.HEX)
            .named(RecordFields::direction),
        flags("frame.packet_flags_reception_type", "Reception type", 0x1C)
            .named(RecordFields::reception),
        flags("frame.packet_flags_fcs_length", "FCS length", 0x1E0),
        flags("frame.packet_flags_reserved", "Reserved", 0xFE00),
        flag("crc_error", "CRC error", 24),
        flag("packet_too_error", "Packet too long error", 25),
        flag("packet_too_short_error", "Packet too short error", 26),
        flag("wrong_inter_frame_gap_error", "Wrong interframe gap error", 27),
        flag("unaligned_frame_error", "Unaligned frame error", 28),
        flag("start_frame_delimiter_error", "Start frame delimiter error", 29),
        flag("preamble_error", "Preamble error", 30),
        flag("symbol_error", "Symbol error", 31),
        Field.number(
                P,
                "frame.p2p_dir",
                "Point-to-Point Direction",
                FieldType.INT,
                Display.DECIMAL,
                0,
                0,
                RecordFields::received)
            .bits(8)
            .named(v -> v == 0 ? "Sent" : "Received"));
  }

  /** Some bits of the flags of the record; absent where it has none. */
  private static Field flags(String name, String label, long mask) {
    int shift = mask == -1L ? 0 : Long.numberOfTrailingZeros(mask);
    return Field.number(
            P,
            name,
            label,
            FieldType.UINT,
            Display.DECIMAL,
            0,
            0,
            (p, l) ->
                p.context().flags() == 0 ? Field.ABSENT : (p.context().flags() & mask) >> shift)
        .masked(mask);
  }

  private static Field flag(String name, String label, int bit) {
    return Field.number(
            P,
            "frame.packet_flags_" + name,
            label,
            FieldType.BOOLEAN,
            Display.DECIMAL,
            0,
            0,
            (p, l) -> p.context().flags() == 0 ? Field.ABSENT : p.context().flags() >> bit & 1)
        .bits(1);
  }

  private static @Nullable String direction(long value) {
    return switch ((int) value) {
      case 1 -> "Inbound";
      case 2 -> "Outbound";
      default -> null;
    };
  }

  private static @Nullable String reception(long value) {
    return switch ((int) value) {
      case 0 -> "Not specified";
      case 1 -> "Unicast";
      case 2 -> "Multicast";
      case 3 -> "Broadcast";
      case 4 -> "Promiscuous";
      default -> null;
    };
  }

  /** Whether the frame was received, 1, or sent, 0. */
  private static long received(Packet p, int layer) {
    return switch ((int) (p.context().flags() & 0x3)) {
      case 1 -> 1;
      case 2 -> 0;
      default -> Field.ABSENT;
    };
  }
}
