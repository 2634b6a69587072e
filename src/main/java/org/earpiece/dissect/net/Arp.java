package org.earpiece.dissect.net;

import java.util.List;
import org.earpiece.bytes.ByteView;
import org.earpiece.dissect.Dissector;
import org.earpiece.dissect.DissectorTable;
import org.earpiece.dissect.EtherTypes;
import org.earpiece.packet.Field;
import org.earpiece.packet.Field.Display;
import org.earpiece.packet.FieldText;
import org.earpiece.packet.FieldType;
import org.earpiece.packet.IpAddress;
import org.earpiece.packet.Packet;
import org.earpiece.packet.Protocol;
import org.jspecify.annotations.Nullable;

/** ARP (RFC 826), for IPv4 over Ethernet; of others the fixed part alone. */
public final class Arp implements Dissector {
  private static final Protocol P = Protocol.ARP;
  private static final int FIXED = 8;
  private static final int SIZE = 28;
  private static final int SENDER_MAC = 8;
  private static final int OPCODE = 6;
  private static final int SENDER_IP = 14;
  private static final int TARGET_MAC = 18;
  private static final int TARGET_IP = 24;
  private static final int REQUEST = 1;
  private static final int REPLY = 2;

  @Override
  public Protocol protocol() {
    return P;
  }

  @Override
  public List<Field> fields() {
    return List.of(
        Field.protocol(P),
        Field.uint(P, "arp.hw.type", "Hardware type", Display.DECIMAL, 0, 2)
            .named(v -> v == 1 ? "Ethernet" : null),
        Field.uint(P, "arp.proto.type", "Protocol type", Display.HEX, 2, 2).named(EtherTypes::name),
        Field.uint(P, "arp.hw.size", "Hardware size", Display.DECIMAL, 4, 1),
        Field.uint(P, "arp.proto.size", "Protocol size", Display.DECIMAL, 5, 1),
        Field.uint(P, "arp.opcode", "Opcode", Display.DECIMAL, 6, 2).named(Arp::opcode),
        truth("arp.isgratuitous", "Is gratuitous", Arp::isGratuitous),
        truth("arp.isannouncement", "Is announcement", Arp::isAnnouncement),
        truth("arp.isprobe", "Is probe", Arp::isProbe),
        address("arp.src.hw_mac", "Sender MAC address", FieldType.ETHER, SENDER_MAC, 6),
        address("arp.src.proto_ipv4", "Sender IP address", FieldType.IPV4, SENDER_IP, 4),
        address("arp.dst.hw_mac", "Target MAC address", FieldType.ETHER, TARGET_MAC, 6),
        address("arp.dst.proto_ipv4", "Target IP address", FieldType.IPV4, TARGET_IP, 4));
  }

  private static Field address(String name, String label, FieldType type, int at, int size) {
    return Field.of(
        P,
        name,
        label,
        type,
        (p, layer, out) -> {
          if (usual(p, layer)) {
            out.addRange(p.offset(layer) + at, size);
          }
        });
  }

  /** Whether this is IPv4 over Ethernet, and whole. */
  private static boolean usual(Packet p, int layer) {
    int at = p.offset(layer);
    return p.end(layer) - at >= SIZE
        && p.bytes(layer).u16(at + 2) == EtherTypes.IPV4
        && p.bytes(layer).u16(at + 4) == 0x0604;
  }

  private interface Condition {
    boolean holds(ByteView bytes, int at);
  }

  /** Present, and true, where a condition holds. */
  private static Field truth(String name, String label, Condition condition) {
    return Field.number(
            P,
            name,
            label,
            FieldType.BOOLEAN,
            Display.DECIMAL,
            0,
            0,
            (p, layer) ->
                usual(p, layer) && condition.holds(p.bytes(layer), p.offset(layer))
                    ? 1
                    : Field.ABSENT)
        .bits(1)
        .asGenerated();
  }

  /** Whether a host tells of itself. */
  private static boolean isGratuitous(ByteView bytes, int at) {
    return bytes.i32(at + SENDER_IP) == bytes.i32(at + TARGET_IP);
  }

  /** Whether a host claims an address (RFC 5227 section 2.3). */
  private static boolean isAnnouncement(ByteView bytes, int at) {
    return isGratuitous(bytes, at) && asksNobody(bytes, at);
  }

  /** Whether a host asks if an address is free (RFC 5227 section 2.1.1). */
  private static boolean isProbe(ByteView bytes, int at) {
    return bytes.i32(at + SENDER_IP) == 0 && !isGratuitous(bytes, at) && asksNobody(bytes, at);
  }

  private static boolean asksNobody(ByteView bytes, int at) {
    return bytes.u16(at + OPCODE) == REQUEST && bytes.unsigned(at + TARGET_MAC, 6) == 0;
  }

  private static @Nullable String opcode(long value) {
    return switch ((int) value) {
      case REQUEST -> "request";
      case REPLY -> "reply";
      case 3 -> "reverse request";
      case 4 -> "reverse reply";
      default -> null;
    };
  }

  @Override
  public void register(DissectorTable table) {
    table.ethertype(EtherTypes.ARP, this);
    table.ethertype(EtherTypes.RARP, this);
  }

  @Override
  public int dissect(Packet packet, int offset) {
    if (!packet.has(offset, FIXED)) {
      return TRUNCATED;
    }
    ByteView bytes = packet.bytes();
    int size = FIXED + 2 * (bytes.u8(offset + 4) + bytes.u8(offset + 5));
    if (!packet.has(offset, size)) {
      return TRUNCATED;
    }
    packet.limit(offset + size);
    return size;
  }

  @Override
  public void info(Packet packet, int layer, StringBuilder out) {
    if (!usual(packet, layer)) {
      return;
    }
    ByteView bytes = packet.bytes(layer);
    int at = packet.offset(layer);
    String sender = ip(bytes, at + SENDER_IP);
    String target = ip(bytes, at + TARGET_IP);
    switch (bytes.u16(at + 6)) {
      case REQUEST -> {
        if (sender.equals(target)) {
          out.append("ARP Announcement for ").append(sender);
        } else {
          out.append("Who has ").append(target).append("? Tell ").append(sender);
        }
      }
      case REPLY ->
          out.append(sender).append(" is at ").append(FieldText.ether(bytes, at + SENDER_MAC));
      default -> out.append("Opcode ").append(bytes.u16(at + 6));
    }
  }

  private static String ip(ByteView bytes, int at) {
    return IpAddress.text(0, IpAddress.v4(bytes.u32(at)));
  }

  @Override
  public String title(Packet packet, int layer) {
    int at = packet.offset(layer);
    String name = packet.end(layer) - at < FIXED ? null : opcode(packet.bytes(layer).u16(at + 6));
    return name == null ? P.title() : P.title() + " (" + name + ")";
  }
}
