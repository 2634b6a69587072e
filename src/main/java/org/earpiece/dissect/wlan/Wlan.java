package org.earpiece.dissect.wlan;

import java.util.List;
import org.earpiece.bytes.ByteView;
import org.earpiece.dissect.Dissector;
import org.earpiece.dissect.DissectorTable;
import org.earpiece.packet.Field;
import org.earpiece.packet.FieldText;
import org.earpiece.packet.LinkType;
import org.earpiece.packet.NextHeader;
import org.earpiece.packet.Packet;
import org.earpiece.packet.Protocol;
import org.jspecify.annotations.Nullable;

/**
 * IEEE 802.11 frames (IEEE 802.11-2020 section 9.2). Those of data lead on to LLC; what is
 * encrypted over the air, or the later fragment of a frame, stays data.
 */
public final class Wlan implements Dissector {
  static final Protocol P = Protocol.WLAN;

  /** Bytes of the check sequence that captures may keep at the end. */
  static final int FCS = 4;

  static final int MANAGEMENT = 0;
  static final int CONTROL = 1;
  static final int DATA = 2;

  static final int TO_DS = 0x01;
  static final int FROM_DS = 0x02;
  private static final int PROTECTED = 0x40;
  private static final int ORDER = 0x80;

  /** Frame control, duration and one address: what all frames have. */
  static final int LEAST = 10;

  /** With three addresses and the number of the frame: those of data and management. */
  static final int USUAL = 24;

  static final int ADDRESS_4 = USUAL;
  private static final int ADDRESS = 6;
  private static final int QOS = 2;
  private static final int HT_CONTROL = 4;
  private static final int AMSDU = 0x80;

  /** WEP has 4 bytes; TKIP, CCMP and GCMP say by a bit that there are 4 more. */
  private static final int VECTOR = 4;

  private static final int EXTENDED = 0x20;

  /** Bits of the subtype of a data frame. */
  private static final int QOS_DATA = 8;

  private static final int NO_DATA = 4;

  @Override
  public Protocol protocol() {
    return P;
  }

  @Override
  public List<Field> fields() {
    return WlanFields.all();
  }

  @Override
  public void register(DissectorTable table) {
    table.link(LinkType.IEEE802_11, this);
  }

  @Override
  public int dissect(Packet packet, int offset) {
    if (!packet.has(offset, LEAST)) {
      return TRUNCATED;
    }
    ByteView bytes = packet.bytes();
    int layer = packet.layers() - 1;
    int header = header(bytes, offset);
    if (CaptureHeader.padded(packet, layer)) {
      header = (header + 3) & ~3;
    }
    if (!packet.has(offset, header)) {
      return TRUNCATED;
    }
    header += vector(packet, offset, header);
    packet.limitInside(Math.max(offset + header, packet.limit() - fcsAtHand(packet, layer)));
    if (type(bytes, offset) == DATA && (subtype(bytes, offset) & NO_DATA) == 0) {
      content(packet, offset, offset + header);
    }
    return header;
  }

  /** Bytes of the initialization vector that encrypted data begins with. */
  private static int vector(Packet packet, int offset, int header) {
    ByteView bytes = packet.bytes();
    int at = offset + header;
    if (type(bytes, offset) != DATA || !isProtected(bytes, offset) || !packet.has(at, VECTOR)) {
      return 0;
    }
    boolean extended = (bytes.u8(at + VECTOR - 1) & EXTENDED) != 0 && packet.has(at, 2 * VECTOR);
    return extended ? 2 * VECTOR : VECTOR;
  }

  private static void content(Packet packet, int offset, int payload) {
    ByteView bytes = packet.bytes();
    boolean laterFragment = (bytes.u8(offset + 22) & 0x0F) != 0;
    if (payload >= packet.limit()) {
      return;
    }
    if (isProtected(bytes, offset) || laterFragment) {
      packet.next(NextHeader.PROTOCOL, Protocol.DATA.ordinal());
    } else if (isAggregate(bytes, offset, packet.limit())) {
      packet.next(NextHeader.WLAN_SUBFRAMES, 0);
    } else {
      packet.next(NextHeader.PROTOCOL, Protocol.LLC.ordinal());
    }
  }

  static int type(ByteView bytes, int at) {
    return bytes.u8(at) >> 2 & 3;
  }

  static int subtype(ByteView bytes, int at) {
    return bytes.u8(at) >> 4;
  }

