package org.earpiece.voip.negotiation;

import java.util.List;
import org.earpiece.packet.Endpoint;
import org.earpiece.voip.Side;

/**
 * A session description that was sent.
 *
 * @param frame the first frame that has it
 * @param timeNanos when it was sent, ns since 1970
 * @param message what carried it: {@code INVITE}; further responses with the same behind a comma
 * @param words what it does in a few words: {@code offers PCMA, DTMF}
 * @param media a sentence a section: codecs, place, direction
 * @param changes what is different from the last one of the same side; empty for its first
 * @param first whether it is the first of its side
 */
public record SdpStep(
    int frame,
    long timeNanos,
    Side side,
    Endpoint src,
    Endpoint dst,
    String message,
    String words,
    List<String> media,
    List<String> changes,
    boolean first) {
  public SdpStep {
    media = List.copyOf(media);
    changes = List.copyOf(changes);
  }

  /** The same description, sent once more in another response. */
  SdpStep alsoIn(String other) {
    String both = message.equals(other) ? message : message + ", " + other;
    return new SdpStep(frame, timeNanos, side, src, dst, both, words, media, changes, first);
  }
}
