package org.earpiece.dissect;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import org.earpiece.Shared;
import org.earpiece.packet.FieldValues;
import org.earpiece.packet.LinkType;
import org.earpiece.packet.Packet;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Frames cut anywhere and frames with wrong bytes: nothing throws, nothing is read beyond them. */
class HostileFramesTest {
  /** Frames of one sequence of protocols and capture that are read in full, field by field. */
  private static final int READ_IN_FULL = 1;

  private static final int FLIPS = 60;

  private final Packet packet = new Packet();
  private final FieldValues values = new FieldValues();
  private final DetailTree tree = new DetailTree(Tables.FIELDS, Tables.TABLE);
  private final PacketSummary summary = new PacketSummary(Tables.TABLE);
  private final LayerWalk walk = new LayerWalk(Tables.TABLE, new Flows(), true);
  private final Random random = new Random(20261120);
  private long walked;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "lab/01-simple-call.pcap",
        "lab/06-cancel.pcapng",
        "lab/10-register.pcapng",
        "lab/16-video-h264.pcap",
        "lab/17-sip-tcp.pcap",
        "lab/26-any-device.pcap",
        "lab/26-fragmented-invite.pcap",
        "lab/26-ipv6.pcap",
        "lab/26-vlan.pcap",
        "public/arp-resolution.pcapng",
        "public/dns-udp-ip-fragmented-v4-v6.pcap",
        "public/fuzz-tiny-c6c72a0a56.pcap",
        "public/icmp-port-unreachable-with-udp.pcap",
        "public/ip-bogus-length.pcap",
        "public/ipip-6in4-tunnel.pcap",
        "public/null-loopback-pcpp.pcap",
        "public/qinq-double-vlan.pcap",
        "public/rtcp-compound-many-in-datagram.pcap",
        "public/rtcp-crash-ast-2017-012.pcap",
        "public/sip-compact-header-forms.pcap",
        "public/sip-invalid-content-length.pcap",
        "public/sip-over-tcp-two-messages.pcap",
        "public/sip-sdp-all-attributes.pcap",
      })
  void everyPrefixAndManyWrongBytes(String name) throws IOException {
    Path file = Shared.captures().resolve(name);
    Map<String, Integer> seen = new HashMap<>();
    new CaptureWalk()
        .each(
            file,
            p -> {
              byte[] frame = p.bytes().copy(0, p.capturedLength());
              boolean full = seen.merge(stack(p), 1, Integer::sum) <= READ_IN_FULL;
              for (int length = 0; length <= frame.length; length++) {
                hostile(frame, length, p.linkType(), full);
              }
              for (int i = 0; full && i < FLIPS && frame.length > 0; i++) {
                byte[] wrong = frame.clone();
                wrong[random.nextInt(wrong.length)] = (byte) random.nextInt();
                wrong[random.nextInt(wrong.length)] ^= (byte) (1 << random.nextInt(8));
                hostile(wrong, wrong.length, p.linkType(), true);
              }
            });
    assertThat(walked).isPositive();
    assertThat(walk.caught()).as("reads beyond the bytes that are there").isZero();
  }

  private static String stack(Packet p) {
    StringBuilder names = new StringBuilder();
    for (int i = 0; i < p.layers(); i++) {
      names.append(p.protocol(i)).append(' ');
    }
    return names.toString();
  }

  /** The array ends where the frame does: a read too far is an exception. */
  private void hostile(byte[] frame, int length, LinkType link, boolean full) {
    byte[] exact = java.util.Arrays.copyOf(frame, length);
    packet.begin(1, 0, frame.length, 0, link, exact, 0, length, Packet.NONE);
    walk.walk(packet);
    walked++;
    if (full) {
      Tables.readEverything(packet, values);
      assertThat(tree.of(packet)).hasSize(packet.layers() + 1);
      assertThat(summary.info(packet)).isNotEmpty();
      assertThat(summary.protocol(packet)).isNotEmpty();
    }
  }
}
