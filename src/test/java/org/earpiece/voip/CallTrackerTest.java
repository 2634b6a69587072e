package org.earpiece.voip;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import org.earpiece.dissect.Flows;
import org.earpiece.packet.Packet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CallTrackerTest {
  private final MediaDirectory directory = new MediaDirectory(new Flows());
  private final CallTracker tracker = new CallTracker(directory);

  private void play(String script) {
    SipScript.play(SipScript.lines(script), tracker::packet);
  }

  private static StreamSnapshot stream(int number, int call, String direction, double mos) {
    return of(SampleStreams.stream(number, "a4000", "b4000", 1, 2), call, direction, mos);
  }

  private static StreamSnapshot lasting(int start, int end) {
    StreamSnapshot s =
        SampleStreams.stream(1, "a4000", "b4000", start * 1_000_000_000L, end * 1_000_000_000L);
    return of(s, 1, s.direction(), s.mos());
  }

  private static StreamSnapshot of(StreamSnapshot s, int call, String direction, double mos) {
    return new StreamSnapshot(
        s.number(),
        s.id(),
        call,
        s.ssrc(),
        s.src(),
        s.dst(),
        s.payloadType(),
        s.codec(),
        s.clockRate(),
        s.start(),
        s.end(),
        s.firstFrame(),
        s.lastFrame(),
        s.packets(),
        s.expected(),
        s.lost(),
        s.reallyLost(),
        s.outOfOrder(),
        s.duplicates(),
        s.minDelta(),
        s.meanDelta(),
        s.maxDelta(),
        s.minJitter(),
        s.meanJitter(),
        s.maxJitter(),
        s.maxSkew(),
        mos,
        s.rFactor(),
        direction,
        s.srtp(),
        s.problems(),
        s.running(),
        s.payloads());
  }

  private CallSnapshot only(StreamSnapshot stream) {
    List<CallSnapshot> calls = tracker.snapshots(List.of(stream));
    return calls.getFirst();
  }

  private static final String ANSWERED =
      """
      0   a>b INVITE 1 sdp=PCMA
      2   b>a 200 INVITE 1 sdp=PCMA
      2.1 a>b ACK 1
      """;

  @Test
  void mediaThatStopsEndsACallWhoseByeIsNotSeen() {
    play(ANSWERED + "31 c>d OPTIONS 1 id=other");
    CallSnapshot call = only(lasting(2, 20));
    assertThat(call.state()).isEqualTo(CallState.COMPLETED);
    assertThat(call.phase()).isEqualTo(CallPhase.ENDED_UNSEEN);
    assertThat(call.end()).isEqualTo(20_000_000_000L);
    assertThat(call.hangupBy()).isNull();
  }

  @Test
  void aPauseOfTheMediaEndsNothing() {
    play(ANSWERED + "29 c>d OPTIONS 1 id=other");
    assertThat(only(lasting(2, 20)).state()).isEqualTo(CallState.IN_CALL);
  }

  @Test
  void mediaThatComesBackShowsThatTheCallIsUp() {
    play(ANSWERED + "31 c>d OPTIONS 1 id=other");
    assertThat(only(lasting(2, 20)).state()).isEqualTo(CallState.COMPLETED);
    assertThat(only(lasting(2, 32)).state()).isEqualTo(CallState.IN_CALL);
    play("50 a>b BYE 2\n50.1 b>a 200 BYE 2");
    CallSnapshot call = only(lasting(2, 49));
    assertThat(call.phase()).isEqualTo(CallPhase.COMPLETED);
    assertThat(call.end()).isEqualTo(50_000_000_000L);
  }

  @Test
  void aByeThatComesLateIsTheEnd() {
    play(ANSWERED + "31 c>d OPTIONS 1 id=other");
    assertThat(only(lasting(2, 20)).phase()).isEqualTo(CallPhase.ENDED_UNSEEN);
    play("40 b>a BYE 1 by=b");
    CallSnapshot call = only(lasting(2, 20));
    assertThat(call.end()).isEqualTo(40_000_000_000L);
    assertThat(call.hangupBy()).isEqualTo("callee");
  }

  @Test
  void silenceOnHoldEndsNothing() {
    play(
        ANSWERED
            + """
            10   a>b INVITE 2 tag=tb sdp=PCMA/inactive
            10.1 b>a 200 INVITE 2 sdp=PCMA/inactive
            90   c>d OPTIONS 1 id=other
            """);
    assertThat(only(lasting(2, 20)).phase()).isEqualTo(CallPhase.HELD);
  }

  @Test
  void mediaThatMovedElsewhereEndsNothing() {
    play(
        ANSWERED
            + """
            10   b>a INVITE 1 by=b sdp=PCMA media=c
            10.1 a>b 200 INVITE 1 by=b sdp=PCMA
            90   c>d OPTIONS 1 id=other
            """);
    assertThat(only(lasting(2, 10)).state()).isEqualTo(CallState.IN_CALL);
  }

  private static final String TWO_AND_ONE =
      """
      0    a>p INVITE 1 id=x1 from=2000 to=2010
      0.01 p>b INVITE 1 id=x2 from=2000 to=2010
      5    c>d INVITE 1 id=x3 from=77 to=88
      """;

  private List<Integer> sessions() {
    return tracker.snapshots(List.of()).stream().map(CallSnapshot::session).toList();
  }

  @Test
  void aPersonMayJoinAndSplitWhatTheEvidenceSays() {
    play(TWO_AND_ONE);
    assertThat(sessions()).containsExactly(1, 1, 3);
    tracker.join(1, 3);
    assertThat(sessions()).containsExactly(1, 1, 1);
    tracker.split(2);
    assertThat(sessions()).containsExactly(1, 2, 1);
    tracker.join(2, 3);
    assertThat(sessions()).containsExactly(1, 1, 1);
    tracker.split(1);
    assertThat(sessions()).containsExactly(1, 2, 2);
  }

  @Test
  void aCallTakenOutIsNotJoinedByLaterEvidence() {
    play(TWO_AND_ONE);
    tracker.split(2);
    tracker.relayed(1, 2, "10.0.0.16");
    assertThat(sessions()).containsExactly(1, 2, 3);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"REGISTER", "OPTIONS", "SUBSCRIBE", "NOTIFY", "MESSAGE", "PUBLISH", "INFO"})
  void otherMethodsAloneAreNoCall(String method) {
    play("0 a>b " + method + " 1 tag=\n0.1 b>a 200 " + method + " 1");
    assertThat(tracker.snapshots(List.of())).isEmpty();
    assertThat(tracker.count()).isZero();
  }

  @Test
  void packetsOfACallCarryItsNumber() {
    int[] numbers = new int[3];
    SipScript.play(
        SipScript.lines("0 a>b INVITE 1 id=x\n1 a>b OPTIONS 1 id=y\n2 a>b INFO 2 id=x"),
        packet -> {
          tracker.packet(packet);
          numbers[packet.number() - 1] = packet.call();
        });
    assertThat(numbers).containsExactly(1, Packet.NONE, 1);
  }

  @Test
  void partiesAreThoseOfTheFirstInvite() {
    play("0 b>a BYE 9 by=b\n1 a>b INVITE 1\n2 b>a INVITE 7 by=b");
    CallSnapshot call = tracker.snapshots(List.of()).getFirst();
    assertThat(call.from()).isEqualTo("\"Alice\" <sip:2000@10.0.0.1>");
    assertThat(call.to()).isEqualTo("<sip:2010@10.0.0.2>");
    assertThat(call.fromUser()).isEqualTo("2000");
    assertThat(call.toUser()).isEqualTo("2010");
    assertThat(call.fromDisplay()).isEqualTo("Alice");
    assertThat(call.initialSpeaker()).isEqualTo("10.0.0.1");
  }

  @Test
  void mediaIsAnnouncedBeforeTheAnswerAndBySide() {
    play(
        """
        0 a>b INVITE 1 sdp=PCMA port=4000
        """);
    MediaDirectory.Tie early =
        directory.lookup(0, SipScript.host("b"), 5000, 0, SipScript.host("a"), 4000);
    assertThat(early).isNotNull();
    assertThat(early.call()).isEqualTo(1);
    assertThat(early.forward()).isFalse();
    play(
        """
        0 a>b INVITE 1 sdp=PCMA port=4000
        1 b>a 200 INVITE 1 sdp=PCMA port=6000
        """);
    // A script writes the address of the transaction's UAC into every SDP, the answer included.
    MediaDirectory.Tie both =
        directory.lookup(0, SipScript.host("a"), 4000, 0, SipScript.host("a"), 6000);
    assertThat(both).isNotNull();
    assertThat(both.pair()).isTrue();
    assertThat(both.forward()).isTrue();
  }

  @Test
  void streamsJoinTheirCallAndLeaveIt() {
    play("0 a>b INVITE 1 sdp=PCMA\n1 b>a 200 INVITE 1 sdp=PCMA\n2 a>b INVITE 1 id=other");
    assertThat(tracker.snapshots(List.of()).getFirst().codec()).isEqualTo("PCMA");
    List<StreamSnapshot> streams =
        List.of(stream(1, 1, "forward", 4.3), stream(2, 1, "backward", 3.1));
    List<CallSnapshot> first = tracker.snapshots(streams);
    CallSnapshot call = first.get(0);
    assertThat(call.streams()).containsExactly(1, 2);
    assertThat(call.mosForward()).isEqualTo(4.3);
    assertThat(call.mosBackward()).isEqualTo(3.1);
    assertThat(call.mos()).isEqualTo(3.1);
    assertThat(call.packets()).isEqualTo(2 + 200);
    List<CallSnapshot> second =
        tracker.snapshots(List.of(streams.get(0), stream(2, 2, "forward", 3.1)));
    assertThat(second.get(0).streams()).containsExactly(1);
    assertThat(second.get(1).streams()).containsExactly(2);
    assertThat(call.streams()).containsExactly(1, 2);
    assertThat(first.get(0)).isSameAs(call);
  }

  @Test
  void onlyWhatChangedIsMadeAnew() {
    StringBuilder script = new StringBuilder();
    for (int i = 0; i < 600; i++) {
      script.append("0 a>b INVITE 1 id=call").append(i).append('\n');
    }
    play(script.toString());
    List<CallSnapshot> before = tracker.snapshots(List.of());
    assertThat(tracker.snapshots(List.of())).isSameAs(before);
    play("1 b>a 180 INVITE 1 id=call300");
    List<CallSnapshot> after = tracker.snapshots(List.of());
    for (int i = 0; i < 600; i++) {
      if (i == 300) {
        assertThat(after.get(i).state()).isEqualTo(CallState.RINGING);
        assertThat(before.get(i).state()).isEqualTo(CallState.CALL_SETUP);
      } else {
        assertThat(after.get(i)).isSameAs(before.get(i));
      }
    }
    assertThat(tracker.up()).isEqualTo(600);
  }

  @Test
  void snapshotsOfManyCallsAreCheap() {
    for (int i = 0; i < 10_000; i++) {
      play("0 a>b INVITE 1 id=call" + i + "\n1 b>a 200 INVITE 1 id=call" + i);
    }
    List<CallSnapshot> all = tracker.snapshots(List.of());
    assertThat(all).hasSize(10_000);
    assertThat(tracker.up()).isEqualTo(10_000);
    long best = Long.MAX_VALUE;
    for (int round = 0; round < 20; round++) {
      play("5 a>b INFO 2 id=call" + round);
      long start = System.nanoTime();
      List<CallSnapshot> now = tracker.snapshots(List.of());
      best = Math.min(best, System.nanoTime() - start);
      assertThat(now.get(round).frames()).isEqualTo(3);
    }
    assertThat(best).isLessThan(5_000_000L);
  }

  @Test
  void longCallIdsAreNoCalls() {
    play("0 a>b INVITE 1 id=" + "x".repeat(CallTracker.MAX_CALL_ID + 1));
    play("0 a>b INVITE 1 id=" + "x".repeat(CallTracker.MAX_CALL_ID));
    assertThat(tracker.snapshots(List.of())).hasSize(1);
  }

  @Test
  void everyTruncatedPrefixIsHarmless() {
    List<SipScript.Line> lines =
        SipScript.lines(
            """
            0 a>b INVITE 1 sdp=PCMA,PCMU h=Session-ID:_0123456789abcdef0123456789abcdef;remote=x
            1 b>a 200 INVITE 1 sdp=PCMA
            2 a>b CANCEL 1
            3 a>b BYE 2
            """);
    Packet packet = new Packet();
    int number = 0;
    for (SipScript.Line line : lines) {
      byte[] text = line.text().getBytes(StandardCharsets.UTF_8);
      for (int length = 0; length <= text.length; length++) {
        SipScript.bytes(packet, ++number, number, java.util.Arrays.copyOf(text, length));
        tracker.packet(packet);
      }
    }
    assertThat(tracker.snapshots(List.of())).isNotEmpty();
  }

  @Test
  void changedBytesAreHarmless() {
    Random random = new Random(7);
    Packet packet = new Packet();
    byte[] text =
        SipScript.line("0 a>b INVITE 1 sdp=PCMA,PCMU h=Replaces:_x;to-tag=1")
            .text()
            .getBytes(StandardCharsets.UTF_8);
    for (int i = 1; i <= 20_000; i++) {
      byte[] changed = text.clone();
      for (int j = random.nextInt(6); j >= 0; j--) {
        changed[random.nextInt(changed.length)] = (byte) random.nextInt(256);
      }
      SipScript.bytes(packet, i, i, changed);
      tracker.packet(packet);
    }
    List<CallSnapshot> calls = tracker.snapshots(List.of());
    assertThat(calls).isNotEmpty();
    assertThat(calls).allMatch(c -> c.frames() > 0 && c.number() > 0);
  }
}
