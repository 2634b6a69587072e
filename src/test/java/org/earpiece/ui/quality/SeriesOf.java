package org.earpiece.ui.quality;

import java.util.ArrayList;
import java.util.List;
import org.earpiece.packet.Endpoint;
import org.earpiece.packet.IpAddress;
import org.earpiece.voip.QualitySeries;
import org.earpiece.voip.StreamPacket;
import org.earpiece.voip.StreamPacket.Event;
import org.earpiece.voip.StreamSnapshot;

/** Streams for tests: a packet each 20 ms, with what a test says happened to some of them. */
final class SeriesOf {
  static final long START = 1_700_000_000_000_000_000L;
  private static final Endpoint A = new Endpoint(new IpAddress(0, IpAddress.v4(0x0A000001)), 4000);
  private static final Endpoint B = new Endpoint(new IpAddress(0, IpAddress.v4(0x0A000002)), 5000);

  private final int number;
  private final boolean forward;
  private final List<StreamPacket> packets = new ArrayList<>();
  private int sequence;
  private int lost;

  SeriesOf(int number, boolean forward) {
    this.number = number;
    this.forward = forward;
  }

  SeriesOf good(int count) {
    for (int i = 0; i < count; i++) {
      packet(0, Event.NONE);
    }
    return this;
  }

  SeriesOf afterLoss(int missing) {
    return packet(missing, Event.LOST_BEFORE);
  }

  SeriesOf packet(int missing, Event event) {
    sequence += 1 + missing;
    lost += missing;
    int n = packets.size();
    packets.add(
        new StreamPacket(
            10 + 2 * n + number,
            START + sequence * 20_000_000L,
            sequence & 0xFFFF,
            sequence * 160L,
            8,
            n == 0 ? Double.NaN : 20.0 * (missing + 1),
            n % 50,
            -n % 7,
            80,
            n == 0,
            event,
            missing));
    return this;
  }

  StreamSnapshot snapshot() {
    int n = packets.size();
    return new StreamSnapshot(
        number,
        number,
        1,
        0x1234,
        forward ? A : B,
        forward ? B : A,
        8,
        "PCMA",
        8000,
        START,
        START + n * 20_000_000L,
        10,
        10 + 2 * n,
        n,
        n + lost,
        lost,
        lost,
        0,
        0,
        20,
        20,
        81,
        0.2,
        7.4,
        31.2,
        40,
        4.1,
        80,
        forward ? "forward" : "backward",
        false,
        "",
        true,
        List.of());
  }

  QualitySeries series(double... mos) {
    return new QualitySeries(snapshot(), packets, mos);
  }

  StreamColumns columns(double... mos) {
    return new StreamColumns(series(mos));
  }
}
