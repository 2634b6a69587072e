package org.earpiece.dissect.voip.sip;

import org.earpiece.bytes.ByteView;
import org.earpiece.packet.Packet;
import org.jspecify.annotations.Nullable;

/**
 * The SIP message that a thread looks at: all that is asked of one layer of one packet (fields,
 * title, columns) is read from it as it was taken apart once, by the walk or by who asked first.
 */
final class SipCursor {
  private final SipMessage message = new SipMessage();
  private @Nullable Packet packet;
  private long generation;
  private int layer;

  /** The message that begins at {@code from}, or null where none does. */
  @Nullable SipMessage parse(ByteView bytes, int from, int to) {
    packet = null;
    return message.parse(bytes, from, to - from) ? message : null;
  }

  /** Says that the message just parsed is the packet's innermost layer. */
  void keep(Packet walked) {
    message.endsWithBody();
    is(walked, walked.layers() - 1);
  }

  private void is(Packet of, int here) {
    packet = of;
    generation = of.generation();
    layer = here;
  }

  /** The message in a layer of SIP. */
  SipMessage message(Packet of, int here) {
    if (of.equals(packet) && generation == of.generation() && layer == here) {
      return message;
    }
    if (parse(of.bytes(here), of.offset(here), of.end(here)) == null) {
      throw new IllegalStateException("a layer of SIP that is none");
    }
    is(of, here);
    return message;
  }
}
