package org.earpiece.cli.options;

import org.earpiece.cli.terminal.CommandException;
import org.earpiece.session.Snapshot;
import org.earpiece.voip.CallSnapshot;
import org.earpiece.voip.StreamSnapshot;

/** Finds the call or stream that a command names by number. */
public final class Choice {
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

  private static String there(String what, int count) {
    return switch (count) {
      case 0 -> "the capture has no " + what + "s";
      case 1 -> "the capture has " + what + " 1 only";
      default -> "the capture has " + what + "s 1 to " + count;
    };
  }
}
