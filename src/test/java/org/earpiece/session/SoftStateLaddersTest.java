package org.earpiece.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.earpiece.Shared;
import org.earpiece.voip.ladder.LadderModel;
import org.earpiece.voip.ladder.LadderModel.Message;
import org.earpiece.voip.subscription.SubscriptionKind;
import org.junit.jupiter.api.Test;

/** The ladders of registrations and subscriptions in the lab's captures. */
class SoftStateLaddersTest {
  private static CaptureSession session(String file) throws Exception {
    CaptureSession session = CaptureSession.open(Shared.captures().resolve("lab").resolve(file));
    session.await();
    return session;
  }

  private static List<String> rows(LadderModel ladder) {
    return ladder.entries().stream()
        .filter(Message.class::isInstance)
        .map(Message.class::cast)
        .map(m -> m.from() + ">" + m.to() + " " + (m.label() + " " + m.detail()).strip())
        .toList();
  }

  @Test
  void ofARegistration() throws Exception {
    try (CaptureSession session = session("10-register.pcapng")) {
      LadderModel ladder =
          session.ladderOf(session.snapshot().registrations().getFirst().id(), false);
      assertThat(ladder.participants().stream().map(LadderModel.Participant::name))
          .containsExactly("2000", "Asterisk PBX");
      assertThat(rows(ladder))
          .containsExactly(
              "0>1 REGISTER for 5 s",
              "1>0 401 Unauthorized",
              "0>1 REGISTER for 5 s, with credentials",
              "1>0 200 OK for 60 s",
              "0>1 REGISTER unregisters",
              "1>0 401 Unauthorized",
              "0>1 REGISTER unregisters, with credentials",
              "1>0 200 OK");
    }
  }

  @Test
  void ofASubscription() throws Exception {
    try (CaptureSession session = session("14-messages-presence.pcap")) {
      LadderModel ladder = session.ladderOf(session.snapshot().subscriptions().get(2).id(), false);
      assertThat(rows(ladder))
          .hasSize(16)
          .startsWith(
              "0>1 SUBSCRIBE presence, for 600 s",
              "1>0 401 Unauthorized",
              "0>1 SUBSCRIBE presence, for 600 s, with credentials",
              "1>0 200 OK for 600 s",
              "1>0 NOTIFY presence active",
              "0>1 200 OK")
          .endsWith(
              "0>1 SUBSCRIBE presence, ends it",
              "1>0 200 OK",
              "0>1 SUBSCRIBE presence, ends it",
              "1>0 500 Unhandled by dialog usages");
    }
  }

  @Test
  void ofATransferWithinACall() throws Exception {
    try (CaptureSession session = session("11-blind-transfer.pcap")) {
      int transfer =
          session.snapshot().subscriptions().stream()
              .filter(one -> one.kind() == SubscriptionKind.REFER)
              .findFirst()
              .orElseThrow()
              .id();
      assertThat(rows(session.ladderOf(transfer, false)))
          .containsExactly(
              "0>1 REFER to 2020", "1>0 202 Accepted", "1>0 NOTIFY reports 200 OK", "0>1 200 OK");
    }
  }
}
