package org.earpiece.cli.options;

import java.util.stream.Collectors;
import org.earpiece.cli.terminal.CommandException;
import org.earpiece.session.Snapshot;
import org.earpiece.voip.CallSnapshot;
import org.earpiece.voip.StreamSnapshot;
import org.earpiece.voip.registration.RegistrationSnapshot;
import org.earpiece.voip.subscription.SubscriptionSnapshot;

/** Finds what a command names: a call or stream by its number, a registration by its address. */
public final class Choice {
  private static final int NAMED = 5;

  private Choice() {}

  public static CallSnapshot ofCall(Snapshot snapshot, int number) throws CommandException {
    int calls = snapshot.calls().size();
    if (number < 1 || number > calls) {
      throw CommandException.usage("no such call: " + number + "; " + there("call", calls));
    }
    return snapshot.calls().get(number - 1);
  }

  public static StreamSnapshot ofStream(Snapshot snapshot, int number) throws CommandException {
    int streams = snapshot.streams().size();
    if (number < 1 || number > streams) {
      throw CommandException.usage("no such stream: " + number + "; " + there("stream", streams));
    }
    return snapshot.streams().get(number - 1);
  }

  /** The registration of an address of record, which may leave out its {@code sip:}. */
  public static RegistrationSnapshot ofRegistration(Snapshot snapshot, String aor)
      throws CommandException {
    for (RegistrationSnapshot registration : snapshot.registrations()) {
      String its = registration.aor();
      if (its.equals(aor) || its.substring(its.indexOf(':') + 1).equals(aor)) {
        return registration;
      }
    }
    String all =
        snapshot.registrations().stream()
            .limit(NAMED)
            .map(RegistrationSnapshot::aor)
            .collect(Collectors.joining(", "));
    throw CommandException.usage(
        "nobody registers as "
            + aor
            + (all.isEmpty() ? "; the capture has no registrations" : "; those who do: " + all));
  }

  public static SubscriptionSnapshot ofSubscription(Snapshot snapshot, int number)
      throws CommandException {
    int subscriptions = snapshot.subscriptions().size();
    if (number < 1 || number > subscriptions) {
      throw CommandException.usage(
          "no such subscription: " + number + "; " + there("subscription", subscriptions));
    }
    return snapshot.subscriptions().get(number - 1);
  }

  private static String there(String what, int count) {
    return switch (count) {
      case 0 -> "the capture has no " + what + "s";
      case 1 -> "the capture has " + what + " 1 only";
      default -> "the capture has " + what + "s 1 to " + count;
    };
  }
}
