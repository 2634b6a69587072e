package org.earpiece.report;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.earpiece.voip.ladder.LadderModel;
import org.earpiece.voip.ladder.LadderModel.Entry;
import org.earpiece.voip.ladder.LadderModel.Media;
import org.earpiece.voip.ladder.LadderModel.Message;
import org.earpiece.voip.ladder.LadderModel.Participant;

/** A ladder in characters, for a terminal or a mail. */
public final class TextLadder {
  private static final int TIME = 10;
  private static final int EDGE = 9;
  private static final int MIN_SPAN = 20;
  private static final int MAX_SPAN = 44;

  private final LadderModel model;
  private final Terminal terminal;
  private final int span;
  private final int width;
  private final StringBuilder out = new StringBuilder();

  private TextLadder(LadderModel model, Terminal terminal) {
    this.model = model;
    this.terminal = terminal;
    int count = Math.max(2, model.participants().size());
    int room = (terminal.width() == 0 ? 100 : terminal.width()) - TIME - 2 * EDGE;
    span = Math.clamp(room / (count - 1), MIN_SPAN, MAX_SPAN);
    width = TIME + 2 * EDGE + span * (count - 1);
  }

  /**
   * Writes a ladder.
   *
   * @param terminal its width is filled where the participants fit; lines are longer where not
   */
  public static String write(LadderModel model, Terminal terminal) {
    TextLadder ladder = new TextLadder(model, terminal);
    ladder.head();
    for (Entry entry : model.entries()) {
      switch (entry) {
        case Message message -> ladder.message(message);
        case Media media -> ladder.media(media);
      }
    }
    return ladder.out.toString();
  }

  private int x(int participant) {
    return TIME + EDGE + span * participant;
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
    StringBuilder text = new StringBuilder();
    Cells.seconds(text, timeNanos - model.startNanos(), 3);
    put(cells, Math.max(0, TIME - 1 - text.length()), text.toString());
  }

  private void message(Message message) {
    String[] cells = lifelines();
    time(cells, message.timeNanos());
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

  private void media(Media media) {
    String[] cells = lifelines();
    time(cells, media.timeNanos());
    String words = LadderDrawing.words(media) + (media.running() ? " · now" : "");
    arrow(cells, media.from(), media.to(), "═", words, Ink.TEXT);
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
    if (b > a) {
      cells[right - 1] = "▶";
    } else {
      cells[left] = "◀";
    }
    int room = right - left - 4;
    String shown = Terminal.cut(Terminal.harmless(words), room - 2);
    centre(cells, (left + right) / 2, room, " " + shown + " ");
    end(cells, ink, left, right);
  }
}
