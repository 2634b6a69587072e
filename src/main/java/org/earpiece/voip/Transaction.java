package org.earpiece.voip;

import java.util.List;
import org.earpiece.dissect.voip.sip.NameAddress;
import org.earpiece.dissect.voip.sip.SipHeader;
import org.earpiece.dissect.voip.sip.SipMessage;
import org.jspecify.annotations.Nullable;

/**
 * What says which transaction and dialog a SIP message belongs to (RFC 3261 sections 12 and 17).
 * Tags and branches are held as keys to compare by; 0 is none.
 *
 * @param cseq the CSeq number, or -1
 * @param branch of the topmost Via: another on each hop
 * @param vias how many elements the request has come through, the sender included
 */
public record Transaction(long cseq, long fromTag, long toTag, long branch, int vias) {
  /** What a message says of its transaction and dialog. */
  public static Transaction of(SipMessage message) {
    return new Transaction(
        message.cseq(),
        tag(message.from()),
        tag(message.to()),
        key(message.branch()),
        vias(message.headers(SipHeader.VIA)));
  }

  boolean same(Transaction other) {
    return cseq == other.cseq && fromTag == other.fromTag;
  }

  private static long tag(@Nullable NameAddress address) {
    return address == null ? 0 : key(address.tag());
  }

  /** A number for a tag or branch; 0 for an empty one. */
  public static long key(String text) {
    long key = 0;
    for (int i = 0; i < text.length(); i++) {
      key = key * 0x5DEECE66DL + text.charAt(i) + 1;
    }
    return key;
  }

  private static int vias(List<String> lines) {
    int vias = 0;
    for (String line : lines) {
      vias++;
      for (int i = line.indexOf(','); i >= 0; i = line.indexOf(',', i + 1)) {
        vias++;
      }
    }
    return vias;
  }
}
