package org.earpiece.capture.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

final class InterfacesTest {
  @Test
  @EnabledOnOs(OS.LINUX)
  void loopbackAndAny() throws Exception {
    List<LocalInterface> all = Interfaces.list();
    Assumptions.assumeFalse(all.isEmpty(), "a container without networks");
    assertThat(all)
        .filteredOn(i -> i.name().equals("lo"))
        .singleElement()
        .satisfies(lo -> {
          assertThat(lo.loopback()).isTrue();
          assertThat(lo.addresses()).first().isEqualTo("127.0.0.1");
        });
    assertThat(all).anySatisfy(i -> assertThat(i.name()).isEqualTo(Interfaces.ANY));
    assertThat(all).noneSatisfy(i -> assertThat(i.name()).startsWith("dbus"));
  }

  @Test
  void trafficOfProc() {
    List<String> lines =
        List.of(
            "Inter-|   Receive                                                |  Transmit",
            " face |bytes    packets errs drop fifo frame compressed multicast|bytes    packets",
            "    lo:  1000       10    0    0    0     0          0         0     1000      10    0",
            "eth0.5:18446744     20    0    0    0     0          0         0        6       1    0",
            "  bad: 1 2 3");
    assertThat(Interfaces.traffic(lines))
        .isEqualTo(Map.of("lo", 2000L, "eth0.5", 18_446_750L, "any", 18_448_750L));
  }

  @Test
  @EnabledOnOs(OS.LINUX)
  void trafficHere() {
    assertThat(Interfaces.traffic()).containsKeys("lo", "any");
  }
}
