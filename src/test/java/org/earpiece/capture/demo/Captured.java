package org.earpiece.capture.demo;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.earpiece.capture.CaptureInterface;
import org.earpiece.capture.FrameSink;

/** The frames of a demonstration network, taken apart as far as its tests ask. */
class Captured implements FrameSink {
  /** A frame. */
  record Taken(long time, byte[] bytes) {
    int u8(int offset) {
      return bytes[offset] & 0xFF;
    }

    int u16(int offset) {
      return u8(offset) << 8 | u8(offset + 1);
    }

    int i32(int offset) {
      return u16(offset) << 16 | u16(offset + 2);
    }

    boolean isIp() {
      return u16(12) == 0x0800;
    }

    int sport() {
      return u16(34);
    }

    int dport() {
      return u16(36);
    }

    String source() {
      return u8(26) + "." + u8(27) + "." + u8(28) + "." + u8(29);
    }

    String destination() {
      return u8(30) + "." + u8(31) + "." + u8(32) + "." + u8(33);
    }

    byte[] payload() {
      return Arrays.copyOfRange(bytes, 42, 34 + u16(38));
    }

    boolean isSip() {
      return isIp() && dport() == SipLeg.PORT;
    }

    boolean isRtp() {
      return isIp() && dport() >= 10_000 && dport() % 2 == 0 && u8(42) >> 6 == 2;
    }

    boolean isRtcp() {
      return isIp() && dport() >= 10_000 && sport() % 2 == 1 && u8(42) >> 6 == 2;
    }

    String text() {
      return new String(payload(), StandardCharsets.US_ASCII);
    }
  }

  final List<Taken> frames = new ArrayList<>();
  final List<CaptureInterface> interfaces = new ArrayList<>();

  static Captured of(long seed, Duration duration) throws IOException {
    Captured captured = new Captured();
    DemoNetwork.frames(seed, duration, captured);
    return captured;
  }

  List<String> sip() {
    return frames.stream().filter(Taken::isSip).map(Taken::text).toList();
  }

  @Override
  public int addInterface(CaptureInterface captureInterface) {
    interfaces.add(captureInterface);
    return interfaces.size() - 1;
  }

  @Override
  public void frame(
      int interfaceId, long timeNanos, int length, byte[] array, int offset, int captured)
      throws IOException {
    frames.add(new Taken(timeNanos, Arrays.copyOfRange(array, offset, offset + captured)));
  }
}
