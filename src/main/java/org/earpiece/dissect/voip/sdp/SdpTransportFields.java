package org.earpiece.dissect.voip.sdp;

import java.util.ArrayList;
import java.util.List;
import org.earpiece.bytes.Ascii;
import org.earpiece.bytes.ByteView;
import org.earpiece.packet.Field;
import org.earpiece.packet.FieldType;
import org.earpiece.packet.FieldValues;

/** The words of the attributes that say how media travels: candidates of ICE, and keys. */
final class SdpTransportFields {
  private static final String CANDIDATE = "candidate";
  private static final String CRYPTO = "crypto";

  private SdpTransportFields() {}

  static List<Field> all() {
    List<Field> fields = new ArrayList<>();
    candidate(fields, "foundation", "Foundation", 0);
    candidate(fields, "componentid", "Component ID", 1);
    candidate(fields, "transport", "Transport", 2);
    candidate(fields, "priority", "Priority", 3);
    candidate(fields, "address", "Connection Address", 4);
    candidate(fields, "port", "Candidate Port", 5);
    candidate(fields, "type", "Candidate Type", 7);
    fields.add(
        attribute(
            "sdp.crypto.tag",
            "tag",
            FieldType.UINT,
            CRYPTO,
            0,
            (v, from, to, out) -> {
              long tag = Ascii.decimal(v, from, to);
              if (tag >= 0) {
                out.addNumber(tag, from, to - from);
              }
            }));
    fields.add(
        attribute(
            "sdp.crypto.crypto_suite",
            "Crypto suite",
            FieldType.STRING,
            CRYPTO,
            1,
            (v, from, to, out) -> SdpFields.add(from, to, out)));
    fields.add(
        attribute(
            "sdp.crypto.lifetime",
            "Lifetime",
            FieldType.STRING,
            CRYPTO,
            2,
            SdpTransportFields::lifetime));
    return fields;
  }

  /** Whether the value of this attribute has fields of its own here. */
  static boolean takesApart(ByteView view, int from, int to) {
    return Ascii.equalsIgnoreCase(view, from, to, CANDIDATE)
        || Ascii.equalsIgnoreCase(view, from, to, CRYPTO);
  }

  private static void candidate(List<Field> fields, String name, String label, int word) {
    fields.add(
        attribute(
            "sdp.ice_candidate." + name,
            label,
            FieldType.STRING,
            CANDIDATE,
            word,
            (v, from, to, out) -> SdpFields.add(from, to, out)));
  }

  /** A field of the n-th word of an attribute in m= sections. */
  private static Field attribute(
      String name, String label, FieldType type, String attribute, int n, SdpFields.Reader reader) {
    return SdpFields.ofMedia(
        name,
        label,
        type,
        'a',
        (view, from, to, out) -> {
          int value = SdpMediaFields.value(view, from, to, attribute);
          int start = value < 0 ? to : SdpLines.word(view, value, to, n);
          if (start < to) {
            reader.read(view, start, SdpLines.wordEnd(view, start, to), out);
          }
        });
  }

  /** {@code inline:key|2^20|1:4}: what stands behind the key and is no MKI (RFC 4568). */
  private static void lifetime(ByteView view, int from, int to, FieldValues out) {
    int bar = view.indexOf((byte) '|', from, to);
    if (bar < 0) {
      return;
    }
    int next = view.indexOf((byte) '|', bar + 1, to);
    int end = next < 0 ? to : next;
    if (view.indexOf((byte) ':', bar, end) < 0) {
      SdpFields.add(bar + 1, end, out);
    }
  }
}
