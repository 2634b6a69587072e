package org.earpiece.voip.ladder;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.earpiece.dissect.voip.sip.NameAddress;
import org.earpiece.dissect.voip.sip.SipHeader;
import org.earpiece.dissect.voip.sip.SipMessage;
import org.earpiece.packet.Endpoint;
import org.earpiece.voip.Transaction;
import org.earpiece.voip.Users;
import org.jspecify.annotations.Nullable;

/**
 * Names for the hosts of a ladder where the messages tell them plainly: a phone is called by its
 * user, a server by its software. One thread.
 */
final class LadderNames {
  /** Where the version or a remark begins in a product's name. */
  private static final Pattern VERSION = Pattern.compile("[/(,]|[\\s-]v?\\d");

  private static final int MAX_NAME = 40;

  /** Software that is a server, not a phone, when it is the only thing known of a host. */
  private static final Pattern SERVER =
      Pattern.compile(
          "asterisk|freeswitch|kamailio|opensips|openser|fpbx|3cx|sems|yate|broadworks|metaswitch");

  /** What speaks for the name of one host. */
  static final class Evidence {
    final Set<String> users = new HashSet<>();
    String product = "";
    boolean sends;
    boolean receives;
    boolean forwards;

    private void add(Evidence other) {
      users.addAll(other.users);
      product = product.isEmpty() ? other.product : product;
      sends |= other.sends;
      receives |= other.receives;
      forwards |= other.forwards;
    }
  }

  private final Map<Endpoint, Evidence> hosts = new HashMap<>();
  private final Map<String, String> displays = new HashMap<>();

  /** Learns from a message; {@code opening} is an INVITE outside a dialog. */
  void see(Endpoint src, Endpoint dst, SipMessage m, Transaction transaction, boolean opening) {
    Evidence sender = hosts.computeIfAbsent(src, s -> new Evidence());
    Evidence receiver = hosts.computeIfAbsent(dst, s -> new Evidence());
    NameAddress from = m.from();
    NameAddress to = m.to();
    if (from != null && !from.display().isEmpty() && !from.user().isEmpty()) {
      displays.putIfAbsent(Users.plain(from.user()), from.display());
    }
    if (opening) {
      boolean forwarded = transaction.vias() > 1;
      sender.sends = true;
      sender.forwards |= forwarded;
      receiver.receives = true;
      if (from != null && !forwarded) {
        sender.users.add(Users.plain(from.user()));
      }
      if (to != null) {
        receiver.users.add(Users.plain(to.user()));
      }
    }
    if (transaction.vias() <= 1 && transaction.toTag() == 0) {
      switch (m.method()) {
        case "REGISTER" -> sender.users.add(user(to));
        case "SUBSCRIBE", "PUBLISH" -> sender.users.add(user(from));
        default -> {}
      }
    }
    if (m.isRequest() ? transaction.vias() <= 1 : m.statusCode() == 100 || !sender.forwards) {
      product(sender, m);
    }
  }

  private static String user(@Nullable NameAddress address) {
    return address == null ? "" : Users.plain(address.user());
  }

  private static void product(Evidence sender, SipMessage m) {
    String value = m.header(SipHeader.SERVER);
    String product = value != null ? value : m.header(SipHeader.USER_AGENT);
    if (product != null && sender.product.isEmpty()) {
      var version = VERSION.matcher(product);
      sender.product = cut((version.find() ? product.substring(0, version.start()) : product));
    }
  }

  private static String cut(String name) {
    String stripped = name.strip();
    return stripped.length() <= MAX_NAME ? stripped : stripped.substring(0, MAX_NAME - 1) + "…";
  }

  /** What is known of each column. */
  Map<Endpoint, Evidence> byColumn(UnaryOperator<Endpoint> column) {
    Map<Endpoint, Evidence> merged = new HashMap<>();
    hosts.forEach((end, evidence) ->
        merged.computeIfAbsent(column.apply(end), c -> new Evidence()).add(evidence));
    return merged;
  }

  /** {@code 2000 Alice}, {@code Asterisk PBX}, or empty where nothing is plain. */
  String name(@Nullable Evidence evidence) {
    if (evidence == null) {
      return "";
    }
    boolean server = SERVER.matcher(evidence.product.toLowerCase(Locale.ROOT)).find();
    evidence.users.remove("");
    if (server || evidence.forwards) {
      return evidence.product;
    }
    if (evidence.users.size() != 1) {
      return evidence.sends && evidence.receives ? evidence.product : "";
    }
    String user = evidence.users.iterator().next();
    String display = displays.getOrDefault(user, "");
    return cut(display.isEmpty() || display.equals(user) ? user : user + " " + display);
  }
}
