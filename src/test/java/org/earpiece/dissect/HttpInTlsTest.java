package org.earpiece.dissect;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import org.earpiece.dissect.tls.TlsScript;
import org.earpiece.dissect.tls.TlsSecrets;
import org.earpiece.packet.FieldValues;
import org.earpiece.packet.LinkType;
import org.earpiece.packet.Packet;
import org.earpiece.packet.Protocol;
import org.junit.jupiter.api.Test;

/**
 * HTTP in TLS that is decrypted: messages over several records, and such as end with the stream.
 */
final class HttpInTlsTest {
  private static final int FIN_ACK = 0x11;
  private static final int ACK = 0x10;

  private final TlsScript tls = new TlsScript(TlsScript.Kind.TLS13, 1);
  private final TlsSecrets secrets = new TlsSecrets();
  private final KeptBytes kept = new KeptBytes();
  private final Flows flows = new Flows();
  private final LayerWalk walk = new LayerWalk(Tables.TABLE, flows, kept, secrets, true);
  private final LayerWalk again = new LayerWalk(Tables.TABLE, flows, kept, false);
  private final Packet packet = new Packet();
  private final FieldValues values = new FieldValues();
  private final int[] next = {1, 1};
  private final List<byte[]> frames = new ArrayList<>();
  private final List<String> told = new ArrayList<>();
  private int flow;

  private String send(int side, int flags, byte[] data) {
    ByteBuffer b = ByteBuffer.allocate(40 + data.length);
    b.put((byte) 0x45).put((byte) 0).putShort((short) b.capacity()).putInt(0);
    b.put((byte) 64).put((byte) 6).putShort((short) 0).putInt(0x0A000001 + side);
    b.putInt(0x0A000002 - side).putShort((short) (side == 0 ? 40_000 : 443));
    b.putShort((short) (side == 0 ? 443 : 40_000)).putInt(next[side]).putInt(0);
    b.put((byte) 0x50).put((byte) flags).putShort((short) 1000).putInt(0).put(data);
    next[side] += data.length;
    frames.add(b.array());
    String layers = walked(walk, frames.size(), Packet.NONE);
    flow = packet.flow();
    told.add(layers);
    assertThat(walked(again, frames.size(), flow)).isEqualTo(layers);
    return layers;
  }

  private String walked(LayerWalk with, int number, int knownFlow) {
    byte[] frame = frames.get(number - 1);
    packet.begin(number, 0, frame.length, 0, LinkType.RAW, frame, 0, frame.length, knownFlow);
    with.walk(packet);
    StringBuilder out = new StringBuilder();
    for (int i = packet.find(Protocol.TCP) + 1; i < packet.layers(); i++) {
      out.append(out.isEmpty() ? "" : " ").append(packet.protocol(i).filterName());
      Tables.FIELDS
          .named("http.file_data")
          .getFirst()
          .reader()
          .read(packet, i, values.begin(packet.bytes(i)));
      if (packet.protocol(i) == Protocol.HTTP && values.size() > 0) {
        out.append('=').append(values.text(0));
      }
    }
    return out.toString();
  }

  private String say(int side, int flags, String... texts) {
    ByteArrayOutputStream records = new ByteArrayOutputStream();
    for (String text : texts) {
      records.writeBytes(tls.say(side, text.getBytes(US_ASCII)));
    }
    return send(side, flags, records.toByteArray());
  }

  private void handshake() {
    secrets.add(tls.keyLog());
    send(0, ACK, tls.clientHello());
    send(1, ACK, tls.serverHello());
  }

  @Test
  void aMessageIsToldInTheSegmentOfItsLastRecord() {
    handshake();
    assertThat(say(0, ACK, "GET / HTTP/1.1\r\nHo", "st: h\r\n\r\nHEAD / HTTP/1.1\r\n\r\n"))
        .isEqualTo("tls http http");
    String header = "HTTP/1.1 200 OK\r\nContent-Length: 6\r\n\r\n";
    assertThat(say(1, ACK, header + "abc")).isEqualTo("tls");
    assertThat(say(1, ACK, "def" + header)).isEqualTo("tls http=abcdef http");
    assertThat(say(0, ACK, "GET / HTTP/1.1\r\n\r\n")).isEqualTo("tls http");
    assertThat(say(1, ACK, header, "abcdef")).isEqualTo("tls http=abcdef");
  }

  @Test
  void aResponseWithoutLengthIsToldWhereTheStreamEnds() {
    handshake();
    say(0, ACK, "GET / HTTP/1.1\r\n\r\n");
    assertThat(say(1, ACK, "HTTP/1.1 200 OK\r\n\r\nabc")).isEqualTo("tls");
    assertThat(say(1, ACK, "def")).isEqualTo("tls");
    assertThat(send(1, FIN_ACK, new byte[0])).isEqualTo("http=abcdef");
  }

  @Test
  void itsEndMayComeWithItsLastRecord() {
    handshake();
    say(0, ACK, "GET / HTTP/1.1\r\n\r\n");
    assertThat(say(1, ACK, "HTTP/1.1 200 OK\r\n\r\nabc")).isEqualTo("tls");
    assertThat(say(1, FIN_ACK, "def")).isEqualTo("tls http=abcdef");
  }
}
