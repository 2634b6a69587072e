package org.earpiece.capture.demo;

import java.io.IOException;
import java.util.List;
import java.util.SplittableRandom;

/** What else is on a network: ARP, DNS and NTP. */
final class Background {
  private static final int DNS = 53;
  private static final int NTP = 123;
  private static final List<String> LOOKED_UP = List.of("sip.trunk.example", "time.example");
  private static final long NTP_EPOCH = 2_208_988_800L;

  private final Site site;
  private final SplittableRandom random;

  Background(Site site, SplittableRandom random) {
    this.site = site;
    this.random = random;
  }

  void start() {
    again(0.2, 9, this::resolveHardware);
    again(1, 20, this::lookUp);
    again(4, 64, this::askTime);
  }

  private void again(double first, double seconds, Timeline.Step step) {
    double wait = first * random.nextDouble(0.6, 1.4);
    site.timeline()
        .after(
            (long) (wait * Timeline.SECOND),
            () -> {
              step.run();
              again(seconds, seconds, step);
            });
  }

  private void resolveHardware() throws IOException {
    List<Party> phones = site.phones();
    Host phone = phones.get(random.nextInt(phones.size())).host();
    boolean out = random.nextBoolean();
    Host asks = out ? phone : site.exchange();
    Host asked = out ? site.exchange() : phone;
    site.wire().arp(asks, asked, false);
    site.timeline().after(280_000, () -> site.wire().arp(asks, asked, true));
  }

  /** A question for an address and its answer (RFC 1035). */
  private void lookUp() throws IOException {
    String name = LOOKED_UP.get(random.nextInt(LOOKED_UP.size()));
    int id = random.nextInt(1 << 16);
    int port = random.nextInt(32_768, 60_000);
    Octets question = new Octets();
    for (String label : name.split("\\.", -1)) {
      question.u8(label.length()).text(label);
    }
    question.u8(0).u16(1).u16(1);
    Octets query = new Octets();
    query.u16(id).u16(0x0100).u16(1).u16(0).u16(0).u16(0).bytes(question.toBytes());
    Octets answer = new Octets();
    answer.u16(id).u16(0x8180).u16(1).u16(1).u16(0).u16(0).bytes(question.toBytes());
    answer.u16(0xC00C).u16(1).u16(1).u32(300).u16(4).u32(site.trunk().ip());
    Host from = site.exchange();
    send(from, port, site.names(), DNS, query);
    site.timeline().after(14 * Timeline.MILLI, () -> send(site.names(), DNS, from, port, answer));
  }

  /** A client's question to a time server and its answer (RFC 5905 7.3). */
  private void askTime() throws IOException {
    Host from = site.exchange();
    long asked = site.timeline().now();
    Octets query = new Octets();
    query.u8(0x23).u8(0).u8(6).u8(0xEC);
    zeros(query, 36);
    time(query, asked);
    send(from, NTP, site.names(), NTP, query);
    site.timeline()
        .after(
            16 * Timeline.MILLI,
            () -> {
              long now = site.timeline().now() - 8 * Timeline.MILLI;
              Octets answer = new Octets();
              answer.u8(0x24).u8(2).u8(6).u8(0xEC).u32(0x0100).u32(0x0200).u32(0xC633_6401);
              time(answer, now - 40 * Timeline.SECOND);
              time(answer, asked);
              time(answer, now);
              time(answer, now + 30_000);
              send(site.names(), NTP, from, NTP, answer);
            });
  }

  private static void zeros(Octets out, int count) {
    out.bytes(new byte[count]);
  }

  private static void time(Octets out, long time) {
    out.u32((int) (time / Timeline.SECOND + NTP_EPOCH));
    out.u32((int) (((time % Timeline.SECOND) << 32) / Timeline.SECOND));
  }

  private void send(Host from, int sport, Host to, int dport, Octets payload) throws IOException {
    site.wire().udp(from, sport, to, dport, Wire.BEST_EFFORT, payload.toBytes());
  }
}
