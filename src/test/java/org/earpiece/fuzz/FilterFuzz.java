package org.earpiece.fuzz;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.earpiece.filter.FilterCompiler;
import org.earpiece.filter.FilterError;
import org.earpiece.filter.FilterResult;
import org.earpiece.filter.PacketFilter;
import org.earpiece.packet.LinkType;
import org.earpiece.packet.Packet;
import org.earpiece.packet.Protocol;

/**
 * Display filters: their text is the fuzzer's; what compiles judges packets of the demo network.
 */
public final class FilterFuzz {
  private static final List<byte[]> FRAMES = frames();

  private FilterFuzz() {}

  private static List<byte[]> frames() {
    try {
      return new ArrayList<>(Seeds.demoFrames());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public static void fuzzerTestOneInput(byte[] data) {
    String text = new String(data, StandardCharsets.UTF_8);
    switch (FilterCompiler.compile(text, Reading.FIELDS)) {
      case FilterResult.Accepted accepted -> judge(accepted.filter());
      case FilterResult.Refused refused -> check(text, refused.error());
    }
  }

  private static void judge(PacketFilter filter) {
    PacketFilter other = filter.copy();
    Reading reading = new Reading();
    for (byte[] frame : FRAMES) {
      Packet packet = reading.walk(LinkType.ETHERNET, frame, 0);
      if (filter.test(packet) != other.test(packet)) {
        throw new AssertionError("two copies of a filter disagree");
      }
      PacketFilter rest = filter.given(p -> p == Protocol.FRAME || packet.find(p) >= 0);
      if (filter.test(packet) != rest.test(packet)) {
        throw new AssertionError("what is left of a filter says something else");
      }
    }
  }

  private static void check(String text, FilterError error) {
    boolean inside = error.start() >= 0 && error.start() <= error.end();
    if (!inside || error.end() > text.length() || error.message().isBlank()) {
      throw new AssertionError("an error at no place: " + error);
    }
  }
}
