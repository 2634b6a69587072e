package org.earpiece.dissect.voip.sdp;

import java.util.List;
import java.util.Map;
import org.earpiece.bytes.ByteView;
import org.earpiece.packet.IpAddress;
import org.jspecify.annotations.Nullable;

/**
 * A session description (RFC 8866): what offer and answer need of it.
 *
 * @param origin the o= line's value, or empty
 * @param media the m= sections in order
 */
public record SessionDescription(String origin, List<Media> media) {
  /** m= sections read at most. */
  public static final int MAX_MEDIA = 64;

  /** Formats of one m= section read at most. */
  public static final int MAX_FORMATS = 128;

  /**
   * Reads a session description; never fails: lines that make no sense are passed over, and what is
   * missing has its default.
   */
  public static SessionDescription parse(ByteView bytes, int offset, int length) {
    return new SdpParser().parse(bytes, offset, offset + length);
  }

  /** Direction attributes (RFC 8866 section 6.7). */
  public enum Direction {
    SENDRECV,
    SENDONLY,
    RECVONLY,
    INACTIVE
  }

  /**
   * One m= section, session-level values inherited.
   *
   * @param kind audio, video, image…
   * @param port 0 when refused or switched off
   * @param protocol RTP/AVP, RTP/SAVP, udptl…
   * @param formats the format list as written
   * @param address where media is wanted (c=), or null where no numeric address is given
   * @param rtcpPort a=rtcp's port, else port + 1; the same port with a=rtcp-mux
   * @param codecs payload type to encoding, in the order of the format list, then any that only
   *     a=rtpmap names; static types (RFC 3551) filled in
   * @param ptimeMs a=ptime, ms, or 0
   */
  public record Media(
      String kind,
      int port,
      String protocol,
      List<String> formats,
      @Nullable IpAddress address,
      int rtcpPort,
      boolean rtcpMux,
      Direction direction,
      Map<Integer, Encoding> codecs,
      int ptimeMs) {}

  /**
   * An encoding of a payload type.
   *
   * @param name as registered: PCMU, opus, telephone-event
   * @param clockRate Hz
   * @param fmtp the format's parameters (a=fmtp), or empty
   */
  public record Encoding(String name, int clockRate, int channels, String fmtp) {}
}
