package org.earpiece.dissect.tls;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.security.spec.InvalidKeySpecException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.earpiece.dissect.tls.RecordedSession.Ear;
import org.earpiece.dissect.tls.RecordedSession.Line;
import org.earpiece.dissect.tls.TlsConnection.State;
import org.earpiece.dissect.tls.wire.TlsRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Sessions of OpenSSL with itself, in every version and protection, are read as they were said. */
class TlsConnectionTest {
  private final TlsSecrets secrets = new TlsSecrets();
  private final TlsEngine engine = new TlsEngine(secrets);
  private final Ear ear = new Ear();

  static Stream<RecordedSession> sessions() throws IOException {
    return RecordedSession.all();
  }

  static Stream<RecordedSession> connections() throws IOException {
    return sessions().flatMap(s -> s.connections().stream());
  }

  private void addKeys(RecordedSession session) {
    session.keys().forEach(secrets::addLine);
  }

  private TlsConnection feed(RecordedSession connection) {
    TlsConnection tls = new TlsConnection(engine);
    for (Line line : connection.wire()) {
      byte[] bytes = line.bytes();
      assertThat(tls.feed(line.side(), bytes, 0, bytes.length, ear)).isTrue();
    }
    return tls;
  }

  private void assertHeard(RecordedSession connection) {
    assertThat(ear.heard(0)).isEqualTo(connection.said(0));
    assertThat(ear.heard(1)).isEqualTo(connection.said(1));
    assertThat(connection.said(0)).isNotEmpty();
  }

  @Test
  void thereAreSessionsOfEveryKind() throws IOException {
    assertThat(sessions()).hasSizeGreaterThanOrEqualTo(30);
  }

  @ParameterizedTest
  @MethodSource("connections")
  void keysThatAreKnownBefore(RecordedSession connection) {
    addKeys(connection);
    TlsConnection tls = feed(connection);
    assertHeard(connection);
    assertThat(tls.state()).isEqualTo(State.DECRYPTED);
    assertThat(tls.client()).isZero();
    assertThat(tls.serverName()).isEqualTo("sip.example.com");
    assertThat(tls.failed()).isZero();
    assertThat(ear.missing()).isZero();
  }

  @ParameterizedTest
  @MethodSource("connections")
  void keysThatComeAfterAll(RecordedSession connection) {
    TlsConnection tls = feed(connection);
    assertThat(tls.state()).isEqualTo(State.NO_SECRETS);
    assertThat(ear.heard(0) + ear.heard(1)).isEmpty();
    addKeys(connection);
    tls.poll(ear);
    assertHeard(connection);
    assertThat(tls.failed()).isZero();
  }

  @ParameterizedTest
  @MethodSource("connections")
  void keysThatComeLineByLineBetweenTheRecords(RecordedSession connection) {
    TlsConnection tls = new TlsConnection(engine);
    List<String> keys = new ArrayList<>(connection.keys());
    for (Line line : connection.wire()) {
      byte[] bytes = line.bytes();
      tls.feed(line.side(), bytes, 0, bytes.length, ear);
      if (!keys.isEmpty()) {
        secrets.addLine(keys.removeFirst());
      }
    }
    keys.forEach(secrets::addLine);
    tls.poll(ear);
    assertHeard(connection);
  }

  @ParameterizedTest
  @MethodSource("connections")
  void byteByByte(RecordedSession connection) {
    addKeys(connection);
    TlsConnection tls = new TlsConnection(engine);
    for (Line line : connection.wire()) {
      for (byte b : line.bytes()) {
        assertThat(tls.feed(line.side(), new byte[] {b}, 0, 1, ear)).isTrue();
      }
    }
    assertHeard(connection);
  }

