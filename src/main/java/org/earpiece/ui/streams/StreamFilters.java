package org.earpiece.ui.streams;

import static org.earpiece.filter.phrase.Phrases.address;

import org.earpiece.filter.phrase.Conversation;
import org.earpiece.packet.Endpoint;
import org.earpiece.voip.StreamSnapshot;

/** Display filters made of what a row shows. */
final class StreamFilters {
  private StreamFilters() {}

  /** A filter on the value of a cell; on the stream where the value has none. */
  static String of(StreamSnapshot stream, String column) {
    return switch (column) {
      case "src" -> end("src", stream.src());
      case "dst" -> end("dst", stream.dst());
      case "ssrc" -> "rtp.ssrc == " + stream.ssrcText();
      case "codec", "payload_type" -> "rtp.p_type == " + stream.payloadType();
      default -> stream(stream);
    };
  }

  /** A filter on the packets of a stream. */
  static String stream(StreamSnapshot stream) {
    return Conversation.stream(
        stream.ssrc(),
        stream.src().address().toString(),
        stream.src().port(),
        stream.dst().address().toString(),
        stream.dst().port());
  }

  private static String end(String side, Endpoint end) {
    return address(side, end.address().toString()) + " && udp." + side + "port == " + end.port();
  }
}
