package org.earpiece.voip.ladder;

import java.util.List;

/**
 * A ladder diagram without coordinates: who takes part, and what happened between them in order.
 *
 * @param dialogs numbers of dialogs that there are; 1 where all messages are of one
 * @param startNanos the time that relative times count from, ns since 1970
 * @param nowNanos the capture's last time; media that runs reaches it
 */
public record LadderModel(
    List<Participant> participants,
    List<Entry> entries,
    int dialogs,
    long startNanos,
    long nowNanos) {

  /**
   * A column.
   *
   * @param key tells it from the others as the ladder grows: the address, with the port where a
   *     host has a column for each
   * @param name a user or host name, or empty where only the address is known
   * @param address numeric address
   */
  public record Participant(String key, String name, String address, List<Integer> ports) {
    /** What to call it in a sentence. */
    public String word() {
      return name.isEmpty() ? address : name;
    }
  }

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

  /** What goes from one participant (by index) to another. */
  public sealed interface Between extends Entry {
    int from();

    int to();

    /** The same between other columns. */
    Between between(int newFrom, int newTo);
  }

  /**
   * A SIP message.
   *
   * @param frames the frame, and those of its retransmissions
   * @param times when each of them came, ns since 1970
   * @param method of its request: that of its CSeq
   * @param label {@code INVITE}, {@code 180 Ringing}
   * @param detail what its SDP does in a word: {@code offers PCMA, PCMU}; or empty
   * @param call number of its call
   * @param dialog number of its dialog in this ladder, from 1; a call that forks has several
   */
  public record Message(
      List<Integer> frames,
      List<Long> times,
      String method,
      int from,
      int to,
      String label,
      String detail,
      Kind kind,
      int call,
      int dialog)
      implements Between {
    @Override
    public long timeNanos() {
      return times.getFirst();
    }

    /** When the last of its retransmissions came. */
    public long lastNanos() {
      return times.getLast();
    }

    @Override
    public Message between(int newFrom, int newTo) {
      return new Message(frames, times, method, newFrom, newTo, label, detail, kind, call, dialog);
    }
  }

  /**
   * RTP of one stream between two participants, from {@link #timeNanos} to {@link #endNanos}.
   *
   * @param stream number of the stream
   * @param early it began before its call was answered
   * @param reports RTCP sender reports of its source, and reports about it
   * @param reportedLoss the worst loss between two reports that the receiver told, %; NaN for none
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
      boolean running,
      boolean early,
      long reports,
      double reportedLoss)
      implements Between {
    @Override
    public Media between(int newFrom, int newTo) {
      return new Media(
          timeNanos,
          endNanos,
          newFrom,
          newTo,
          stream,
          codec,
          lossPercent,
          mos,
          packets,
          running,
          early,
          reports,
          reportedLoss);
    }
  }

  /**
   * DTMF digits that were sent in RTP, one after the other (RFC 4733).
   *
   * @param digits {@code 123#}
   * @param frames of each digit the first
   */
  public record Digits(
      long timeNanos,
      long endNanos,
      int from,
      int to,
      int stream,
      String digits,
      List<Integer> frames)
      implements Between {
    @Override
    public Digits between(int newFrom, int newTo) {
      return new Digits(timeNanos, endNanos, newFrom, newTo, stream, digits, frames);
    }
  }

  /**
   * One side holds the other.
   *
   * @param from who holds
   * @param running it lasts to the end of what is known
   */
  public record Hold(long timeNanos, long endNanos, int from, int to, boolean running)
      implements Between {
    @Override
    public Hold between(int newFrom, int newTo) {
      return new Hold(timeNanos, endNanos, newFrom, newTo, running);
    }
  }

  /**
   * A stretch without a message.
   *
   * @param media whether RTP flowed meanwhile
   */
  public record Quiet(long timeNanos, long endNanos, boolean media) implements Entry {
    public long nanos() {
      return endNanos - timeNanos;
    }
  }
}
