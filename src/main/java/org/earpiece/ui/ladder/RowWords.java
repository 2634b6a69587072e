package org.earpiece.ui.ladder;

import java.util.List;
import java.util.stream.Collectors;
import org.earpiece.ui.kit.Numbers;
import org.earpiece.voip.ladder.LadderModel;
import org.earpiece.voip.ladder.LadderModel.Entry;
import org.earpiece.voip.ladder.LadderModel.Media;
import org.earpiece.voip.ladder.LadderModel.Message;
import org.earpiece.voip.ladder.LadderModel.Participant;

/** What hovering over a row of the ladder tells. */
final class RowWords {
  private static final int FRAMES_TOLD = 6;

  private RowWords() {}

  static String explain(Entry entry, LadderModel model) {
    return switch (entry) {
      case Message message ->
          SipWords.explain(message.label())
              + "\n\n"
              + way(model, message.from(), message.to())
              + (message.detail().isEmpty() ? "" : ", " + message.detail())
              + "\n"
              + frames(message.frames());
      case Media media ->
          "Media of stream "
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
              + "\nClick selects the stream.";
    };
  }

  private static String way(LadderModel model, int from, int to) {
    return name(model, from) + " → " + name(model, to);
  }

  private static String name(LadderModel model, int index) {
    if (index < 0 || index >= model.participants().size()) {
      return "?";
    }
    Participant participant = model.participants().get(index);
    return participant.name().isEmpty() ? participant.address() : participant.name();
  }

  private static String frames(List<Integer> frames) {
    String numbers =
        frames.stream()
            .limit(FRAMES_TOLD)
            .map(n -> Numbers.count(n))
            .collect(Collectors.joining(", "));
    if (frames.size() == 1) {
      return "Frame " + numbers;
    }
    String more = frames.size() > FRAMES_TOLD ? "…" : "";
    return "Sent " + frames.size() + " times: frames " + numbers + more;
  }
}
