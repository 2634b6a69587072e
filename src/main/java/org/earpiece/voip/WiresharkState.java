package org.earpiece.voip;

/**
 * What Wireshark's list of VoIP calls would say of a call, for those who compare. It follows the
 * INVITEs of whoever sent the first one, and knows no timers: a challenge is a rejection until the
 * next INVITE, a re-INVITE throws the call back into its setup, ringing is unknown. Pipeline's
 * thread.
 */
final class WiresharkState {
  private String state = "";
  private long speakerHi;
  private long speakerLo;
  private long cseq = -1;
  private boolean answered;

  /**
   * Takes a message, sent from and to these addresses.
   *
   * @param method of its CSeq
   * @param status of a response, or 0
   * @param number of its CSeq
   */
  void see(String method, int status, long number, long srcHi, long srcLo, long dstHi, long dstLo) {
    if (status == 0) {
      request(method, number, srcHi, srcLo);
    } else if (method.equals("INVITE") && number == cseq && speaker(dstHi, dstLo)) {
      answered |= status >= 200 && status < 300;
      if (status >= 300 && state.equals("CALL SETUP")) {
        state = "REJECTED";
      }
    }
  }

  private void request(String method, long number, long srcHi, long srcLo) {
    switch (method) {
      case "INVITE" -> {
        if (cseq < 0) {
          speakerHi = srcHi;
          speakerLo = srcLo;
        }
        if (speaker(srcHi, srcLo)) {
          cseq = number;
          answered = false;
          state = "CALL SETUP";
        }
      }
      case "ACK" -> {
        if (answered && number == cseq && speaker(srcHi, srcLo) && state.equals("CALL SETUP")) {
          state = "IN CALL";
        }
      }
      case "BYE" -> state = "COMPLETED";
      case "CANCEL" -> {
        if (number == cseq && speaker(srcHi, srcLo) && state.equals("CALL SETUP")) {
          state = "CANCELLED";
        }
      }
      default -> {}
    }
  }

  private boolean speaker(long hi, long lo) {
    return speakerHi == hi && speakerLo == lo;
  }

  /** {@code IN CALL}, {@code REJECTED}…, or empty where it lists no state. */
  String text() {
    return state;
  }
}
