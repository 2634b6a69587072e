package org.earpiece.capture.demo;

import java.util.SplittableRandom;
import org.earpiece.capture.demo.sound.Voice;

/** Someone with a telephone: one of the house, or somebody outside behind the trunk. */
final class Party {
  private static final int[][] OFFERS = {
    {Sdp.PCMU, Sdp.PCMA, Sdp.TELEPHONE_EVENT}, {Sdp.PCMA, Sdp.PCMU, Sdp.TELEPHONE_EVENT}
  };

  private final String user;
  private final String name;
  private final Host host;
  private final String agent;
  private final boolean outside;
  private final int firstPort;
  private final SplittableRandom random;
  private int calls;
  private int engaged;

  Party(
      String user,
      String name,
      Host host,
      String agent,
      boolean outside,
      int firstPort,
      SplittableRandom random) {
    this.user = user;
    this.name = name;
    this.host = host;
    this.agent = agent;
    this.outside = outside;
    this.firstPort = firstPort;
    this.random = random;
  }

  String user() {
    return user;
  }

  String name() {
    return name;
  }

  Host host() {
    return host;
  }

  String agent() {
    return agent;
  }

  boolean isOutside() {
    return outside;
  }

  boolean isBusy() {
    return engaged > 0;
  }

  /** A call with this party begins. */
  void enter() {
    engaged++;
  }

  /** It is over. */
  void leave() {
    engaged--;
  }

  /** The password its digests are made with. */
  String password() {
    return "secret-" + user;
  }

  /** A port for the RTP of its next call. */
  int nextPort() {
    return firstPort + 2 * (calls++ % 500);
  }

  /** The payload types it offers; trunks prefer A-law, half of the phones do. */
  int[] offer() {
    return OFFERS[outside ? 1 : user.charAt(user.length() - 2) & 1].clone();
  }

  Path path() {
    return outside ? Path.distant(random.split()) : Path.local(random.split());
  }

  /** A voice of its own: the same name always sounds alike. */
  Voice voice() {
    SplittableRandom born = new SplittableRandom(name.hashCode());
    boolean deep = born.nextBoolean();
    double pitch = deep ? born.nextDouble(95, 135) : born.nextDouble(175, 225);
    double size = deep ? born.nextDouble(0.96, 1.05) : born.nextDouble(0.87, 0.92);
    return new Voice(random.split(), pitch, size, born.nextDouble(0.86, 1.08));
  }
}
