package org.earpiece.dissect.voip.sdp;

import java.util.ArrayList;
import java.util.List;
import org.earpiece.bytes.Ascii;
import org.earpiece.bytes.ByteView;
import org.earpiece.packet.Field;
import org.earpiece.packet.FieldType;
import org.earpiece.packet.FieldValues;
import org.earpiece.packet.Packet;
import org.earpiece.packet.Protocol;

/** The fields of SDP: every line, and its words. */
final class SdpFields {
  private static final Protocol P = Protocol.SDP;

  /** The letters that lines begin with (RFC 8866 section 5). */
  private static final String TYPES = "vosiuepcbtrzkma";

  /** Words of one line of times that are read at most. */
  private static final int MAX_TIMES = 64;

  private SdpFields() {}

  /** Where a line may stand. */
  private enum Part {
    SESSION,
    MEDIA,
    ANY
  }

  /** Adds values from the value of one line. */
  @FunctionalInterface
  interface Reader {
    void read(ByteView view, int from, int to, FieldValues out);
  }

  static List<Field> all() {
    List<Field> fields = new ArrayList<>();
    fields.add(Field.protocol(P));
    fields.add(line("sdp.version", "Session Description Protocol Version (v)", 'v', Part.ANY));
    fields.add(line("sdp.owner", "Owner/Creator, Session Id (o)", 'o', Part.ANY));
    fields.add(word("sdp.owner.username", "Owner Username", 'o', 0));
    fields.add(word("sdp.owner.sessionid", "Session ID", 'o', 1));
    fields.add(word("sdp.owner.version", "Session Version", 'o', 2));
    fields.add(word("sdp.owner.network_type", "Owner Network Type", 'o', 3));
    fields.add(word("sdp.owner.address_type", "Owner Address Type", 'o', 4));
    fields.add(word("sdp.owner.address", "Owner Address", 'o', 5));
    fields.add(line("sdp.session_name", "Session Name (s)", 's', Part.ANY));
    fields.add(line("sdp.session_info", "Session Information (i)", 'i', Part.SESSION));
    fields.add(line("sdp.uri", "URI of Description (u)", 'u', Part.ANY));
    fields.add(line("sdp.email", "E-mail Address (e)", 'e', Part.ANY));
    fields.add(line("sdp.phone", "Phone Number (p)", 'p', Part.ANY));
    connection(fields);
    fields.add(line("sdp.time", "Time Description, active time (t)", 't', Part.ANY));
    fields.add(word("sdp.time.start", "Session Start Time", 't', 0));
    fields.add(word("sdp.time.stop", "Session Stop Time", 't', 1));
    fields.add(line("sdp.repeat_time", "Repeat Time (r)", 'r', Part.ANY));
    repeats(fields);
    fields.add(line("sdp.timezone", "Time Zone Adjustments (z)", 'z', Part.ANY));
    fields.add(everyOther("sdp.timezone.time", "Timezone Time", 'z', 0, 2));
    fields.add(everyOther("sdp.timezone.offset", "Timezone Offset", 'z', 1, 2));
    fields.add(line("sdp.encryption_key", "Encryption Key (k)", 'k', Part.ANY));
    fields.add(half("sdp.encryption_key.type", "Key Type", 'k', Part.ANY, true));
    fields.add(half("sdp.encryption_key.data", "Key Data", 'k', Part.ANY, false));
    fields.add(line("sdp.session_attr", "Session Attribute (a)", 'a', Part.SESSION));
    fields.add(
        attribute("sdp.session_attr.field", "Session Attribute Fieldname", Part.SESSION, true));
    fields.add(attribute("sdp.session_attr.value", "Session Attribute Value", Part.SESSION, false));
    fields.add(line("sdp.media", "Media Description, name and address (m)", 'm', Part.ANY));
    fields.add(line("sdp.media_title", "Media Title (i)", 'i', Part.MEDIA));
    fields.add(line("sdp.media_attr", "Media Attribute (a)", 'a', Part.MEDIA));
    fields.add(
        attribute("sdp.media_attribute.field", "Media Attribute Fieldname", Part.MEDIA, true));
    fields.add(attribute("sdp.media_attribute.value", "Media Attribute Value", Part.MEDIA, false));
    fields.addAll(SdpMediaFields.all());
    fields.addAll(SdpTransportFields.all());
    fields.addAll(SdpKeyFields.all());
    fields.addAll(SdpAttributeFields.all());
    fields.addAll(SdpFormatFields.all());
    fields.addAll(SdpExpertFields.all());
    fields.add(stray("sdp.unknown", "Unknown", true));
    fields.add(stray("sdp.invalid", "Invalid line", false));
    return fields;
  }

  private static void repeats(List<Field> fields) {
    fields.add(word("sdp.repeat_time.interval", "Repeat Interval", 'r', 0));
    fields.add(word("sdp.repeat_time.duration", "Repeat Duration", 'r', 1));
    fields.add(everyOther("sdp.repeat_time.offset", "Repeat Offset", 'r', 2, 1));
  }

  /** The words of a line from one on, each or every second. */
  private static Field everyOther(String name, String label, char type, int first, int step) {
    return of(
        name,
        label,
        FieldType.STRING,
        type,
        Part.ANY,
        (view, from, to, out) -> {
          int at = SdpLines.word(view, from, to, first);
          for (int n = 0; n < MAX_TIMES && at < to; n++) {
            add(at, SdpLines.wordEnd(view, at, to), out);
            at = SdpLines.word(view, at, to, step);
          }
        });
  }

