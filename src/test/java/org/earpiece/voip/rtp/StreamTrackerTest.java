package org.earpiece.voip.rtp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import org.earpiece.dissect.Flows;
import org.earpiece.dissect.voip.sdp.SessionDescription.Direction;
import org.earpiece.dissect.voip.sdp.SessionDescription.Encoding;
import org.earpiece.dissect.voip.sdp.SessionDescription.Media;
import org.earpiece.packet.Packet;
import org.earpiece.voip.MediaDirectory;
import org.earpiece.voip.StreamSnapshot;
import org.junit.jupiter.api.Test;

final class StreamTrackerTest {
  private final MediaDirectory directory = new MediaDirectory(new Flows());
  private final StreamTracker tracker = new StreamTracker(directory);
  private final RtpScript script = new RtpScript();

  private Packet see(long ms, int flow, int sport, int dport, int ssrc, int sequence) {
    Packet packet = script.rtp(ms, flow, sport, dport, ssrc, sequence);
    tracker.packet(packet);
    return packet;
  }

  private static Media media(String protocol, Map<Integer, Encoding> codecs) {
    return new Media(
        "audio",
        4000,
        protocol,
        List.of(),
        null,
        4001,
        false,
        Direction.SENDRECV,
        codecs,
        0,
        List.of(),
        "");
  }

  private void announce(int host, int port, int call, boolean fromCaller) {
    Media media = media("RTP/AVP", Map.of(0, new Encoding("PCMU", 8000, 1, "")));
    directory.announce(0, RtpScript.address(host), port, call, fromCaller, media, call);
  }

  @Test
  void aNewSsrcIsANewStream() {
    assertThat(see(0, 0, 4000, 5000, 7, 1).stream()).isZero();
    assertThat(see(20, 0, 4000, 5000, 8, 1).stream()).isEqualTo(1);
    assertThat(see(40, 0, 4000, 5000, 7, 2).stream()).isZero();
    assertThat(tracker.snapshots()).extracting(StreamSnapshot::packets).containsExactly(2L, 1L);
  }

  @Test
  void withoutAFlowNumberTheAddressesTell() {
    assertThat(see(0, Packet.NONE, 4000, 5000, 7, 1).stream()).isZero();
    assertThat(see(20, Packet.NONE, 4002, 5000, 7, 1).stream()).isEqualTo(1);
    assertThat(see(40, Packet.NONE, 4000, 5000, 7, 2).stream()).isZero();
  }

  @Test
  void whatIsOnlyGuessedIsNotShownUntilItIsSure() {
    Packet guess = script.rtp(0, 0, 4000, 5000, 7, 1);
    guess.tentative(true);
    tracker.packet(guess);
    assertThat(guess.stream()).isZero();
    see(10, 1, 4002, 5002, 9, 1);
    assertThat(tracker.snapshots()).extracting(StreamSnapshot::ssrc).containsExactly(9);
    assertThat(see(20, 0, 4000, 5000, 7, 2).stream()).isZero();
    List<StreamSnapshot> both = tracker.snapshots();
    assertThat(both).extracting(StreamSnapshot::ssrc).containsExactly(7, 9);
    assertThat(both).extracting(StreamSnapshot::number).containsExactly(1, 2);
    assertThat(both.getFirst().packets()).isEqualTo(2);
  }

  @Test
  void guessesAreForgottenBeforeTheyFillMemory() {
    for (int i = 0; i < 3 * StreamTracker.MAX_PROVISIONAL; i++) {
      Packet guess = script.rtp(i, i, 4000, 5000, i, 1);
      guess.tentative(true);
      tracker.packet(guess);
    }
    assertThat(tracker.snapshots()).isEmpty();
    assertThat(see(99_999, 0, 4000, 5000, 0, 2).stream()).isEqualTo(6_000);
  }

  @Test
  void streamsBeyondTheLimitAreCounted() {
    StreamTracker small = new StreamTracker(directory, 2);
    for (int ssrc = 0; ssrc < 5; ssrc++) {
      Packet packet = script.rtp(ssrc, 0, 4000, 5000, ssrc, 1);
      small.packet(packet);
      assertThat(packet.stream()).isEqualTo(ssrc < 2 ? ssrc : Packet.NONE);
    }
    assertThat(small.refused()).isEqualTo(3);
    assertThat(small.snapshots()).hasSize(2);
  }

  @Test
  void onlyWhatChangedIsMadeAnew() {
    see(0, 0, 4000, 5000, 7, 1);
    see(0, 1, 4002, 5002, 8, 1);
    List<StreamSnapshot> first = tracker.snapshots();
    assertThat(tracker.snapshots()).isSameAs(first);
    see(20, 0, 4000, 5000, 7, 2);
    List<StreamSnapshot> second = tracker.snapshots();
    assertThat(second.get(0).packets()).isEqualTo(2);
    assertThat(second.get(1)).isSameAs(first.get(1));
    assertThat(first.get(0).packets()).isEqualTo(1);
  }