  @ParameterizedTest
  @ValueSource(strings = {"rsa.key", "rsa-pkcs1.key"})
  void rsaKey(String file) throws IOException, InvalidKeySpecException {
    secrets.addRsaKey(Files.readAllBytes(RecordedSession.folder().resolve(file)));
    int read = 0;
    for (RecordedSession session : sessions().filter(s -> s.name().contains("-rsa-")).toList()) {
      for (RecordedSession connection : session.connections()) {
        Ear heard = new Ear();
        TlsConnection tls = new TlsConnection(engine);
        for (Line line : connection.wire()) {
          tls.feed(line.side(), line.bytes(), 0, line.bytes().length, heard);
        }
        assertThat(heard.heard(0)).as(session.name()).isEqualTo(connection.said(0));
        assertThat(heard.heard(1)).as(session.name()).isEqualTo(connection.said(1));
        read++;
      }
    }
    assertThat(read).as("resumed connections, too").isEqualTo(9);
  }

  @ParameterizedTest
  @ValueSource(strings = {"tls12-rsa-aes128-gcm-ems", "tls12-rsa-aes128-sha"})
  void premasterSecretsOfTheKeyLog(String name) {
    RecordedSession session = RecordedSession.named(name);
    session.keys().stream().filter(k -> k.startsWith("RSA ")).forEach(secrets::addLine);
    feed(session);
    assertHeard(session);
  }

  @ParameterizedTest
  @ValueSource(strings = {"tls12-rsa-session-id", "tls12-rsa-ticket", "tls12-ecdhe-ticket"})
  void resumedWithoutALineOfItsOwn(String name) {
    List<RecordedSession> connections = RecordedSession.named(name).connections();
    addKeys(connections.getFirst());
    feed(connections.getFirst());
    feed(connections.getLast());
    assertThat(ear.heard(0)).isEqualTo(RecordedSession.named(name).said(0));
    assertThat(ear.heard(1)).isEqualTo(RecordedSession.named(name).said(1));
  }

  /** Each row: the session, and the messages of the client that are lost with the first. */
  @ParameterizedTest
  @CsvSource({
    "tls10-rsa-aes128-sha, 2", // the next record lacks its initialization vector
    "tls11-dhe-aes128-sha, 1",
    "tls12-ecdhe-aes128-gcm, 1",
    "tls12-ecdhe-aes128-ccm, 1",
    "tls12-ecdhe-chacha20, 1",
    "tls12-ecdhe-aes256-sha384-etm, 1",
    "tls13-aes128-gcm, 1",
    "tls13-chacha20, 1",
  })
  void goesOnBehindAGap(String name, int lost) {
    RecordedSession session = RecordedSession.named(name);
    for (boolean wholeRecord : new boolean[] {true, false}) {
      Ear heard = new Ear();
      goesOnBehindAGap(session, wholeRecord, heard);
      String last = session.lines().stream().filter(l -> l.kind() == 'c').toList().getLast().text();
      assertThat(heard.heard(0)).as("%s", wholeRecord).isEqualTo(lost == 1 ? last : "");
      assertThat(heard.heard(1)).isEqualTo(session.said(1));
      assertThat(heard.missing()).isPositive();
    }
  }

  private void goesOnBehindAGap(RecordedSession session, boolean wholeRecord, Ear heard) {
    addKeys(session);
    TlsConnection tls = new TlsConnection(engine);
    boolean spoilt = false;
    for (Line line : session.wire()) {
      byte[] bytes = line.bytes();
      if (!spoilt && line.side() == 0 && isData(session, line)) {
        spoilt = true;
        int from = wholeRecord ? 0 : 8;
        tls.feed(0, bytes, 0, from, heard);
        tls.gap(0, wholeRecord ? bytes.length : 10, heard);
        if (!wholeRecord) {
          tls.feed(0, bytes, 18, bytes.length - 18, heard);
        }
      } else {
        tls.feed(line.side(), bytes, 0, bytes.length, heard);
      }
    }
    assertThat(spoilt).isTrue();
  }

  private static String firstOf(RecordedSession session) {
    return session.lines().stream().filter(l -> l.kind() == 'c').findFirst().orElseThrow().text();
  }

  /** Whether what the client says comes next behind these bytes. */
  private static boolean isData(RecordedSession session, Line line) {
    int at = session.lines().indexOf(line);
    return session.lines().get(at + 1).kind() == 'c';
  }

