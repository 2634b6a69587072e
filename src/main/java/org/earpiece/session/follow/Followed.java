package org.earpiece.session.follow;

import java.util.List;
import org.earpiece.packet.Endpoint;

/**
 * What was said, in order.
 *
 * @param first who said something first
 * @param second whom it was said to
 * @param cut whether there is more than is kept
 */
public record Followed(
    FollowKind kind, Endpoint first, Endpoint second, List<Piece> pieces, boolean cut) {
  /**
   * Something that one of them said at a time.
   *
   * @param frame that brought its last byte
   * @param timeNanos when, ns since 1970
   * @param forward whether the first one said it
   * @param missing bytes before it that were not captured
   */
  public record Piece(int frame, long timeNanos, boolean forward, byte[] bytes, long missing) {}
}
