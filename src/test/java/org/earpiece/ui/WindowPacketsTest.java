package org.earpiece.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListView;
import javafx.scene.control.Menu;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ContextMenuEvent;
import javafx.scene.input.KeyCode;
import org.earpiece.settings.ColouringRule;
import org.earpiece.settings.PacketColumn;
import org.earpiece.store.FrameMarks;
import org.earpiece.ui.kit.table.ColumnChoice;
import org.earpiece.ui.kit.table.SortOrder;
import org.earpiece.ui.kit.table.VirtualTable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The list of packets: its columns, order, marks and times. */
class WindowPacketsTest extends DrivenWindow {
  private static final int FIRST = 0;

  @BeforeEach
  void showPackets() throws Exception {
    openCapture();
    openView(PACKETS);
    until(() -> shown() == snapshot().packets());
    clickFirstRow();
    until(() -> frame() > 0);
  }

  private FrameMarks marks() {
    return window.captures().session().marks();
  }

  private List<String> cells(int row) {
    return List.of(list().rowText(row).split("\t", -1));
  }

  private void select(int frame) throws Exception {
    robot.interact(() -> window.page().workspace().selection().frame(frame));
    until(() -> frame() == frame && list().lead() == frame);
  }

  private void write(String text) throws Exception {
    until(() -> !inDialogs(TextInputControl.class).isEmpty());
    robot.interact(
        () -> ((TextInputControl) inDialogs(TextInputControl.class).getFirst()).setText(text));
  }

  private List<Node> inDialogs(Class<? extends Node> kind) {
    return others().stream()
        .flatMap(window -> window.getScene().getRoot().lookupAll("*").stream())
        .filter(node -> kind.isInstance(node) && node.isVisible())
        .toList();
  }

  private void confirm() throws Exception {
    Node ok =
        inDialogs(Button.class).stream()
            .filter(node -> ((Button) node).getText().equals("OK"))
            .findFirst()
            .orElseThrow();
    robot.clickOn(ok);
    alone();
  }

  @Test
  void aFieldBecomesAColumnIsRenamedSortedAndRemoved() throws Exception {
    robot.interact(
        () -> ColumnChoice.show("sip.CSeq", window.captures().session().fields(), preferences));
    until(() -> cells(FIRST).size() == 8);
    int row =
        IntStream.range(0, 200).filter(i -> !cells(i).get(6).isEmpty()).findFirst().orElseThrow();
    assertThat(cells(row).get(6)).matches("\\d+ [A-Z]+");
    robot.interact(() -> list().sort(new SortOrder(6, true)));
    until(() -> cells(FIRST).get(6).contains("SUBSCRIBE") || !cells(FIRST).get(6).isEmpty());
    List<String> values = IntStream.range(0, 50).mapToObj(i -> cells(i).get(6)).toList();
    assertThat(values.stream().filter(value -> !value.isEmpty()).toList())
        .isSortedAccordingTo(java.util.Comparator.reverseOrder());
    robot.interact(
        () -> preferences.update(s -> s.with(s.packets().withColumns(PacketColumn.DEFAULT))));
    until(() -> cells(FIRST).size() == 7);
  }

  /** The menu of a column's head is open. */
  private void openHeadMenu(double x) throws Exception {
    Bounds bounds = list().localToScreen(list().getBoundsInLocal());
    robot.rightClickOn(bounds.getMinX() + x, bounds.getMinY() + 12);
    other();
  }

  private <T extends Node> T inDialog(Class<T> kind, int number) {
    return kind.cast(inDialogs(kind).get(number));
  }

  @Test
  void aColumnIsAddedFromTheHeadWithAFieldThatIsProposed() throws Exception {
    openHeadMenu(300);
    chooseDialog("Add a column…");
    until(() -> !inDialogs(ListView.class).isEmpty());
    TextInputControl content = inDialog(TextInputControl.class, 0);
    robot.interact(() -> content.setText("sip.Meth"));
    ListView<?> proposed = inDialog(ListView.class, 0);
    assertThat(proposed.getItems()).isNotEmpty();
    assertThat(proposed.getHeight()).isGreaterThan(200);
    push(KeyCode.ENTER);
    until(() -> content.getText().equals("sip.Method"));
    assertThat(inDialog(TextInputControl.class, 1).getText()).isEqualTo("Method");
    confirm();
    until(() -> cells(FIRST).size() == 8);
    int row =
        IntStream.range(0, 200).filter(i -> !cells(i).get(6).isEmpty()).findFirst().orElseThrow();
    assertThat(cells(row).get(6)).matches("[A-Z]+");
  }

