package org.earpiece.dissect.voip.sdp;

import java.util.List;
import org.earpiece.bytes.Ascii;
import org.earpiece.bytes.ByteView;
import org.earpiece.packet.Field;
import org.earpiece.packet.FieldType;
import org.earpiece.packet.FieldValues;
import org.earpiece.packet.Protocol;

/** What is wrong with a session description, under Wireshark's names: each is there or not. */
final class SdpExpertFields {
  private static final int LAST_PORT = 0xFFFF;

  private SdpExpertFields() {}

  /** Judges the value of a line. */
  @FunctionalInterface
  private interface Judge {
    boolean isWrong(ByteView view, int from, int to);
  }

  static List<Field> all() {
    return List.of(
        lines(
            "sdp.invalid_line.no_equal",
            "Invalid SDP line (no '=' delimiter)",
            (lines, view) ->
                lines.type() == SdpLines.NO_TYPE && lines.end() - lines.lineStart() > 1),
        lines(
            "sdp.invalid_line.missing_fields",
            "Invalid SDP line (missing required fields)",
            (lines, view) ->
                "ocm".indexOf(lines.type()) >= 0
                    && Ascii.skipSpace(view, lines.start(), lines.end()) == lines.end()),
        lines(
            "sdp.invalid_line.extra_space",
            "Invalid SDP whitespace (extra space character)",
            (lines, view) ->
                "ocm".indexOf(lines.type()) >= 0 && hasTwoSpaces(view, lines.start(), lines.end())),
        lines(
            "sdp.invalid_media_port",
            "Invalid media port",
            (lines, view) -> lines.type() == 'm' && isBeyond(view, lines.start(), lines.end())),
        attribute(
            "sdp.invalid_sample_rate", "Invalid sample rate", "rtpmap", SdpExpertFields::rate),
        attribute(
            "sdp.invalid_crypto_tag",
            "Invalid crypto tag",
            SdpKeyFields.CRYPTO,
            (v, from, to) -> Ascii.decimal(v, from, SdpLines.wordEnd(v, from, to)) < 0),
        attribute(
            "sdp.invalid_key_param",
            "Invalid key-param (no ':' delimiter)",
            SdpKeyFields.CRYPTO,
            (v, from, to) -> {
              int start = SdpLines.word(v, from, to, 2);
              int end = SdpLines.wordEnd(v, start, to);
              return start < end && v.indexOf((byte) ':', start, end) < 0;
            }),
        attribute(
            "sdp.invalid_crypto_mki_length",
            "Invalid crypto mki length",
            SdpKeyFields.CRYPTO,
            SdpKeyFields::hasWrongLength));
  }

  @FunctionalInterface
  private interface LineJudge {
    boolean isWrong(SdpLines lines, ByteView view);
  }

  private static Field lines(String name, String label, LineJudge judge) {
    return Field.of(
        Protocol.SDP,
        name,
        label,
        FieldType.LABEL,
        (p, layer, out) -> {
          SdpLines lines = new SdpLines(p.bytes(layer), p.offset(layer), p.end(layer));
          while (lines.nextLine()) {
            if (judge.isWrong(lines, p.bytes(layer))) {
              out.addRange(lines.lineStart(), lines.end() - lines.lineStart());
            }
          }
        });
  }

  private static Field attribute(String name, String label, String attribute, Judge judge) {
    return SdpFields.ofMedia(
        name,
        label,
        FieldType.LABEL,
        'a',
        (view, from, to, out) -> judge(view, from, to, attribute, judge, out));
  }

  private static void judge(
      ByteView view, int from, int to, String attribute, Judge judge, FieldValues out) {
    int value = SdpMediaFields.value(view, from, to, attribute);
    if (value >= 0 && judge.isWrong(view, value, to)) {
      out.addRange(from, to - from);
    }
  }

  /** Whether there are two spaces between words, where there should be one. */
  private static boolean hasTwoSpaces(ByteView view, int from, int to) {
    int end = Ascii.trimEnd(view, from, to);
    for (int i = from + 1; i < end; i++) {
      if (view.u8(i) == ' ' && view.u8(i - 1) == ' ') {
        return true;
      }
    }
    return false;
  }

  /** Whether the port of an m= line is a number that is too large. */
  private static boolean isBeyond(ByteView view, int from, int to) {
    int start = SdpLines.word(view, from, to, 1);
    int end = start;
    while (end < to && view.u8(end) >= '0' && view.u8(end) <= '9') {
      end++;
    }
    long port = Ascii.decimal(view, start, end);
    return end > start && (port < 0 || port > LAST_PORT);
  }

  /** Whether a clock rate is told that is no number. */
  private static boolean rate(ByteView view, int from, int to) {
    int encoding = SdpLines.word(view, from, to, 1);
    int slash = view.indexOf((byte) '/', encoding, to);
    if (slash < 0) {
      return false;
    }
    int channels = view.indexOf((byte) '/', slash + 1, to);
    return Ascii.decimal(view, slash + 1, channels < 0 ? to : channels) < 0;
  }
}
