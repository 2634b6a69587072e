package org.earpiece.dissect.voip.sdp;

import java.util.ArrayList;
import java.util.List;
import org.earpiece.bytes.Ascii;
import org.earpiece.bytes.ByteView;
import org.earpiece.packet.Field;
import org.earpiece.packet.FieldType;
import org.earpiece.packet.FieldValues;
import org.earpiece.packet.Protocol;

/** The words of m= lines and of the attributes rtpmap and fmtp. */
final class SdpMediaFields {
  private static final String RTPMAP = "rtpmap";
  private static final String FMTP = "fmtp";
  private static final String PACKETIZATION = "packetization-mode";

  private SdpMediaFields() {}

  static List<Field> all() {
    List<Field> fields = new ArrayList<>();
    fields.add(
        media(
            "sdp.media.media",
            "Media Type",
            FieldType.STRING,
            (v, from, to, out) -> {
              int start = SdpLines.word(v, from, to, 0);
              SdpFields.add(start, SdpLines.wordEnd(v, start, to), out);
            }));
    fields.add(
        media("sdp.media.port", "Media Port", FieldType.UINT, SdpMediaFields::port).bits(16));
    fields.add(
        media("sdp.media.port_string", "Media Port", FieldType.STRING, SdpMediaFields::portText)
            .asHidden());
    fields.add(
        media(
            "sdp.media.portcount",
            "Media Port Count",
            FieldType.STRING,
            SdpMediaFields::portCount));
    fields.add(
        media(
            "sdp.media.proto",
            "Media Protocol",
            FieldType.STRING,
            (v, from, to, out) -> {
              int start = SdpLines.word(v, from, to, 2);
              SdpFields.add(start, SdpLines.wordEnd(v, start, to), out);
            }));
    fields.add(
        Field.of(
            Protocol.SDP,
            "sdp.media.format",
            "Media Format",
            FieldType.STRING,
            (p, layer, out) -> {
              SdpLines lines = new SdpLines(p.bytes(layer), p.offset(layer), p.end(layer));
              while (lines.next()) {
                if (lines.type() == 'm') {
                  formats(p.bytes(layer), lines.start(), lines.end(), out);
                } else if (lines.type() == 'a' && lines.inMedia()) {
                  attributeFormat(p.bytes(layer), lines.start(), lines.end(), out);
                }
              }
            }));
    fields.add(attribute("sdp.mime.type", "MIME Type", RTPMAP, SdpMediaFields::encodingName));
    fields.add(attribute("sdp.sample_rate", "Sample Rate", RTPMAP, SdpMediaFields::sampleRate));
    fields.add(
        attribute(
            "sdp.fmtp.parameter",
            "Media format specific parameters",
            FMTP,
            SdpMediaFields::parameters));
    fields.add(
        SdpFields.ofMedia(
            "sdp.fmtp.h264_packetization_mode",
            "Packetization mode",
            FieldType.UINT,
            'a',
            (view, from, to, out) -> {
              int value = value(view, from, to, FMTP);
              int start = value < 0 ? to : SdpLines.word(view, value, to, 1);
              parameters(view, start, to, SdpMediaFields::packetization, out);
            }));
    return fields;
  }

  /** {@code packetization-mode=1} of H.264 (RFC 6184 section 8.1). */
  private static void packetization(ByteView view, int from, int to, FieldValues out) {
    int equals = view.indexOf((byte) '=', from, to);
    if (equals >= 0 && Ascii.equalsIgnoreCase(view, from, equals, PACKETIZATION)) {
      long mode = Ascii.decimal(view, equals + 1, to);
      if (mode >= 0) {
        out.addNumber(mode, equals + 1, to - equals - 1);
      }
    }
  }

  private static Field media(String name, String label, FieldType type, SdpFields.Reader reader) {
    return SdpFields.ofMedia(name, label, type, 'm', reader);
  }

  /** A field of the attributes of one name; the reader gets what follows the payload type. */
  private static Field attribute(
      String name, String label, String attribute, SdpFields.Reader reader) {
    return SdpFields.ofMedia(
        name,
        label,
        FieldType.STRING,
        'a',
        (view, from, to, out) -> {
          int value = value(view, from, to, attribute);
          if (value >= 0) {
            reader.read(view, SdpLines.word(view, value, to, 1), to, out);
          }
        });
  }

