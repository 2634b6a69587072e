package org.earpiece.voip.ladder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.earpiece.voip.SampleStreams.stream;
import static org.earpiece.voip.SipScript.end;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.earpiece.bytes.ByteView;
import org.earpiece.dissect.voip.sip.SipMessage;
import org.earpiece.voip.SipScript;
import org.earpiece.voip.StreamSnapshot;
import org.earpiece.voip.ladder.LadderModel.Digits;
import org.earpiece.voip.ladder.LadderModel.Hold;
import org.earpiece.voip.ladder.LadderModel.Kind;
import org.earpiece.voip.ladder.LadderModel.Media;
import org.earpiece.voip.ladder.LadderModel.Message;
import org.earpiece.voip.ladder.LadderModel.Participant;
import org.earpiece.voip.ladder.LadderModel.Quiet;
import org.junit.jupiter.api.Test;

class LadderBuilderTest {
  static LadderBuilder built(String script) {
    LadderBuilder builder = new LadderBuilder();
    feed(builder, script);
    return builder;
  }

  static void feed(LadderBuilder builder, String script) {
    SipMessage message = new SipMessage();
    int frame = 0;
    for (SipScript.Line line : SipScript.lines(script)) {
      frame++;
      byte[] bytes = line.text().getBytes(StandardCharsets.UTF_8);
      assertThat(message.parse(new ByteView().wrap(bytes), 0, bytes.length)).isTrue();
      int call = line.keys().getOrDefault("id", "call-1").equals("call-1") ? 1 : 2;
      builder.message(frame, line.timeNanos(), end(line.src()), end(line.dst()), call, message);
    }
  }

  private static Stream<Message> messages(LadderModel model) {
    return model.entries().stream().filter(Message.class::isInstance).map(Message.class::cast);
  }

  private static List<String> told(LadderModel model) {
    return model.entries().stream()
        .map(entry ->
            switch (entry) {
              case Message m ->
                  m.from()
                      + ">"
                      + m.to()
                      + " "
                      + (m.label() + " " + m.detail()).strip()
                      + (m.frames().size() > 1 ? " x" + m.frames().size() : "");
              case Media m -> m.from() + "=" + m.to() + " " + m.codec();
              case Digits d -> d.from() + "~" + d.to() + " " + d.digits();
              case Hold h -> h.from() + " holds " + h.to();
              case Quiet q -> "quiet " + q.nanos() / 1_000_000_000L;
            })
        .toList();
  }

  @Test
  void tellsWhatEachMessageDoes() {
    LadderModel model =
        built(
                """
                0    a>b INVITE 1 sdp=PCMA,PCMU,telephone-event
                0.1  b>a 401 INVITE 1
                0.2  a>b ACK 1 branch=INVITE1a
                0.3  a>b INVITE 2 sdp=PCMA,PCMU,telephone-event h=Authorization:_Digest_x
                1    b>a 180 INVITE 2
                2    b>a 200 INVITE 2 sdp=PCMA,telephone-event
                2.5  b>a 200 INVITE 2 sdp=PCMA,telephone-event
                2.6  a>b ACK 2 branch=ack
                5    b>a INVITE 1 by=b sdp=PCMA/sendonly
                5.1  a>b 200 INVITE 1 by=b sdp=PCMA/recvonly
                8    b>a INVITE 2 by=b sdp=PCMA
                8.1  a>b 200 INVITE 2 by=b sdp=PCMA
                9    b>a REFER 3 by=b h=Refer-To:_<sip:2020@10.0.0.3>
                10   a>b BYE 3 h=Reason:_Q.850;cause=16;text="Normal_clearing"
                """)
            .build(20_000_000_000L);
    assertThat(told(model))
        .containsExactly(
            "0>1 INVITE offers PCMA, PCMU, DTMF",
            "1>0 401 Unauthorized",
            "0>1 ACK",
            "0>1 INVITE with credentials",
            "1>0 180 Ringing",
            "1>0 200 OK answers PCMA x2",
            "0>1 ACK",
            "1>0 INVITE hold",
            "1 holds 0",
            "0>1 200 OK answers PCMA",
            "1>0 INVITE resume",
            "0>1 200 OK answers PCMA",
            "1>0 REFER to 2020",
            "0>1 BYE Normal clearing");
    assertThat(messages(model).map(Message::kind).toList())
        .containsSequence(Kind.REQUEST, Kind.REDIRECT, Kind.REQUEST, Kind.REQUEST, Kind.PROVISIONAL)
        .contains(Kind.SUCCESS);
    assertThat(((Message) model.entries().get(5)).frames()).containsExactly(6, 7);
    assertThat(model.startNanos()).isZero();
  }

  @Test
  void aRegistrationMakesNoDialogs() {
    LadderModel model =
        built(
                """
                0    a>b REGISTER 1 tag=
                0.1  b>a 401 REGISTER 1 tag=t1
                0.2  a>b REGISTER 2 tag=
                0.3  b>a 200 REGISTER 2 tag=t2
                9    a>b REGISTER 3 tag=
                9.1  b>a 200 REGISTER 3 tag=t3
                """)
            .build(0);
    assertThat(model.dialogs()).isEqualTo(1);
  }

