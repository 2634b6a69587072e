package org.earpiece.voip.negotiation;

import java.util.List;

/**
 * An offer and what came back.
 *
 * @param answers none where nobody answered; several where a call forks
 * @param agreed a sentence a section of what both sides may send now; empty without an answer
 */
public record SdpExchange(SdpStep offer, List<SdpStep> answers, List<String> agreed) {
  public SdpExchange {
    answers = List.copyOf(answers);
    agreed = List.copyOf(agreed);
  }
}
