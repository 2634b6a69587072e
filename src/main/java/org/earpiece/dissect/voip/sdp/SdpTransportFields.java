package org.earpiece.dissect.voip.sdp;

import java.util.ArrayList;
import java.util.List;
import org.earpiece.bytes.Ascii;
import org.earpiece.bytes.ByteView;
import org.earpiece.packet.Field;
import org.earpiece.packet.FieldType;

/** The words of the candidates of ICE (RFC 8839): where media may travel. */
final class SdpTransportFields {
  private static final String CANDIDATE = "candidate";

  /** Names and values behind a candidate that are read at most. */
  private static final int MAX_PAIRS = 16;

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
    related(fields, "related_address", "Related Address", "raddr");
    related(fields, "related_port", "Related Port", "rport");
    return fields;
  }

  /** Whether the value of this attribute has fields of its own here. */
  static boolean takesApart(ByteView view, int from, int to) {
    return Ascii.equalsIgnoreCase(view, from, to, CANDIDATE)
        || Ascii.equalsIgnoreCase(view, from, to, SdpKeyFields.CRYPTO);
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

  /** What a name behind the type of a candidate tells. */
  private static void related(List<Field> fields, String name, String label, String wanted) {
    fields.add(
        SdpFields.ofMedia(
            "sdp.ice_candidate." + name,
            label,
            FieldType.STRING,
            'a',
            (view, from, to, out) -> {
              int value = SdpMediaFields.value(view, from, to, CANDIDATE);
              int at = value < 0 ? to : SdpLines.word(view, value, to, 8);
              for (int n = 0; n < MAX_PAIRS && at < to; n++) {
                int end = SdpLines.wordEnd(view, at, to);
                int next = Ascii.skipSpace(view, end, to);
                if (Ascii.equalsIgnoreCase(view, at, end, wanted)) {
                  SdpFields.add(next, SdpLines.wordEnd(view, next, to), out);
                }
                at = SdpLines.word(view, next, to, 1);
              }
            }));
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
}