  @Test
  void namesThePhonesAndTheServerBetween() {
    LadderModel model =
        built(
                """
                0    a>p INVITE 1 h=User-Agent:_baresip_v1.0
                0.1  p>a 100 INVITE 1 h=Server:_Asterisk_PBX_16.28
                0.2  p>b INVITE 1 id=leg-2 branch=other ftag=as
                2    b>p 200 INVITE 1 id=leg-2 branch=other ftag=as
                """)
            .build(0);
    assertThat(model.participants())
        .extracting(Participant::name)
        .containsExactly("2000 Alice", "Asterisk PBX", "2010");
    assertThat(model.participants())
        .extracting(Participant::address)
        .containsExactly("10.0.0.1", "10.0.0.16", "10.0.0.2");
    assertThat(model.participants().getFirst().ports()).containsExactly(5060);
  }

  @Test
  void aProxyIsNotCalledByTheCalleesName() {
    LadderModel model =
        built(
                """
                0    a>p INVITE 1 branch=1
                0.1  p>b INVITE 1 branch=2 vias=2
                1    b>p 180 INVITE 1 branch=2 vias=2 h=Server:_some_phone
                """)
            .build(0);
    assertThat(model.participants())
        .extracting(Participant::name)
        .containsExactly("2000 Alice", "", "2010");
  }

  @Test
  void severalPortsOfAHostAreOneColumn() {
    LadderModel model =
        built("0 a5060>b INVITE 1\n1 b5070>a5062 200 INVITE 1\n2 a5062>b5070 ACK 1 branch=x")
            .build(0);
    assertThat(model.participants()).hasSize(2);
    assertThat(model.participants().get(0).ports()).containsExactly(5060, 5062);
    assertThat(model.participants().get(1).ports()).containsExactly(5060, 5070);
  }

  @Test
  void aHostThatTalksToItselfHasAColumnForEachPort() {
    LadderBuilder builder =
        built(
            """
            0 a5061>a5060 INVITE 1 sdp=PCMA port=6000
            1 a5060>a5061 200 INVITE 1 sdp=PCMA port=7000
            """);
    builder.stream(stream(1, "a6000", "a7000", 2_000_000_000L, 3_000_000_000L));
    LadderModel model = builder.build(0);
    assertThat(told(model))
        .containsExactly("0>1 INVITE offers PCMA", "1>0 200 OK answers PCMA", "0=1 PCMA");
    assertThat(model.participants())
        .extracting(Participant::ports)
        .containsExactly(List.of(5061), List.of(5060));
  }

  @Test
  void mediaOfAnotherHostStandsBesideItsPeer() {
    LadderBuilder builder = built("0 a>p INVITE 1 branch=1\n1 p>b INVITE 1 branch=2 vias=2");
    builder.stream(stream(1, "a4000", "m4000", 2_000_000_000L, 3_000_000_000L));
    builder.stream(stream(2, "m4002", "b4000", 2_000_000_000L, 3_000_000_000L));
    LadderModel model = builder.build(0);
    assertThat(model.participants())
        .extracting(Participant::address)
        .containsExactly("10.0.0.1", "10.0.0.13", "10.0.0.16", "10.0.0.2");
    assertThat(told(model)).endsWith("0=1 PCMA", "1=3 PCMA");
    Media media = (Media) model.entries().get(2);
    assertThat(media.lossPercent()).isBetween(0.98, 1.0);
  }

  @Test
  void mediaRunsUntilItsCallEnds() {
    StreamSnapshot stream = running(stream(1, "a4000", "b4000", 2_000_000_000L, 3_000_000_000L));
    LadderBuilder up = built("0 a>b INVITE 1\n1 b>a 200 INVITE 1");
    up.stream(stream);
    assertThat(up.build(0).entries()).anyMatch(e -> e instanceof Media m && m.running());
    LadderBuilder ended = built("0 a>b INVITE 1\n1 b>a 200 INVITE 1\n3 a>b BYE 2");
    ended.stream(stream);
    assertThat(ended.build(0).entries()).noneMatch(e -> e instanceof Media m && m.running());
  }

  private static StreamSnapshot running(StreamSnapshot s) {
    return new StreamSnapshot(
        s.number(),
        s.id(),
        s.call(),
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
        s.mos(),
        s.rFactor(),
        s.direction(),
        s.srtp(),
        s.problems(),
        true,
        s.payloads());
  }

  @Test
  void everyTruncatedPrefixOfAMessageIsHarmless() {
    String text = SipScript.line("0 a>b INVITE 1 sdp=PCMA,PCMU h=Replaces:_x;to-tag=1").text();
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    SipMessage message = new SipMessage();
    LadderBuilder builder = new LadderBuilder();
    int read = 0;
    for (int length = 0; length <= bytes.length; length++) {
      if (message.parse(new ByteView().wrap(bytes, 0, length), 0, length)) {
        builder.message(length, length, end("a"), end("b"), 1, message);
        read++;
      }
    }
    assertThat(read).isGreaterThan(100);
    assertThat(builder.build(0).participants()).hasSize(2);
  }
}
