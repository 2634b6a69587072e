package org.earpiece.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.stage.Window;
import org.earpiece.report.LadderTime;
import org.earpiece.voip.CallSnapshot;
import org.earpiece.voip.ladder.LadderModel;
import org.earpiece.voip.ladder.LadderModel.Message;
import org.earpiece.voip.ladder.LadderModel.Participant;
import org.junit.jupiter.api.Test;

/** The ladder: who takes part, finding, comparing, times. */
class WindowLadderTest extends DrivenWindow {
  /** Between the top of the ladder and the middle of the boxes that name the participants. */
  private static final double IN_HEAD = 28;

  private List<Integer> shownCalls = List.of();

  private void openLadder() throws Exception {
    openCapture();
    openView(CALLS);
    CallSnapshot leg =
        snapshot().calls().stream()
            .filter(call -> call.link() != null)
            .max(Comparator.comparingLong(CallSnapshot::packets))
            .orElseThrow();
    shownCalls = List.of(leg.session(), leg.number());
    robot.interact(() -> {
      int first = snapshot().calls().get(leg.session() - 1).firstFrame();
      window.page().workspace().selection().calls(shownCalls, first);
      window.page().openPane("Ladder");
    });
    until(() -> said().startsWith("Ladder between " + String.join(", ", names(false))));
    focus();
  }

  private void focus() throws Exception {
    robot.interact(() -> view().requestFocus());
    until(() -> view().isFocused());
  }

  /** The canvas of the ladder, found by what it tells screen readers. */
  private Node view() {
    return scene.getRoot().lookupAll("*").stream()
        .filter(node ->
            node.getAccessibleText() != null && node.getAccessibleText().startsWith("Ladder"))
        .findFirst()
        .orElseThrow();
  }

  private String said() {
    return scene.getRoot().lookupAll("*").stream()
        .map(Node::getAccessibleText)
        .filter(text -> text != null && text.startsWith("Ladder between"))
        .findFirst()
        .orElse("");
  }

  private LadderModel model(boolean split) throws Exception {
    return window.captures().session().ladder(shownCalls, split);
  }

  private List<String> names(boolean split) throws Exception {
    return model(split).participants().stream().map(Participant::word).toList();
  }

  private void untilBetween(String... participants) throws Exception {
    String words = "Ladder between " + String.join(", ", participants);
    until(() -> said().equals(words) || said().startsWith(words + "."));
  }

  private void frame(int frame) {
    robot.interact(() -> window.page().workspace().selection().frame(frame));
  }

  private Bounds bounds() {
    return view().localToScreen(view().getBoundsInLocal());
  }

  /** Opens the menu of the first participant, whose box is to the right of the times. */
  private void menuOfFirst() throws Exception {
    push(KeyCode.HOME);
    Bounds bounds = bounds();
    robot.clickOn(
        bounds.getMinX() + 90 + bounds.getWidth() / 12,
        bounds.getMinY() + IN_HEAD,
        MouseButton.SECONDARY);
    other();
  }

  @Test
  void participantsAreMovedHiddenAndShownAgainWithTheKeys() throws Exception {
    openLadder();
    List<String> names = names(false);
    assertThat(names).hasSizeGreaterThan(2);
    String[] natural = names.toArray(new String[0]);
    push(KeyCode.RIGHT);
    push(KeyCode.SHIFT, KeyCode.RIGHT);
    String[] moved = natural.clone();
    moved[0] = natural[1];
    moved[1] = natural[0];
    untilBetween(moved);
    push(KeyCode.DELETE);
    untilBetween(Stream.concat(Stream.of(moved[0]), names.stream().skip(2)).toArray(String[]::new));
    push(KeyCode.INSERT);
    untilBetween(natural);
  }

  @Test
  void aParticipantIsGivenANameWithAKey() throws Exception {
    openLadder();
    String[] names = names(false).toArray(new String[0]);
    push(KeyCode.RIGHT);
    robot.push(KeyCode.F2);
    Node field = other().getScene().lookup(".text-field");
    robot.interact(() -> ((TextField) field).setText("reception"));
    push(KeyCode.ENTER);
    alone();
    names[0] = "reception";
    untilBetween(names);
  }

  @Test
  void participantsAreMovedHiddenAndShownAgainByTheirMenu() throws Exception {
    openLadder();
    List<String> names = names(false);
    menuOfFirst();
    robot.clickOn("Move right");
    untilBetween(
        Stream.concat(Stream.of(names.get(1), names.get(0)), names.stream().skip(2))
            .toArray(String[]::new));
    menuOfFirst();
    robot.clickOn("All in natural order");
    untilBetween(names.toArray(new String[0]));
    menuOfFirst();
    robot.clickOn("Hide");
    untilBetween(names.stream().skip(1).toArray(String[]::new));
    menuOfFirst();
    robot.clickOn("Show " + names.getFirst());
    untilBetween(names.toArray(new String[0]));
  }

  @Test
  void eachPortOfAHostHasAColumnWhenAsked() throws Exception {
    openLadder();
    List<String> keys = model(true).participants().stream().map(Participant::key).toList();
    assertThat(keys).allMatch(key -> key.contains(":"));
    robot.clickOn("Participants");
    robot.clickOn("A column for each port of a host");
    untilBetween(names(true).toArray(new String[0]));
    Path file = folder.resolve("split.txt");
    chosen.add(file.toFile());
    robot.clickOn("Export");
    robot.clickOn("As text…");
    until(() -> says("The ladder is saved in"));
    assertThat(Files.readString(file)).contains(model(true).participants().getFirst().address());
  }

