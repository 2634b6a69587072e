package org.earpiece.dissect.voip.sdp;

import java.util.ArrayList;
import java.util.List;
import org.earpiece.bytes.Ascii;
import org.earpiece.bytes.ByteView;
import org.earpiece.packet.Field;
import org.earpiece.packet.Field.Display;
import org.earpiece.packet.FieldType;
import org.earpiece.packet.FieldValues;

/**
 * The words of attributes that Wireshark has no fields of: how sections belong together (RFC 5888,
 * RFC 5576, RFC 8830), how media is protected (RFC 4145, RFC 8122), where RTCP goes (RFC 3605, RFC
 * 5761) and what it tells (RFC 4585), header extensions (RFC 8285), packet times and direction (RFC
 * 8866), ICE (RFC 8839).
 */
final class SdpAttributeFields {
  /** Words of one attribute that are read at most. */
  private static final int MAX_WORDS = 64;

  private static final List<String> DIRECTIONS =
      List.of("sendrecv", "sendonly", "recvonly", "inactive");

  private SdpAttributeFields() {}

  static List<Field> all() {
    List<Field> fields = new ArrayList<>();
    fields.add(word("sdp.group.semantics", "Group Semantics", "group", 0));
    fields.add(words("sdp.group.mid", "Group Member", "group"));
    fields.add(word("sdp.mid", "Media Identification", "mid", 0));
    fields.add(rest("sdp.msid", "Media Stream Identification", "msid", 0));
    fields.add(ssrc("sdp.ssrc", "Source SSRC", "ssrc", 0, 1));
    fields.add(rest("sdp.ssrc.attribute", "Source Attribute", "ssrc", 1));
    fields.add(word("sdp.ssrc_group.semantics", "Source Group Semantics", "ssrc-group", 0));
    fields.add(ssrc("sdp.ssrc_group.ssrc", "Source Group Member", "ssrc-group", 1, MAX_WORDS));
    fields.add(word("sdp.setup", "Setup Role", "setup", 0));
    fields.add(word("sdp.fingerprint.hash", "Fingerprint Hash", "fingerprint", 0));
    fields.add(word("sdp.fingerprint.value", "Fingerprint", "fingerprint", 1));
    fields.add(number("sdp.rtcp.port", "RTCP Port", "rtcp"));
    fields.add(word("sdp.rtcp.address", "RTCP Address", "rtcp", 3));
    fields.add(flag("sdp.rtcp_mux", "RTP and RTCP on one Port", "rtcp-mux"));
    fields.add(word("sdp.rtcp_fb.format", "RTCP Feedback Format", "rtcp-fb", 0));
    fields.add(rest("sdp.rtcp_fb.type", "RTCP Feedback Type", "rtcp-fb", 1));
    fields.add(number("sdp.extmap.id", "Header Extension Identifier", "extmap"));
    fields.add(word("sdp.extmap.uri", "Header Extension URI", "extmap", 1));
    fields.add(number("sdp.ptime", "Packet Time (ms)", "ptime"));
    fields.add(number("sdp.maxptime", "Maximum Packet Time (ms)", "maxptime"));
    fields.add(direction());
    fields.add(word("sdp.ice_ufrag", "ICE User Fragment", "ice-ufrag", 0));
    fields.add(word("sdp.ice_pwd", "ICE Password", "ice-pwd", 0));
    fields.add(rest("sdp.ice_options", "ICE Options", "ice-options", 0));
    return fields;
  }

  /** A field of the value of one attribute, of the session or of a section. */
  private static Field attribute(
      String name, String label, FieldType type, String attribute, SdpFields.Reader reader) {
    return SdpFields.ofAny(
        name,
        label,
        type,
        (view, from, to, out) -> {
          int value = SdpMediaFields.value(view, from, to, attribute);
          if (value >= 0) {
            reader.read(view, value, to, out);
          }
        });
  }

  private static Field word(String name, String label, String attribute, int n) {
    return attribute(
        name,
        label,
        FieldType.STRING,
        attribute,
        (v, from, to, out) -> {
          int start = SdpLines.word(v, from, to, n);
          SdpFields.add(start, SdpLines.wordEnd(v, start, to), out);
        });
  }

  /** What stands from the n-th word on. */
  private static Field rest(String name, String label, String attribute, int n) {
    return attribute(
        name,
        label,
        FieldType.STRING,
        attribute,
        (v, from, to, out) -> SdpFields.add(SdpLines.word(v, from, to, n), to, out));
  }

  /** Every word behind the first. */
  private static Field words(String name, String label, String attribute) {
    return attribute(
        name,
        label,
        FieldType.STRING,
        attribute,
        (v, from, to, out) -> {
          int at = SdpLines.word(v, from, to, 1);
          for (int n = 0; n < MAX_WORDS && at < to; n++) {
            int end = SdpLines.wordEnd(v, at, to);
            SdpFields.add(at, end, out);
            at = Ascii.skipSpace(v, end, to);
          }
        });
  }

  private static Field ssrc(String name, String label, String attribute, int first, int count) {
    return attribute(
            name,
            label,
            FieldType.UINT,
            attribute,
            (v, from, to, out) -> {
              int at = SdpLines.word(v, from, to, first);
              for (int n = 0; n < count && at < to; n++) {
                int end = SdpLines.wordEnd(v, at, to);
                addNumber(v, at, end, out);
                at = Ascii.skipSpace(v, end, to);
              }
            })
        .shown(Display.HEX);
  }

  private static void addNumber(ByteView view, int from, int to, FieldValues out) {
    long number = Ascii.decimal(view, from, to);
    if (number >= 0 && number <= 0xFFFF_FFFFL) {
      out.addNumber(number, from, to - from);
    }
  }

  /** The digits that the value begins with. */
  private static Field number(String name, String label, String attribute) {
    return attribute(
        name,
        label,
        FieldType.UINT,
        attribute,
        (v, from, to, out) -> {
          int end = from;
          while (end < to && v.u8(end) >= '0' && v.u8(end) <= '9') {
            end++;
          }
          addNumber(v, from, end, out);
        });
  }

  private static Field flag(String name, String label, String attribute) {
    return SdpFields.ofAny(
        name,
        label,
        FieldType.BOOLEAN,
        (v, from, to, out) -> {
          if (Ascii.equalsIgnoreCase(v, from, to, attribute)) {
            out.addNumber(1, from, to - from);
          }
        });
  }

  private static Field direction() {
    return SdpFields.ofAny(
        "sdp.direction",
        "Direction",
        FieldType.STRING,
        (v, from, to, out) -> {
          for (String way : DIRECTIONS) {
            if (Ascii.equalsIgnoreCase(v, from, to, way)) {
              SdpFields.add(from, to, out);
            }
          }
        });
  }
}
