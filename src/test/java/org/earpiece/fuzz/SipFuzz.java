package org.earpiece.fuzz;

import org.earpiece.bytes.ByteView;
import org.earpiece.dissect.voip.sip.NameAddress;
import org.earpiece.dissect.voip.sip.SipHeader;
import org.earpiece.dissect.voip.sip.SipMessage;
import org.earpiece.packet.Endpoint;
import org.earpiece.packet.IpAddress;
import org.earpiece.packet.LinkType;
import org.earpiece.voip.ladder.LadderBuilder;

/** SIP messages: everything that is asked of one, its fields, its call, its arrow. */
public final class SipFuzz {
  private static final Endpoint CALLER = new Endpoint(IpAddress.NONE, 5060);
  private static final Endpoint CALLEE = new Endpoint(IpAddress.NONE, 5062);

  private SipFuzz() {}

  public static void fuzzerTestOneInput(byte[] data) {
    SipMessage message = new SipMessage();
    boolean sip = message.parse(new ByteView().wrap(data), 0, data.length);
    if (sip) {
      ask(message, data.length);
      LadderBuilder ladder = new LadderBuilder();
      ladder.message(1, 0, CALLER, CALLEE, 1, message);
      ladder.message(2, 1, CALLEE, CALLER, 1, message);
      ladder.over();
      ladder.build(2);
    }
    TrafficFuzz.Tracking tracking = new TrafficFuzz.Tracking();
    tracking.frame(LinkType.RAW, Frames.udp(1, 2, 5060, 5060, data), 0);
    tracking.end();
  }

  private static void ask(SipMessage message, int length) {
    for (SipHeader header : SipHeader.values()) {
      message.headers(header).forEach(NameAddress::parse);
      message.header(header);
    }
    message.callId();
    message.cseq();
    message.cseqMethod();
    message.branch();
    message.from();
    message.to();
    message.startLine();
    message.method();
    message.requestUri();
    message.reasonPhrase();
    message.sdp();
    if (message.bodyOffset() < 0 || message.bodyLength() < 0) {
      throw new AssertionError("a body outside its message");
    }
    if (message.bodyOffset() + message.bodyLength() > length) {
      throw new AssertionError("a body behind the end");
    }
    if (message.isRequest() && message.statusCode() != 0) {
      throw new AssertionError("a request with a status");
    }
  }
}