  @Test
  void aColumnIsHiddenShownAndPutRightFromItsHead() throws Exception {
    openHeadMenu(300);
    chooseItem("Hide this column");
    until(() -> cells(FIRST).size() == 6);
    openHeadMenu(300);
    chooseItem("All columns as they were");
    until(() -> cells(FIRST).size() == 7);
    openHeadMenu(300);
    chooseItem("At the right");
    until(() -> preferences.get().packets().columns().get(2).right());
  }

  private Labeled named(String title) {
    return scene.getRoot().lookupAll(".find .button").stream()
        .map(Labeled.class::cast)
        .filter(button -> title.equals(button.getText()))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void packetsAreFoundByTextForwardAndBack() throws Exception {
    select(1);
    push(KeyCode.CONTROL, KeyCode.F);
    until(() -> scene.getFocusOwner() instanceof TextInputControl);
    robot.write("INVITE sip:");
    push(KeyCode.ENTER);
    until(() -> frame() > 1 && says("Packet "));
    int first = frame();
    robot.interact(() -> ((Button) named("Next")).fire());
    until(() -> frame() > first);
    robot.interact(() -> ((Button) named("Previous")).fire());
    until(() -> frame() == first);
    robot.interact(() -> ((TextInputControl) scene.getFocusOwner()).setText("no such words"));
    push(KeyCode.ENTER);
    until(() -> says("No packet has that."));
    push(KeyCode.ESCAPE);
    until(() -> !scene.getRoot().lookup(".bar.find").isVisible());
  }

  @Test
  void columnsSortAndTheTailIsFollowedAgainAfterwards() throws Exception {
    assertThat(list().following()).isFalse();
    robot.interact(() -> list().followAgain());
    robot.interact(() -> list().sort(new SortOrder(5, true)));
    until(() -> length(FIRST) > length(shown() - 1));
    assertThat(list().following()).isFalse();
    assertThat(IntStream.range(0, 200).mapToObj(this::length).toList())
        .isSortedAccordingTo(java.util.Comparator.reverseOrder());
    robot.interact(() -> list().sort(SortOrder.NATURAL));
    until(() -> cells(FIRST).getFirst().equals("1"));
    assertThat(list().following()).isTrue();
  }

  private Integer length(int row) {
    return Integer.valueOf(cells(row).get(5).replaceAll("\\D", ""));
  }

  @Test
  void marksAreSetFoundAndFiltered() throws Exception {
    select(5);
    push(KeyCode.CONTROL, KeyCode.M);
    until(() -> marks().marked(5));
    select(9);
    push(KeyCode.CONTROL, KeyCode.M);
    until(() -> marks().markedCount() == 2);
    assertThat(cells(4).getFirst()).startsWith("●");
    push(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.B);
    until(() -> frame() == 5);
    push(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.N);
    until(() -> frame() == 9);
    robot.interact(() -> window.page().workspace().filter().apply("frame.marked == 1"));
    until(() -> shown() == 2);
    push(KeyCode.CONTROL, KeyCode.M);
    until(() -> shown() == 1);
  }

  @Test
  void ignoredPacketsAreNotTakenApart() throws Exception {
    select(3);
    push(KeyCode.CONTROL, KeyCode.D);
    until(() -> marks().ignored(3));
    until(() -> cells(2).getLast().equals("<Ignored>"));
    push(KeyCode.CONTROL, KeyCode.D);
    until(() -> !cells(2).getLast().equals("<Ignored>"));
  }

  @Test
  void aCommentIsWrittenAndFound() throws Exception {
    select(4);
    push(KeyCode.CONTROL, KeyCode.ALT, KeyCode.C);
    write("one-way from here");
    confirm();
    until(() -> cells(3).getLast().startsWith("✎"));
    robot.interact(
        () -> window.page().workspace().filter().apply("frame.comment contains \"one-way\""));
    until(() -> shown() == 1);
  }

  @Test
  void aCommentThatIsNotSavedIsAskedForWhenTheCaptureIsClosed() throws Exception {
    robot.interact(() -> marks().comment(2, "look here"));
    FxThread.run(() -> window.closeCapture());
    until(() -> !inDialogs(Button.class).isEmpty());
    robot.clickOn("Cancel");
    alone();
    assertThat(window.page()).isNotNull();
    assertThat(marks().unsaved()).isTrue();
    robot.interact(() -> marks().saved());
    robot.interact(() -> window.closeCapture());
    until(() -> window.page() == null);
  }

  @Test
  void timesAreCountedFromAReferenceAndShifted() throws Exception {
    select(6);
    push(KeyCode.CONTROL, KeyCode.T);
    until(() -> marks().reference(6));
    assertThat(cells(5).get(1)).isEqualTo("*REF*");
    assertThat(Double.parseDouble(cells(6).get(1))).isBetween(0.0, 5.0);
    push(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.T);
    write("-1:00");
    confirm();
    until(() -> marks().shiftNanos() == -60_000_000_000L);
  }

  @Test
  void onePacketLeadsToTheOthersOfItsConversationAndBack() throws Exception {
    int invite =
        snapshot().calls().stream().mapToInt(call -> call.firstFrame()).min().orElseThrow();
    select(invite);
    push(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.PERIOD);
    until(() -> frame() > invite);
    int next = frame();
    push(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.COMMA);
    until(() -> frame() == invite);
    push(KeyCode.ALT, KeyCode.LEFT);
    until(() -> frame() == next);
    push(KeyCode.ALT, KeyCode.RIGHT);
    until(() -> frame() == invite);
    push(KeyCode.CONTROL, KeyCode.PERIOD);
    until(() -> frame() > invite);
    push(KeyCode.CONTROL, KeyCode.COMMA);
    until(() -> frame() == invite);
  }

  @Test
  void aRuleThatTellsPutsItsNameBeforeTheInfo() throws Exception {
    ColouringRule rule =
        new ColouringRule("Mine", "frame.number == 2", "#000000", "#ffff00", true, true);
    robot.interact(() -> preferences.update(s -> s.with(s.packets().withRules(List.of(rule)))));
    until(() -> cells(1).getLast().startsWith("[Mine] "));
    assertThat(cells(0).getLast()).doesNotStartWith("[");
    VirtualTable table = list();
    assertThat(Objects.requireNonNull(table.getScene())).isEqualTo(scene);
  }

  @Test
  void rowsAndBytesAreCopied() throws Exception {
    select(2);
    copy("Rows as CSV");
    assertThat(clipboard()).startsWith("No.,Time,Source,Destination,Protocol,Length,Info\r\n2,");
    copy("Rows as JSON");
    assertThat(clipboard()).startsWith("[\n{\"No.\":\"2\",");
    copy("Bytes: C array");
    assertThat(clipboard()).startsWith("static const unsigned char packet[] = {\n  0x");
  }

  @Test
  void theListIsPrinted() throws Exception {
    File out = folder.resolve("list.pdf").toFile();
    chosen.add(out);
    select(2);
    choose("Print to PDF", "The selected packets with details…");
    until(() -> says("Printed to"));
    assertThat(out).isNotEmpty();
  }

  /** Chooses from the menu of the row that is selected. */
  private void copy(String item) throws Exception {
    choose("Copy", item);
  }

  private void choose(String submenu, String item) throws Exception {
    robot.interact(() -> list().requestFocus());
    robot.interact(() ->
        list()
            .fireEvent(
                new ContextMenuEvent(
                    ContextMenuEvent.CONTEXT_MENU_REQUESTED, 60, 60, 60, 60, true, null)));
    robot.interact(() -> {
      ContextMenu menu =
          others().stream()
              .filter(ContextMenu.class::isInstance)
              .map(ContextMenu.class::cast)
              .findFirst()
              .orElseThrow();
      Menu copies =
          menu.getItems().stream()
              .filter(each -> submenu.equals(each.getText()))
              .map(Menu.class::cast)
              .findFirst()
              .orElseThrow();
      copies.getItems().stream()
          .filter(each -> item.equals(each.getText()))
          .findFirst()
          .orElseThrow()
          .fire();
      menu.hide();
    });
  }

  private String clipboard() throws Exception {
    List<String> text = new java.util.concurrent.CopyOnWriteArrayList<>();
    robot.interact(() -> text.add(Clipboard.getSystemClipboard().getString()));
    return text.getFirst();
  }

  @Test
  void addressesAndPortsHaveNamesWhereThatIsWanted() throws Exception {
    robot.interact(() -> preferences.keepLayout("packets.names.dns", true));
    until(() ->
        IntStream.range(0, Math.min(2000, shown()))
            .anyMatch(i -> !cells(i).get(2).matches("[0-9a-f.:]*")));
    assertThat(cells(FIRST).getFirst()).isEqualTo("1");
  }
}
