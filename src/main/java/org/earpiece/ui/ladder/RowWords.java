package org.earpiece.ui.ladder;

import java.util.List;
import java.util.stream.Collectors;
import org.earpiece.dissect.voip.sip.SipWords;
import org.earpiece.filter.phrase.Phrases;
import org.earpiece.report.LadderDrawing.Row;
import org.earpiece.ui.kit.Numbers;
import org.earpiece.voip.ladder.LadderModel;
import org.earpiece.voip.ladder.LadderModel.Digits;
import org.earpiece.voip.ladder.LadderModel.Entry;
import org.earpiece.voip.ladder.LadderModel.Hold;
import org.earpiece.voip.ladder.LadderModel.Kind;
import org.earpiece.voip.ladder.LadderModel.Media;
import org.earpiece.voip.ladder.LadderModel.Message;
import org.earpiece.voip.ladder.LadderModel.Participant;
import org.earpiece.voip.ladder.LadderModel.Quiet;
import org.earpiece.voip.ladder.Retransmissions;
import org.jspecify.annotations.Nullable;

/** What hovering over a row of the ladder tells. */
final class RowWords {
  private static final int FRAMES_TOLD = 6;

  private RowWords() {}

  /** What a screen reader says of a ladder: who takes part, and the row that is selected. */
  static String ladder(LadderModel model, @Nullable Row selected) {
    String people =
        model.participants().stream().map(Participant::word).collect(Collectors.joining(", "));
    return "Ladder between "
        + people
        + (selected == null ? "" : ". " + explain(selected.entry(), model));
  }

  /** A display filter on what a message is; empty for other entries. */
  static String filter(Entry entry) {
    if (!(entry instanceof Message message)) {
      return "";
    }
    String label = message.label();
    String word = label.indexOf(' ') < 0 ? label : label.substring(0, label.indexOf(' '));
    return message.kind() == Kind.REQUEST
        ? "sip.Method == " + Phrases.quoted(word)
        : "sip.Status-Code == " + word;
  }

  static String explain(Entry entry, LadderModel model) {
    return switch (entry) {
      case Message message -> message(message, model);
      case Media media -> media(media, model);
      case Digits digits ->
          "DTMF "
              + digits.digits()
              + " in the media of stream "
              + digits.stream()
              + ", "
              + way(model, digits.from(), digits.to())
              + "\nRFC 4733 §3.2\n"
              + frames("Begin in", digits.frames());
      case Hold hold ->
          name(model, hold.from())
              + " holds "
              + name(model, hold.to())
              + " for "
              + Numbers.decimal((hold.endNanos() - hold.timeNanos()) / 1e9, 1)
              + " s"
              + (hold.running() ? " so far" : "")
              + ": its SDP asks for no media.\nRFC 3264 §8.4";
      case Quiet quiet ->
          "No message for "
              + Numbers.decimal(quiet.nanos() / 1e9, 1)
              + " s"
              + (quiet.media() ? "; media flows." : ", and no media.")
              + "\nClick or Enter draws the time to scale, or folds it.";
    };
  }

  private static String message(Message message, LadderModel model) {
    String detail = message.detail().isEmpty() ? "" : ", " + message.detail();
    String dialog = model.dialogs() > 1 ? "\nDialog " + message.dialog() : "";
    String times =
        message.frames().size() == 1
            ? frames("Frame", message.frames())
            : frames("Sent " + message.frames().size() + " times: frames", message.frames())
                + ", over "
                + Numbers.decimal((message.lastNanos() - message.timeNanos()) / 1e9, 1)
                + " s\n"
                + Retransmissions.explain(message);
    return SipWords.explain(message.label())
        + "\n\n"
        + way(model, message.from(), message.to())
        + detail
        + dialog
        + "\n"
        + times;
  }

  private static String media(Media media, LadderModel model) {
    String reports =
        media.reports() == 0
            ? "No RTCP about it."
            : Numbers.of(media.reports(), "RTCP report", "RTCP reports")
                + (media.reportedLoss() >= 0
                    ? "; the receiver told "
                        + Numbers.percent(media.reportedLoss())
                        + " lost at worst."
                    : ".");
    return (media.early() ? "Early media" : "Media")
        + " of stream "
        + media.stream()
        + ", "
        + way(model, media.from(), media.to())
        + "\n"
        + Numbers.of(media.packets(), "packet", "packets")
        + ", "
        + Numbers.percent(media.lossPercent())
        + " lost"
        + (Double.isNaN(media.mos()) ? "" : ", MOS " + Numbers.decimal(media.mos(), 2))
        + ", "
        + Numbers.decimal((media.endNanos() - media.timeNanos()) / 1e9, 1)
        + " s"
        + (media.running() ? " so far" : "")
        + "\n"
        + reports
        + "\nClick selects the stream.";
  }

  private static String way(LadderModel model, int from, int to) {
    return name(model, from) + " → " + name(model, to);
  }

  private static String name(LadderModel model, int index) {
    if (index < 0 || index >= model.participants().size()) {
      return "?";
    }
    return model.participants().get(index).word();
  }

  private static String frames(String words, List<Integer> frames) {
    String numbers =
        frames.stream()
            .limit(FRAMES_TOLD)
            .map(n -> Numbers.count(n))
            .collect(Collectors.joining(", "));
    return words + " " + numbers + (frames.size() > FRAMES_TOLD ? "…" : "");
  }
}
