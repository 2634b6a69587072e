package org.earpiece.dissect;

import java.util.ArrayList;
import java.util.List;
import org.earpiece.dissect.app.ClassicStun;
import org.earpiece.dissect.app.Dhcp;
import org.earpiece.dissect.app.Dns;
import org.earpiece.dissect.app.Stun;
import org.earpiece.dissect.link.CiscoHdlc;
import org.earpiece.dissect.link.Ethernet;
import org.earpiece.dissect.link.LinuxSll;
import org.earpiece.dissect.link.LinuxSll2;
import org.earpiece.dissect.link.Llc;
import org.earpiece.dissect.link.Mpls;
import org.earpiece.dissect.link.Nflog;
import org.earpiece.dissect.link.NullLoopback;
import org.earpiece.dissect.link.Ppp;
import org.earpiece.dissect.link.PppoeDiscovery;
import org.earpiece.dissect.link.PppoeSession;
import org.earpiece.dissect.link.ProviderVlan;
import org.earpiece.dissect.link.Pseudowire;
import org.earpiece.dissect.link.RawIp;
import org.earpiece.dissect.link.Vlan;
import org.earpiece.dissect.net.Arp;
import org.earpiece.dissect.net.Icmp;
import org.earpiece.dissect.net.Icmpv6;
import org.earpiece.dissect.net.Ipv4;
import org.earpiece.dissect.net.Ipv6;
import org.earpiece.dissect.net.Ipv6Extension;
import org.earpiece.dissect.net.Ipv6Fragment;
import org.earpiece.dissect.tls.Dtls;
import org.earpiece.dissect.tls.Tls;
import org.earpiece.dissect.transport.Sctp;
import org.earpiece.dissect.transport.Tcp;
import org.earpiece.dissect.transport.Udp;
import org.earpiece.dissect.tunnel.Ah;
import org.earpiece.dissect.tunnel.Erspan;
import org.earpiece.dissect.tunnel.Esp;
import org.earpiece.dissect.tunnel.EtherIp;
import org.earpiece.dissect.tunnel.Geneve;
import org.earpiece.dissect.tunnel.Gre;
import org.earpiece.dissect.tunnel.GtpUser;
import org.earpiece.dissect.tunnel.L2tp;
import org.earpiece.dissect.tunnel.Teredo;
import org.earpiece.dissect.tunnel.UdpEncap;
import org.earpiece.dissect.tunnel.Vxlan;
import org.earpiece.dissect.voip.fax.T38;
import org.earpiece.dissect.voip.hep.Hep;
import org.earpiece.dissect.voip.mgcp.Mgcp;
import org.earpiece.dissect.voip.rtp.Rtcp;
import org.earpiece.dissect.voip.rtp.Rtp;
import org.earpiece.dissect.voip.rtp.RtpFraming;
import org.earpiece.dissect.voip.sdp.Sdp;
import org.earpiece.dissect.voip.sip.Sip;
import org.earpiece.dissect.web.Http;
import org.earpiece.dissect.web.WebSocket;
import org.earpiece.dissect.wlan.Avs;
import org.earpiece.dissect.wlan.Ppi;
import org.earpiece.dissect.wlan.Prism;
import org.earpiece.dissect.wlan.Radiotap;
import org.earpiece.dissect.wlan.Subframe;
import org.earpiece.dissect.wlan.Wlan;
import org.earpiece.packet.Field;

/** The one list of protocols. A new one is a line here. */
public final class Dissectors {
  private Dissectors() {}

  /** All dissectors, in the order of their fields in documentation. */
  public static final List<Dissector> ALL =
      List.of(
          new WholeFrame(),
          new Ethernet(),
          new Vlan(),
          new ProviderVlan(),
          new LinuxSll(),
          new LinuxSll2(),
          new NullLoopback(),
          new RawIp(),
          new Llc(),
          new Mpls(),
          new Pseudowire(),
          new PppoeDiscovery(),
          new PppoeSession(),
          new Ppp(),
          new CiscoHdlc(),
          new Nflog(),
          new Radiotap(),
          new Ppi(),
          new Prism(),
          new Avs(),
          new Wlan(),
          new Subframe(),
          new Arp(),
          new Ipv4(),
          new Ipv6(),
          Ipv6Extension.hopByHop(),
          Ipv6Extension.routing(),
          new Ipv6Fragment(),
          Ipv6Extension.destination(),
          new Icmp(),
          new Icmpv6(),
          new Udp(),
          new Tcp(),
          new Sctp(),
          new Ah(),
          new Esp(),
          new UdpEncap(),
          new Gre(),
          new Erspan(),
          new EtherIp(),
          new Vxlan(),
          new Geneve(),
          new GtpUser(),
          new L2tp(),
          new Teredo(),
          new Stun(),
          new ClassicStun(),
          Dns.unicast(),
          Dns.multicast(),
          Dns.linkLocal(),
          new Dhcp(),
          new Tls(),
          new Dtls(),
          new Http(),
          new WebSocket(),
          new Hep(),
          new Mgcp(),
          new Sip(),
          new Sdp(),
          new Rtp(),
          new Rtcp(),
          new RtpFraming(),
          new T38(),
          new Data());

  /** The fields of all of them. */
  public static List<Field> fields() {
    List<Field> fields = new ArrayList<>();
    for (Dissector dissector : ALL) {
      fields.addAll(dissector.fields());
    }
    return fields;
  }
}
