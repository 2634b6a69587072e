package org.earpiece.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.earpiece.TcpConversation.CLIENT;
import static org.earpiece.TcpConversation.SERVER;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javafx.scene.control.Labeled;
import javafx.scene.input.KeyCode;
import org.earpiece.SipWords;
import org.earpiece.TcpConversation;
import org.earpiece.dissect.tls.TlsScript;
import org.earpiece.dissect.tls.TlsScript.Kind;
import org.earpiece.session.Snapshot;
import org.earpiece.settings.SecretsChoice;
import org.junit.jupiter.api.Test;

/** The secrets that TLS is decrypted with, given in the window. */
class WindowKeysOfTlsTest extends DrivenWindow {
  private Path encrypted() throws Exception {
    TlsScript tls = new TlsScript(Kind.TLS13, 1);
    Files.writeString(folder.resolve("keys.log"), tls.keyLog());
    return new TcpConversation(40000, 5061)
        .say(CLIENT, tls.clientHello())
        .say(SERVER, tls.serverHello())
        .say(CLIENT, tls.say(0, SipWords.request("INVITE", "one", "")))
        .say(SERVER, tls.say(1, SipWords.response("486 Busy Here", "INVITE", "one")))
        .write(folder.resolve("encrypted.pcapng"));
  }

  private void choose(String button) {
    robot.interact(() ->
        others().getLast().getScene().getRoot().lookupAll(".button").stream()
            .filter(node -> node instanceof Labeled label && label.getText().equals(button))
            .findFirst()
            .ifPresent(node -> ((javafx.scene.control.Button) node).fire()));
  }

  @Test
  void aKeyLogOpensTheCaptureThatIsOpenAndTheNext() throws Exception {
    Path capture = encrypted();
    Path keys = folder.resolve("keys.log");
    robot.interact(() -> window.captures().open(List.of(capture)));
    until(() -> window.page() != null && snapshot().state() == Snapshot.State.DONE);
    assertThat(calls()).isZero();
    until(() -> says("! 1 notice"));
    push(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.P);
    other();
    chosen.add(keys.toFile());
    choose("Choose…");
    choose("OK");
    alone();
    until(() -> snapshot().state() == Snapshot.State.DONE && calls() == 1);
    until(() -> says("TLS keys ✓") && !says("notice"));
    assertThat(preferences.get().secrets())
        .isEqualTo(new SecretsChoice(keys.toString(), List.of()));
    until(() -> settings.load().settings().secrets().keyLog().equals(keys.toString()));
    robot.interact(() -> window.captures().close());
    until(() -> window.page() == null);
    robot.interact(() -> window.captures().open(List.of(capture)));
    until(() -> window.page() != null && calls() == 1);
  }

  @Test
  void aKeyThatIsNoneIsTold() throws Exception {
    Path capture = encrypted();
    Path text = Files.writeString(folder.resolve("no.key"), "no key");
    robot.interact(
        () -> preferences.update(s -> s.with(new SecretsChoice("", List.of(text.toString())))));
    robot.interact(() -> window.captures().open(List.of(capture)));
    until(() -> window.page() != null && says("no.key: no RSA private key"));
  }
}
