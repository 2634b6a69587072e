package org.earpiece;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.earpiece.capture.CaptureInterface;
import org.earpiece.capture.file.PcapngWriter;
import org.earpiece.packet.LinkType;

/** What two hosts say to each other over one TCP connection, as frames of IPv4. */
public final class TcpConversation {
  public static final int CLIENT = 0;
  public static final int SERVER = 1;

  private static final int SYN = 0x02;
  private static final int ACK = 0x10;
  private static final int SEGMENT = 1400;
  private static final long START_NANOS = 1_700_000_000_000_000_000L;
  private static final long STEP_NANOS = 10_000_000;

  private final int[] ports;
  private final int[] next = {1000, 5000};
  private final List<byte[]> frames = new ArrayList<>();

  /** A connection that begins here. */
  public TcpConversation(int clientPort, int serverPort) {
    ports = new int[] {clientPort, serverPort};
    frame(CLIENT, SYN, new byte[0]);
    next[CLIENT]++;
    frame(SERVER, SYN | ACK, new byte[0]);
    next[SERVER]++;
  }

  /** One side sends these bytes, in as many segments as they need. */
  public TcpConversation say(int side, byte[] bytes) {
    for (int at = 0; at < bytes.length; at += SEGMENT) {
      byte[] part = Arrays.copyOfRange(bytes, at, Math.min(bytes.length, at + SEGMENT));
      frame(side, ACK, part);
      next[side] += part.length;
    }
    return this;
  }

  /** Bytes of one side that were sent and not captured. */
  public TcpConversation lose(int side, int bytes) {
    next[side] += bytes;
    return this;
  }

  private void frame(int side, int flags, byte[] payload) {
    ByteBuffer b = ByteBuffer.allocate(40 + payload.length);
    b.put((byte) 0x45).put((byte) 0).putShort((short) b.capacity()).putInt(0);
    b.put((byte) 64).put((byte) 6).putShort((short) 0);
    b.putInt(0x0A000001 + side).putInt(0x0A000002 - side);
    b.putShort((short) ports[side]).putShort((short) ports[1 - side]);
    b.putInt(next[side]).putInt(next[1 - side]);
    b.put((byte) 0x50).put((byte) flags).putShort((short) 0xFFFF).putInt(0).put(payload);
    frames.add(b.array());
  }

  /** The frames so far. */
  public List<byte[]> frames() {
    return frames;
  }

  /** Writes the frames as a capture. */
  public Path write(Path file) throws IOException {
    try (PcapngWriter writer = PcapngWriter.create(file)) {
      int id = writer.addInterface(new CaptureInterface("test", "", LinkType.RAW, 9, 0));
      long nanos = START_NANOS;
      for (byte[] frame : frames) {
        writer.frame(id, nanos, frame.length, frame, 0, frame.length);
        nanos += STEP_NANOS;
      }
    }
    return file;
  }
}
