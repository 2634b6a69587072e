package org.earpiece.capture.demo;

import java.io.IOException;
import java.util.SplittableRandom;

/**
 * Phones that register and register again (RFC 3261 section 10), one of them with a wrong password,
 * and OPTIONS from the exchange that ask whether they are still there.
 */
final class Registrations {
  private static final int EXPIRES = 120;
  private static final double REGISTERS_UNTIL = 60;

  private final Site site;
  private final SplittableRandom random;
  private final Host stranger = new Host("192.0.2.66", 0x0200_5E00_0042L, 64);

  Registrations(Site site, SplittableRandom random) {
    this.site = site;
    this.random = random;
  }

  void start() {
    for (Party phone : site.phones()) {
      Client client = new Client(phone.user(), phone.host(), phone.agent(), phone.password(), true);
      later(random.nextDouble(0.1, REGISTERS_UNTIL), client::register);
      later(random.nextDouble(0.1, 30), () -> options(phone.user(), phone.host(), phone.agent()));
    }
    Client wrong = new Client("2099", stranger, "Softphone 3.2 (Linux)", "guess", false);
    later(14, wrong::register);
    later(3, () -> options("ping", site.trunk(), "Border 7.1"));
  }

  private void later(double seconds, Timeline.Step step) {
    site.timeline().after((long) (seconds * Timeline.SECOND), step);
  }

  /** A phone that registers. */
  private final class Client {
    private final String user;
    private final Host host;
    private final String agent;
    private final String password;
    private final boolean known;
    private final String callId = hex() + hex();
    private final String tag = hex();
    private int cseq = random.nextInt(1, 50);

    Client(String user, Host host, String agent, String password, boolean known) {
      this.user = user;
      this.host = host;
      this.agent = agent;
      this.password = password;
      this.known = known;
    }

    void register() {
      String uri = "sip:" + site.exchange().address();
      String nonce = hex() + hex();
      String credentials = Digest.credentials(user, password, nonce, "REGISTER", uri);
      Script script = new Script(site.timeline(), random.split());
      script
          .after(0, () -> request(uri, ""))
          .after(2, () -> reply(401, "Unauthorized", Digest.challenge(nonce)))
          .after(6, () -> request(uri, credentials))
          .after(3, this::decide)
          .after(EXPIRES * 500, this::register);
    }

    private void decide() throws IOException {
      if (known) {
        reply(200, "OK", "");
      } else {
        reply(403, "Forbidden", "");
      }
    }

    private void request(String uri, String credentials) throws IOException {
      cseq++;
      SipText text = SipText.request("REGISTER", uri);
      text.header("Via", via() + ";rport").header("Max-Forwards", 70);
      identify(text, "");
      text.header("Contact", contact()).header("Expires", EXPIRES);
      if (!credentials.isEmpty()) {
        text.header("Authorization", credentials);
      }
      send(host, site.exchange(), text.header("User-Agent", agent));
    }

    private void reply(int code, String reason, String challenge) throws IOException {
      SipText text = SipText.response(code, reason);
      text.header("Via", via() + ";rport=5060;received=" + host.address());
      identify(text, ";tag=" + hex());
      if (!challenge.isEmpty()) {
        text.header("WWW-Authenticate", challenge);
      } else if (code == 200) {
        text.header("Contact", contact() + ";expires=" + EXPIRES).header("Expires", EXPIRES);
      }
      send(site.exchange(), host, text.header("Server", DemoCall.AGENT));
    }

    private void identify(SipText text, String toTag) {
      String self = "<sip:" + user + "@" + site.exchange().address() + ">";
      text.header("From", self + ";tag=" + tag).header("To", self + toTag);
      text.header("Call-ID", callId + "@" + host.address()).header("CSeq", cseq + " REGISTER");
    }

    private String via() {
      return "SIP/2.0/UDP " + host.address() + ":5060;branch=z9hG4bK" + tag + cseq;
    }

    private String contact() {
      return "<sip:" + user + "@" + host.address() + ":5060>";
    }
  }

  private void options(String user, Host host, String agent) {
    String exchange = site.exchange().address();
    String branch = "SIP/2.0/UDP " + exchange + ":5060;branch=z9hG4bK" + hex();
    String from = "<sip:exchange@" + exchange + ">;tag=" + hex();
    String uri = "sip:" + user + "@" + host.address() + ":5060";
    String callId = hex() + hex() + "@" + exchange;
    SipText request = SipText.request("OPTIONS", uri);
    request.header("Via", branch + ";rport").header("Max-Forwards", 70);
    request.header("From", from).header("To", "<" + uri + ">").header("Call-ID", callId);
    request.header("CSeq", "102 OPTIONS").header("Contact", "<sip:exchange@" + exchange + ">");
    request.header("User-Agent", DemoCall.AGENT);
    SipText answer = SipText.response(200, "OK");
    answer.header("Via", branch + ";rport=5060;received=" + exchange).header("From", from);
    answer.header("To", "<" + uri + ">;tag=" + hex()).header("Call-ID", callId);
    answer.header("CSeq", "102 OPTIONS").header("Allow", SipLeg.ALLOW).header("Server", agent);
    new Script(site.timeline(), random.split())
        .after(0, () -> send(site.exchange(), host, request))
        .after(host.equals(site.trunk()) ? 19 : 4, () -> send(host, site.exchange(), answer))
        .after(30_000, () -> options(user, host, agent));
  }

  private void send(Host from, Host to, SipText text) throws IOException {
    site.wire().udp(from, SipLeg.PORT, to, SipLeg.PORT, Wire.CS3, text.bytes());
  }

  private String hex() {
    return "%08x".formatted(random.nextInt());
  }
}
