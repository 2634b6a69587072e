package org.earpiece.capture.demo;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/**
 * The house that is watched: phones, an exchange (a B2BUA) and a trunk to the world. Addresses are
 * of RFC 5737, numbers of those that are set aside for fiction.
 */
final class Site {
  private static final String[] NAMES = {
    "Alice", "Bob", "Carol", "Dave", "Erin", "Frank", "Grace", "Heidi", "Ivan", "Judy", "Mike",
    "Nina", "Olivia", "Peggy", "Rupert", "Sybil"
  };
  private static final String[][] WORLD = {
    {"+442079460123", ""},
    {"+12025550147", "Acme Travel"},
    {"+61255501234", ""},
    {"+442079460871", "Victor"},
    {"+12025550188", "Wendy"},
    {"+353209100456", ""}
  };
  private static final int OUTSIDE_PORTS = 30_000;
  private static final int PHONE_PORTS = 16_384;
  private static final String[] AGENTS = {
    "Deskphone 720/4.8.1", "Softphone 3.2 (Linux)", "Cordless DECT/61.11"
  };
  private static final long MAC = 0x0200_5E00_0000L;
  private static final int EXCHANGE_PORTS = 10_000;
  private static final int EXCHANGE_PORT_COUNT = 5000;

  private final Timeline timeline;
  private final Wire wire;
  private final SplittableRandom random;
  private final Host exchange = new Host("192.0.2.10", MAC + 10, 64);
  private final Host router = new Host("192.0.2.1", MAC + 1, 64);
  private final Host trunk = new Host("198.51.100.20", router.mac(), 57);
  private final Host names = new Host("198.51.100.53", router.mac(), 58);
  private final List<Party> phones = new ArrayList<>();
  private final List<Party> world = new ArrayList<>();
  private int ports;

  Site(Timeline timeline, Wire wire, SplittableRandom random) {
    this.timeline = timeline;
    this.wire = wire;
    this.random = random;
    for (int i = 0; i < NAMES.length; i++) {
      Host host = new Host("192.0.2." + (20 + i), MAC + 20 + i, 64);
      String user = Integer.toString(2000 + 10 * i);
      String agent = AGENTS[i % AGENTS.length];
      phones.add(new Party(user, NAMES[i], host, agent, false, PHONE_PORTS, random.split()));
    }
    for (int i = 0; i < WORLD.length; i++) {
      int port = OUTSIDE_PORTS + 1000 * i;
      world.add(
          new Party(WORLD[i][0], WORLD[i][1], trunk, "Border 7.1", true, port, random.split()));
    }
  }

  Timeline timeline() {
    return timeline;
  }

  Wire wire() {
    return wire;
  }

  Host exchange() {
    return exchange;
  }

  Host router() {
    return router;
  }

  Host trunk() {
    return trunk;
  }

  /** The name server. */
  Host names() {
    return names;
  }

  List<Party> phones() {
    return phones;
  }

  /** The phone of this name. */
  Party phone(String name) {
    return phones.stream().filter(p -> p.name().equals(name)).findFirst().orElseThrow();
  }

  /** A phone that is in a call, else one that is not. */
  @Nullable Party busyPhone() {
    List<Party> busy = phones.stream().filter(Party::isBusy).toList();
    return busy.isEmpty() ? idlePhone() : busy.get(random.nextInt(busy.size()));
  }

  /** A phone that is not in a call, or null. */
  @Nullable Party idlePhone() {
    return idle(phones);
  }

  /** Somebody outside who is not in a call, or null. */
  @Nullable Party idleOutside() {
    return idle(world);
  }

  /** A number that nobody has. */
  Party nobody() {
    String user = Integer.toString(2900 + random.nextInt(100));
    return new Party(user, "", exchange, "", false, EXCHANGE_PORTS, random.split());
  }

  private @Nullable Party idle(List<Party> parties) {
    List<Party> idle = parties.stream().filter(p -> !p.isBusy()).toList();
    return idle.isEmpty() ? null : idle.get(random.nextInt(idle.size()));
  }

  /** A port of the exchange for RTP. */
  int nextPort() {
    return EXCHANGE_PORTS + 2 * (ports++ % EXCHANGE_PORT_COUNT);
  }
}
