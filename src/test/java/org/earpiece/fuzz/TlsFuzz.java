package org.earpiece.fuzz;

import org.earpiece.dissect.tls.TlsScript;
import org.earpiece.dissect.tls.TlsSecrets;
import org.earpiece.packet.LinkType;

/**
 * TLS whose secrets are known: records and handshake messages of any bytes, and what is sealed
 * rightly, whose content is any bytes, so that what lies behind decryption is reached.
 */
public final class TlsFuzz {
  private static final int MAX_RECORDS = 48;
  private static final int ACK = 0x10;
  private static final int SIPS = 5061;

  private TlsFuzz() {}

  /**
   * A byte for the cipher suite; then what the sides send: a byte for side and kind, two of length,
   * the bytes.
   */
  public static void fuzzerTestOneInput(byte[] data) {
    FuzzInput input = new FuzzInput(data);
    TlsScript.Kind[] kinds = TlsScript.Kind.values();
    TlsScript tls = new TlsScript(kinds[input.u8() % kinds.length], 1);
    TlsSecrets secrets = new TlsSecrets();
    secrets.add(tls.keyLog());
    TrafficFuzz.Tracking tracking = new TrafficFuzz.Tracking(secrets);
    int[] next = new int[2];
    for (int i = 0; i < MAX_RECORDS && input.more(); i++) {
      int choice = input.u8();
      int side = choice & 1;
      byte[] bytes = input.block();
      byte[] sent = sent(tls, choice, side, bytes);
      if (sent.length == 0) {
        next[side] += bytes.length; // lost
        continue;
      }
      int sport = side == 0 ? 40_000 : SIPS;
      int dport = side == 0 ? SIPS : 40_000;
      byte[] frame = Frames.tcp(1 + side, 2 - side, sport, dport, next[side], ACK, sent);
      next[side] += sent.length;
      tracking.frame(LinkType.RAW, frame, i * 1_000_000L);
    }
    tracking.end();
  }

  private static byte[] sent(TlsScript tls, int choice, int side, byte[] bytes) {
    return switch (choice >> 1 & 7) {
      case 0 -> side == 0 ? tls.clientHello() : tls.serverHello();
      case 1 -> tls.changeCipherSpec();
      case 2, 3, 4 -> tls.say(side, bytes);
      case 5 -> tls.handshakeMessage(choice >> 4, bytes);
      case 6 -> bytes;
      default -> new byte[0];
    };
  }
}
