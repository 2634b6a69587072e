package org.earpiece.voip.correlation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.earpiece.packet.IpAddress;
import org.earpiece.packet.LinkType;
import org.earpiece.packet.Packet;
import org.earpiece.packet.Protocol;
import org.earpiece.packet.Transport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RelayedMediaTest {
  private static final long MS = 1_000_000;

  private final List<String> told = new ArrayList<>();
  private final RelayedMedia media =
      new RelayedMedia((from, to, host) -> told.add(from + ">" + to + " " + host));
  private final Packet packet = new Packet();
  private int frame;

  /** Hosts of the two calls' packets, what is relayed, and whether that is told. */
  @ParameterizedTest
  @CsvSource({
    "speech,  10, a>p, p>b, true,  'a PBX passes it on'",
    "speech,  80, a>p, p>b, false, 'too late'",
    "speech,  10, a>p, q>b, false, 'another host sends it'",
    "speech,  10, a>p, p>a, false, 'an echo'",
    "silence, 10, a>p, p>b, false, 'silence is alike everywhere'",
    "other,   10, a>p, p>b, false, 'another sound'",
  })
  void twoCalls(
      String sound, int delayMs, String first, String second, boolean relayed, String why) {
    for (int i = 0; i < 60; i++) {
      byte[] payload = payload(sound.equals("silence") ? -1 : i);
      send(1, first, i * 100L * MS, payload);
      send(
          2,
          second,
          (i * 100L + delayMs) * MS,
          sound.equals("other") ? payload(i + 1000) : payload);
    }
    assertThat(told).as(why).isEqualTo(relayed ? List.of("1>2 10.0.0.16") : List.of());
  }

  @Test
  void bothDirectionsAreToldOnceEach() {
    for (int i = 0; i < 60; i++) {
      send(1, "a>p", i * 20L * MS, payload(i));
      send(2, "p>b", i * 20L * MS + MS, payload(i));
      send(2, "b>p", i * 20L * MS + 2 * MS, payload(5000 + i));
      send(1, "p>a", i * 20L * MS + 3 * MS, payload(5000 + i));
    }
    assertThat(told).containsExactly("1>2 10.0.0.16", "2>1 10.0.0.16");
  }

  private static byte[] payload(int seed) {
    byte[] payload = new byte[160];
    if (seed >= 0) {
      new Random(seed).nextBytes(payload);
    }
    return payload;
  }

  private void send(int call, String way, long nanos, byte[] payload) {
    byte[] bytes = new byte[12 + payload.length];
    bytes[0] = (byte) 0x80;
    System.arraycopy(payload, 0, bytes, 12, payload.length);
    frame++;
    packet.begin(
        frame, nanos, bytes.length, 0, LinkType.ETHERNET, bytes, 0, bytes.length, Packet.NONE);
    packet.addresses(0, host(way.charAt(0)), 0, host(way.charAt(2)));
    packet.ports(Transport.UDP, 4000, 4000);
    packet.addLayer(Protocol.RTP, 0);
    packet.call(call);
    packet.stream(way.hashCode() & 0xFF);
    media.packet(packet);
  }

  private static long host(char name) {
    return IpAddress.v4(0x0A00_0001L + name - 'a');
  }
}
