package org.earpiece.dissect.tls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.security.spec.InvalidKeySpecException;
import java.util.HexFormat;
import org.earpiece.dissect.tls.TlsSecrets.Label;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TlsSecretsTest {
  private static final String RANDOM = "00112233445566778899aabbccddeeff".repeat(2);
  private static final byte[] NAME = HexFormat.of().parseHex(RANDOM);
  private static final String MASTER = "0123456789abcdef".repeat(6);

  private final TlsSecrets secrets = new TlsSecrets();

  @Test
  void linesOfAKeyLog() {
    secrets.add(
        "# a comment\r\n\nCLIENT_RANDOM %s %s\r\nEXPORTER_SECRET %s %s\n"
            .formatted(RANDOM, MASTER, RANDOM, MASTER));
    assertThat(secrets.find(Label.CLIENT_RANDOM, NAME)).asHexString().isEqualToIgnoringCase(MASTER);
    assertThat(secrets.find(Label.SERVER_TRAFFIC_SECRET_0, NAME)).isNull();
    assertThat(secrets.version()).isEqualTo(1);
  }

  @Test
  void sessionsByTheirIdentifier() {
    secrets.addLine("RSA Session-ID:0a0b Master-Key:" + MASTER);
    assertThat(secrets.session(new byte[] {10, 11})).asHexString().isEqualToIgnoringCase(MASTER);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "CLIENT_RANDOM",
        "CLIENT_RANDOM 00 11",
        "CLIENT_RANDOM zz 11",
        "client_random 00 11",
        "RSA Session-ID: Master-Key:00",
        "RSA Session-ID:00 00",
        "RSA 00112233445566778 00",
        "\u0000\u0001\u0002 \u00ff \u00ff",
      })
  void otherLinesArePassedOver(String line) {
    secrets.addLine(line);
    assertThat(secrets.isEmpty()).isTrue();
  }

  @Test
  void theOldestSecretGoes() {
    for (int i = 0; i <= TlsSecrets.MAX_SECRETS; i++) {
      secrets.addLine("CLIENT_RANDOM %064x %s".formatted(i, MASTER));
    }
    assertThat(secrets.find(Label.CLIENT_RANDOM, new byte[32])).isNull();
    byte[] second = new byte[32];
    second[31] = 1;
    assertThat(secrets.find(Label.CLIENT_RANDOM, second)).isNotNull();
  }

  @Test
  void aLogThatIsReadAsItIsWritten() {
    KeyLog log = new KeyLog(secrets);
    byte[] text =
        ("x".repeat(KeyLog.MAX_LINE + 5) + "\nCLIENT_RANDOM " + RANDOM + " " + MASTER)
            .getBytes(StandardCharsets.US_ASCII);
    for (byte b : text) {
      log.feed(new byte[] {b}, 0, 1);
    }
    assertThat(secrets.isEmpty()).as("the line may go on").isTrue();
    log.feed(new byte[] {'\n'}, 0, 1);
    assertThat(secrets.find(Label.CLIENT_RANDOM, NAME)).isNotNull();
  }

  @Test
  void aLogMayEndWithoutALineBreak() {
    KeyLog log = new KeyLog(secrets);
    byte[] text = ("CLIENT_RANDOM " + RANDOM + " " + MASTER).getBytes(StandardCharsets.US_ASCII);
    log.feed(text, 0, text.length);
    log.end();
    assertThat(secrets.find(Label.CLIENT_RANDOM, NAME)).isNotNull();
  }

  @Test
  void keysOfOtherKindsAreRefusedInWords() throws IOException {
    byte[] elliptic = Files.readAllBytes(RecordedSession.folder().resolve("ec.key"));
    assertRefused(elliptic, "no RSA private key");
    byte[] certificate = Files.readAllBytes(RecordedSession.folder().resolve("rsa.crt"));
    assertRefused(certificate, "no RSA private key");
    assertRefused("-----BEGIN ENCRYPTED PRIVATE KEY-----\n-----END ", "the key is encrypted");
    assertRefused("-----BEGIN PRIVATE KEY-----\nAAAA", "the PEM block does not end");
    assertRefused("-----BEGIN PRIVATE KEY-----\nA\n-----END ", "the PEM block is damaged");
    assertRefused(new byte[RsaKeys.MAX_FILE + 1], "too large");
    assertRefused(new byte[0], "no RSA private key");
  }

  private void assertRefused(String file, String words) {
    assertRefused(file.getBytes(StandardCharsets.US_ASCII), words);
  }

  private void assertRefused(byte[] file, String words) {
    assertThatThrownBy(() -> secrets.addRsaKey(file))
        .isInstanceOf(InvalidKeySpecException.class)
        .hasMessageContaining(words);
  }
}