  static int flags(ByteView bytes, int at) {
    return bytes.u8(at + 1);
  }

  static boolean isProtected(ByteView bytes, int at) {
    return (flags(bytes, at) & PROTECTED) != 0;
  }

  /** Whether both ends are bridges: there is a fourth address. */
  static boolean hasFourAddresses(ByteView bytes, int at) {
    return type(bytes, at) == DATA && (flags(bytes, at) & (TO_DS | FROM_DS)) == (TO_DS | FROM_DS);
  }

  static boolean hasQos(ByteView bytes, int at) {
    return type(bytes, at) == DATA && (subtype(bytes, at) & QOS_DATA) != 0;
  }

  /** Where the QoS control is, from the start of the layer. */
  static int qosAt(ByteView bytes, int at) {
    return USUAL + (hasFourAddresses(bytes, at) ? ADDRESS : 0);
  }

  /** Whether there are several frames inside, as far as the header goes. */
  static boolean isAggregate(ByteView bytes, int at, int end) {
    int qos = at + qosAt(bytes, at);
    return hasQos(bytes, at) && qos < end && (bytes.u8(qos) & AMSDU) != 0;
  }

  /** Bytes of the header, {@link #LEAST} of which are there. */
  private static int header(ByteView bytes, int at) {
    int htControl = (flags(bytes, at) & ORDER) != 0 ? HT_CONTROL : 0;
    return switch (type(bytes, at)) {
      case MANAGEMENT -> USUAL + htControl;
      case DATA -> {
        int qos = hasQos(bytes, at) ? QOS + htControl : 0;
        yield qosAt(bytes, at) + qos;
      }
      default -> LEAST;
    };
  }

  /** Bytes of the check sequence that were captured. */
  static int fcsAtHand(Packet packet, int layer) {
    int fcs = CaptureHeader.hasFcs(packet, layer) ? FCS : packet.context().fcs();
    return Math.max(0, fcs - (packet.length() - packet.capturedLength()));
  }

  static @Nullable String name(int type, int subtype) {
    return switch (type) {
      case MANAGEMENT -> management(subtype);
      case CONTROL ->
          switch (subtype) {
            case 8 -> "802.11 Block Ack Req";
            case 9 -> "802.11 Block Ack";
            case 10 -> "Power-Save poll";
            case 11 -> "Request-to-send";
            case 12 -> "Clear-to-send";
            case 13 -> "Acknowledgement";
            default -> null;
          };
      case DATA ->
          switch (subtype) {
            case 0 -> "Data";
            case 4 -> "Null function (No data)";
            case 8 -> "QoS Data";
            case 12 -> "QoS Null function (No data)";
            default -> null;
          };
      default -> null;
    };
  }

  private static @Nullable String management(int subtype) {
    return switch (subtype) {
      case 0 -> "Association Request";
      case 1 -> "Association Response";
      case 2 -> "Reassociation Request";
      case 3 -> "Reassociation Response";
      case 4 -> "Probe Request";
      case 5 -> "Probe Response";
      case 8 -> "Beacon frame";
      case 10 -> "Disassociate";
      case 11 -> "Authentication";
      case 12 -> "Deauthentication";
      case 13 -> "Action";
      default -> null;
    };
  }

  @Override
  public void info(Packet packet, int layer, StringBuilder out) {
    int at = packet.offset(layer);
    if (packet.end(layer) - at < LEAST) {
      return;
    }
    ByteView bytes = packet.bytes(layer);
    String name = name(type(bytes, at), subtype(bytes, at));
    out.append(name == null ? "Frame of type " + type(bytes, at) : name);
    if (type(bytes, at) != CONTROL && packet.end(layer) - at >= USUAL) {
      int sequence = LittleEndian.u16(bytes, at + 22);
      out.append(", SN=").append(sequence >> 4).append(", FN=").append(sequence & 0x0F);
    }
    out.append(isProtected(bytes, at) ? ", encrypted" : "");
  }

  @Override
  public String title(Packet packet, int layer) {
    int at = packet.offset(layer);
    if (packet.end(layer) - at < LEAST) {
      return P.title();
    }
    ByteView bytes = packet.bytes(layer);
    String name = name(type(bytes, at), subtype(bytes, at));
    return P.title()
        + (name == null ? "" : " " + name)
        + ", Flags: "
        + FieldText.hex(flags(bytes, at), 1)
        + (isProtected(bytes, at) ? ", encrypted" : "");
  }
}