  @Test
  void aStreamThatStoppedRunsNoMore() {
    see(0, 0, 4000, 5000, 7, 1);
    see(2_900, 1, 4002, 5002, 8, 1);
    assertThat(tracker.snapshots()).extracting(StreamSnapshot::running).containsExactly(true, true);
    see(3_100, 1, 4002, 5002, 8, 2);
    assertThat(tracker.snapshots())
        .extracting(StreamSnapshot::running)
        .containsExactly(false, true);
  }

  @Test
  void mediaBeforeTheAnswerIsTiedOnceTheAnswerCame() {
    assertThat(see(0, 0, 4000, 5000, 7, 1).call()).isEqualTo(Packet.NONE);
    assertThat(tracker.snapshots().getFirst().direction()).isEmpty();
    announce(2, 5000, 3, false);
    StreamSnapshot tied = tracker.snapshots().getFirst();
    assertThat(tied.call()).isEqualTo(3);
    assertThat(tied.direction()).isEqualTo("forward");
    assertThat(see(20, 0, 4000, 5000, 7, 2).call()).isEqualTo(3);
  }

  @Test
  void bothEndpointsBeatOneAndLaterCallsDoNotStealAStream() {
    announce(2, 5000, 1, false);
    announce(1, 4000, 2, true);
    assertThat(see(0, 0, 4000, 5000, 7, 1).call()).isEqualTo(1);
    announce(2, 5000, 2, false);
    assertThat(see(20, 0, 4000, 5000, 7, 2).call()).isEqualTo(2);
    announce(2, 5000, 3, false);
    announce(1, 4000, 3, true);
    assertThat(see(40, 0, 4000, 5000, 7, 3).call()).isEqualTo(2);
  }

  @Test
  void theSourceTellsTheCallWhereTheDestinationIsUnknown() {
    announce(1, 4000, 4, true);
    see(0, 0, 4000, 5000, 7, 1);
    StreamSnapshot stream = tracker.snapshots().getFirst();
    assertThat(stream.call()).isEqualTo(4);
    assertThat(stream.direction()).isEqualTo("forward");
  }

  @Test
  void aGatewaysMediaHaveTheirCodecAndNoCall() {
    announce(2, 5000, 0, false);
    announce(1, 4000, 0, false);
    assertThat(see(0, 0, 4000, 5000, 7, 1).call()).isEqualTo(Packet.NONE);
    StreamSnapshot stream = tracker.snapshots().getFirst();
    assertThat(stream.call()).isZero();
    assertThat(stream.direction()).isEmpty();
    assertThat(stream.codec()).isEqualTo("PCMU");
  }

  @Test
  void whatACallSaysOfAnEndpointCountsBeforeWhatAGatewayWasTold() {
    announce(2, 5000, 6, false);
    announce(2, 5000, 0, false);
    announce(1, 4000, 0, false);
    assertThat(see(0, 0, 4000, 5000, 7, 1).call()).isEqualTo(6);
    assertThat(see(0, 1, 4000, 6000, 8, 1).call()).isEqualTo(Packet.NONE);
    announce(1, 4000, 6, true);
    assertThat(see(20, 1, 4000, 6000, 8, 2).call()).isEqualTo(6);
  }

  @Test
  void theProfileTellsEncryption() {
    directory.announce(0, RtpScript.address(2), 5000, 1, false, media("RTP/SAVP", Map.of()), 1);
    see(0, 0, 4000, 5000, 7, 1);
    assertThat(tracker.snapshots().getFirst().srtp()).isTrue();
  }

  @Test
  void aNewStartOfTheSenderIsNoLoss() {
    for (int i = 0; i < 100; i++) {
      see(20L * i, 0, 4000, 5000, 7, i < 50 ? 100 + i : 30_000 + i);
    }
    StreamSnapshot stream = tracker.snapshots().getFirst();
    assertThat(stream.lost()).isEqualTo(29_900);
    assertThat(stream.reallyLost()).isZero();
    assertThat(stream.mos()).isCloseTo(4.41, within(0.01));
  }

  @Test
  void problemsNameAPatchThatTheMeanHides() {
    for (int i = 0; i < 10_000; i++) {
      if (i < 5_000 || i > 5_300 || i % 4 == 0) {
        see(20L * i, 0, 4000, 5000, 7, i);
      }
    }
    StreamSnapshot stream = tracker.snapshots().getFirst();
    assertThat(stream.mos()).isGreaterThan(4);
    assertThat(stream.problems()).contains("loss 2.3 %").contains("at its worst");
  }
}
