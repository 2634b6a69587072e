package org.earpiece.ui.audio;

import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.earpiece.session.CallAudio;
import org.earpiece.session.playback.AudioPlayer.Level;

/** Mute, solo and side of one track. FX thread. */
final class TrackControl extends VBox {
  /** Where a track is heard. */
  private enum Side {
    LEFT("Left"),
    RIGHT("Right"),
    BOTH("Both");

    private final String word;

    Side(String word) {
      this.word = word;
    }
  }

  private final int stream;
  private final ToggleButton mute = new ToggleButton("Mute");
  private final ToggleButton solo = new ToggleButton("Solo");
  private final MenuButton sides = new MenuButton();
  private final Runnable changed;
  private Side side;

  /**
   * Controls of a track.
   *
   * @param alone whether it is the only track: then it is heard on both sides
   * @param changed called when what is heard changes
   */
  TrackControl(CallAudio.Track track, boolean alone, Runnable changed) {
    stream = track.stream();
    this.changed = changed;
    side = alone ? Side.BOTH : track.forward() ? Side.LEFT : Side.RIGHT;
    Label title = new Label(track.label());
    title.getStyleClass().addAll("semibold", "small");
    title.setWrapText(true);
    title.setTooltip(new Tooltip(track.label()));
    mute.setOnAction(e -> changed.run());
    solo.setOnAction(e -> changed.run());
    for (Side choice : Side.values()) {
      MenuItem item = new MenuItem(choice.word);
      item.setOnAction(e -> side(choice));
      sides.getItems().add(item);
    }
    sides.setText(side.word);
    getStyleClass().add("track-control");
    getChildren().addAll(title, new HBox(4, mute, solo, sides));
  }

  private void side(Side choice) {
    side = choice;
    sides.setText(choice.word);
    changed.run();
  }

  int stream() {
    return stream;
  }

  boolean solo() {
    return solo.isSelected();
  }

  /** How loud the track is, given the volume and whether any track is solo. */
  Level level(float volume, boolean anySolo) {
    if (mute.isSelected() || (anySolo && !solo())) {
      return Level.MUTE;
    }
    return switch (side) {
      case LEFT -> new Level(volume, 0);
      case RIGHT -> new Level(0, volume);
      case BOTH -> new Level(volume, volume);
    };
  }
}
