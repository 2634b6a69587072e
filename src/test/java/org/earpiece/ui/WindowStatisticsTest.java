package org.earpiece.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextField;
import org.earpiece.report.statistics.TalkLayer;
import org.earpiece.ui.kit.table.VirtualTable;
import org.junit.jupiter.api.Test;

/** The view of statistics. */
class WindowStatisticsTest extends DrivenWindow {
  private static final int STATISTICS = 5;

  /** The table on show, once there is one with these words in its first row. */
  private void untilRow(String words) throws Exception {
    until(() ->
        scene.getRoot().lookupAll(".statistics *").stream()
            .filter(VirtualTable.class::isInstance)
            .map(VirtualTable.class::cast)
            .anyMatch(table -> table.rowText(0).contains(words)));
  }

  private void press(String words) {
    robot.interact(() ->
        scene.getRoot().lookupAll(".topic-bar *").stream()
            .filter(node -> node instanceof ButtonBase button && button.getText().equals(words))
            .map(ButtonBase.class::cast)
            .findFirst()
            .orElseThrow()
            .fire());
  }

  @Test
  void eachStatisticIsCounted() throws Exception {
    openCapture();
    openView(STATISTICS);
    untilRow("Ethernet II");
    press("Packet lengths");
    untilRow("0–19");
    press("SIP messages");
    untilRow("ACK");
    press("Endpoints");
    untilRow("192.0.2.");
    ComboBox<?> layer = (ComboBox<?>) scene.lookup(".topic-bar .combo-box");
    robot.interact(() -> layer.getSelectionModel().select(TalkLayer.ETHERNET.ordinal()));
    untilRow(":");
    press("Conversations");
    untilRow(":");
    press("Over time");
    untilRow("0.000");
  }

  @Test
  void theDisplayFilterAppliesAndTheTableIsSaved() throws Exception {
    openCapture();
    openView(STATISTICS);
    untilRow("Ethernet II");
    robot.interact(() -> window.page().workspace().filter().apply("sip"));
    until(() -> shown() > 0 && shown() < snapshot().packets());
    int sip = shown();
    untilRow(Integer.toString(sip).substring(0, 1));
    Path out = folder.resolve("hierarchy.csv");
    chosen.add(out.toFile());
    press("Save as CSV");
    until(() -> Files.exists(out) && Files.readString(out).contains(",sip,"));
    List<String> lines = Files.readAllLines(out);
    assertThat(lines.getFirst()).startsWith("protocol,filter,depth,packets");
    assertThat(lines.get(1)).startsWith("Ethernet II,eth,0," + sip + ",100.0");
  }

  @Test
  void aGraphHasALineForEachSeriesAndSaysWhatIsWrongWithOne() throws Exception {
    openCapture();
    openView(STATISTICS);
    press("Over time");
    untilRow("0.000");
    press("+ series");
    List<TextField> fields =
        scene.getRoot().lookupAll(".topic-bar > .text-field").stream()
            .map(TextField.class::cast)
            .toList();
    assertThat(fields).hasSize(2);
    robot.interact(() -> {
      fields.get(0).setText("rtp");
      fields.get(0).fireEvent(new javafx.event.ActionEvent());
      fields.get(1).setText("sip.method");
      fields.get(1).fireEvent(new javafx.event.ActionEvent());
    });
    until(() ->
        scene.getRoot().lookupAll(".topic-bar .label.poor").stream()
            .anyMatch(l -> ((Labeled) l).getText().contains("did you mean sip.Method?")));
    robot.interact(() -> {
      fields.get(1).setText("sip");
      fields.get(1).fireEvent(new javafx.event.ActionEvent());
    });
    untilRow("0.000");
    Path out = folder.resolve("graph.csv");
    chosen.add(out.toFile());
    until(() -> {
      press("Save as CSV");
      return Files.exists(out) && Files.readString(out).startsWith("time,rtp,sip");
    });
  }
}
