import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.IntFunction;
import org.earpiece.capture.CaptureInterface;
import org.earpiece.capture.file.PcapngWriter;
import org.earpiece.filter.FilterCompiler;
import org.earpiece.filter.FilterResult;
import org.earpiece.packet.LinkType;
import org.earpiece.session.CaptureSession;
import org.earpiece.session.FilterScan;
import org.earpiece.session.Snapshot;

/** Captures made to fill memory or to waste time: FILE [N [NAME...]]; see bench/attack. */
final class Attack {
  private static final int UDP = 17;
  private static final int TCP = 6;
  private static final int IPIP = 4;
  private static final int MORE_FRAGMENTS = 0x2000;
  private static final int LONGEST = 65_000;
  private static final String UPGRADE =
      "GET /ws HTTP/1.1\r\nHost: x\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Protocol: sip\r\n\r\n";
  private static final byte[] BOMB = deflated(1 << 20);

  /** Frames of LONGEST bytes cost as much as so many small ones. */
  private static final int LONG_ONES = 100;

  private final Map<String, IntFunction<byte[]>> attacks = new LinkedHashMap<>();

  public static void main(String[] args) throws Exception {
    Path file = Path.of(args[0]);
    int n = args.length > 1 ? Integer.parseInt(args[1]) : 50_000;
    Set<String> wanted = Set.of(java.util.Arrays.copyOfRange(args, Math.min(2, args.length), args.length));
    System.out.printf(
        "%-18s %9s %8s %8s %6s %8s  %s%n", "attack", "packets", "cpu s", "10x cpu", "ratio", "heap MB", "discarded");
    Attack attack = new Attack();
    attack.all();
    measure(file, attack.attacks.get("flows"), n, ""); // warms up
    for (var each : attack.attacks.entrySet()) {
      if (wanted.isEmpty() || wanted.contains(each.getKey())) {
        boolean large = each.getValue().apply(7).length > LONGEST / 2;
        compare(file, each.getKey(), each.getValue(), large ? n / LONG_ONES : n, "");
      }
    }
    if (wanted.isEmpty() || wanted.contains("filter")) {
      String terms = String.join(" or ", java.util.Collections.nCopies(10_000, "udp.srcport == 1"));
      compare(file, "filter-10000-terms", attack.attacks.get("flows"), n / LONG_ONES, terms);
      compare(file, "filter-backtracks", attack.attacks.get("registers"), n / LONG_ONES, "sip.Via matches \"(.*)*(.*)*(.*)*#\"");
    }
    Files.deleteIfExists(file);
  }

