package org.earpiece.bench;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/**
 * SIP of calls through a PBX in the order of time, without end: two legs each, 250 conversations and so 500 calls begin
 * each second. Packets of IPv4 without a link layer.
 */
public final class PbxCalls {
  /** Between the beginnings of two conversations, ns. */
  public static final long EVERY = 4_000_000L;

  private static final int UDP = 17;
  private static final long MS = 1_000_000L;
  private static final int PEOPLE = 20_000;
  private static final int PORTS = 10_000;
  private static final int PBX = 0x0A000001;

  /** The messages of a conversation, ms after its beginning or (of a BYE) its end. */
  private record Step(long ms, int leg, boolean forward, String line, String cseq, boolean sdp) {}

  private static final Step[] STEPS = {
    new Step(0, 0, true, "INVITE", "1 INVITE", true),
    new Step(1, 0, false, "100 Trying", "1 INVITE", false),
    new Step(3, 1, true, "INVITE", "1 INVITE", true),
    new Step(200, 1, false, "180 Ringing", "1 INVITE", false),
    new Step(201, 0, false, "180 Ringing", "1 INVITE", false),
    new Step(2000, 1, false, "200 OK", "1 INVITE", true),
    new Step(2001, 1, true, "ACK", "1 ACK", false),
    new Step(2002, 0, false, "200 OK", "1 INVITE", true),
    new Step(2010, 0, true, "ACK", "1 ACK", false),
    new Step(0, 0, true, "BYE", "2 BYE", false),
    new Step(1, 0, false, "200 OK", "2 BYE", false),
    new Step(2, 1, true, "BYE", "2 BYE", false),
    new Step(3, 1, false, "200 OK", "2 BYE", false),
  };

  private final int conversations;
  private final long[] offsets = new long[STEPS.length];
  private final int[] next = new int[STEPS.length];
  private int step;

  /**
   * @param conversations how many there are
   * @param seconds from INVITE to BYE
   */
  public PbxCalls(int conversations, int seconds) {
    this.conversations = conversations;
    for (int i = 0; i < STEPS.length; i++) {
      offsets[i] = STEPS[i].ms() * MS + (STEPS[i].cseq().endsWith("BYE") ? seconds * 1_000 * MS : 0);
    }
  }

  /** Whether a message is left. */
  public boolean more() {
    return next[step] < conversations;
  }

  /** When the next message is sent, ns after the first. */
  public long time() {
    return time(step);
  }

  /** The next message. */
  public byte[] take() {
    byte[] frame = message(STEPS[step], next[step]);
    next[step]++;
    for (int i = 0; i < STEPS.length; i++) {
      if (next[i] < conversations && (next[step] == conversations || time(i) < time(step))) {
        step = i;
      }
    }
    return frame;
  }

  private long time(int at) {
    return next[at] * EVERY + offsets[at];
  }

  /**
   * A packet of the media of a conversation, PCMA of 20 ms.
   *
   * @param n the conversation
   * @param leg 0 between the caller and the PBX, 1 between the PBX and the callee
   */
  public static byte[] media(int n, int leg, boolean forward, int sequence) {
    int way = leg * 2 + (forward ? 0 : 1);
    ByteBuffer rtp = ByteBuffer.allocate(172);
    rtp.putShort((short) 0x8008).putShort((short) sequence).putInt(sequence * 160).putInt(n * 4 + way);
    return packet(uac(n, leg), uas(n, leg), forward, port(n, leg), rtp.array());
  }

  private static byte[] message(Step step, int n) {
    return packet(
        uac(n, step.leg()), uas(n, step.leg()), step.forward(), 5060, text(step, n).getBytes(StandardCharsets.ISO_8859_1));
  }

  private static byte[] packet(int uac, int uas, boolean forward, int port, byte[] payload) {
    return ByteBuffer.allocate(28 + payload.length)
        .putShort((short) 0x4500).putShort((short) (28 + payload.length)).putInt(0).put((byte) 64).put((byte) UDP).putShort((short) 0)
        .putInt(forward ? uac : uas).putInt(forward ? uas : uac)
        .putShort((short) port).putShort((short) port).putShort((short) (8 + payload.length)).putShort((short) 0)
        .put(payload).array();
  }

  private static String text(Step step, int n) {
    int uac = uac(n, step.leg());
    int uas = uas(n, step.leg());
    boolean request = Character.isLetter(step.line().charAt(0));
    String from = "+4420" + (70_000_000 + n);
    String to = "+4930" + (50_000_000 + n);
    String id = Integer.toHexString(n * 0x9E3779B1) + (step.leg() == 0 ? "-a7c1@" : "-b902@") + host(uac);
    String body = step.sdp() ? sdp(step.forward() ? uac : uas, port(n, step.leg())) : "";
    boolean tagged = !step.line().equals("INVITE") && !step.line().startsWith("100");
    return (request ? step.line() + " sip:" + to + "@" + host(uas) + " SIP/2.0" : "SIP/2.0 " + step.line())
        + "\r\nVia: SIP/2.0/UDP " + host(uac) + ";branch=z9hG4bK" + step.cseq().replace(' ', '-') + n + step.leg()
        + "\r\nMax-Forwards: 70\r\nFrom: \"Caller " + n + "\" <sip:" + from + "@" + host(uac) + ">;tag=f" + n
        + "\r\nTo: <sip:" + to + "@" + host(uas) + ">" + (tagged ? ";tag=t" + n : "")
        + "\r\nCall-ID: " + id + "\r\nCSeq: " + step.cseq() + "\r\nContact: <sip:" + (step.forward() ? from : to) + "@" + host(uac) + ">"
        + "\r\nUser-Agent: Phone 4.2.1" + (body.isEmpty() ? "" : "\r\nContent-Type: application/sdp")
        + "\r\nContent-Length: " + body.length() + "\r\n\r\n" + body;
  }

  private static int uac(int n, int leg) {
    return leg == 0 ? 0x0A010000 + n % PEOPLE : PBX;
  }

  private static int uas(int n, int leg) {
    return leg == 0 ? PBX : 0x0A020000 + n % PEOPLE;
  }

  private static int port(int n, int leg) {
    return 10_000 + (n % PORTS + leg * PORTS) * 2;
  }

  private static String host(int address) {
    return (address >>> 24) + "." + (address >> 16 & 255) + "." + (address >> 8 & 255) + "." + (address & 255);
  }

  private static String sdp(int host, int port) {
    return "v=0\r\no=- 1 1 IN IP4 " + host(host) + "\r\ns=-\r\nc=IN IP4 " + host(host) + "\r\nt=0 0\r\nm=audio " + port
        + " RTP/AVP 8 0 101\r\na=rtpmap:101 telephone-event/8000\r\n";
  }
}
