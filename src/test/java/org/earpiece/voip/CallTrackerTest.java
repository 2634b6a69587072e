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
    StreamSnapshot s = SampleStreams.stream(number, "a4000", "b4000", 1, 2);
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