  /** Lines that RFC 8866 does not know, and those that are none of a description. */
  private static Field stray(String name, String label, boolean typed) {
    return Field.of(
        P,
        name,
        label,
        FieldType.STRING,
        (p, layer, out) -> {
          SdpLines lines = new SdpLines(p.bytes(layer), p.offset(layer), p.end(layer));
          while (lines.nextLine()) {
            boolean hasType = lines.type() != SdpLines.NO_TYPE;
            if (hasType == typed && TYPES.indexOf(lines.type()) < 0) {
              add(lines.lineStart(), lines.end(), out);
            }
          }
        });
  }

  private static void connection(List<Field> fields) {
    fields.add(line("sdp.connection_info", "Connection Information (c)", 'c', Part.ANY));
    fields.add(word("sdp.connection_info.network_type", "Connection Network Type", 'c', 0));
    fields.add(word("sdp.connection_info.address_type", "Connection Address Type", 'c', 1));
    fields.add(
        of(
            "sdp.connection_info.address",
            "Connection Address",
            FieldType.STRING,
            'c',
            Part.ANY,
            (view, from, to, out) -> {
              int start = SdpLines.word(view, from, to, 2);
              int end = SdpLines.wordEnd(view, start, to);
              int slash = view.indexOf((byte) '/', start, end);
              add(start, slash < 0 ? end : slash, out);
            }));
    fields.add(multicast("sdp.connection_info.ttl", "Connection TTL", 1));
    fields.add(multicast("sdp.connection_info.num_addr", "Connection Number of Addresses", 2));
    fields.add(line("sdp.bandwidth", "Bandwidth Information (b)", 'b', Part.ANY));
    fields.add(half("sdp.bandwidth.modifier", "Bandwidth Modifier", 'b', Part.ANY, true));
    fields.add(half("sdp.bandwidth.value", "Bandwidth Value", 'b', Part.ANY, false));
  }

  /**
   * What stands behind the n-th slash of an address (RFC 8866 section 5.7): of IPv4 TTL and number
   * of addresses, of IPv6 the number alone.
   */
  private static Field multicast(String name, String label, int n) {
    return of(
        name,
        label,
        FieldType.STRING,
        'c',
        Part.ANY,
        (view, from, to, out) -> {
          int type = SdpLines.word(view, from, to, 1);
          int at = SdpLines.word(view, from, to, 2);
          int end = SdpLines.wordEnd(view, at, to);
          boolean v6 = view.indexOf((byte) '6', type, SdpLines.wordEnd(view, type, to)) >= 0;
          int slashes = v6 ? n - 1 : n;
          for (int i = 0; i < slashes && at > 0; i++) {
            at = view.indexOf((byte) '/', at, end) + 1;
          }
          if (slashes > 0 && at > 0) {
            int slash = view.indexOf((byte) '/', at, end);
            add(at, slash < 0 ? end : slash, out);
          }
        });
  }

  /** A field of the lines of one type, in m= sections only. */
  static Field ofMedia(String name, String label, FieldType type, char lineType, Reader reader) {
    return of(name, label, type, lineType, Part.MEDIA, reader);
  }

  /** A field of the attributes of the session and of its sections. */
  static Field ofAny(String name, String label, FieldType type, Reader reader) {
    return of(name, label, type, 'a', Part.ANY, reader);
  }

  private static Field of(
      String name, String label, FieldType type, char lineType, Part part, Reader reader) {
    return Field.of(
        P, name, label, type, (p, layer, out) -> read(p, layer, lineType, part, reader, out));
  }

  private static void read(
      Packet p, int layer, char type, Part part, Reader reader, FieldValues out) {
    SdpLines lines = new SdpLines(p.bytes(layer), p.offset(layer), p.end(layer));
    while (lines.next()) {
      boolean here = part == Part.ANY || (part == Part.MEDIA) == lines.inMedia();
      if (lines.type() == type && here) {
        reader.read(p.bytes(layer), lines.start(), lines.end(), out);
      }
    }
  }

  static void add(int from, int to, FieldValues out) {
    if (from < to) {
      out.addRange(from, to - from);
    }
  }

  private static Field line(String name, String label, char type, Part part) {
    return of(name, label, FieldType.STRING, type, part, (v, from, to, out) -> add(from, to, out));
  }

  private static Field word(String name, String label, char type, int n) {
    return of(
        name,
        label,
        FieldType.STRING,
        type,
        Part.ANY,
        (view, from, to, out) -> {
          int start = SdpLines.word(view, from, to, n);
          add(start, SdpLines.wordEnd(view, start, to), out);
        });
  }

  /** What stands before the colon, or behind it where no fields of its own take that apart. */
  private static Field half(String name, String label, char type, Part part, boolean first) {
    return of(
        name,
        label,
        FieldType.STRING,
        type,
        part,
        (view, from, to, out) -> {
          int colon = view.indexOf((byte) ':', from, to);
          if (colon >= 0 && (first || !takesApart(view, part, from, colon))) {
            add(first ? from : colon + 1, first ? colon : to, out);
          }
        });
  }

  /** Wireshark takes key-mgmt of the session apart, and of sections some attributes. */
  private static boolean takesApart(ByteView view, Part part, int from, int colon) {
    return part == Part.SESSION
        ? Ascii.equalsIgnoreCase(view, from, colon, SdpKeyFields.KEY_MANAGEMENT)
        : SdpMediaFields.takesApart(view, from, colon);
  }

  private static Field attribute(String name, String label, Part part, boolean first) {
    return half(name, label, 'a', part, first);
  }
}
