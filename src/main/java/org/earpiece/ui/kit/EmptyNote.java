package org.earpiece.ui.kit;

import javafx.scene.control.Label;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.StackPane;

/** A sentence in the place of what is not there. FX thread. */
public final class EmptyNote {
  private final Label words = new Label();
  private final StackPane place = new StackPane(words);

  public EmptyNote() {
    words.setWrapText(true);
    words.getStyleClass().add("dim");
    place.getStyleClass().add("empty");
  }

  /** Puts the sentence into a pane, instead of everything else. */
  public void say(BorderPane pane, String sentence) {
    words.setText(sentence);
    pane.setCenter(place);
    pane.setBottom(null);
  }
}