  private void all() {
    attacks.put("flows", i -> udp(i, 2, 1024 + i % 60_000, 9, text("x")));
    attacks.put("streams", i -> i == 0 ? invite(0, "one", sdp("m=audio 4000 RTP/AVP 0\r\n")) : rtp(9, 4000, i, i));
    attacks.put("guessed-streams", i -> rtp(2 + i / 3, 5000, i / 3, i % 3));
    attacks.put("calls", i -> invite(i, "call-" + i, ""));
    attacks.put("calls-one-hash", i -> invite(i, oneHash(i), ""));
    attacks.put("long-call-ids", i -> invite(i, "x".repeat(1000) + i, ""));
    attacks.put("one-call", i -> invite(i, "one", ""));
    attacks.put("sessions-chain", i -> invite(i, "c" + (2_000_000 - i) % 65_536, "Replaces: c" + (1_999_999 - i) % 65_536 + ";to-tag=x\r\n"));
    attacks.put("registers", i -> sip("REGISTER", i, "r" + i, ""));
    attacks.put("endpoints", i -> invite(i, "e" + i, sdp("m=audio " + (1024 + i % 60_000) + " RTP/AVP 0\r\n", i)));
    attacks.put("fragments", i -> ip(i, 2, UDP, i, MORE_FRAGMENTS, new byte[64]));
    attacks.put("fragments-far", i -> ip(i, 2, UDP, i, MORE_FRAGMENTS | 8000, new byte[64]));
    attacks.put("tcp-half-messages", i -> tcp(i, 40_000 + i % 20_000, 1, text(half(i))));
    attacks.put("tcp-holes", i -> tcp(3, 40_000, i % 50 == 0 ? 1 : 1 + i * 7, text(i % 50 == 0 ? half(i) : "abcdefg")));
    attacks.put("tcp-three-bytes", i -> tcp(3 + i / 20_000, 40_000, i % 20_000 == 0 ? 1 : 200 + i % 20_000 * 3, i % 20_000 == 0 ? pad(half(i), 203) : text("a\r\n")));
    attacks.put("tls-hellos", i -> tcp(3 + i / 50_000, 10_000 + i % 50_000, 5061, 1, hello()));
    attacks.put("tls-half-records", i -> tcp(3 + i / 50_000, 10_000 + i % 50_000, 5061, 1, join(hello(), record(23, 16_000, 500))));
    attacks.put("tls-half-messages", i -> tcp(3 + i / 50_000, 10_000 + i % 50_000, 5061, 1, join(hello(), certificate())));
    attacks.put("tls-no-secrets", this::withoutSecrets);
    attacks.put("websocket-halves", i -> tcp(3 + i / 50_000, 10_000 + i % 50_000, 80, 1, join(text(UPGRADE), webSocket(0x01, new byte[60_000 / 50]))));
    attacks.put("websocket-bombs", this::bomb);
    attacks.put("sip-headers", i -> sip("OPTIONS", i, "h" + i, "a:\r\n".repeat(LONGEST / 4 - 100)));
    attacks.put("sip-via", i -> sip("OPTIONS", i, "v" + i, "Via: " + ",;\"<".repeat(LONGEST / 4 - 100) + "\r\n"));
    attacks.put("multipart", i -> sip("INVITE", i, "m" + i, "Content-Type: multipart/mixed;boundary=b\r\n\r\n" + "--b\r\nContent-Type: multipart/mixed;boundary=b\r\n\r\n".repeat(LONGEST / 55)));
    attacks.put("sdp-media", i -> invite(i, "s" + i, sdp("m=audio 4000 RTP/AVP 0\r\n".repeat(LONGEST / 25))));
    attacks.put("sdp-codecs", i -> invite(i, "t" + i, sdp(codecs())));
    attacks.put("tunnels", i -> tunnels());
    attacks.put("rtcp-blocks", i -> i == 0 ? invite(0, "one", sdp("m=audio 4000 RTP/AVP 0\r\n")) : rtcp());
  }

  private static void compare(Path file, String name, IntFunction<byte[]> frames, int n, String filter) throws Exception {
    Measured one = measure(file, frames, n, filter);
    Measured ten = measure(file, frames, 10 * n, filter);
    System.out.printf(
        "%-18s %9d %8.2f %8.2f %6.1f %8d  %s%n",
        name, n, one.seconds, ten.seconds, ten.seconds / one.seconds, ten.heap >> 20, ten.snapshot.discarded());
  }

  private record Measured(double seconds, long heap, Snapshot snapshot) {}

  private static Measured measure(Path file, IntFunction<byte[]> frames, int n, String filter) throws Exception {
    write(file, frames, n);
    OperatingSystemMXBean system = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    System.gc();
    long before = ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    long start = system.getProcessCpuTime();
    try (CaptureSession session = CaptureSession.open(file)) {
      session.await();
      if (!filter.isEmpty() && FilterCompiler.compile(filter, session.fields()) instanceof FilterResult.Accepted accepted) {
        try (FilterScan scan = session.scan(accepted.filter())) {
          scan.await();
        }
      }
      double seconds = (system.getProcessCpuTime() - start) / 1e9;
      System.gc();
      long heap = ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed() - before;
      if (session.failure() != null) {
        System.out.println(session.failure());
      }
      return new Measured(seconds, heap, session.snapshot());
    }
  }

