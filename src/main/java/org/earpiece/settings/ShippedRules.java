package org.earpiece.settings;

import java.util.List;

/** The colouring rules that come with the program: what goes wrong first, then SIP by class. */
public final class ShippedRules {
  private static final String TEXT = "#1f2328";

  public static final List<ColouringRule> ALL =
      List.of(
          told("Malformed", "_ws.malformed", "#ffffff", "#a3261b"),
          told("Unreachable", "icmp.type == 3 || icmpv6.type == 1", "#7a2408", "#f7ded3"),
          told("RTP sequence", "rtp.sequence_break", "#5c3d00", "#fbe7b2"),
          told("SIP retransmission", "sip.resend == 1", "#5c3d00", "#f3e3cf"),
          rule("TCP retransmission", "tcp.analysis.retransmission", "#5c3d00", "#f3e3cf"),
          told("SIP failure", "sip.Status-Code >= 500", "#7d1222", "#f8d3d8"),
          rule("SIP challenge", "sip.Status-Code in {401, 407}", "#3f4854", "#e9ecf0"),
          told("SIP refusal", "sip.Status-Code >= 400", "#7d2a1a", "#fbe2da"),
          rule("SIP redirection", "sip.Status-Code >= 300", "#46308a", "#e7e0fb"),
          rule("SIP success", "sip.Status-Code >= 200", "#0b4531", "#c9e8d9"),
          rule("SIP progress", "sip.Status-Code", TEXT, "#eaf5f0"),
          rule("SIP request", "sip", TEXT, "#dfece8"),
          rule("RTCP", "rtcp", "#3d2f70", "#efebfa"));

  /** The colours that a person may give to conversations. */
  public static final List<ColouringRule> CONVERSATIONS =
      List.of(
          rule("Conversation 1", "", TEXT, "#cfe3ff"),
          rule("Conversation 2", "", TEXT, "#e4d3fb"),
          rule("Conversation 3", "", TEXT, "#c4eee6"),
          rule("Conversation 4", "", TEXT, "#fbd0e4"),
          rule("Conversation 5", "", TEXT, "#f6e7ae"),
          rule("Conversation 6", "", TEXT, "#d3dae4"),
          rule("Conversation 7", "", TEXT, "#ffd9c2"),
          rule("Conversation 8", "", TEXT, "#d4f0bd"),
          rule("Conversation 9", "", TEXT, "#cdeefb"),
          rule("Conversation 10", "", TEXT, "#f3cfcf"));

  private ShippedRules() {}

  private static ColouringRule rule(String name, String filter, String ink, String ground) {
    return new ColouringRule(name, filter, ink, ground, true, false);
  }

  private static ColouringRule told(String name, String filter, String ink, String ground) {
    return new ColouringRule(name, filter, ink, ground, true, true);
  }
}