  @Test
  void aBeginningThatWasNotCapturedCannotBeRead() {
    RecordedSession session = RecordedSession.named("tls13-aes128-gcm");
    addKeys(session);
    TlsConnection tls = new TlsConnection(engine);
    List<Line> wire = session.wire();
    for (Line line : wire.subList(3, wire.size())) {
      tls.feed(line.side(), line.bytes(), 0, line.bytes().length, ear);
    }
    assertThat(tls.state()).isEqualTo(State.NO_HANDSHAKE);
    assertThat(ear.heard(0)).isEmpty();
    assertThat(ear.missing()).isPositive();
  }

  @Test
  void whatWaitsIsLimitedAndWhatFollowsIsRead() {
    RecordedSession session = RecordedSession.named("tls12-ecdhe-aes128-gcm");
    TlsConnection tls = new TlsConnection(engine);
    List<Line> wire = session.wire();
    int record = 0;
    for (Line line : wire.subList(0, 5)) {
      tls.feed(line.side(), line.bytes(), 0, line.bytes().length, ear);
    }
    byte[] filler = new byte[TlsRecord.HEADER + (1 << 14)];
    filler[0] = TlsRecord.APPLICATION_DATA;
    filler[1] = 3;
    filler[2] = 3;
    filler[3] = 1 << 6;
    for (; record < 40; record++) {
      tls.feed(0, filler, 0, filler.length, ear);
    }
    assertThat(engine.dropped()).isBetween(20L, 30L);
    addKeys(session);
    tls.poll(ear);
    assertThat(ear.heard(0)).isEqualTo(firstOf(session));
    assertThat(tls.failed()).as("the filler that waited").isBetween(10L, 20L);
    tls.close();
  }

  @Test
  void whatALengthClaimsTakesNoMemoryBeforeItComes() {
    TlsScript script = new TlsScript(TlsScript.Kind.TLS13, 1);
    TlsConnection tls = new TlsConnection(engine);
    byte[] hello = script.clientHello();
    tls.feed(0, hello, 0, hello.length, ear);
    byte[] begun = script.handshakeMessage(11, new byte[60_000]);
    begun[3] = 4;
    begun[4] = 0; // a record of 1024 bytes, which holds its beginning
    tls.feed(0, begun, 0, TlsRecord.HEADER + 1024, ear);
    tls.feed(1, new byte[] {TlsRecord.HANDSHAKE, 3, 3, 0x40, 0, 2}, 0, 6, ear);
    assertThat(tls.bytes()).isBetween(1000, 2000);
  }

  @ParameterizedTest
  @MethodSource("sessions")
  void cutAnywhereAndWrongAnywhere(RecordedSession session) {
    addKeys(session);
    Random random = new Random(session.name().hashCode());
    for (RecordedSession connection : session.connections()) {
      for (int round = 0; round < 24; round++) {
        TlsConnection tls = new TlsConnection(engine);
        List<Line> wire = connection.wire();
        int spoilt = random.nextInt(wire.size());
        for (int i = 0; i < wire.size(); i++) {
          byte[] bytes = wire.get(i).bytes();
          int length = bytes.length;
          if (i == spoilt && round % 3 == 0) {
            length = random.nextInt(bytes.length);
          } else if (i == spoilt && round % 3 == 1) {
            bytes[random.nextInt(bytes.length)] ^= (byte) (1 << random.nextInt(8));
          } else if (i >= spoilt) {
            bytes[random.nextInt(bytes.length)] = (byte) random.nextInt();
          }
          tls.feed(wire.get(i).side(), bytes, 0, length, ear);
          if (i == spoilt && random.nextBoolean()) {
            tls.gap(wire.get(i).side(), random.nextInt(100), ear);
          }
        }
        tls.close();
      }
    }
    assertThat(ear.heard(0).length() + ear.missing()).isPositive();
    assertThat(engine.reserve(TlsEngine.MAX_WAITING_BYTES)).as("nothing waits").isTrue();
  }
}
