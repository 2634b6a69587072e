package org.earpiece.voip.ladder;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.earpiece.voip.ladder.LadderModel.Kind;
import org.earpiece.voip.ladder.LadderModel.Message;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RetransmissionsTest {
  private static Message sent(Kind kind, String method, String times) {
    List<Integer> frames = new ArrayList<>();
    List<Long> nanos = new ArrayList<>();
    for (String time : times.split(" ", -1)) {
      frames.add(frames.size() + 1);
      nanos.add(Math.round(Double.parseDouble(time) * 1e9));
    }
    return new Message(frames, nanos, method, 0, 1, method, "", kind, 1, 1);
  }

  @ParameterizedTest(name = "{0} of {1} at {2}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          # kind      | method   | seconds                              | a part of what is said
          REQUEST     | INVITE   | 0 0.5 1.5 3.5                        | after 0.50, 1.00, 2.00 s.
          REQUEST     | INVITE   | 0 0.5 1.5 3.5                        | Timer A: while no response comes
          REQUEST     | INVITE   | 0 0.52 1.5 3.6                       | the gaps are its. RFC 3261 §17.1.1.2
          REQUEST     | INVITE   | 0 1 2 3                              | the gaps are not its
          REQUEST     | INVITE   | 0 0.5 1.5 3.5 7.5 15.5 31.5          | given up: Timer B
          REQUEST     | REGISTER | 0 0.5 1.5 3.5 7.5 11.5              | the gaps are its. RFC 3261 §17.1.2.2
          REQUEST     | BYE      | 0 0.5 1.5 3.5 7.5 11.5 15.5 19.5 23.5 27.5 31.5 | given up: Timer F
          SUCCESS     | INVITE   | 0 0.5 1.5 3.5 7.5 11.5               | while no ACK comes
          SUCCESS     | INVITE   | 0 0.5 1.5 3.5 7.5 11.5 15.5 19.5 23.5 27.5 31.5 | the call is ended with BYE
          SUCCESS     | REGISTER | 0 0.5                                | The request came again
          FAILURE     | INVITE   | 0 0.5 1.5                            | Timer G
          REDIRECT    | OPTIONS  | 0 0.5                                | The request came again
          PROVISIONAL | INVITE   | 0 60 120                             | once a minute
          REQUEST     | ACK      | 0 0.5                                | acknowledged again
          REQUEST     | INVITE   | 0 0.0001 0.0002                      | the network, or the capture
          """)
  void timers(Kind kind, String method, String times, String part) {
    assertThat(Retransmissions.explain(sent(kind, method, times))).contains(part);
  }

  @ParameterizedTest
  @CsvSource({"REQUEST, INVITE, 0 0.5 1.5", "SUCCESS, INVITE, 0 0.5"})
  void whatMayStillBeSentIsNotSaidToBeGivenUp(Kind kind, String method, String times) {
    assertThat(Retransmissions.explain(sent(kind, method, times))).doesNotContain("given up");
    assertThat(Retransmissions.explain(sent(kind, method, "0"))).isEmpty();
  }
}
