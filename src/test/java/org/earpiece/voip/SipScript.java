package org.earpiece.voip;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.earpiece.packet.Endpoint;
import org.earpiece.packet.IpAddress;
import org.earpiece.packet.LinkType;
import org.earpiece.packet.Packet;
import org.earpiece.packet.Protocol;
import org.earpiece.packet.Transport;

/**
 * SIP messages from lines that a person can read. A line is {@code time from>to METHOD cseq} or
 * {@code time from>to status METHOD cseq}, then {@code key=value} pairs:
 *
 * <pre>
 * by     who the transaction's UAC is, a (caller) or b: sets From and To; default a
 * tag    the To tag; default: the other side's where the dialog exists, none in a first INVITE
 * branch of the topmost Via; default: made of method, CSeq number and UAC
 * vias   number of Via headers; default 1
 * id     Call-ID; default call-1
 * ftag   the From tag; default ta or tb
 * sdp    codec names with commas, then perhaps a direction: PCMA,PCMU/sendonly; or 0.0.0.0
 * port   of the SDP's audio; default 4000
 * from   user of the caller; default 2000
 * to     user of the callee; default 2010
 * uri    user of the Request-URI; default as to
 * o      user, identifier and host of the SDP's origin with _ between: -_86753_a; default -_1_a
 * media  host of the SDP's address; default that of by
 * h      a further header, _ for a space: Refer-To:_<sip:c@h>
 * </pre>
 *
 * Hosts are single letters: a is 10.0.0.1, b is 10.0.0.2 and so on; a digit behind it is a port.
 */
public final class SipScript {
  /** A message, and what its line says. */
  public record Line(
      long timeNanos,
      String src,
      String dst,
      String label,
      String text,
      Map<String, String> keys) {}

  private SipScript() {}

  /** The message of one line. */
  public static Line line(String line) {
    String[] words = line.strip().split("\\s+", -1);
    String[] hosts = words[1].split(">", -1);
    boolean response = Character.isDigit(words[2].charAt(0));
    String method = response ? words[3] : words[2];
    String cseq = response ? words[4] : words[3];
    Map<String, String> keys = new HashMap<>();
    for (int i = response ? 5 : 4; i < words.length; i++) {
      String[] pair = words[i].split("=", 2);
      keys.put(pair[0], pair[1]);
    }
    String label = response ? words[2] : method;
    String text = message(response ? words[2] : "", method, cseq, keys);
    long nanos = Math.round(Double.parseDouble(words[0]) * 1e9);
    return new Line(nanos, hosts[0], hosts[1], label, text, keys);
  }

  private static String message(
      String status, String method, String cseq, Map<String, String> keys) {
    boolean byCaller = keys.getOrDefault("by", "a").equals("a");
    String caller = "\"Alice\" <sip:" + keys.getOrDefault("from", "2000") + "@10.0.0.1>";
    String to = keys.getOrDefault("to", "2010");
    String callee = "<sip:" + to + "@10.0.0.2>";
    boolean first =
        status.isEmpty()
            && byCaller
            && (method.equals("INVITE") || method.equals("CANCEL"))
            && !keys.containsKey("tag");
    String toTag =
        keys.getOrDefault("tag", first || status.equals("100") ? "" : byCaller ? "tb" : "ta");
    String branch = keys.getOrDefault("branch", branch(method, cseq, byCaller));
    StringBuilder s = new StringBuilder();
    s.append(
        status.isEmpty()
            ? method + " sip:" + keys.getOrDefault("uri", to) + "@10.0.0.2 SIP/2.0"
            : "SIP/2.0 " + status + " " + reason(status));
    s.append("\r\nVia: SIP/2.0/UDP 10.0.0.1;branch=z9hG4bK").append(branch);
    for (int i = 1; i < Integer.parseInt(keys.getOrDefault("vias", "1")); i++) {
      s.append("\r\nVia: SIP/2.0/UDP 10.0.0.1;branch=z9hG4bKbelow").append(i);
    }
    s.append("\r\nFrom: ").append(byCaller ? caller : callee);
    s.append(tag(keys.getOrDefault("ftag", byCaller ? "ta" : "tb")));
    s.append("\r\nTo: ").append(byCaller ? callee : caller).append(tag(toTag));
    s.append("\r\nCall-ID: ").append(keys.getOrDefault("id", "call-1"));
    s.append("\r\nCSeq: ").append(cseq).append(' ').append(method).append("\r\n");
    if (keys.containsKey("h")) {
      s.append(keys.get("h").replace('_', ' ')).append("\r\n");
    }
    String body = keys.containsKey("sdp") ? sdp(keys) : "";
    if (!body.isEmpty()) {
      s.append("Content-Type: application/sdp\r\n");
    }
    return s.append("Content-Length: ")
        .append(body.length())
        .append("\r\n\r\n")
        .append(body)
        .toString();
  }

