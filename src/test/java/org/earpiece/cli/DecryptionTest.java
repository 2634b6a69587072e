package org.earpiece.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.earpiece.TcpConversation.CLIENT;
import static org.earpiece.TcpConversation.SERVER;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.util.Base64;
import org.earpiece.SipWords;
import org.earpiece.TcpConversation;
import org.earpiece.cli.Shell.Result;
import org.earpiece.dissect.tls.TlsScript;
import org.earpiece.dissect.tls.TlsScript.Kind;
import org.earpiece.dissect.web.WebSocketScript;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Encrypted SIP on the command line: with secrets the calls, without them why there are none. */
class DecryptionTest {
  private static final int SIPS = 5061;
  private static final int WSS = 8443;

  @TempDir static Path folder;
  private static KeyPair pair;
  private static Path rsaKey;

  private final Shell shell = new Shell();

  @BeforeAll
  static void makeAKey() throws GeneralSecurityException, IOException {
    KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
    generator.initialize(2048);
    pair = generator.generateKeyPair();
    String pem = Base64.getMimeEncoder().encodeToString(pair.getPrivate().getEncoded());
    rsaKey =
        Files.writeString(
            folder.resolve("server.key"),
            "-----BEGIN PRIVATE KEY-----\n" + pem + "\n-----END PRIVATE KEY-----\n");
  }

  /** The hellos and all that comes before data. */
  private static TcpConversation begun(TlsScript tls, Kind kind, int port) {
    TcpConversation tcp = new TcpConversation(40000, port);
    tcp.say(CLIENT, tls.clientHello()).say(SERVER, tls.serverHello());
    if (kind != Kind.TLS13) {
      tcp.say(CLIENT, tls.clientKeyExchange(pair.getPublic()));
      tcp.say(CLIENT, tls.changeCipherSpec()).say(SERVER, tls.changeCipherSpec());
    }
    return tcp;
  }

  private static TcpConversation call(TlsScript tls, Kind kind, int port) {
    return begun(tls, kind, port)
        .say(CLIENT, tls.say(0, SipWords.request("INVITE", "one", "")))
        .say(SERVER, tls.say(1, SipWords.response("200 OK", "INVITE", "one")))
        .say(CLIENT, tls.say(0, SipWords.request("ACK", "one", "")))
        .say(CLIENT, tls.say(0, SipWords.request("BYE", "one", "")))
        .say(SERVER, tls.say(1, SipWords.response("200 OK", "BYE", "one")));
  }

  private Path capture(Kind kind) throws IOException {
    return call(new TlsScript(kind, 1), kind, SIPS).write(folder.resolve(kind + ".pcapng"));
  }

  private static Path keyLog(Kind kind) throws IOException {
    return Files.writeString(folder.resolve(kind + ".keys"), new TlsScript(kind, 1).keyLog());
  }

  private static void assertOneCall(Result result) {
    assertThat(result.err()).isEmpty();
    assertThat(result.code()).isZero();
    assertThat(result.lines()).hasSize(2);
    assertThat(result.out()).contains("COMPLETED").contains("INVITE 200");
  }

  @ParameterizedTest
  @EnumSource(names = {"RSA_GCM", "RSA_CBC"})
  void anRsaKeyOpensRsaKeyExchange(Kind kind) throws IOException {
    assertOneCall(shell.run("calls", capture(kind).toString(), "--rsa-key", rsaKey.toString()));
  }

  @ParameterizedTest
  @EnumSource(names = {"TLS13", "RSA_GCM", "RSA_CBC"})
  void aKeyLogOpensEveryKind(Kind kind) throws IOException {
    assertOneCall(
        shell.run("calls", capture(kind).toString(), "--keylog", keyLog(kind).toString()));
  }

  /** Each row: what is agreed on, the option and its file, and what is told. */
  @ParameterizedTest
  @CsvSource({
    "TLS13, , , 1 TLS connection is not decrypted: no secret of it is known",
    "TLS13, --rsa-key, server.key, 1 TLS connection is not decrypted: its keys were agreed on by"
        + " Diffie-Hellman",
    "RSA_GCM, , , 1 TLS connection is not decrypted: no secret of it is known",
    "CAMELLIA, --rsa-key, server.key, 1 TLS connection is not decrypted: its version or cipher"
        + " suite",
    "SSL3, --rsa-key, server.key, 1 TLS connection is not decrypted: its version or cipher suite",
  })
  void saysWhyAConnectionIsNotDecrypted(Kind kind, String option, String file, String told)
      throws IOException {
    String capture = capture(kind).toString();
    Result result =
        option == null
            ? shell.run("packets", capture, "-Y", "tls.not_decrypted")
            : shell.run(
                "packets",
                capture,
                "-Y",
                "tls.not_decrypted",
                option,
                folder.resolve(file).toString());
    assertThat(result.err()).contains(told);
    assertThat(result.code()).isZero();
    assertThat(result.lines()).as("a head and each packet with data").hasSize(6);
  }

