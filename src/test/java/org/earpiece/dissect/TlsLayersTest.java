package org.earpiece.dissect;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.earpiece.Shared;
import org.earpiece.packet.Field;
import org.earpiece.packet.FieldText;
import org.earpiece.packet.FieldValues;
import org.earpiece.packet.Packet;
import org.earpiece.packet.Protocol;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What can be read of TLS, DTLS and HTTP without secrets, in captures of real programs. */
class TlsLayersTest {
  private final FieldValues values = new FieldValues();
  private final PacketSummary summary = new PacketSummary(Tables.TABLE);

  /** Each row: capture, protocol, and the frames in which tshark 4.0.17 finds it. */
  @ParameterizedTest
  @CsvSource({
    "lab/17-sip-tls.pcapng, TLS, 44",
    "lab/17-sip-websocket-webrtc.pcapng, DTLS, 11",
    "lab/17-sip-websocket-webrtc.pcapng, HTTP, 2",
    "public/dtls-with-decryption-secrets-two-interfaces.pcapng, DTLS, 10",
    "public/stun-dtls-srtp-webrtc.pcapng, DTLS, 34",
  })
  void framesOfAProtocol(String capture, Protocol protocol, int frames) throws IOException {
    List<Integer> found = new ArrayList<>();
    new CaptureWalk()
        .each(
            Shared.captures().resolve(capture),
            p -> {
              if (p.find(protocol) >= 0) {
                found.add(p.number());
                assertThat(Tables.readEverything(p, values)).isPositive();
              }
            });
    assertThat(found).hasSize(frames);
  }

  /** Each row: capture, frame, field, and the values that tshark 4.0.17 gives it. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "lab/17-sip-tls.pcapng|6|tls.handshake.type|1",
        "lab/17-sip-tls.pcapng|6|tls.record.version|0x0301",
        "lab/17-sip-tls.pcapng|6|tls.handshake.version|0x0303",
        "lab/17-sip-tls.pcapng|8|tls.handshake.type|2,11,12,13,14",
        "lab/17-sip-tls.pcapng|8|tls.record.length|93,862,300,58,4",
        "lab/17-sip-tls.pcapng|8|tls.handshake.ciphersuite|0xc02f",
        "lab/17-sip-tls.pcapng|10|tls.record.content_type|22,22,20,22",
        "lab/17-sip-tls.pcapng|10|tls.handshake.type|11,16",
        "lab/17-sip-tls.pcapng|12|tls.handshake.type|",
        "lab/17-sip-websocket-webrtc.pcapng|210|dtls.handshake.type|3",
        "lab/17-sip-websocket-webrtc.pcapng|212|dtls.handshake.version|0xfefd",
        "lab/17-sip-websocket-webrtc.pcapng|216|dtls.record.epoch|0,0,1",
        "lab/17-sip-websocket-webrtc.pcapng|216|dtls.handshake.type|16",
        "lab/17-sip-websocket-webrtc.pcapng|216|dtls.record.sequence_number|3,4,0",
        "lab/17-sip-websocket-webrtc.pcapng|13|http.request.uri|/ws",
        "lab/17-sip-websocket-webrtc.pcapng|13|http.sec_websocket_protocol|sip",
        "lab/17-sip-websocket-webrtc.pcapng|15|http.response.code|101",
        "lab/17-sip-websocket-webrtc.pcapng|15|http.upgrade|websocket",
        "public/pcapng-dsb-gopacket.pcapng|4|tls.handshake.extensions_server_name|www.baidu.com",
      })
  void valuesOfAField(String capture, int frame, String name, String expected) throws IOException {
    List<String> found = new ArrayList<>();
    new CaptureWalk()
        .each(
            Shared.captures().resolve(capture),
            p -> {
              if (p.number() == frame) {
                read(p, name, found);
              }
            });
    assertThat(String.join(",", found)).isEqualTo(expected == null ? "" : expected);
  }

  private void read(Packet packet, String name, List<String> found) {
    for (Field field : Tables.FIELDS.named(name)) {
      for (int layer = 0; layer < packet.layers(); layer++) {
        if (packet.protocol(layer) == field.protocol()) {
          values.begin(packet.bytes(layer));
          field.reader().read(packet, layer, values);
          for (int i = 0; i < values.size(); i++) {
            String text = FieldText.text(field, values, i);
            found.add(bare(text).toLowerCase(Locale.ROOT));
          }
        }
      }
    }
  }

  /** The number of {@code Client Hello (1)}. */
  private static String bare(String text) {
    int open = text.lastIndexOf('(');
    return open >= 0 && text.endsWith(")") ? text.substring(open + 1, text.length() - 1) : text;
  }

  /** Each row: capture, frame, and Info as Wireshark writes it. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "lab/17-sip-tls.pcapng|6|Client Hello",
        "lab/17-sip-tls.pcapng|8|Server Hello, Certificate, Server Key Exchange, Certificate"
            + " Request, Server Hello Done",
        "lab/17-sip-tls.pcapng|10|Certificate, Client Key Exchange, Change Cipher Spec, Encrypted"
            + " Handshake Message",
        "lab/17-sip-tls.pcapng|12|Application Data",
        "lab/17-sip-tls.pcapng|1483|Encrypted Alert",
        "lab/17-sip-websocket-webrtc.pcapng|13|GET /ws HTTP/1.1",
        "lab/17-sip-websocket-webrtc.pcapng|15|HTTP/1.1 101 Switching Protocols",
        "lab/17-sip-websocket-webrtc.pcapng|216|Client Key Exchange, Change Cipher Spec, Encrypted"
            + " Handshake Message",
        "public/pcapng-dsb-gopacket.pcapng|4|Client Hello (SNI=www.baidu.com)",
      })
  void info(String capture, int frame, String expected) throws IOException {
    new CaptureWalk()
        .each(
            Shared.captures().resolve(capture),
            p -> {
              if (p.number() == frame) {
                assertThat(summary.info(p)).isEqualTo(expected);
              }
            });
  }
}
