package org.earpiece.voip.compare;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.earpiece.dissect.voip.sip.NameAddress;

/** What differing start lines and headers mean, in sentences. */
final class HeaderEffects {
  /** Follow from other differences or always differ. */
  private static final Set<String> UNTOLD = Set.of("Content-Length", "Date", "Timestamp", "");

  /** Lists in which only what is in them counts. */
  private static final Set<String> SETS =
      Set.of(
          "Allow",
          "Supported",
          "Require",
          "Proxy-Require",
          "Unsupported",
          "Accept",
          "Accept-Encoding",
          "Accept-Language",
          "Allow-Events",
          "Recv-Info",
          "Privacy");

  private static final Set<String> PEOPLE =
      Set.of(
          "From",
          "To",
          "P-Asserted-Identity",
          "P-Preferred-Identity",
          "Remote-Party-ID",
          "Referred-By",
          "Refer-To");

  /** What a response takes over from its request, or settles with it. */
  private static final Set<String> SHARED =
      Set.of("Via", "Record-Route", "From", "To", "Call-ID", "CSeq", "Expires", "Session-Expires");

  /** Characters of a value that are told. */
  private static final int MAX_TOLD = 60;

  private final MessageText left;
  private final MessageText right;
  private final List<String> effects = new ArrayList<>();

  private HeaderEffects(MessageText left, MessageText right) {
    this.left = left;
    this.right = right;
  }

  static List<String> of(MessageText left, MessageText right) {
    HeaderEffects effects = new HeaderEffects(left, right);
    effects.start();
    Set<String> names = new LinkedHashSet<>(left.names());
    names.addAll(right.names());
    for (String name : names) {
      List<String> before = left.values(name);
      List<String> after = right.values(name);
      if (!before.equals(after) && effects.tells(name, before, after)) {
        effects.header(name, before, after);
      }
    }
    return effects.effects;
  }

  /** What only one of two kinds of message has is no change. */
  private boolean tells(String name, List<String> before, List<String> after) {
    boolean both = !before.isEmpty() && !after.isEmpty();
    return !UNTOLD.contains(name)
        && (both || left.sameKind(right))
        && (left.request() == right.request() || SHARED.contains(name));
  }

  private void start() {
    if (left.request() != right.request()) {
      MessageText request = left.request() ? left : right;
      MessageText response = left.request() ? right : left;
      String answers = response.answers(request) ? "the response to it" : "a response, not to it";
      effects.add(told(request) + " is a request, " + told(response) + " is " + answers);
    } else if (!left.sameKind(right)) {
      effects.add("the messages are of different kinds: " + told(left) + " and " + told(right));
    } else if (!left.target().equals(right.target())) {
      effects.add(
          (left.request() ? "changed the Request-URI: " : "changed the answer: ")
              + became(left.target(), right.target()));
    }
  }

  private static String told(MessageText message) {
    return message.request() ? message.kind() : cut(message.target());
  }

  private void header(String name, List<String> before, List<String> after) {
    if (MessageText.listsHops(name)) {
      hops(name, before, after);
    } else if (before.isEmpty()) {
      effects.add("added " + name + ": " + cut(String.join(", ", after)));
    } else if (after.isEmpty()) {
      effects.add("removed " + name);
    } else if (SETS.contains(name)) {
      set(name, before, after);
    } else if (before.size() == 1 && after.size() == 1) {
      value(name, before.getFirst(), after.getFirst());
    } else {
      effects.add("changed " + name);
    }
  }

  private void hops(String name, List<String> before, List<String> after) {
    long kept =
        Alignment.of(before, after, MessageText::sameHop).stream()
            .filter(pair -> pair.left() != null && pair.right() != null)
            .count();
    long gone = before.size() - kept;
    long come = after.size() - kept;
    if (kept == 0 && gone > 0 && come > 0) {
      effects.add(
          "replaced "
              + name
              + (name.equals("Via") ? ": another transaction or hop" : ": another route"));
      return;
    }
    if (come > 0) {
      effects.add("added " + (come == 1 ? name : come + " " + name));
    }
    if (come == 0 && gone == 0) {
      effects.add("added to " + name + " where the request was seen to come from");
    }
    if (gone > 0) {
      effects.add("removed " + (gone == 1 ? name : gone + " " + name));
    }
  }

  private void set(String name, List<String> before, List<String> after) {
    Set<String> old = elements(before);
    Set<String> now = elements(after);
    List<String> words = new ArrayList<>();
    String come = String.join(", ", without(now, old));
    String gone = String.join(", ", without(old, now));
    if (!come.isEmpty()) {
      words.add("added " + come);
    }
    if (!gone.isEmpty()) {
      words.add("removed " + gone);
    }
    if (!words.isEmpty()) {
      effects.add(name + ": " + String.join(", ", words));
    }
  }

  private static Set<String> elements(List<String> values) {
    Set<String> elements = new LinkedHashSet<>();
    values.forEach(value -> elements.addAll(MessageText.split(value)));
    elements.remove("");
    return elements;
  }

  private static List<String> without(Set<String> all, Set<String> others) {
    return all.stream().filter(each -> others.stream().noneMatch(each::equalsIgnoreCase)).toList();
  }

  private void value(String name, String before, String after) {
    switch (name) {
      case "Max-Forwards", "CSeq", "Expires", "Session-Expires", "Min-SE" ->
          effects.add(name + " " + cut(before) + " to " + cut(after));
      case "Call-ID" -> effects.add("another Call-ID: a leg of its own");
      case "Contact" -> effects.add("replaced the Contact: " + became(uri(before), uri(after)));
      case "User-Agent", "Server" -> effects.add("replaced " + name + ": " + became(before, after));
      default -> {
        if (PEOPLE.contains(name)) {
          person(name, before, after);
        } else {
          effects.add("changed " + name + ": " + became(before, after));
        }
      }
    }
  }

  private void person(String name, String before, String after) {
    NameAddress old = NameAddress.parse(before);
    NameAddress now = NameAddress.parse(after);
    int told = effects.size();
    if (!old.user().equals(now.user())) {
      effects.add("changed the user of " + name + ": " + became(old.user(), now.user()));
    }
    if (!old.host().equalsIgnoreCase(now.host())) {
      effects.add("changed the host of " + name + ": " + became(old.host(), now.host()));
    }
    if (!old.display().equals(now.display())) {
      effects.add("changed the name in " + name + ": " + became(old.display(), now.display()));
    }
    if (!old.tag().equals(now.tag())) {
      effects.add(
          old.tag().isEmpty()
              ? "added the tag of " + name
              : now.tag().isEmpty() ? "removed the tag of " + name : "another tag of " + name);
    }
    if (effects.size() == told) {
      effects.add("changed " + name + ": " + became(before, after));
    }
  }

  /** The address alone, without name and parameters. */
  private static String uri(String value) {
    int from = value.indexOf('<');
    int to = value.indexOf('>', from + 1);
    return from >= 0 && to > from ? value.substring(from + 1, to) : value.split(";", 2)[0];
  }

  static String became(String before, String after) {
    String old = before.isEmpty() ? "nothing" : cut(before);
    return old + " became " + (after.isEmpty() ? "nothing" : cut(after));
  }

  private static String cut(String value) {
    return value.length() <= MAX_TOLD ? value : value.substring(0, MAX_TOLD - 1) + "…";
  }
}
