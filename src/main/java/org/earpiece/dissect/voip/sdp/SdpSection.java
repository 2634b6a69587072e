package org.earpiece.dissect.voip.sdp;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.earpiece.dissect.voip.sdp.SessionDescription.Candidate;
import org.earpiece.dissect.voip.sdp.SessionDescription.Direction;
import org.earpiece.dissect.voip.sdp.SessionDescription.Encoding;
import org.earpiece.dissect.voip.sdp.SessionDescription.Media;
import org.earpiece.packet.IpAddress;
import org.jspecify.annotations.Nullable;

/** One m= section while its lines come (RFC 8866 section 5.14). */
final class SdpSection {

  private final String kind;
  private final int port;
  private final String protocol;
  private final List<String> formats;
  private boolean hasConnection;
  private @Nullable IpAddress address;
  private @Nullable Direction direction;
  private int rtcpPort = -1;
  private boolean rtcpMux;
  private int ptime;
  private String mid = "";
  private final List<Candidate> candidates = new ArrayList<>(0);
  private final Map<Integer, Encoding> mapped = new LinkedHashMap<>();
  private final Map<Integer, String> parameters = new HashMap<>();

  SdpSection(String line) {
    String[] words = line.split("\\s+", SessionDescription.MAX_FORMATS + 4);
    kind = words[0];
    port = words.length > 1 ? port(words[1]) : 0;
    protocol = words.length > 2 ? words[2] : "";
    int last = Math.min(words.length, SessionDescription.MAX_FORMATS + 3);
    formats = words.length > 3 ? List.of(words).subList(3, last) : List.of();
  }

  void connection(@Nullable IpAddress given) {
    if (!hasConnection) {
      hasConnection = true;
      address = given;
    }
  }

  void attribute(String attribute, @Nullable Direction way) {
    if (way != null) {
      direction = way;
      return;
    }
    int colon = attribute.indexOf(':');
    String name = colon < 0 ? attribute : attribute.substring(0, colon);
    String value = colon < 0 ? "" : attribute.substring(colon + 1).strip();
    switch (name) {
      case "rtpmap" -> rtpmap(value);
      case "fmtp" -> fmtp(value);
      case "rtcp" -> rtcp(value);
      case "rtcp-mux" -> rtcpMux = true;
      case "mid" -> mid = value;
      case "candidate" -> candidate(value);
      case "ptime" -> ptime = Math.max(0, number(value));
      default -> {}
    }
  }

  /** {@code 97 iLBC/8000}, {@code 111 opus/48000/2} (RFC 8866 section 6.6). */
  private void rtpmap(String value) {
    String[] words = value.split("\\s+", 2);
    int type = number(words[0]);
    if (type < 0 || type > 127 || words.length < 2) {
      return;
    }
    String[] parts = words[1].strip().split("/", 4);
    int rate = parts.length > 1 ? number(parts[1].strip()) : 0;
    int channels = parts.length > 2 ? number(parts[2].strip()) : 1;
    mapped.putIfAbsent(type, new Encoding(parts[0], Math.max(0, rate), Math.max(1, channels), ""));
  }

  /** {@code 53020} or {@code 53020 IN IP4 126.16.64.4} (RFC 3605). */
  private void rtcp(String value) {
    String[] words = value.split("\\s+", 5);
    rtcpPort = port(words[0]);
    if (words.length > 3) {
      add(2, words[3], rtcpPort);
    }
  }

  /**
   * {@code foundation component transport priority address port typ type} (RFC 8839). One over TCP
   * that only connects has the port of the discard service (RFC 6544 section 4.5).
   */
  private void candidate(String value) {
    String[] words = value.split("\\s+", 8);
    if (words.length <= 6) {
      return;
    }
    int at = port(words[5]);
    boolean udp = words[2].equalsIgnoreCase("udp");
    if (udp || (words[2].equalsIgnoreCase("tcp") && at != SessionDescription.DISCARD)) {
      add(number(words[1]), words[4], at);
    }
  }

  private void add(int component, String host, int at) {
    IpAddress place = IpAddress.parse(host);
    boolean media = component == 1 || component == 2;
    if (media && place != null && at > 0 && candidates.size() < SessionDescription.MAX_CANDIDATES) {
      candidates.add(new Candidate(component, place, at));
    }
  }

  private void fmtp(String value) {
    String[] words = value.split("\\s+", 2);
    int type = number(words[0]);
    if (type >= 0 && type <= 127 && words.length > 1) {
      parameters.putIfAbsent(type, words[1].strip());
    }
  }

  Media media(@Nullable IpAddress sessionAddress, Direction sessionDirection) {
    int control = rtcpPort >= 0 ? rtcpPort : port == 0 ? 0 : port + 1;
    return new Media(
        kind,
        port,
        protocol,
        formats,
        hasConnection ? address : sessionAddress,
        rtcpMux ? port : control,
        rtcpMux,
        direction == null ? sessionDirection : direction,
        Collections.unmodifiableMap(codecs()),
        ptime,
        List.copyOf(candidates),
        mid);
  }

  private Map<Integer, Encoding> codecs() {
    Map<Integer, Encoding> codecs = new LinkedHashMap<>();
    if (!protocol.contains("RTP/")) {
      return codecs;
    }
    for (String format : formats) {
      int type = number(format);
      if (type >= 0 && type <= 127) {
        Encoding encoding = mapped.getOrDefault(type, PayloadTypes.encoding(type));
        if (encoding != null) {
          codecs.putIfAbsent(type, withParameters(type, encoding));
        }
      }
    }
    mapped.forEach((type, encoding) -> codecs.putIfAbsent(type, withParameters(type, encoding)));
    return codecs;
  }

  private Encoding withParameters(int type, Encoding e) {
    String fmtp = parameters.get(type);
    return fmtp == null ? e : new Encoding(e.name(), e.clockRate(), e.channels(), fmtp);
  }

  /** A port, of {@code 49170/2} the first (RFC 8866 section 5.14); 0 for anything else. */
  private static int port(String text) {
    int slash = text.indexOf('/');
    int port = number(slash < 0 ? text : text.substring(0, slash));
    return port >= 0 && port <= 65535 ? port : 0;
  }

  /** A decimal number of at most nine digits, or -1. */
  private static int number(String text) {
    if (text.isEmpty() || text.length() > 9) {
      return -1;
    }
    int value = 0;
    for (int i = 0; i < text.length(); i++) {
      int digit = text.charAt(i) - '0';
      if (digit < 0 || digit > 9) {
        return -1;
      }
      value = value * 10 + digit;
    }
    return value;
  }
}
