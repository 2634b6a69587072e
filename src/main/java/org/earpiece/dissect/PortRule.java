package org.earpiece.dissect;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import org.earpiece.packet.Protocol;
import org.earpiece.packet.Transport;
import org.jspecify.annotations.Nullable;

/**
 * A user's word on what is spoken at a port, stronger than all that is known or recognised
 * (Wireshark's "Decode As").
 *
 * @param transport UDP or TCP
 * @param protocol what it is; {@link Protocol#DATA} says that it is nothing known here
 */
public record PortRule(Transport transport, int port, Protocol protocol) {
  private static final int MOST = 0xFFFF;

  private static final Set<Protocol> OVER_UDP =
      EnumSet.of(
          Protocol.SIP,
          Protocol.MGCP,
          Protocol.RTP,
          Protocol.RTCP,
          Protocol.T38,
          Protocol.STUN,
          Protocol.DTLS,
          Protocol.DNS,
          Protocol.HEP,
          Protocol.VXLAN,
          Protocol.GENEVE,
          Protocol.GTP,
          Protocol.L2TP,
          Protocol.TEREDO,
          Protocol.DATA);

  private static final Set<Protocol> OVER_TCP =
      EnumSet.of(
          Protocol.SIP,
          Protocol.TLS,
          Protocol.HTTP,
          Protocol.RTP_FRAMING,
          Protocol.STUN,
          Protocol.DNS,
          Protocol.HEP,
          Protocol.DATA);

  /** The protocols that may be chosen over a transport. */
  public static Set<Protocol> choices(Transport transport) {
    return switch (transport) {
      case UDP -> OVER_UDP;
      case TCP -> OVER_TCP;
      case NONE, SCTP -> Set.of();
    };
  }

  /**
   * A rule by names, as settings keep it.
   *
   * @param transport {@code udp} or {@code tcp}
   * @param protocol its name in filters: {@code sip}
   * @return null where that is none
   */
  public static @Nullable PortRule of(String transport, int port, String protocol) {
    for (Transport over : new Transport[] {Transport.UDP, Transport.TCP}) {
      for (Protocol choice : choices(over)) {
        boolean meant =
            over.name().toLowerCase(Locale.ROOT).equals(transport)
                && choice.filterName().equals(protocol);
        if (meant && port > 0 && port <= MOST) {
          return new PortRule(over, port, choice);
        }
      }
    }
    return null;
  }
}
