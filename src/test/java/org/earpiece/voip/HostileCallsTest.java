package org.earpiece.voip;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.earpiece.dissect.Flows;
import org.earpiece.dissect.voip.sdp.SessionDescription.Direction;
import org.earpiece.dissect.voip.sdp.SessionDescription.Encoding;
import org.earpiece.dissect.voip.sdp.SessionDescription.Media;
import org.junit.jupiter.api.Test;

/** Signalling made to fill memory or to waste time: what is kept stays within its limits. */
class HostileCallsTest {
  private final MediaDirectory directory = new MediaDirectory(new Flows());

  private static CallTracker tracked(CallTracker tracker, List<String> script) {
    SipScript.play(SipScript.lines(String.join("\n", script)), tracker::packet);
    return tracker;
  }

  @Test
  void callsBeyondTheLimitAreCountedAndNotKept() {
    List<String> script = new ArrayList<>();
    for (int i = 0; i < 25; i++) {
      script.add(i + " a>b INVITE 1 id=call-" + i);
    }
    CallTracker tracker = tracked(new CallTracker(directory, 10, 1_000_000), script);
    assertThat(tracker.count()).isEqualTo(10);
    assertThat(tracker.refused()).isEqualTo(15);
    assertThat(tracker.snapshots(List.of())).hasSize(10);
  }

  @Test
  void textsOfAllCallsTogetherAreLimited() {
    List<String> script = new ArrayList<>();
    for (int i = 0; i < 50; i++) {
      script.add(i + " a>b INVITE 1 id=" + "x".repeat(400) + i);
    }
    CallTracker tracker = tracked(new CallTracker(directory, 1_000, 4_000), script);
    assertThat(tracker.count()).isLessThan(10);
    assertThat(tracker.refused()).isEqualTo(50 - tracker.count());
  }

  @Test
  void anIdTooLongIsCounted() {
    String id = "x".repeat(CallTracker.MAX_CALL_ID + 1);
    CallTracker tracker = tracked(new CallTracker(directory), List.of("1 a>b INVITE 1 id=" + id));
    assertThat(tracker.count()).isZero();
    assertThat(tracker.refused()).isEqualTo(1);
  }

  @Test
  void aCallThatBeginsAgainAndAgainIsAwaitedOnce() {
    List<String> script = new ArrayList<>();
    for (int i = 1; i < 400; i += 2) {
      script.add(i + " a>b INVITE " + i);
      script.add(i + ".5 a>b CANCEL " + i);
    }
    CallTracker tracker = tracked(new CallTracker(directory), script);
    assertThat(tracker.waiting()).isEqualTo(1);
  }

  @Test
  void aRedirectionIsToldUpAFewHopsAndNoFurther() {
    StringBuilder script = new StringBuilder();
    for (char host = 'a'; host < 'y'; host++) {
      char next = (char) (host + 1);
      script.append(
          "0.%02d %c>%c INVITE 1 id=%c from=2000 to=2010%n"
              .formatted(host - 'a', host, next, host));
    }
    script.append("1 y>x 302 INVITE 1 id=x from=2000 to=2010 h=Contact:_<sip:2020@z>\n");
    script.append("1.1 b>z INVITE 1 id=far from=2000 to=2020\n");
    script.append("1.2 x>z INVITE 1 id=near from=2000 to=2020\n");
    CallTracker tracker = new CallTracker(new MediaDirectory(new Flows()));
    SipScript.play(SipScript.lines(script.toString()), tracker::packet);
    List<CallSnapshot> calls = tracker.snapshots(List.of());
    assertThat(calls.get(calls.size() - 2).link().reason()).doesNotContain("redirected");
    assertThat(calls.getLast().link().reason()).contains("redirected to 2020");
  }

  /** Each call names the one before it, the last one first: the longest chain there can be. */
  @Test
  void aChainOfCallsIsOneSession() {
    List<String> script = new ArrayList<>();
    int calls = 300;
    for (int i = 1; i <= calls; i++) {
      script.add(i + " a>b INVITE 1 id=call-" + i);
    }
    for (int i = calls; i > 1; i--) {
      script.add("1000 a>b INVITE 2 id=call-" + i + " h=Replaces:_call-" + (i - 1) + ";to-tag=x");
    }
    CallTracker tracker = tracked(new CallTracker(directory), script);
    assertThat(tracker.snapshots(List.of())).hasSize(calls).allMatch(call -> call.session() == 1);
  }

  @Test
  void announcementsOfAllEndpointsTogetherAreLimited() {
    Media media =
        new Media(
            "audio",
            0,
            "RTP/AVP",
            List.of("8"),
            null,
            0,
            true,
            Direction.SENDRECV,
            Map.of(8, new Encoding("PCMA", 8000, 1, "")),
            20,
            List.of(),
            "");
    int places = 1_000;
    int each = MediaDirectory.MAX_ANNOUNCEMENTS / places + 100;
    IntStream.rangeClosed(1, places)
        .forEach(port ->
            IntStream.rangeClosed(1, each)
                .forEach(call -> directory.announce(0, 1, port, call, true, media, call)));
    assertThat(directory.held()).isLessThanOrEqualTo(MediaDirectory.MAX_ANNOUNCEMENTS);
    assertThat(directory.forgotten() + directory.held()).isEqualTo((long) places * each);
    assertThat(directory.lookup(0, 9, 9, 0, 1, places)).isNotNull();
  }
}