  @Test
  void theBeginningMayBeMissing() throws IOException {
    TcpConversation all = call(new TlsScript(Kind.TLS13, 1), Kind.TLS13, SIPS);
    all.frames().subList(0, 4).clear();
    Path capture = all.write(folder.resolve("late.pcapng"));
    Result result =
        shell.run("calls", capture.toString(), "--keylog", keyLog(Kind.TLS13).toString());
    assertThat(result.err()).contains("its beginning, without which no secret can be used");
  }

  @Test
  void wrongSecretsAreTold() throws IOException {
    String other = new TlsScript(Kind.TLS13, 1).keyLog().replaceAll("[0-9a-f]{8}\n", "00000000\n");
    Path keys = Files.writeString(folder.resolve("wrong.keys"), other);
    Result result = shell.run("calls", capture(Kind.TLS13).toString(), "--keylog", keys.toString());
    assertThat(result.err()).contains("the secrets that are known do not open it");
  }

  @Test
  void connectionsThatNobodyAskedForAreNotTold() throws IOException {
    Path web =
        call(new TlsScript(Kind.TLS13, 2), Kind.TLS13, 443).write(folder.resolve("web.pcapng"));
    assertThat(shell.run("calls", web.toString()).err()).isEmpty();
    Path keys = keyLog(Kind.TLS13);
    assertThat(shell.run("calls", web.toString(), "--keylog", keys.toString()).err())
        .contains("1 TLS connection is not decrypted");
  }

  @Test
  void capturingWithAKeyLogMakesAFileThatNeedsNone() throws IOException {
    byte[] sent = Files.readAllBytes(capture(Kind.TLS13));
    String out = folder.resolve("kept.pcapng").toString();
    String keys = keyLog(Kind.TLS13).toString();
    Result captured = shell.given(sent).run("capture", "-i", "-", "-w", out, "--keylog", keys);
    assertThat(captured.code()).isZero();
    assertOneCall(shell.run("calls", out));
    String bare = folder.resolve("bare.pcapng").toString();
    shell.given(sent).run("capture", "-i", "-", "-w", bare);
    assertThat(shell.run("calls", bare).err()).contains("no secret of it is known");
  }

  @Test
  void sipInWebSocketInTls() throws IOException {
    TlsScript tls = new TlsScript(Kind.TLS13, 1);
    WebSocketScript client = new WebSocketScript(true);
    WebSocketScript server = new WebSocketScript(false);
    byte[] invite = SipWords.request("INVITE", "one", "v=0\r\n".repeat(400));
    byte[] frames = client.compressedAndFragmented(invite, 40);
    TcpConversation tcp = begun(tls, Kind.TLS13, WSS);
    tcp.say(CLIENT, tls.say(0, client.upgrade())).say(SERVER, tls.say(1, server.upgrade()));
    for (int at = 0; at < frames.length; at += 50) { // frames and records have borders of their own
      int end = Math.min(frames.length, at + 50);
      tcp.say(CLIENT, tls.say(0, java.util.Arrays.copyOfRange(frames, at, end)));
    }
    byte[] ok = SipWords.response("200 OK", "INVITE", "one");
    tcp.say(SERVER, tls.say(1, server.fragmented(ok, 33)));
    tcp.say(CLIENT, tls.say(0, client.compressed(SipWords.request("ACK", "one", ""))));
    tcp.say(CLIENT, tls.say(0, client.compressed(SipWords.request("BYE", "one", ""))));
    tcp.say(SERVER, tls.say(1, server.message(SipWords.response("200 OK", "BYE", "one"))));
    String capture = tcp.write(folder.resolve("wss.pcapng")).toString();
    String keys = keyLog(Kind.TLS13).toString();
    assertOneCall(shell.run("calls", capture, "--keylog", keys));
    Result messages = shell.run("messages", capture, "--keylog", keys, "--call", "1");
    assertThat(messages.out()).contains("v=0").contains("BYE sip:bob");
    assertThat(shell.run("calls", capture).lines()).as("the head alone").hasSize(1);
  }
}
