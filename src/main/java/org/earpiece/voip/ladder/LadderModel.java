package org.earpiece.voip.ladder;

import java.util.List;

/**
 * A ladder diagram without coordinates: who takes part, and what happened between them in order.
 *
 * @param startNanos the time that relative times count from, ns since 1970
 * @param nowNanos the capture's last time; media that runs reaches it
 */
public record LadderModel(
    List<Participant> participants, List<Entry> entries, long startNanos, long nowNanos) {

  /**
   * A column.
   *
   * @param name a user or host name, or empty where only the address is known
   * @param address numeric address
   */
  public record Participant(String name, String address, List<Integer> ports) {}

  /** What kind of line a message is drawn with. */
  public enum Kind {
    REQUEST,
    PROVISIONAL,
    SUCCESS,
    /** 3xx, and 401 and 407, which are no failure. */
    REDIRECT,
    FAILURE
  }

  /** Something in the ladder; the lists are in order of {@link #timeNanos}. */
  public sealed interface Entry {
    long timeNanos();
  }

  /**
   * A SIP message.
   *
   * @param frames the frame, and those of its retransmissions
   * @param from index of the participant
   * @param label {@code INVITE}, {@code 180 Ringing}
   * @param detail what its SDP does in a word: {@code offers PCMA, PCMU}; or empty
   * @param call number of its call
   */
  public record Message(
      long timeNanos,
      List<Integer> frames,
      int from,
      int to,
      String label,
      String detail,
      Kind kind,
      int call)
      implements Entry {}

  /**
   * RTP of one stream between two participants, from {@link #timeNanos} to {@link #endNanos}.
   *
   * @param stream number of the stream
   */
  public record Media(
      long timeNanos,
      long endNanos,
      int from,
      int to,
      int stream,
      String codec,
      double lossPercent,
      double mos,
      long packets,
      boolean running)
      implements Entry {}
}
