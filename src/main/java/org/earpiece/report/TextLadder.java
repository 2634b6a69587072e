package org.earpiece.report;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.earpiece.voip.ladder.LadderModel;
import org.earpiece.voip.ladder.LadderModel.Between;
import org.earpiece.voip.ladder.LadderModel.Digits;
import org.earpiece.voip.ladder.LadderModel.Entry;
import org.earpiece.voip.ladder.LadderModel.Hold;
import org.earpiece.voip.ladder.LadderModel.Media;
import org.earpiece.voip.ladder.LadderModel.Message;
import org.earpiece.voip.ladder.LadderModel.Participant;
import org.earpiece.voip.ladder.LadderModel.Quiet;

/** A ladder in characters, for a terminal or a mail. */
public final class TextLadder {
  private static final int TIME = 10;
  private static final int TIME_OF_DAY = 14;

  /** The numbers of dialogs, where there are several. */
  private static final int DIALOG = 4;

  private static final int EDGE = 9;
  private static final int MIN_SPAN = 20;
  private static final int MAX_SPAN = 44;

  private final LadderModel model;
  private final LadderLook look;
  private final Terminal terminal;
  private final int times;
  private final int span;
  private final int width;
  private final StringBuilder out = new StringBuilder();
  private long before;

  private TextLadder(LadderModel model, LadderLook look, Terminal terminal) {
    this.model = model;
    this.look = look;
    this.terminal = terminal;
    before = model.startNanos();
    times = (look.time() == LadderTime.DAY ? TIME_OF_DAY : TIME) + (dialogs() ? DIALOG : 0);
    int count = Math.max(2, model.participants().size());
    int room = (terminal.width() == 0 ? 100 : terminal.width()) - times - 2 * EDGE;
    span = Math.clamp(room / (count - 1), MIN_SPAN, MAX_SPAN);
    width = times + 2 * EDGE + span * (count - 1);
  }

  /**
   * Writes a ladder.
   *
   * @param terminal its width is filled where the participants fit; lines are longer where not
   */
  public static String write(LadderModel model, LadderLook look, Terminal terminal) {
    TextLadder ladder = new TextLadder(model, look, terminal);
    ladder.head();
    for (Entry entry : model.entries()) {
      switch (entry) {
        case Message message -> ladder.message(message);
        case Media media ->
            ladder.line(media, "═", EntryWords.of(media) + (media.running() ? " · now" : ""));
        case Digits digits -> ladder.line(digits, "┄", "DTMF " + EntryWords.of(digits));
        case Hold hold -> ladder.line(hold, " ", EntryWords.of(hold, model));
        case Quiet quiet -> ladder.quiet(quiet);
      }
    }
    return ladder.out.toString();
  }

  private boolean dialogs() {
    return model.dialogs() > 1;
  }

  private int x(int participant) {
    return times + EDGE + span * participant;
  }

  /** A line with the lifelines in it, a string for each column. */
  private String[] lifelines() {
    String[] cells = new String[width];
    Arrays.fill(cells, " ");
    for (int i = 0; i < model.participants().size(); i++) {
      cells[x(i)] = "│";
    }
    return cells;
  }

  private static void put(String[] cells, int at, String text) {
    int column = at;
    for (int i = 0; i < text.length() && column < cells.length; ) {
      int c = text.codePointAt(i);
      String one = Character.toString(c);
      int columns = Terminal.columns(one);
      if (columns == 0 && column > at) {
        cells[column - 1] += one;
      } else if (column >= 0) {
        cells[column] = one;
        if (columns == 2 && column + 1 < cells.length) {
          cells[column + 1] = "";
        }
      }
      column += columns;
      i += Character.charCount(c);
    }
  }

  private void centre(String[] cells, int x, int room, String text) {
    String shown = Terminal.cut(Terminal.harmless(text), room);
    put(cells, x - Terminal.columns(shown) / 2, shown);
  }

  private void end(String[] cells, Ink ink, int from, int to) {
    StringBuilder line = new StringBuilder();
    line.append(String.join("", Arrays.copyOfRange(cells, 0, from)));
    terminal.paint(line, ink, String.join("", Arrays.copyOfRange(cells, from, to)));
    line.append(String.join("", Arrays.copyOfRange(cells, to, cells.length)));
    out.append(line.toString().stripTrailing()).append('\n');
  }

  private void head() {
    String[] names = new String[width];
    String[] addresses = new String[width];
    Arrays.fill(names, " ");
    Arrays.fill(addresses, " ");
    List<Participant> participants = model.participants();
    for (int i = 0; i < participants.size(); i++) {
      centre(names, x(i), 2 * EDGE, participants.get(i).name());
      centre(addresses, x(i), 2 * EDGE, participants.get(i).address());
    }
    end(names, Ink.TEXT, 0, width);
    end(addresses, Ink.DIM, 0, width);
    end(lifelines(), Ink.TEXT, 0, width);
  }

  private void time(String[] cells, long timeNanos) {
    String text = look.time().text(timeNanos, model.startNanos(), before);
    before = timeNanos;
    put(cells, Math.max(0, times - (dialogs() ? DIALOG : 0) - 1 - text.length()), text);
  }

  private void message(Message message) {
    String[] cells = lifelines();
    time(cells, message.timeNanos());
    if (dialogs()) {
      put(cells, times - DIALOG, String.format("%3d", message.dialog()));
    }
    int copies = message.frames().size();
    List<String> words = new ArrayList<>(List.of(message.label()));
    if (copies > 1) {
      words.add("×" + copies);
    }
    if (!message.detail().isEmpty()) {
      words.add(message.detail());
    }
    Ink ink =
        switch (message.kind()) {
          case REQUEST -> Ink.ACCENT;
          case PROVISIONAL, REDIRECT -> Ink.DIM;
          case SUCCESS -> Ink.GOOD;
          case FAILURE -> Ink.POOR;
        };
    boolean broken = ink == Ink.DIM;
    arrow(cells, message.from(), message.to(), broken ? "╌" : "─", String.join(" ", words), ink);
  }

  private void line(Between between, String stroke, String words) {
    String[] cells = lifelines();
    time(cells, between.timeNanos());
    arrow(cells, between.from(), between.to(), stroke, words, Ink.TEXT);
  }

  private void quiet(Quiet quiet) {
    String[] cells = new String[width];
    Arrays.fill(cells, " ");
    for (int i = 0; i < model.participants().size(); i++) {
      cells[x(i)] = "┊";
    }
    int last = x(Math.max(0, model.participants().size() - 1));
    centre(
        cells,
        (x(0) + last) / 2,
        Math.max(MIN_SPAN, last - x(0)),
        " " + EntryWords.of(quiet) + " ");
    end(cells, Ink.DIM, times, width);
  }

  private void arrow(String[] cells, int a, int b, String stroke, String words, Ink ink) {
    if (a == b) {
      String text = Terminal.cut("↩ " + Terminal.harmless(words), span - 2);
      put(cells, x(a) + 2, text);
      end(cells, ink, x(a) + 1, Math.min(width, x(a) + span));
      return;
    }
    int left = Math.min(x(a), x(b)) + 1;
    int right = Math.max(x(a), x(b));
    Arrays.fill(cells, left, right, stroke);
    if (!stroke.isBlank()) {
      cells[b > a ? right - 1 : left] = b > a ? "▶" : "◀";
    }
    int room = right - left - 4;
    String shown = Terminal.cut(Terminal.harmless(words), room - 2);
    centre(cells, (left + right) / 2, room, " " + shown + " ");
    end(cells, ink, left, right);
  }
}
