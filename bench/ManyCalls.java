import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.earpiece.capture.CaptureInterface;
import org.earpiece.capture.file.PcapngWriter;
import org.earpiece.packet.LinkType;
import org.earpiece.session.CaptureSession;
import org.earpiece.session.Snapshot;

/** What calls cost: FILE [N...]; see bench/calls. */
final class ManyCalls {
  private static final int UDP = 17;
  private static final long MS = 1_000_000L;

  /** 500 calls begin each second, through a PBX: two legs, so 250 conversations. */
  private static final long EVERY = 4 * MS;

  private static final long START = 1_700_000_000_000_000_000L;

  /** The messages of a conversation, ms after its beginning: leg, whether from the caller, start line, CSeq, SDP. */
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
    new Step(12000, 0, true, "BYE", "2 BYE", false),
    new Step(12001, 0, false, "200 OK", "2 BYE", false),
    new Step(12002, 1, true, "BYE", "2 BYE", false),
    new Step(12003, 1, false, "200 OK", "2 BYE", false),
  };

  public static void main(String[] args) throws Exception {
    Path file = Path.of(args[0]);
    System.out.printf("%9s %9s %9s %8s %10s %12s %9s %9s%n", "calls", "messages", "cpu s", "us/call", "calls/s", "heap B/call", "joined", "finished");
    measure(file, 2_000, false);
    for (int i = 1; i < args.length; i++) {
      measure(file, Integer.parseInt(args[i]), true);
    }
    Files.deleteIfExists(file);
  }

  private static void measure(Path file, int calls, boolean told) throws Exception {
    int messages = write(file, calls / 2);
    OperatingSystemMXBean system = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    System.gc();
    long before = ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    long start = system.getProcessCpuTime();
    try (CaptureSession session = CaptureSession.open(file)) {
      session.await();
      double seconds = (system.getProcessCpuTime() - start) / 1e9;
      Snapshot snapshot = session.snapshot();
      long joined = snapshot.calls().stream().filter(c -> c.session() != c.number()).count();
      long finished = snapshot.calls().stream().filter(c -> !c.state().up()).count();
      System.gc();
      long heap = ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed() - before;
      int found = snapshot.calls().size();
      if (told) {
        System.out.printf("%9d %9d %9.2f %8.1f %10.0f %12d %9d %9d%n", found, messages, seconds, seconds * 1e6 / found, found / seconds, heap / found, joined, finished);
      }
    }
  }

  private static int write(Path file, int conversations) throws IOException {
    int messages = 0;
    try (PcapngWriter writer = PcapngWriter.create(file)) {
      int id = writer.addInterface(new CaptureInterface("calls", "", LinkType.RAW, 9, 0));
      int[] next = new int[STEPS.length];
      while (next[STEPS.length - 1] < conversations) {
        int step = 0;
        for (int i = 1; i < STEPS.length; i++) {
          if (next[i] < conversations && (next[step] == conversations || time(i, next[i]) < time(step, next[step]))) {
            step = i;
          }
        }
        byte[] frame = frame(STEPS[step], next[step]);
        writer.frame(id, time(step, next[step]), frame.length, frame, 0, frame.length);
        next[step]++;
        messages++;
      }
    }
    return messages;
  }

  private static long time(int step, int conversation) {
    return START + conversation * EVERY + STEPS[step].ms() * MS;
  }

  private static byte[] frame(Step step, int n) {
    int caller = 0x0A010000 + n % 20_000;
    int callee = 0x0A020000 + n % 20_000;
    int pbx = 0x0A000001;
    int uac = step.leg() == 0 ? caller : pbx;
    int uas = step.leg() == 0 ? pbx : callee;
    byte[] text = text(step, n, uac, uas).getBytes(StandardCharsets.ISO_8859_1);
    return ByteBuffer.allocate(28 + text.length)
        .putShort((short) 0x4500).putShort((short) (28 + text.length)).putInt(0).put((byte) 64).put((byte) UDP).putShort((short) 0)
        .putInt(step.forward() ? uac : uas).putInt(step.forward() ? uas : uac)
        .putShort((short) 5060).putShort((short) 5060).putShort((short) (8 + text.length)).putShort((short) 0)
        .put(text).array();
  }

  private static String text(Step step, int n, int uac, int uas) {
    boolean request = Character.isLetter(step.line().charAt(0));
    String from = "+4420" + (70_000_000 + n);
    String to = "+4930" + (50_000_000 + n);
    String id = Integer.toHexString(n * 0x9E3779B1) + (step.leg() == 0 ? "-a7c1@" : "-b902@") + host(uac);
    String body = step.sdp() ? sdp(step.forward() ? uac : uas, 10_000 + n % 20_000 * 2) : "";
    boolean tagged = !step.line().equals("INVITE") && !step.line().startsWith("100");
    return (request ? step.line() + " sip:" + to + "@" + host(uas) + " SIP/2.0" : "SIP/2.0 " + step.line())
        + "\r\nVia: SIP/2.0/UDP " + host(uac) + ";branch=z9hG4bK" + step.cseq().replace(' ', '-') + n + step.leg()
        + "\r\nMax-Forwards: 70\r\nFrom: \"Caller " + n + "\" <sip:" + from + "@" + host(uac) + ">;tag=f" + n
        + "\r\nTo: <sip:" + to + "@" + host(uas) + ">" + (tagged ? ";tag=t" + n : "")
        + "\r\nCall-ID: " + id + "\r\nCSeq: " + step.cseq() + "\r\nContact: <sip:" + (step.forward() ? from : to) + "@" + host(uac) + ">"
        + "\r\nUser-Agent: Phone 4.2.1" + (body.isEmpty() ? "" : "\r\nContent-Type: application/sdp")
        + "\r\nContent-Length: " + body.length() + "\r\n\r\n" + body;
  }

  private static String host(int address) {
    return (address >>> 24) + "." + (address >> 16 & 255) + "." + (address >> 8 & 255) + "." + (address & 255);
  }

  private static String sdp(int host, int port) {
    return "v=0\r\no=- 1 1 IN IP4 " + host(host) + "\r\ns=-\r\nc=IN IP4 " + host(host) + "\r\nt=0 0\r\nm=audio " + port
        + " RTP/AVP 8 0 101\r\na=rtpmap:101 telephone-event/8000\r\n";
  }
}
