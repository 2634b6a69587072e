package org.earpiece.dissect.voip.sip;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.earpiece.bytes.ByteView;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SipFramingTest {
  private static final int AHEAD = 3;

  private final SipFraming framing = new SipFraming();

  private static ByteView view(String text) {
    String padded = "?".repeat(AHEAD) + text + "??";
    return new ByteView().wrap(padded.getBytes(StandardCharsets.ISO_8859_1));
  }

  private int length(String text) {
    return framing.length(view(text), AHEAD, AHEAD + text.length());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        // what is there | the length of the message: a number, more or none
        "BYE sip:a SIP/2.0\\r\\nl: 0\\r\\n\\r\\n | 27",
        "BYE sip:a SIP/2.0\\r\\nl: 3\\r\\n\\r\\nabcd | 30",
        "BYE sip:a SIP/2.0\\r\\nl: 300\\r\\n\\r\\nabcd | 329",
        "BYE sip:a SIP/2.0\\nContent-length : 3\\n\\nabcd | 41",
        "BYE sip:a SIP/2.0\\rl: 3\\r\\rabcd | 27",
        "BYE sip:a SIP/2.0\\r\\nl:\\r\\n 3\\r\\n\\r\\nabcd | 32",
        "SIP/2.0 200 OK\\r\\nl: 2\\r\\nl: 9\\r\\n\\r\\nabc | 32",
        "SIP/2.0 200 OK\\r\\n\\r\\nSIP/2.0 183 On\\r\\nl: 9\\r\\n | 18",
        "SIP/2.0 200 OK\\r\\nX: 9\\r\\n\\r\\nabc | 27",
        "SIP/2.0 200 OK\\r\\nl: -9\\r\\n\\r\\nabc | 28",
        "SIP/2.0 200 OK\\r\\nl: 1048577\\r\\n\\r\\nabc | 33",
        "SIP/2.0 200 OK\\r\\nl: x\\r\\n\\r\\nab\\r\\nACK sip:a SIP/2.0\\r\\ni: | 28",
        "SIP/2.0 200 OK\\r\\nl: x\\r\\n\\r\\nab\\r\\nACK sip:a | 37",
        "SIP/2.0 200 OK\\r\\nl: 0\\r\\n | more",
        "SIP/2.0 200 OK\\r\\nl: 0\\r\\n\\r | more",
        "SIP/2.0 200 OK\\r\\nl: 0 | more",
        "SIP/2.0 200 OK\\r\\n | more",
        "SIP/2.0 200 OK | more",
        "SIP/2.0 2 | more",
        "S | more",
        "INVITE sip:a SIP/2. | more",
        "INVITE s | more",
        "INVITE  | more",
        "INVITE sip:a SIP/1.0\\r\\n | none",
        "GET /index.html | none",
        "HTTP/1.1 200 OK\\r\\n | none",
        "\\026\\003\\001\\002 | none",
        "\\r\\n\\r\\nBYE sip:a SIP/2.0\\r\\n\\r\\n | none",
        "Via: SIP/2.0/TCP a\\r\\n | none",
      })
  void tellsLength(String text, String expected) {
    int length =
        switch (expected) {
          case "more" -> SipFraming.NEEDS_MORE;
          case "none" -> SipFraming.NOT_SIP;
          default -> Integer.parseInt(expected);
        };
    assertThat(length(text.translateEscapes())).isEqualTo(length);
  }

  @Test
  void emptyStreamNeedsMore() {
    assertThat(length("")).isEqualTo(SipFraming.NEEDS_MORE);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "BYE sip:a SIP/2.0\\r\\nl: 0\\r\\n\\r\\nSIP/2.0 200 OK\\r\\n\\r\\n | 27",
        "BYE sip:a SIP/2.0\\r\\nl: 300\\r\\n\\r\\nabcd | 33",
        "BYE sip:a SIP/2.0\\r\\nVi | 21",
        "\\r\\n\\r\\n | -2",
      })
  void datagramEndsMessage(String text, int length) {
    String plain = text.translateEscapes();
    assertThat(framing.datagramLength(view(plain), AHEAD, AHEAD + plain.length()))
        .isEqualTo(length);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        // up to ^ is passed over
        "rest of a body\\r\\n^INVITE sip:a SIP/2.0\\r\\nVia: x",
        "rest of a body\\r\\n^SIP/2.0 180 Ringing\\r\\nVia : x",
        "Via: SIP/2.0/TCP host\\r\\nl: 0\\r\\n\\r\\n^SIP/2.0 180 Ringing\\r\\nVia: x",
        "</presence>^INVITE sip:a SIP/2.0\\r\\nVia: x",
        "Signal=5^BYE sip:a SIP/2.0\\r\\nVia: x",
        "</presence>^SIP/2.0 200 OK\\r\\nVia: x",
        "\\r\\n\\r\\n^SIP/2.0 200 OK\\r\\nVia: x",
        "x\\n^SIP/2.0 200 OK\\r\\n",
        "x\\n^SIP/2",
        "x\\n^MESS",
        "SIP/2.0 100 Trying\\r\\nINVITE sip:a SIP/2.0\\r\\n\\r\\n^",
        "SIP/2.0 100 Trying\\r\\n^INVITE sip:a SIP/2.0\\r\\nX",
        "INVITE http://a HTTP/1.1\\r\\nVia: x\\r\\n^",
        "nothing of the kind\\r\\n^",
        "^",
      })
  void findsNextStartLine(String marked) {
    String text = marked.translateEscapes();
    int at = text.indexOf('^');
    String plain = text.replace("^", "");
    assertThat(framing.resynchronise(view(plain), AHEAD, AHEAD + plain.length()) - AHEAD)
        .isEqualTo(at);
  }

  @ParameterizedTest
  @CsvSource({"SIP/2.0, 0", "'\r\n\r\nSIP', 4", "'\r\n', 2", "'\n\n\n', 3", "'', 0"})
  void tellsKeepAlives(String text, int size) {
    assertThat(SipFraming.keepAlive(view(text), AHEAD, AHEAD + text.length())).isEqualTo(size);
  }

  @Test
  void streamCutAnywhereGivesTheSameMessages() {
    String stream =
        "\r\n\r\nOPTIONS sip:a SIP/2.0\r\nCall-ID: 1\r\nContent-Length: 5\r\n\r\n12345"
            + "SIP/2.0 200 OK\r\nCall-ID: 1\r\nl: 0\r\n\r\n\r\n"
            + "garbage\r\nMESSAGE sip:b SIP/2.0\r\nl: 2\r\n\r\nhi";
    List<String> whole = messages(stream, stream.length());
    assertThat(whole).hasSize(3);
    for (int first = 1; first < stream.length(); first++) {
      assertThat(messages(stream, first)).as("cut at " + first).isEqualTo(whole);
    }
  }

  /** The messages of a stream whose bytes come in two pieces. */
  private List<String> messages(String stream, int first) {
    ByteView view = new ByteView().wrap(stream.getBytes(StandardCharsets.ISO_8859_1));
    List<String> messages = new ArrayList<>();
    int at = take(view, 0, first, messages);
    assertThat(take(view, at, stream.length(), messages)).isEqualTo(stream.length());
    return messages;
  }

  private int take(ByteView view, int from, int to, List<String> messages) {
    int at = from;
    while (at < to) {
      at += SipFraming.keepAlive(view, at, to);
      int length = framing.length(view, at, to);
      if (length == SipFraming.NOT_SIP) {
        at = framing.resynchronise(view, at, to);
      } else if (length == SipFraming.NEEDS_MORE || length > to - at) {
        return at;
      } else {
        messages.add(view.ascii(at, length));
        at += length;
      }
    }
    return at;
  }

  @Test
  void endlessHeaderIsNoMessage() {
    String flood = "BYE sip:a SIP/2.0\r\n" + "a: b\r\n".repeat(20_000) + "\r\n";
    assertThat(length(flood)).isEqualTo(SipFraming.NOT_SIP);
    assertThat(length("BYE sip:" + "a".repeat(100_000))).isEqualTo(SipFraming.NOT_SIP);
    assertThat(length("a".repeat(100_000))).isEqualTo(SipFraming.NOT_SIP);
  }
}
