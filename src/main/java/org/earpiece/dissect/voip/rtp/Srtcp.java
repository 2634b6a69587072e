package org.earpiece.dissect.voip.rtp;

import java.util.List;
import org.earpiece.bytes.ByteView;
import org.earpiece.packet.Field;
import org.earpiece.packet.FieldType;
import org.earpiece.packet.FieldValues;
import org.earpiece.packet.Packet;
import org.earpiece.packet.Protocol;

/**
 * What SRTCP puts behind a compound packet (RFC 3711 section 3.4): whether it is encrypted, an
 * index, and an authentication tag. The tag has 80 bits with all ciphers of RFC 4568; those of RFC
 * 7714 have it before the index, inside what is encrypted.
 */
final class Srtcp {
  private static final int CLEAR = 8;
  private static final int WORD = 4;
  private static final int TAG = 10;

  /** The index counts from 0: a number above this is none. */
  private static final int LIKELY = 1 << 24;

  private Srtcp() {}

  /** Where the word with flag and index of an SRTCP packet is, or -1 where it is too short. */
  static int index(ByteView view, int from, int end) {
    int before = end - TAG - WORD;
    int last = end - WORD;
    if (last < from + CLEAR) {
      return -1;
    }
    if (before < from + CLEAR) {
      return last;
    }
    boolean tagInside = !isLikely(view.i32(before)) && view.i32(last) < 0;
    return tagInside && isLikely(view.i32(last)) ? last : before;
  }

  private static boolean isLikely(int word) {
    return (word & Integer.MAX_VALUE) < LIKELY;
  }

  /** Whether all behind the first header and SSRC of an SRTCP packet is hidden. */
  static boolean isEncrypted(ByteView view, int from, int end) {
    int index = index(view, from, end);
    return index < 0 || view.i32(index) < 0;
  }

  static List<Field> all() {
    return List.of(
        of(
            "srtcp.encrypted_payload",
            "Encrypted RTCP Payload",
            FieldType.BYTES,
            (v, from, end, index, out) -> add(isEncrypted(v, from, end), from + CLEAR, index, out)),
        of(
                "srtcp.e",
                "SRTCP E flag",
                FieldType.BOOLEAN,
                (v, from, end, index, out) -> out.addNumber(v.i32(index) >>> 31, index, WORD))
            .masked(0x8000_0000L),
        of(
                "srtcp.index",
                "SRTCP Index",
                FieldType.UINT,
                (v, from, end, index, out) ->
                    out.addNumber(v.i32(index) & Integer.MAX_VALUE, index, WORD))
            .masked(0x7FFF_FFFFL),
        of(
            "srtcp.auth_tag",
            "SRTCP Auth Tag",
            FieldType.BYTES,
            (v, from, end, index, out) -> add(true, index + WORD, end, out)));
  }

  @FunctionalInterface
  private interface Reader {
    void read(ByteView view, int from, int end, int index, FieldValues out);
  }

  private static void add(boolean there, int from, int to, FieldValues out) {
    if (there && from < to) {
      out.addRange(from, to - from);
    }
  }

  private static Field of(String name, String label, FieldType type, Reader reader) {
    return Field.of(
        Protocol.RTCP,
        name,
        label,
        type,
        (p, layer, out) -> {
          int index = isFirst(p, layer) ? index(p.bytes(layer), p.offset(layer), p.end(layer)) : -1;
          if (index >= 0) {
            reader.read(p.bytes(layer), p.offset(layer), p.end(layer), index, out);
          }
        });
  }

  /** Whether the layer is the first of a compound packet that SRTCP protects. */
  private static boolean isFirst(Packet p, int layer) {
    return p.secure() && (layer == 0 || p.protocol(layer - 1) != Protocol.RTCP);
  }
}
