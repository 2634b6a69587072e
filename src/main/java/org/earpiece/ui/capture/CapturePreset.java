package org.earpiece.ui.capture;

import java.util.List;

/**
 * A capture filter worth having at hand.
 *
 * @param title what it captures
 * @param filter BPF, see pcap-filter(7)
 * @param sentence when to choose it
 */
record CapturePreset(String title, String filter, String sentence) {
  private static final String SIP = "port 5060 or port 5061";
  private static final String MEDIA = "(udp and portrange 10000-65535)";
  private static final String FRAGMENTS = "(ip[6:2] & 0x1fff) != 0 or (ip6 and ip6[6] = 44)";

  static final List<CapturePreset> ALL =
      List.of(
          new CapturePreset("Everything", "", "Nothing is left out; the ring limits what is kept."),
          new CapturePreset("SIP", SIP, "Signalling on its usual ports, also over TLS; no media."),
          new CapturePreset(
              "SIP and RTP",
              SIP + " or " + MEDIA,
              "Signalling and the ports that media mostly uses, so that calls can be heard."),
          new CapturePreset(
              "One host", "host 192.0.2.1", "All that one telephone or server says and hears."),
          new CapturePreset(
              "SIP with VLAN",
              SIP + " or (vlan and (" + SIP + "))",
              "On a mirror port: frames that carry a VLAN tag pass no filter without this."),
          new CapturePreset(
              "SIP with IP fragments",
              SIP + " or " + FRAGMENTS,
              "Only a datagram's first fragment has ports: without this a large INVITE vanishes."),
          new CapturePreset(
              "SIP and RTP with IP fragments",
              SIP + " or " + MEDIA + " or " + FRAGMENTS,
              "Calls whole, with the large messages, too."));
}