  /** CANCEL and the ACK of a failure share the INVITE's branch; other requests have their own. */
  private static String branch(String method, String cseq, boolean byCaller) {
    String transaction = method.equals("CANCEL") ? "INVITE" : method;
    return transaction + cseq + (byCaller ? "a" : "b");
  }

  private static String tag(String tag) {
    return tag.isEmpty() ? "" : ";tag=" + tag;
  }

  private static String reason(String status) {
    return switch (status) {
      case "100" -> "Trying";
      case "180" -> "Ringing";
      case "183" -> "Session Progress";
      case "200" -> "OK";
      case "302" -> "Moved Temporarily";
      case "401" -> "Unauthorized";
      case "404" -> "Not Found";
      case "408" -> "Request Timeout";
      case "480" -> "Temporarily Unavailable";
      case "486" -> "Busy Here";
      case "487" -> "Request Terminated";
      case "491" -> "Request Pending";
      case "503" -> "Service Unavailable";
      case "603" -> "Decline";
      default -> "Reason";
    };
  }

  private static String sdp(Map<String, String> keys) {
    String[] parts = keys.get("sdp").split("/", -1);
    boolean nowhere = parts.length > 1 && parts[1].equals("0.0.0.0");
    StringBuilder formats = new StringBuilder();
    StringBuilder maps = new StringBuilder();
    int dynamic = 100;
    for (String codec : parts[0].split(",", -1)) {
      int type =
          switch (codec) {
            case "PCMU" -> 0;
            case "PCMA" -> 8;
            default -> dynamic++;
          };
      formats.append(' ').append(type);
      maps.append("a=rtpmap:").append(type).append(' ').append(codec).append("/8000\r\n");
    }
    String[] origin = keys.getOrDefault("o", "-_1_a").split("_", -1);
    return "v=0\r\no="
        + (origin[0] + " " + origin[1] + " 1 IN IP4 " + IpAddress.text(0, host(origin[2])))
        + "\r\ns=-\r\nc=IN IP4 "
        + (nowhere ? "0.0.0.0" : media(keys))
        + "\r\nt=0 0\r\nm=audio "
        + keys.getOrDefault("port", "4000")
        + " RTP/AVP"
        + formats
        + "\r\n"
        + maps
        + (parts.length > 1 && !nowhere ? "a=" + parts[1] + "\r\n" : "");
  }

  private static String media(Map<String, String> keys) {
    String host = keys.getOrDefault("by", "a");
    return IpAddress.text(0, host(keys.getOrDefault("media", host)));
  }

  /** The lines of a script, without comments. */
  public static List<Line> lines(String script) {
    List<Line> lines = new ArrayList<>();
    for (String line : script.split("\n", -1)) {
      if (!line.isBlank() && !line.startsWith("#")) {
        lines.add(line(line));
      }
    }
    return lines;
  }

  /** Hands over each message as the packet that the layer walk would make of it. */
  static void play(List<Line> lines, Consumer<Packet> tap) {
    Packet packet = new Packet();
    int number = 0;
    for (Line line : lines) {
      number++;
      begin(packet, number, line);
      tap.accept(packet);
    }
  }

  static void begin(Packet packet, int number, Line line) {
    bytes(packet, number, line.timeNanos(), line.text().getBytes(StandardCharsets.UTF_8));
    long src = host(line.src());
    long dst = host(line.dst());
    packet.addresses(0, src, 0, dst);
    packet.ports(Transport.UDP, port(line.src()), port(line.dst()));
  }

  /** Points a packet at bytes that are one SIP layer. */
  static void bytes(Packet packet, int number, long time, byte[] text) {
    packet.begin(
        number, time, text.length, 0, LinkType.ETHERNET, text, 0, text.length, Packet.NONE);
    packet.addLayer(Protocol.SIP, 0);
  }

  /** {@code b5070} is 10.0.0.2, port 5070. */
  public static Endpoint end(String host) {
    return new Endpoint(new IpAddress(0, host(host)), port(host));
  }

  static long host(String name) {
    return IpAddress.v4(0x0A00_0001L + name.charAt(0) - 'a');
  }

  static int port(String name) {
    return name.length() > 1 ? Integer.parseInt(name.substring(1)) : 5060;
  }
}