  private static void write(Path file, IntFunction<byte[]> frames, int n) throws IOException {
    try (PcapngWriter writer = PcapngWriter.create(file)) {
      int id = writer.addInterface(new CaptureInterface("attack", "", LinkType.RAW, 9, 0));
      for (int i = 0; i < n; i++) {
        byte[] frame = frames.apply(i);
        writer.frame(id, 1_700_000_000_000_000_000L + i * 1000L, frame.length, frame, 0, frame.length);
      }
    }
  }

  private static byte[] text(String text) {
    return text.getBytes(StandardCharsets.ISO_8859_1);
  }

  private static byte[] ip(int from, int to, int protocol, int id, int fragment, byte[] payload) {
    return ByteBuffer.allocate(20 + payload.length)
        .putShort((short) 0x4500).putShort((short) (20 + payload.length)).putShort((short) id).putShort((short) fragment)
        .put((byte) 64).put((byte) protocol).putShort((short) 0).putInt(0x0A000000 + from).putInt(0x0A000000 + to)
        .put(payload).array();
  }

  private static byte[] udp(int from, int to, int sport, int dport, byte[] payload) {
    byte[] datagram =
        ByteBuffer.allocate(8 + payload.length)
            .putShort((short) sport).putShort((short) dport).putShort((short) (8 + payload.length)).putShort((short) 0)
            .put(payload).array();
    return ip(from, to, UDP, 0, 0, datagram);
  }

  private static byte[] tcp(int from, int sport, int sequence, byte[] payload) {
    return tcp(from, sport, 5060, sequence, payload);
  }

  private static byte[] tcp(int from, int sport, int dport, int sequence, byte[] payload) {
    byte[] segment =
        ByteBuffer.allocate(20 + payload.length)
            .putShort((short) sport).putShort((short) dport).putInt(sequence).putInt(0).put((byte) 0x50).put((byte) 0x10)
            .putShort((short) 0xFFFF).putInt(0).put(payload).array();
    return ip(from, 2, TCP, 0, 0, segment);
  }

  /** Connections of a hundred packets each whose records wait for secrets that never come. */
  private byte[] withoutSecrets(int i) {
    int connection = i / 100;
    int place = i % 100;
    int from = 3 + connection / 50_000;
    int port = 10_000 + connection % 50_000;
    byte[] first = join(hello(), record(20, 1, 1));
    byte[] data = record(23, 1000, 1000);
    return place == 0
        ? tcp(from, port, 5061, 1, first)
        : tcp(from, port, 5061, 1 + first.length + (place - 1) * data.length, data);
  }

  private static byte[] hello() {
    byte[] body = new byte[44];
    ByteBuffer.wrap(body).putInt(1 << 24 | 40).putShort((short) 0x0303).position(38).put((byte) 0).putShort((short) 2).putShort((short) 0x1301);
    return join(header(22, body.length), body);
  }

  /** A message of 60,000 bytes that begins. */
  private static byte[] certificate() {
    byte[] body = new byte[500];
    ByteBuffer.wrap(body).putInt(11 << 24 | 60_000);
    return join(header(22, body.length), body);
  }

  private static byte[] record(int type, int told, int there) {
    return join(header(type, told), new byte[there]);
  }

  private static byte[] header(int type, int length) {
    return new byte[] {(byte) type, 3, 3, (byte) (length >> 8), (byte) length};
  }

  private static byte[] join(byte[] first, byte[] second) {
    return ByteBuffer.allocate(first.length + second.length).put(first).put(second).array();
  }

  /** Streams of a thousand compressed messages, each of which becomes what it may. */
  private byte[] bomb(int i) {
    int stream = i / 1000;
    int place = i % 1000;
    byte[] first = text(UPGRADE);
    byte[] data = webSocket(0xC1, BOMB);
    int sequence = place == 0 ? 1 : 1 + first.length + (place - 1) * data.length;
    return tcp(3 + stream / 50_000, 10_000 + stream % 50_000, 80, sequence, place == 0 ? first : data);
  }

