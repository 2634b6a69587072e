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

/**
 * What a=fmtp says of video, by the encoding that a=rtpmap gave the payload type before: MPEG-4
 * (RFC 6416), H.263 (RFC 4629), H.264 (RFC 6184).
 */
final class SdpFormatFields {
  private static final int PAYLOAD_TYPES = 128;
  private static final String[] H263 = {"H263-1998", "H263-2000"};
  private static final String[] H264 = {"H264", "H264-SVC"};
  private static final String[] MPEG4 = {"MP4V-ES"};

  private SdpFormatFields() {}

  /** Takes the value of a parameter. */
  @FunctionalInterface
  private interface Reader {
    void read(ByteView view, int from, int to, FieldValues out);
  }

  static List<Field> all() {
    List<Field> fields = new ArrayList<>();
    fields.add(number("sdp.fmtp.profile_level_id", "Level Code", MPEG4, "profile-level-id"));
    fields.add(number("sdp.fmtp.h263profile", "Profile", H263, "profile"));
    fields.add(number("sdp.fmtp.h263level", "Level", H263, "level"));
    fields.add(unit("sdp.nal_unit_1_string", "NAL unit 1 string", true));
    fields.add(unit("sdp.nal_unit_2_string", "NAL unit 2 string", false));
    return fields;
  }

  private static Field number(String name, String label, String[] encodings, String parameter) {
    return of(
        name,
        label,
        FieldType.UINT,
        encodings,
        parameter,
        (view, from, to, out) -> {
          long value = Ascii.decimal(view, from, to);
          if (value >= 0) {
            out.addNumber(value & 0xFFFF_FFFFL, from, to - from);
          }
        });
  }

  /** The sequence and the picture parameter set, as base64. */
  private static Field unit(String name, String label, boolean first) {
    return of(
        name,
        label,
        FieldType.STRING,
        H264,
        "sprop-parameter-sets",
        (view, from, to, out) -> {
          int comma = view.indexOf((byte) ',', from, to);
          int end = comma < 0 ? to : comma;
          SdpFields.add(first ? from : end + 1, first ? end : to, out);
        });
  }

  private static Field of(
      String name,
      String label,
      FieldType type,
      String[] encodings,
      String parameter,
      Reader reader) {
    return Field.of(
        Protocol.SDP,
        name,
        label,
        type,
        (p, layer, out) -> read(p, layer, encodings, parameter, reader, out));
  }

  private static void read(
      Packet p, int layer, String[] encodings, String parameter, Reader reader, FieldValues out) {
    ByteView view = p.bytes(layer);
    boolean[] meant = new boolean[PAYLOAD_TYPES];
    SdpLines lines = new SdpLines(view, p.offset(layer), p.end(layer));
    while (lines.next()) {
      if (lines.type() != 'a' || !lines.inMedia()) {
        continue;
      }
      int map = SdpMediaFields.value(view, lines.start(), lines.end(), "rtpmap");
      int format = SdpMediaFields.value(view, lines.start(), lines.end(), "fmtp");
      int at = map >= 0 ? map : format;
      int type =
          at < 0 ? -1 : (int) Ascii.decimal(view, at, SdpLines.wordEnd(view, at, lines.end()));
      if (type < 0 || type >= PAYLOAD_TYPES) {
        continue;
      }
      int value = SdpLines.word(view, at, lines.end(), 1);
      if (map >= 0) {
        meant[type] = isOne(view, value, lines.end(), encodings);
      } else if (meant[type]) {
        parameters(view, value, lines.end(), parameter, reader, out);
      }
    }
  }

  private static boolean isOne(ByteView view, int from, int to, String[] encodings) {
    int slash = view.indexOf((byte) '/', from, to);
    for (String encoding : encodings) {
      if (Ascii.equalsIgnoreCase(view, from, slash < 0 ? to : slash, encoding)) {
        return true;
      }
    }
    return false;
  }

  private static void parameters(
      ByteView view, int from, int to, String parameter, Reader reader, FieldValues out) {
    int at = from;
    while (at < to) {
      int semicolon = view.indexOf((byte) ';', at, to);
      int stop = semicolon < 0 ? to : semicolon;
      int start = Ascii.skipSpace(view, at, stop);
      int equals = view.indexOf((byte) '=', start, stop);
      if (equals >= 0 && Ascii.equalsIgnoreCase(view, start, equals, parameter)) {
        reader.read(view, equals + 1, Ascii.trimEnd(view, equals + 1, stop), out);
      }
      at = stop + 1;
    }
  }
}
