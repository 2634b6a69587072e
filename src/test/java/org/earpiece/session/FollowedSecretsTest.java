package org.earpiece.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.earpiece.TcpConversation.CLIENT;
import static org.earpiece.TcpConversation.SERVER;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.earpiece.SipWords;
import org.earpiece.TcpConversation;
import org.earpiece.capture.CaptureInterface;
import org.earpiece.capture.CaptureStats;
import org.earpiece.capture.FrameSink;
import org.earpiece.capture.FrameSource;
import org.earpiece.dissect.tls.TlsScript;
import org.earpiece.dissect.tls.TlsScript.Kind;
import org.earpiece.packet.LinkType;
import org.earpiece.store.SpoolOptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Secrets that come while a capture runs open what waits for them. */
@Timeout(60)
class FollowedSecretsTest {
  @TempDir static Path folder;

  /** Two hosts that keep talking in TLS until they are told to stop. */
  private static final class Talk implements FrameSource {
    final TlsScript tls;
    private final CountDownLatch stopped = new CountDownLatch(1);

    Talk(long seed) {
      tls = new TlsScript(Kind.TLS13, seed);
    }

    @Override
    public String name() {
      return "talk";
    }

    @Override
    public void run(FrameSink sink) throws IOException {
      int id = sink.addInterface(new CaptureInterface("talk", "", LinkType.RAW, 9, 0));
      TcpConversation tcp = new TcpConversation(40000, 5061);
      tcp.say(CLIENT, tls.clientHello()).say(SERVER, tls.serverHello());
      tcp.say(CLIENT, tls.say(0, SipWords.request("INVITE", "one", "")));
      tcp.say(SERVER, tls.say(1, SipWords.response("486 Busy", "INVITE", "one")));
      int sent = 0;
      try {
        do {
          for (; sent < tcp.frames().size(); sent++) {
            byte[] frame = tcp.frames().get(sent);
            sink.frame(id, 1_700_000_000_000_000_000L + sent, frame.length, frame, 0, frame.length);
          }
          tcp.say(
              CLIENT, tls.say(0, "\r\n\r\n".getBytes(java.nio.charset.StandardCharsets.US_ASCII)));
          tcp.say(SERVER, tls.say(1, "\r\n".getBytes(java.nio.charset.StandardCharsets.US_ASCII)));
        } while (!stopped.await(5, TimeUnit.MILLISECONDS));
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }

    @Override
    public void stop() {
      stopped.countDown();
    }

    @Override
    public CaptureStats stats() {
      return CaptureStats.NONE;
    }
  }

  private static void untilThereIsACall(CaptureSession session) throws InterruptedException {
    while (session.snapshot().calls().isEmpty()) {
      assertThat(session.await(5)).isFalse();
    }
  }

  private static void untilItIsMissed(CaptureSession session) throws InterruptedException {
    while (session.snapshot().discarded().undecrypted().noSecrets() == 0) {
      assertThat(session.await(5)).isFalse();
    }
  }

  @Test
  void aKeyLogThatIsWrittenLater() throws Exception {
    Path log = folder.resolve("later.keys");
    Talk talk = new Talk(1);
    try (CaptureSession session =
        CaptureSession.live(talk, SpoolOptions.TEMPORARY, Decryption.of(log, true, List.of()))) {
      untilItIsMissed(session);
      assertThat(session.snapshot().calls()).isEmpty();
      String lines = talk.tls.keyLog();
      Files.writeString(log, "# a key log\n" + lines.substring(0, 100));
      Files.writeString(log, lines.substring(100), StandardOpenOption.APPEND);
      untilThereIsACall(session);
      session.stop();
      session.await();
      assertThat(session.snapshot().discarded()).isEqualTo(Discarded.NOTHING);
    }
  }

  @Test
  void aKeyLogThatIsReplaced() throws Exception {
    Path log = folder.resolve("replaced.keys");
    Files.writeString(log, new TlsScript(Kind.TLS13, 99).keyLog());
    Talk talk = new Talk(2);
    try (CaptureSession session =
        CaptureSession.live(talk, SpoolOptions.TEMPORARY, Decryption.of(log, true, List.of()))) {
      untilItIsMissed(session);
      Path next = Files.writeString(folder.resolve("next.keys"), talk.tls.keyLog());
      Files.move(next, log, java.nio.file.StandardCopyOption.REPLACE_EXISTING);
      untilThereIsACall(session);
    }
  }

  @Test
  void secretsThatAPersonGivesToARunningCapture() throws Exception {
    Talk talk = new Talk(3);
    try (CaptureSession session = CaptureSession.live(talk, SpoolOptions.TEMPORARY)) {
      untilItIsMissed(session);
      Path log = Files.writeString(folder.resolve("given.keys"), talk.tls.keyLog());
      assertThat(session.decryptWith(log, List.of(folder.resolve("gone.key"))))
          .containsExactly(folder.resolve("gone.key") + ": no such file");
      untilThereIsACall(session);
    }
  }
}
