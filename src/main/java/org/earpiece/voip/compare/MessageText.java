package org.earpiece.voip.compare;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.earpiece.dissect.voip.sip.SipHeader;

/**
 * A SIP message as text, taken apart: names in full and as registered, folded lines unfolded, lists
 * of hops one by one.
 */
record MessageText(String start, List<Header> headers, String body) {
  /** Characters of a message that are compared at most. */
  static final int MAX_LENGTH = 1 << 17;

  /** Header lines that are compared at most. */
  static final int MAX_HEADERS = 1_000;

  /** One value of a header. */
  record Header(String name, String value) {}

  private static final Set<String> HOPS =
      Set.of("Via", "Route", "Record-Route", "Path", "Service-Route");

  /** What the receiver of a request adds to the topmost Via (RFC 3261 section 18.2.1, RFC 3581). */
  private static final Pattern SEEN = Pattern.compile("(?i);\\s*(received|rport)(=[^;]*)?");

  private static final Map<String, String> NAMES = new HashMap<>();

  static {
    for (SipHeader header : SipHeader.values()) {
      NAMES.put(header.text().toLowerCase(Locale.ROOT), header.text());
      if (!header.compact().isEmpty()) {
        NAMES.put(header.compact(), header.text());
      }
    }
  }

  static MessageText of(String message) {
    String text = message.length() <= MAX_LENGTH ? message : message.substring(0, MAX_LENGTH);
    String plain = text.replace("\r\n", "\n").replace('\r', '\n');
    int end = plain.indexOf("\n\n");
    String head = end < 0 ? plain : plain.substring(0, end);
    String body = end < 0 ? "" : plain.substring(end + 2);
    List<String> lines = unfolded(head);
    List<Header> headers = new ArrayList<>();
    for (int i = 1; i < lines.size() && headers.size() < MAX_HEADERS; i++) {
      add(lines.get(i), headers);
    }
    return new MessageText(lines.getFirst().strip(), headers, body);
  }

  private static List<String> unfolded(String head) {
    List<String> lines = new ArrayList<>();
    for (String line : head.split("\n", -1)) {
      boolean folded = line.startsWith(" ") || line.startsWith("\t");
      if (folded && lines.size() > 1) {
        lines.add(lines.removeLast() + " " + line.strip());
      } else {
        lines.add(line);
      }
    }
    return lines;
  }

  private static void add(String line, List<Header> headers) {
    int colon = line.indexOf(':');
    if (colon < 0) {
      if (!line.isBlank()) {
        headers.add(new Header("", line.strip()));
      }
      return;
    }
    String written = line.substring(0, colon).strip();
    String name = NAMES.getOrDefault(written.toLowerCase(Locale.ROOT), written);
    String value = line.substring(colon + 1).strip();
    if (HOPS.contains(name)) {
      split(value).forEach(hop -> headers.add(new Header(name, hop)));
    } else {
      headers.add(new Header(name, value));
    }
  }

  /** The elements of a list; commas within quotes and brackets are no ends. */
  static List<String> split(String value) {
    List<String> elements = new ArrayList<>();
    boolean quoted = false;
    boolean bracketed = false;
    int from = 0;
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      if (c == '"' && (i == 0 || value.charAt(i - 1) != '\\')) {
        quoted = !quoted;
      } else if (!quoted && (c == '<' || c == '>')) {
        bracketed = c == '<';
      } else if (c == ',' && !quoted && !bracketed) {
        elements.add(value.substring(from, i).strip());
        from = i + 1;
      }
    }
    elements.add(value.substring(from).strip());
    return elements;
  }

  /** Whether a header lists hops, of which each is what it is. */
  static boolean listsHops(String name) {
    return HOPS.contains(name);
  }

  /** Whether two entries are the same hop, whatever the receiver added to it. */
  static boolean sameHop(String a, String b) {
    return SEEN.matcher(a).replaceAll("").equals(SEEN.matcher(b).replaceAll(""));
  }

  boolean request() {
    return !start.startsWith("SIP/");
  }

  /** The method or the code. */
  String kind() {
    String[] words = start.split(" ", 3);
    return request() || words.length < 2 ? words[0] : words[1];
  }

  /** Whether both are responses, or requests of one method: then what one lacks is a change. */
  boolean sameKind(MessageText other) {
    return request() == other.request() && (!request() || kind().equals(other.kind()));
  }

  /** Whether this response belongs to a request (RFC 3261 section 8.1.3.5, section 17.1.3). */
  boolean answers(MessageText request) {
    return values("Call-ID").equals(request.values("Call-ID"))
        && values("CSeq").equals(request.values("CSeq"));
  }

  /** The request's URI, or the response's code and phrase. */
  String target() {
    String[] words = start.split(" ", request() ? 3 : 2);
    return words.length < 2 ? "" : words[1];
  }

  List<String> values(String name) {
    return headers.stream()
        .filter(header -> header.name().equalsIgnoreCase(name))
        .map(Header::value)
        .toList();
  }

  /** The names in order of appearance, each once. */
  List<String> names() {
    return headers.stream().map(Header::name).distinct().toList();
  }

  boolean sdp() {
    return body.startsWith("v=");
  }
}
