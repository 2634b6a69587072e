package org.earpiece.dissect.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.earpiece.SipWords;
import org.earpiece.bytes.ByteView;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Messages of WebSocket come out as they went in, and bombs do not go off. */
class WebSocketMessagesTest {
  private static final byte[] INVITE = SipWords.request("INVITE", "one", "v=0\r\n".repeat(50));
  private static final byte[] BYE = SipWords.request("BYE", "one", "");

  private final WebSocketMessages messages = new WebSocketMessages();

  /** What becomes whole of the frames in these bytes. */
  private List<String> take(int flow, byte[] bytes) {
    List<String> whole = new ArrayList<>();
    ByteView view = new ByteView().wrap(bytes);
    int at = 0;
    while (at < bytes.length) {
      int end = at + WebSocketFrame.streamLength(view, at, bytes.length);
      assertThat(end).isGreaterThan(at);
      if (!WebSocketFrame.control(WebSocketFrame.opcode(view, at))) {
        byte[] message = messages.take(flow, view, at, end);
        if (message != null) {
          whole.add(new String(message, StandardCharsets.ISO_8859_1));
        }
      }
      at = end;
    }
    return whole;
  }

  private static String text(byte[] bytes) {
    return new String(bytes, StandardCharsets.ISO_8859_1);
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void everyWayOfSendingAMessage(boolean client) {
    WebSocketScript side = new WebSocketScript(client);
    assertThat(take(1, side.message(INVITE))).containsExactly(text(INVITE));
    assertThat(take(1, side.fragmented(INVITE, 100))).containsExactly(text(INVITE));
    assertThat(take(1, side.fragmented(BYE, 1))).containsExactly(text(BYE));
    assertThat(take(1, side.compressed(INVITE))).containsExactly(text(INVITE));
    byte[] again = side.compressed(INVITE);
    assertThat(again).as("it refers to the one before").hasSizeLessThan(INVITE.length / 10);
    assertThat(take(1, again)).containsExactly(text(INVITE));
    assertThat(take(1, side.compressedAndFragmented(BYE, 30))).containsExactly(text(BYE));
    assertThat(take(1, side.message(BYE))).as("not compressed").containsExactly(text(BYE));
    assertThat(take(1, side.reset().compressed(BYE))).as("no context").containsExactly(text(BYE));
    assertThat(messages.failed()).isZero();
    assertThat(messages.bytes()).isZero();
  }

  @Test
  void theTwoSidesHaveAContextEach() {
    WebSocketScript client = new WebSocketScript(true);
    WebSocketScript server = new WebSocketScript(false);
    for (int i = 0; i < 5; i++) {
      assertThat(take(1, client.compressed(INVITE))).containsExactly(text(INVITE));
      assertThat(take(2, server.compressed(BYE))).containsExactly(text(BYE));
    }
  }

  @Test
  void aLastBlockEndsTheContext() {
    WebSocketScript side = new WebSocketScript(true);
    assertThat(take(1, side.compressedWithLastBlock(INVITE))).containsExactly(text(INVITE));
    assertThat(take(1, side.compressedWithLastBlock(BYE))).containsExactly(text(BYE));
    assertThat(take(1, side.compressed(BYE))).containsExactly(text(BYE));
    assertThat(messages.failed()).isZero();
  }

  @Test
  void aBombIsCutAndCounted() {
    WebSocketScript side = new WebSocketScript(true);
    byte[] bomb = side.compressed(new byte[50 << 20]);
    assertThat(bomb).hasSizeLessThan(60_000);
    List<String> whole = take(1, bomb);
    assertThat(whole.getFirst()).hasSize(WebSocketMessages.MAX_MESSAGE);
    assertThat(messages.failed()).isOne();
    byte[] small = new WebSocketScript(true).compressed(new byte[1 << 20]);
    assertThat(small).hasSizeLessThan(1200);
    assertThat(take(2, small).getFirst()).as("what is free").hasSize(1 << 16);
  }

  @Test
  void damagedAndLostFramesEndAMessageAndNotTheStream() {
    WebSocketScript side = new WebSocketScript(false);
    byte[] broken = side.compressed(INVITE);
    new Random(1).nextBytes(broken);
    broken[0] = (byte) 0xC1;
    broken[1] = (byte) (broken.length - 2 & 0x7F);
    byte[] frame = java.util.Arrays.copyOf(broken, 2 + (broken[1] & 0x7F));
    take(1, frame);
    assertThat(take(1, side.reset().message(BYE))).containsExactly(text(BYE));
    byte[] fragments = side.fragmented(INVITE, 100);
    byte[] withoutTheFirst = java.util.Arrays.copyOfRange(fragments, 102, fragments.length);
    assertThat(take(2, withoutTheFirst)).isEmpty();
    assertThat(take(2, side.message(BYE))).containsExactly(text(BYE));
  }

  @Test
  void messagesThatNeverEndCostTheirLimitAndNoMore() {
    byte[] part = new WebSocketScript(false).fragmented(new byte[120_000], 60_000);
    byte[] first = java.util.Arrays.copyOf(part, 60_004);
    for (int flow = 0; flow < 1000; flow++) {
      take(flow, first);
    }
    assertThat(messages.bytes()).isLessThanOrEqualTo(WebSocketMessages.MAX_BYTES);
    assertThat(messages.discarded()).isGreaterThan(700);
    for (int flow = 0; flow < 3 * WebSocketMessages.MAX_STREAMS; flow++) {
      take(flow, new WebSocketScript(true).message(BYE));
    }
    assertThat(messages.bytes()).isZero();
  }
}
