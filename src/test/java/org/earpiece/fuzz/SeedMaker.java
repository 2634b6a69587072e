package org.earpiece.fuzz;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.earpiece.capture.CaptureInterface;
import org.earpiece.capture.file.PcapngWriter;
import org.earpiece.packet.LinkType;

/**
 * Makes the seeds that no person can write, of the demonstration network and of the seeds that are
 * text. Run again where an input format changes; what fuzzing found stays.
 */
final class SeedMaker {
  private static final byte[] ETHERNET = {0, 1};
  private static final int ETHERNET_HEADER = 14;
  private static final int UDP_PAYLOAD = ETHERNET_HEADER + 28;

  private SeedMaker() {}

  public static void main(String[] args) throws IOException {
    List<byte[]> frames = Seeds.demoFrames();
    captures(frames);
    ByteArrayOutputStream traffic = new ByteArrayOutputStream();
    traffic.write(ETHERNET);
    ByteArrayOutputStream media = new ByteArrayOutputStream();
    for (int i = 0; i < frames.size(); i++) {
      byte[] frame = frames.get(i);
      save("frame/demo-%02d".formatted(i), join(ETHERNET, frame));
      traffic.write(block(frame, 3, false));
      boolean udp = frame.length > UDP_PAYLOAD && frame[12] == 8 && frame[23] == 17;
      if (udp) {
        byte[] payload = slice(frame, UDP_PAYLOAD, frame.length);
        byte[] ports = slice(frame, UDP_PAYLOAD - 8, UDP_PAYLOAD - 4);
        save("payload/demo-%02d".formatted(i), join(bytes(0), join(ports, payload)));
        if (payload[0] >> 6 == -2) {
          media.write(i & 3);
          media.write(20);
          media.write(block(payload, 0, true));
        }
      }
    }
    save("traffic/demo", traffic.toByteArray());
    save("media/demo", media.toByteArray());
    fragments();
    segments();
    StreamSeeds.make(SeedMaker::save);
  }

  private static void captures(List<byte[]> frames) throws IOException {
    Path file = Files.createTempFile("seed", ".pcapng");
    try (PcapngWriter writer = PcapngWriter.create(file)) {
      writer.addInterface(new CaptureInterface("demo", "", LinkType.ETHERNET, 9, 0));
      for (byte[] frame : frames.subList(0, 4)) {
        writer.frame(0, 1_700_000_000_123_456_789L, frame.length, frame, 0, frame.length);
      }
    }
    byte[] pcapng = Files.readAllBytes(file);
    Files.delete(file);
    save("capturefile/pcapng", pcapng);
    save("capturefile/pcapng-gzip", gzip(pcapng));
    for (int magic : new int[] {0xA1B2C3D4, 0xA1B23C4D, 0xA1B2CD34, 0xD4C3B2A1}) {
      byte[] pcap = pcap(magic, frames.subList(0, 3));
      save("capturefile/pcap-%08x".formatted(magic), pcap);
    }
    save("capturefile/pcap-gzip", gzip(pcap(0xA1B2C3D4, frames.subList(0, 3))));
  }

  private static byte[] pcap(int magic, List<byte[]> frames) {
    boolean little = magic == 0xD4C3B2A1;
    ByteBuffer out =
        ByteBuffer.allocate(1 << 14)
            .order(little ? java.nio.ByteOrder.LITTLE_ENDIAN : java.nio.ByteOrder.BIG_ENDIAN)
            .putInt(little ? 0xA1B2C3D4 : magic)
            .putShort((short) 2)
            .putShort((short) 4)
            .putLong(0)
            .putInt(65535)
            .putInt(1);
    for (byte[] frame : frames) {
      out.putInt(1_700_000_000).putInt(5).putInt(frame.length).putInt(frame.length);
      if (magic == 0xA1B2CD34) {
        out.putLong(0);
      }
      out.put(frame);
    }
    return slice(out.array(), 0, out.position());
  }

  private static byte[] gzip(byte[] data) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (GZIPOutputStream zip = new GZIPOutputStream(out)) {
      zip.write(data);
    }
    return out.toByteArray();
  }

  /** Fragments in order, backwards, and overlapping, as {@link FragmentFuzz} takes them. */
  private static void fragments() throws IOException {
    save("fragment/in-order", bytes(3, 0, 0, 0, 128, 0, 3, 0, 16, 0, 128, 0, 2, 0, 32, 4, 0, 0));
    save("fragment/backwards", bytes(2, 0, 32, 4, 0, 0, 3, 0, 16, 0, 128, 0, 3, 0, 0, 0, 128, 0));
    save("fragment/overlap", bytes(3, 0, 0, 0, 136, 9, 3, 0, 16, 0, 128, 9, 2, 0, 30, 4, 0, 9));
    save("fragment/two-datagrams", bytes(3, 0, 0, 0, 64, 1, 5, 0, 0, 0, 64, 1, 34, 0, 8, 4, 0, 1));
  }

  /** Segments as {@link SegmentFuzz} takes them. */
  private static void segments() throws IOException {
    save("segment/in-order", bytes(0, 0, 0, 9, 24, 0, 0, 2, 0, 24, 2, 0, 2, 0, 24, 4, 0, 4, 0));
    save("segment/backwards", bytes(0, 0, 0, 9, 24, 2, 0, 2, 0, 24, 0, 0, 2, 0, 24, 4, 0, 4, 0));
    save("segment/hole", bytes(0, 0, 0, 9, 2, 0, 0, 0, 0, 24, 0, 1, 1, 0, 24, 3, 0, 2, 0));
    save("segment/wraps", bytes(255, 255, 255, 9, 24, 0, 0, 2, 0, 24, 2, 0, 2, 0, 17, 4, 0, 4, 0));
  }

  private static byte[] block(byte[] data, int ms, boolean bare) {
    byte[] head =
        bare ? bytes(data.length >> 8, data.length) : bytes(data.length >> 8, data.length, ms);
    return join(head, data);
  }

  private static byte[] bytes(int... values) {
    byte[] bytes = new byte[values.length];
    for (int i = 0; i < values.length; i++) {
      bytes[i] = (byte) values[i];
    }
    return bytes;
  }

  private static byte[] join(byte[] a, byte[] b) {
    return ByteBuffer.allocate(a.length + b.length).put(a).put(b).array();
  }

  private static byte[] slice(byte[] data, int from, int to) {
    return java.util.Arrays.copyOfRange(data, from, to);
  }

  private static void save(String name, byte[] data) throws IOException {
    Path file = Seeds.FOLDER.resolve(name);
    Files.createDirectories(file.getParent());
    Files.write(file, data);
  }
}
