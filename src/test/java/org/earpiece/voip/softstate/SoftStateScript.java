package org.earpiece.voip.softstate;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import org.earpiece.packet.IpAddress;
import org.earpiece.packet.LinkType;
import org.earpiece.packet.Packet;
import org.earpiece.packet.Protocol;
import org.earpiece.packet.Transport;
import org.junit.jupiter.api.DynamicTest;

/**
 * Stories of registrations and subscriptions from lines that a person can read. A line is {@code
 * time from>to METHOD cseq} or {@code time from>to status METHOD cseq}, or {@code time now} for
 * time that passes, then {@code key=value} pairs (in values, _ stands for a space):
 *
 * <pre>
 * to       user in To; default 2000                 from     user in From; default that in To
 * id       Call-ID; default call-1                  ftag     From tag; default f
 * ttag     To tag; default none in a request, t in a response
 * branch   of the topmost Via; default made of method and CSeq number
 * contact  Contact URIs with commas, each perhaps with /seconds: 2000@10.0.0.1/60; or *
 * expires  Expires header                           min      Min-Expires
 * nonce    of a challenge in a response, of credentials in a request
 * stale    true: the nonce was too old              ua       User-Agent
 * event    Event                                    state    Subscription-State
 * etag     SIP-ETag                                 match    SIP-If-Match
 * reason   reason phrase                            frag     the status line that a NOTIFY quotes
 * params   further parameters of the first contact  h        a further header
 * call     number of the call that owns the message
 * </pre>
 *
 * Hosts are single letters: a is 10.0.0.1, b is 10.0.0.2 and so on. Lines that begin with = say
 * what must come of it: the number, the state, and facts.
 */
public final class SoftStateScript {
  private static final int MAGIC_PORT = 5060;

  private SoftStateScript() {}

  /** What a test finds of the thing with this number, by the words of the table. */
  @FunctionalInterface
  public interface Finder {
    Map<String, String> facts(List<String> lines, int number);
  }

  /** A test a story. */
  public static List<DynamicTest> stories(Class<?> owner, String resource, Finder finder)
      throws IOException {
    List<DynamicTest> tests = new ArrayList<>();
    for (String story : resource(owner, resource).split("\n(?=:)", -1)) {
      if (story.startsWith(":")) {
        List<String> lines = story.lines().filter(line -> !line.isBlank()).toList();
        String title = lines.getFirst().substring(1).strip();
        tests.add(DynamicTest.dynamicTest(title, () -> story(lines, finder)));
      }
    }
    return tests;
  }

  private static void story(List<String> lines, Finder finder) {
    List<String> script = lines.stream().filter(line -> Character.isDigit(line.charAt(0))).toList();
    List<String> expected = lines.stream().filter(line -> line.startsWith("=")).toList();
    assertThat(expected).as("what must come of it").isNotEmpty();
    for (String line : expected) {
      String[] words = line.substring(1).strip().split("\\s+", -1);
      Map<String, String> wanted = new HashMap<>();
      wanted.put("state", words[1]);
      for (int i = 2; i < words.length; i++) {
        String[] pair = words[i].split("=", 2);
        wanted.put(pair[0], pair[1]);
      }
      Map<String, String> found = finder.facts(script, Integer.parseInt(words[0]));
      found.keySet().retainAll(wanted.keySet());
      assertThat(found).as(line).isEqualTo(wanted);
    }
  }