  /** Where the value of the attribute begins, or -1 where it is another one. */
  static int value(ByteView view, int from, int to, String attribute) {
    int colon = from + attribute.length();
    boolean named =
        colon < to && view.u8(colon) == ':' && Ascii.equalsIgnoreCase(view, from, colon, attribute);
    return named ? Ascii.skipSpace(view, colon + 1, to) : -1;
  }

  /** Whether the value of this attribute has fields of its own. */
  static boolean takesApart(ByteView view, int from, int to) {
    return Ascii.equalsIgnoreCase(view, from, to, RTPMAP)
        || Ascii.equalsIgnoreCase(view, from, to, FMTP)
        || SdpTransportFields.takesApart(view, from, to);
  }

  private static int portEnd(ByteView view, int from, int to) {
    int end = SdpLines.wordEnd(view, from, to);
    int slash = view.indexOf((byte) '/', from, end);
    return slash < 0 ? end : slash;
  }

  private static void port(ByteView view, int from, int to, FieldValues out) {
    int start = SdpLines.word(view, from, to, 1);
    int end = portEnd(view, start, to);
    long port = Ascii.decimal(view, start, end);
    if (port >= 0 && port <= 65535) {
      out.addNumber(port, start, end - start);
    }
  }

  private static void portText(ByteView view, int from, int to, FieldValues out) {
    int start = SdpLines.word(view, from, to, 1);
    SdpFields.add(start, portEnd(view, start, to), out);
  }

  private static void portCount(ByteView view, int from, int to, FieldValues out) {
    int start = SdpLines.word(view, from, to, 1);
    SdpFields.add(portEnd(view, start, to) + 1, SdpLines.wordEnd(view, start, to), out);
  }

  /** Of RTP a payload type's name, else the format as written. */
  private static void formats(ByteView view, int from, int to, FieldValues out) {
    int proto = SdpLines.word(view, from, to, 2);
    int at = SdpLines.wordEnd(view, proto, to);
    boolean rtp = view.ascii(proto, at - proto).contains("RTP/");
    at = Ascii.skipSpace(view, at, to);
    for (int n = 0; at < to && n < SessionDescription.MAX_FORMATS; n++) {
      int end = SdpLines.wordEnd(view, at, to);
      long type = rtp ? Ascii.decimal(view, at, end) : -1;
      if (type >= 0 && type <= 127) {
        out.addText(PayloadTypes.title((int) type), at, end - at);
      } else {
        out.addRange(at, end - at);
      }
      at = Ascii.skipSpace(view, end, to);
    }
  }

  private static void attributeFormat(ByteView view, int from, int to, FieldValues out) {
    int rtpmap = value(view, from, to, RTPMAP);
    int at = rtpmap >= 0 ? rtpmap : value(view, from, to, FMTP);
    if (at >= 0) {
      SdpFields.add(at, SdpLines.wordEnd(view, at, to), out);
    }
  }

  private static int slash(ByteView view, int from, int to) {
    int slash = view.indexOf((byte) '/', from, to);
    return slash < 0 ? to : slash;
  }

  private static void encodingName(ByteView view, int from, int to, FieldValues out) {
    SdpFields.add(from, slash(view, from, to), out);
  }

  private static void sampleRate(ByteView view, int from, int to, FieldValues out) {
    int start = slash(view, from, to) + 1;
    if (start < to) {
      SdpFields.add(start, slash(view, start, to), out);
    }
  }

  private static void parameters(ByteView view, int from, int to, FieldValues out) {
    parameters(view, from, to, (v, start, end, values) -> SdpFields.add(start, end, values), out);
  }

  /** Reads each of the parameters that semicolons separate. */
  private static void parameters(
      ByteView view, int from, int to, SdpFields.Reader reader, FieldValues out) {
    int at = from;
    while (at < to) {
      int semicolon = view.indexOf((byte) ';', at, to);
      int stop = semicolon < 0 ? to : semicolon;
      int start = Ascii.skipSpace(view, at, stop);
      reader.read(view, start, Ascii.trimEnd(view, start, stop), out);
      at = stop + 1;
    }
  }
}
