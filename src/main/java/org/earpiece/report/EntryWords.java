package org.earpiece.report;

import org.earpiece.voip.ladder.LadderModel;
import org.earpiece.voip.ladder.LadderModel.Digits;
import org.earpiece.voip.ladder.LadderModel.Hold;
import org.earpiece.voip.ladder.LadderModel.Media;
import org.earpiece.voip.ladder.LadderModel.Quiet;

/** The words of a ladder's rows, the same on screen, on paper and in a terminal. */
final class EntryWords {
  /** Stands between what is told of media. */
  static final String BETWEEN = " · ";

  private EntryWords() {}

  /** {@code PCMA · MOS 4.38 · 0.5 % lost · 15.8 s · 6 RTCP}. */
  static String of(Media media) {
    StringBuilder text = new StringBuilder(media.early() ? "early media" + BETWEEN : "");
    text.append(media.codec().isEmpty() ? "RTP" : media.codec());
    if (!Double.isNaN(media.mos())) {
      text.append(BETWEEN).append("MOS ");
      Cells.decimal(text, media.mos(), 2);
    }
    text.append(BETWEEN);
    Cells.decimal(text, media.lossPercent(), media.lossPercent() == 0 ? 0 : 1);
    text.append(" % lost" + BETWEEN);
    seconds(text, media.endNanos() - media.timeNanos());
    if (media.reports() > 0) {
      text.append(BETWEEN).append(media.reports()).append(" RTCP");
    }
    return text.toString();
  }

  /** {@code 1 2 3 #}. */
  static String of(Digits digits) {
    return String.join(" ", digits.digits().split("", -1)).strip();
  }

  /** {@code on hold by 2000 · 8.1 s}. */
  static String of(Hold hold, LadderModel model) {
    StringBuilder text = new StringBuilder("on hold by ");
    text.append(model.participants().get(hold.from()).word()).append(" · ");
    seconds(text, hold.endNanos() - hold.timeNanos());
    return text.append(hold.running() ? " so far" : "").toString();
  }

  /** {@code 12.4 s quiet}. */
  static String of(Quiet quiet) {
    StringBuilder text = new StringBuilder();
    seconds(text, quiet.nanos());
    return text.append(quiet.media() ? ", media only" : " quiet").toString();
  }

  private static void seconds(StringBuilder text, long nanos) {
    Cells.decimal(text, Math.max(0, nanos) / 1e9, 1);
    text.append(" s");
  }
}