  @Test
  void hostsHaveTheNamesOfAHostsFile() throws Exception {
    openLadder();
    List<Participant> participants = model(false).participants();
    Path hosts = folder.resolve("hosts");
    Files.writeString(
        hosts, participants.getFirst().address() + " desk.example desk # the lobby\n");
    chosen.add(hosts.toFile());
    robot.clickOn("Participants");
    robot.clickOn("Names from a hosts file…");
    String[] names = names(false).toArray(new String[0]);
    names[0] = "desk.example";
    untilBetween(names);
    chosen.set(0, folder.resolve("none").toFile());
    robot.clickOn("Participants");
    robot.clickOn("Names from a hosts file…");
    until(() -> says("No names of hosts can be read from"));
    untilBetween(names);
  }

  @Test
  void textIsFoundInTheMessages() throws Exception {
    openLadder();
    String callId = snapshot().calls().get(shownCalls.get(1) - 1).callId();
    List<Integer> frames =
        model(false).entries().stream()
            .filter(entry -> entry instanceof Message m && m.call() == shownCalls.get(1))
            .flatMap(entry -> ((Message) entry).frames().stream())
            .toList();
    push(KeyCode.CONTROL, KeyCode.F);
    until(() -> scene.getFocusOwner() instanceof TextField);
    robot.write(callId);
    until(() -> says(frames.size() + " frames have that"));
    push(KeyCode.ENTER);
    until(() -> frame() == frames.getFirst());
    push(KeyCode.ENTER);
    until(() -> frame() == frames.get(1));
    push(KeyCode.SHIFT, KeyCode.ENTER);
    until(() -> frame() == frames.getFirst());
    push(KeyCode.ESCAPE);
    until(() -> view().isFocused());
    robot.write('/');
    until(() -> scene.getFocusOwner() instanceof TextField);
    robot.write("no such words");
    until(() -> ((TextField) scene.getFocusOwner()).getText().equals("no such words"));
    until(() -> says("No message has that."));
    push(KeyCode.ENTER);
    assertThat(frame()).isEqualTo(frames.getFirst());
  }

  private Message invite(int call) throws Exception {
    return model(false).entries().stream()
        .filter(
            entry -> entry instanceof Message m && m.call() == call && m.label().equals("INVITE"))
        .map(Message.class::cast)
        .findFirst()
        .orElseThrow();
  }

  private static boolean says(Window window, String words) {
    Parent root = window.getScene().getRoot();
    return root.lookupAll("*").stream()
        .anyMatch(node ->
            node instanceof Labeled label
                && label.getText() != null
                && label.getText().contains(words));
  }

  @Test
  void twoMessagesAreComparedWithAKey() throws Exception {
    openLadder();
    Message one = invite(shownCalls.get(0));
    Message two = invite(shownCalls.get(1));
    frame(one.frames().getFirst());
    focus();
    push(KeyCode.C);
    until(() -> says("Compare frame "));
    for (int i = 0; i < 40 && frame() != two.frames().getFirst(); i++) {
      push(KeyCode.DOWN);
    }
    assertThat(others()).as("walking on is no choice").isEmpty();
    push(KeyCode.C);
    Window dialog = other();
    until(() -> says(dialog, "• replaced the Contact: "));
    until(() -> says(dialog, "• another Call-ID: a leg of its own"));
    until(() -> says(dialog, "≠") && says(dialog, "SIP/2.0/UDP"));
    until(() -> says(dialog, "Frame " + two.frames().getFirst()));
    until(() -> says(dialog, "Frame " + one.frames().getFirst()));
    robot.interact(dialog::hide);
    alone();
    push(KeyCode.C);
    push(KeyCode.C);
    until(() -> says("Nothing is compared."));
  }

  @Test
  void twoMessagesAreComparedWithTheMenu() throws Exception {
    openLadder();
    push(KeyCode.HOME);
    Bounds bounds = bounds();
    double first = bounds.getMinY() + 2 * IN_HEAD + 16;
    robot.clickOn(bounds.getCenterX(), first, MouseButton.SECONDARY);
    other();
    robot.clickOn("Compare with… (the next message chosen)");
    until(() -> says("Compare frame "));
    alone();
    robot.clickOn(bounds.getCenterX(), first + 25, MouseButton.PRIMARY);
    Window dialog = other();
    for (int i = 0; i < 2; i++) {
      Message message = (Message) model(false).entries().get(i);
      until(() -> says(dialog, "Frame " + message.frames().getFirst()));
    }
    robot.interact(dialog::hide);
    alone();
  }

  @Test
  void timesAreWrittenAsTheMenuSaysAndStaySo() throws Exception {
    openLadder();
    robot.clickOn("Time");
    robot.clickOn(LadderTime.DELTA.title());
    Path file = folder.resolve("delta.txt");
    chosen.add(file.toFile());
    robot.clickOn("Export");
    robot.clickOn("As text…");
    until(() -> says("The ladder is saved in"));
    assertThat(Files.readString(file)).contains(" +0.0");
    assertThat(preferences.layout("ladder.time", "")).isEqualTo(LadderTime.DELTA.word());
  }
}
