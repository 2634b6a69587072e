package org.earpiece.ui;

import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Side;
import javafx.scene.Node;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.earpiece.session.Snapshot;
import org.earpiece.settings.ThemeChoice;
import org.earpiece.ui.kit.Menus;
import org.earpiece.ui.kit.Numbers;
import org.earpiece.ui.kit.Preferences;

/** The line at the bottom: the figures of the capture, and the last thing to be said. FX thread. */
final class StatusLine {
  private static final long NOTICE_NANOS = 12_000_000_000L;
  private static final double NANOS = 1e9;

  private final HBox node = new HBox();
  private final Label name = new Label("No capture");
  private final Label packets = new Label();
  private final Label shown = new Label();
  private final Label dropped = new Label();
  private final Label calls = new Label();
  private final Label behind = new Label();
  private final Label memory = new Label();
  private final Label work = new Label();
  private final Hyperlink stop = new Hyperlink("Stop");
  private final Hyperlink notices = new Hyperlink();
  private final Label notice = new Label();
  private final List<Label> figures =
      new ArrayList<>(List.of(packets, shown, dropped, calls, behind, memory));
  private List<String> told = List.of();
  private long noticeUntil;

  /**
   * @param stopWork ends the work that {@link #work} tells of
   */
  StatusLine(Preferences preferences, Runnable stopWork) {
    Region gap = new Region();
    HBox.setHgrow(gap, Priority.ALWAYS);
    node.getStyleClass().add("status");
    node.getChildren().add(name);
    node.getChildren().addAll(figures);
    node.getChildren().addAll(gap, notice, work, stop, notices, theme(preferences));
    work.setMinWidth(Region.USE_PREF_SIZE);
    stop.setMinWidth(Region.USE_PREF_SIZE);
    stop.setOnAction(e -> stopWork.run());
    notices.setMinWidth(Region.USE_PREF_SIZE);
    notices.getStyleClass().add("poor");
    notices.setOnAction(e -> new NoticesDialog(node.getScene().getWindow()).show(told));
    work("");
    notices(List.of());
    for (Label figure : figures) {
      figure.setMinWidth(Region.USE_PREF_SIZE);
      figure.setManaged(false);
    }
    notice.getStyleClass().add("notice");
    idle();
  }

  /** Light, dark, or as the desktop is: one click changes it. */
  private static Hyperlink theme(Preferences preferences) {
    Hyperlink theme = new Hyperlink(words(preferences.get().theme()));
    theme.setTooltip(new Tooltip("Light or dark, or as the system is"));
    theme.setMinWidth(Region.USE_PREF_SIZE);
    preferences.property().addListener((o, was, is) -> theme.setText(words(is.theme())));
    ContextMenu menu = new ContextMenu();
    for (ThemeChoice choice : ThemeChoice.values()) {
      menu.getItems().add(Menus.item(words(choice), () -> preferences.update(s -> s.with(choice))));
    }
    theme.setOnAction(e -> menu.show(theme, Side.TOP, 0, -4));
    return theme;
  }

  private static String words(ThemeChoice choice) {
    return switch (choice) {
      case SYSTEM -> "Colours: as the system";
      case LIGHT -> "Colours: light";
      case DARK -> "Colours: dark";
    };
  }

  Node node() {
    return node;
  }

  /** No capture is open. */
  void idle() {
    set(name, "No capture");
    figures.forEach(figure -> set(figure, ""));
    notices(List.of());
  }

  /** Says a sentence for some seconds. */
  void say(String sentence, long now) {
    notice.setText(sentence);
    noticeUntil = now + NOTICE_NANOS;
  }

  /**
   * @param rows rows of the list on show, of {@code all}; equal where no filter is in force
   */
  void show(Snapshot s, long rows, long all) {
    set(name, "");
    set(packets, Numbers.of(s.packets(), "packet", "packets"));
    set(shown, rows == all ? "" : Numbers.count(rows) + " shown");
    set(dropped, s.state() == Snapshot.State.LOADING ? "" : dropped(s));
    dropped.getStyleClass().remove("poor");
    if (s.stats().dropped() > 0) {
      dropped.getStyleClass().add("poor");
    }
    List<String> said = new ArrayList<>(s.problems());
    said.addAll(s.discarded().sentences());
    notices(said);
    set(calls, Numbers.of(s.callsUp(), "call up", "calls up"));
    set(behind, behind(s));
    Runtime runtime = Runtime.getRuntime();
    set(memory, Numbers.bytes(runtime.totalMemory() - runtime.freeMemory()));
  }

  /** What went wrong with the capture stays in sight after it was said. */
  private void notices(List<String> problems) {
    told = problems;
    notices.setText("! " + Numbers.of(problems.size(), "notice", "notices"));
    notices.setVisible(!problems.isEmpty());
    notices.setManaged(!problems.isEmpty());
  }

  /** Says how far long work is, which may be stopped; empty for none. */
  void work(String words) {
    set(work, words);
    stop.setVisible(!words.isEmpty());
    stop.setManaged(!words.isEmpty());
  }

  void beat(long now) {
    if (noticeUntil != 0 && now > noticeUntil) {
      noticeUntil = 0;
      notice.setText("");
    }
  }

  private static String dropped(Snapshot s) {
    return Numbers.count(s.stats().dropped()) + " dropped";
  }

  private static String behind(Snapshot s) {
    return switch (s.state()) {
      case CAPTURING -> "analysis " + Numbers.decimal(s.behindNanos() / NANOS, 1) + " s behind";
      case LOADING ->
          s.bytesTotal() == 0
              ? "reading"
              : "read " + Numbers.decimal(100.0 * s.bytesRead() / s.bytesTotal(), 0) + " %";
      case DONE -> "";
    };
  }

  private static void set(Label label, String text) {
    label.setText(text);
    label.setManaged(!text.isEmpty());
    label.setVisible(!text.isEmpty());
  }
}
