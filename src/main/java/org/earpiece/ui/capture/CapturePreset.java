package org.earpiece.ui.capture;

import java.util.List;

/**
 * A capture filter worth having at hand.
 *
 * @param title what it captures
 * @param filter BPF, see pcap-filter(7)
 */
record CapturePreset(String title, String filter) {
  private static final String FRAGMENTS = " or (ip[6:2] & 0x1fff) != 0";

  static final List<CapturePreset> ALL =
      List.of(
          new CapturePreset("Everything", ""),
          new CapturePreset("SIP", "port 5060 or port 5061"),
          new CapturePreset(
              "SIP and RTP", "port 5060 or port 5061 or (udp and portrange 10000-65535)"),
          new CapturePreset("SIP with IP fragments (large INVITEs)", "port 5060" + FRAGMENTS),
          new CapturePreset("SIP within VLANs, too", "port 5060 or (vlan and port 5060)"),
          new CapturePreset("One host", "host 192.0.2.1"));
}
