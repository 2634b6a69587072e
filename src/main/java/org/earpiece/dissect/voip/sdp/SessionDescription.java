package org.earpiece.dissect.voip.sdp;

import java.util.ArrayList;
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
 * @param bundle the identifications of the sections that share one transport (RFC 9143), its own
 *     first; empty where there are none
 */
public record SessionDescription(String origin, List<Media> media, List<String> bundle) {
  /** m= sections read at most. */
  public static final int MAX_MEDIA = 64;

  /** Formats of one m= section read at most. */
  public static final int MAX_FORMATS = 128;

  /** ICE candidates of one m= section read at most. */
  public static final int MAX_CANDIDATES = 64;

  /**
   * Reads a session description; never fails: lines that make no sense are passed over, and what is
   * missing has its default.
   */
  public static SessionDescription parse(ByteView bytes, int offset, int length) {
    return new SdpParser().parse(bytes, offset, offset + length);
  }

  /**
   * The sections with each place where their media may be: as they say themselves, and those that
   * are bundled also where the first of the bundle is (RFC 9143 section 7.2).
   */
  public List<Media> transports() {
    Media first = bundle.isEmpty() ? null : identified(bundle.getFirst());
    if (first == null) {
      return media;
    }
    List<Media> transports = new ArrayList<>(media);
    for (Media section : media) {
      if (!section.equals(first) && bundle.contains(section.mid())) {
        transports.add(section.at(first));
      }
    }
    return transports;
  }

  private @Nullable Media identified(String mid) {
    for (Media section : media) {
      if (section.mid().equals(mid)) {
        return section;
      }
    }
    return null;
  }

  /** The port of the discard service (RFC 863). */
  static final int DISCARD = 9;

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
   * @param candidates further places where the media may be: those of ICE (RFC 8839, RFC 6544), and
   *     where a=rtcp names another address (RFC 3605)
   * @param mid the section's identification (RFC 5888), or empty
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
      int ptimeMs,
      List<Candidate> candidates,
      String mid) {
    /** Whether this is fax over UDPTL (T.38 annex D). */
    public boolean isUdptl() {
      return protocol.equalsIgnoreCase("udptl");
    }

    /**
     * Whether its address says hold, as RFC 2543 section B.5 had it: 0.0.0.0 or ::. With the port
     * of the discard service it says that ICE has yet to find an address (RFC 8829 section 5.2.1).
     */
    public boolean heldByAddress() {
      return port != DISCARD
          && address != null
          && address.hi() == 0
          && (address.lo() == 0 || address.lo() == IpAddress.v4(0));
    }

    private Media at(Media other) {
      return new Media(
          kind,
          other.port,
          protocol,
          formats,
          other.address,
          other.rtcpPort,
          other.rtcpMux,
          direction,
          codecs,
          ptimeMs,
          other.candidates,
          mid);
    }
  }

  /**
   * A place where media may be.
   *
   * @param component 1 for RTP, 2 for RTCP
   */
  public record Candidate(int component, IpAddress address, int port) {}

  /**
   * An encoding of a payload type.
   *
   * @param name as registered: PCMU, opus, telephone-event
   * @param clockRate Hz
   * @param fmtp the format's parameters (a=fmtp), or empty
   */
  public record Encoding(String name, int clockRate, int channels, String fmtp) {}
}