  public static String resource(Class<?> owner, String name) throws IOException {
    try (InputStream in = owner.getResourceAsStream(name)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  /** Hands over each message as the packet that the layer walk would make of it. */
  public static void play(List<String> lines, Consumer<Packet> tap) {
    Packet packet = new Packet();
    int number = 0;
    for (String line : lines) {
      number++;
      String[] words = line.strip().split("\\s+", -1);
      long time = Math.round(Double.parseDouble(words[0]) * 1e9);
      boolean silent = words[1].equals("now");
      byte[] bytes = silent ? new byte[0] : message(words).getBytes(StandardCharsets.UTF_8);
      packet.begin(
          number, time, bytes.length, 0, LinkType.ETHERNET, bytes, 0, bytes.length, Packet.NONE);
      if (!silent) {
        String call = keys(words).get("call");
        packet.call(call == null ? Packet.NONE : Integer.parseInt(call));
        packet.addresses(0, host(words[1].charAt(0)), 0, host(words[1].charAt(2)));
        packet.ports(Transport.UDP, MAGIC_PORT, MAGIC_PORT);
        packet.addLayer(Protocol.SIP, 0);
      }
      tap.accept(packet);
    }
  }

  private static long host(char name) {
    return IpAddress.v4(0x0A00_0001L + name - 'a');
  }

  private static Map<String, String> keys(String[] words) {
    Map<String, String> keys = new HashMap<>();
    for (String word : words) {
      int equals = word.indexOf('=');
      if (equals > 0) {
        keys.put(word.substring(0, equals), word.substring(equals + 1).replace('_', ' '));
      }
    }
    return keys;
  }

  private static String message(String[] words) {
    boolean response = Character.isDigit(words[2].charAt(0));
    String method = response ? words[3] : words[2];
    String cseq = response ? words[4] : words[3];
    Map<String, String> keys = keys(words);
    String to = keys.getOrDefault("to", "2000");
    String ttag = keys.getOrDefault("ttag", response ? "t" : "");
    StringBuilder s = new StringBuilder();
    s.append(
        response
            ? "SIP/2.0 " + words[2] + " " + keys.getOrDefault("reason", reason(words[2]))
            : method + " sip:pbx SIP/2.0");
    String branch = keys.getOrDefault("branch", method + cseq);
    header(s, "Via", "SIP/2.0/UDP 10.0.0.1;branch=z9hG4bK" + branch);
    String ftag = keys.getOrDefault("ftag", "f");
    header(s, "From", "<sip:" + keys.getOrDefault("from", to) + "@pbx>;tag=" + ftag);
    header(s, "To", "<sip:" + to + "@pbx>" + (ttag.isEmpty() ? "" : ";tag=" + ttag));
    header(s, "Call-ID", keys.getOrDefault("id", "call-1"));
    header(s, "CSeq", cseq + " " + method);
    for (String contact : keys.getOrDefault("contact", "").split(",", -1)) {
      contact(s, contact, keys.getOrDefault("params", ""));
    }
    nonce(s, response, keys);
    plain(s, keys);
    String body = keys.containsKey("frag") ? "SIP/2.0 " + keys.get("frag") + "\r\n" : "";
    if (!body.isEmpty()) {
      header(s, "Content-Type", "message/sipfrag;version=2.0");
    }
    header(s, "Content-Length", Integer.toString(body.length()));
    return s.append("\r\n\r\n").append(body).toString();
  }

  private static void contact(StringBuilder s, String contact, String params) {
    String[] parts = contact.split("/", 2);
    if (contact.equals("*")) {
      header(s, "Contact", "*");
    } else if (!contact.isEmpty()) {
      String expires = parts.length > 1 ? ";expires=" + parts[1] : "";
      header(s, "m", "<sip:" + parts[0] + ">" + expires + params);
    }
  }

  private static void nonce(StringBuilder s, boolean response, Map<String, String> keys) {
    if (keys.containsKey("nonce")) {
      String stale = keys.containsKey("stale") ? ", stale=" + keys.get("stale") : "";
      header(
          s,
          response ? "WWW-Authenticate" : "Authorization",
          "Digest realm=\"pbx\", nonce=\"" + keys.get("nonce") + "\"" + stale);
    }
  }

  private static void plain(StringBuilder s, Map<String, String> keys) {
    Map<String, String> names =
        Map.of(
            "expires", "Expires",
            "min", "Min-Expires",
            "ua", "User-Agent",
            "event", "Event",
            "state", "Subscription-State",
            "etag", "SIP-ETag",
            "match", "SIP-If-Match");
    names.forEach((key, name) -> {
      if (keys.containsKey(key)) {
        header(s, name, keys.get(key));
      }
    });
    if (keys.containsKey("h")) {
      s.append("\r\n").append(keys.get("h"));
    }
  }

  private static void header(StringBuilder s, String name, String value) {
    s.append("\r\n").append(name).append(": ").append(value);
  }

  private static String reason(String status) {
    return switch (status) {
      case "200" -> "OK";
      case "202" -> "Accepted";
      case "401" -> "Unauthorized";
      case "403" -> "Forbidden";
      case "404" -> "Not Found";
      case "412" -> "Conditional Request Failed";
      case "423" -> "Interval Too Brief";
      case "481" -> "Subscription Does Not Exist";
      case "489" -> "Bad Event";
      case "503" -> "Service Unavailable";
      default -> "Reason";
    };
  }

  /** Seconds with the digits they need; - for never. */
  public static String seconds(long nanos) {
    return nanos == Long.MIN_VALUE
        ? "-"
        : String.format(Locale.ROOT, "%.3f", nanos / 1e9).replaceAll("\\.?0+$", "");
  }
}
