package org.earpiece.dissect.link;

import java.util.List;
import org.earpiece.dissect.Dissector;
import org.earpiece.packet.Field;
import org.earpiece.packet.Field.Display;
import org.earpiece.packet.FieldType;
import org.earpiece.packet.Packet;
import org.earpiece.packet.Protocol;
import org.jspecify.annotations.Nullable;

/** What the tags of IEEE 802.1Q and 802.1ad have in common. */
final class VlanTag {
  private static final int SIZE = 4;
  private static final int TYPE = 2;
  private static final long ID = 0x0FFF;

  private VlanTag() {}

  static int dissect(Packet packet, int offset) {
    if (!packet.has(offset, SIZE)) {
      return Dissector.TRUNCATED;
    }
    TypeOrLength.next(packet, offset + TYPE);
    return SIZE;
  }

  /** The fields; Wireshark names the type of an 802.1ad tag after 802.1ah. */
  static List<Field> fields(Protocol p, FieldType dei, String typePrefix) {
    String name = p.filterName();
    return List.of(
        Field.protocol(p),
        Field.bits(p, name + ".priority", "Priority", FieldType.UINT, Display.DECIMAL, 0, 2, 0xE000)
            .named(VlanTag::priority),
        Field.bits(p, name + ".dei", "DEI", dei, Display.DECIMAL, 0, 2, 0x1000),
        Field.bits(p, name + ".id", "ID", FieldType.UINT, Display.DECIMAL, 0, 2, ID),
        TypeOrLength.type(p, typePrefix + ".etype", TYPE),
        TypeOrLength.length(p, typePrefix + ".len", TYPE));
  }

  /** IEEE 802.1Q table I-2. */
  private static @Nullable String priority(long value) {
    return switch ((int) value) {
      case 0 -> "Best Effort (default)";
      case 1 -> "Background";
      case 2 -> "Excellent Effort";
      case 3 -> "Critical Applications";
      case 4 -> "Video, < 100ms latency and jitter";
      case 5 -> "Voice, < 10ms latency and jitter";
      case 6 -> "Internetwork Control";
      case 7 -> "Network Control";
      default -> null;
    };
  }

  static String title(Packet packet, int layer) {
    int at = packet.offset(layer);
    String title = packet.protocol(layer).title();
    if (at + SIZE > packet.end(layer)) {
      return title;
    }
    int tag = packet.bytes(layer).u16(at);
    return title + ", PRI: " + (tag >> 13) + ", DEI: " + (tag >> 12 & 1) + ", ID: " + (tag & ID);
  }
}