  private static byte[] deflated(int zeros) {
    java.util.zip.Deflater deflater = new java.util.zip.Deflater(9, true);
    deflater.setInput(new byte[zeros]);
    byte[] out = new byte[zeros];
    int size = deflater.deflate(out, 0, out.length, java.util.zip.Deflater.SYNC_FLUSH);
    deflater.end();
    return java.util.Arrays.copyOf(out, size - 4);
  }

  private static byte[] webSocket(int first, byte[] payload) {
    byte[] head = {(byte) first, 126, (byte) (payload.length >> 8), (byte) payload.length};
    return join(head, payload);
  }

  private static byte[] rtp(int from, int dport, int ssrc, int sequence) {
    byte[] packet = new byte[172];
    ByteBuffer.wrap(packet).put((byte) 0x80).put((byte) 0).putShort((short) sequence).putInt(160 * sequence).putInt(ssrc);
    return udp(from, 1, 4000, dport, packet);
  }

  private static byte[] rtcp() {
    ByteBuffer packets = ByteBuffer.allocate(LONGEST);
    while (packets.remaining() >= 8) {
      packets.put((byte) 0x80).put((byte) 201).putShort((short) 1).putInt(7);
    }
    return udp(9, 1, 4001, 4001, packets.array());
  }

  private static byte[] tunnels() {
    byte[] inner = udp(1, 2, 5060, 5060, text("x"));
    while (inner.length < LONGEST) {
      inner = ip(1, 2, IPIP, 0, 0, inner);
    }
    return inner;
  }

  private static byte[] sip(String method, int i, String id, String rest) {
    return udp(1 + i % 250, 2, 5060, 5060, text(message(method, i, id, rest)));
  }

  private static String message(String method, int i, String id, String rest) {
    return method + " sip:u" + i + "@example.com SIP/2.0\r\nVia: SIP/2.0/UDP 10.0.0.1;branch=z9hG4bK" + i
        + "\r\nFrom: <sip:a" + i + "@example.com>;tag=" + i + "\r\nTo: <sip:b@example.com>\r\nCall-ID: " + id
        + "\r\nCSeq: " + (i + 1) + " " + method + "\r\n" + rest + "\r\n";
  }

  private static byte[] invite(int i, String id, String rest) {
    return sip("INVITE", i, id, rest);
  }

  private static String half(int i) {
    return message("INVITE", i, "half-" + i, "").strip() + "\r\n";
  }

  private static byte[] pad(String text, int length) {
    return text((text + "X: " + "x".repeat(length)).substring(0, length - 2) + "\r\n");
  }

  private static String sdp(String media) {
    return sdp(media, 0);
  }

  private static String sdp(String media, int host) {
    return "Content-Type: application/sdp\r\n\r\nv=0\r\nc=IN IP4 10." + (host >> 16 & 0xFF) + "." + (host >> 8 & 0xFF)
        + "." + (1 + (host & 0x7F)) + "\r\n" + media;
  }

  private static String codecs() {
    StringBuilder media = new StringBuilder();
    for (int i = 0; media.length() < LONGEST - 2500; i++) {
      media.append("m=audio 4000 RTP/AVP 0\r\n");
      for (int type = 0; type < 128; type++) {
        media.append("a=rtpmap:").append(type).append(" x").append(i).append('y').append(type).append("/8000\r\n");
      }
    }
    return media.toString();
  }

  /** Different texts with the same hash: "Aa" and "BB" have the same. */
  private static String oneHash(int i) {
    StringBuilder id = new StringBuilder();
    for (int bit = 0; bit < 20; bit++) {
      id.append((i >> bit & 1) == 0 ? "Aa" : "BB");
    }
    return id.toString();
  }
}
