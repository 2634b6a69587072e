package org.earpiece.session;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.earpiece.dissect.Flows;
import org.earpiece.store.PacketIndex;
import org.earpiece.voip.CallTracker;
import org.earpiece.voip.MediaDirectory;
import org.earpiece.voip.registration.RegistrationTracker;
import org.earpiece.voip.rtp.StreamTracker;

/**
 * What was given up so that memory stays within its limits, and what could not be understood.
 * docs/limits.md has the limits.
 *
 * @param flows packets whose flow was one too many to be remembered
 * @param streams packets of RTP streams that were too many
 * @param calls messages of calls that were too many, or whose Call-ID was too long
 * @param registrations messages of registrations and subscriptions that were too many
 * @param announcements media endpoints told by SDP that were forgotten for newer ones
 * @param reassembly datagrams, fragments and TCP streams that were given up before they were whole
 * @param malformed frames that contradict their protocol
 * @param faults frames at which a dissector failed: each shows a fault of Earpiece
 * @param unnumbered frames that came after the last one that is numbered: they are only kept
 * @param undecrypted TLS that was not decrypted
 */
public record Discarded(
    long flows,
    long streams,
    long calls,
    long registrations,
    long announcements,
    long reassembly,
    long malformed,
    long faults,
    long unnumbered,
    Undecrypted undecrypted) {
  public static final Discarded NOTHING =
      new Discarded(0, 0, 0, 0, 0, 0, 0, 0, 0, Undecrypted.NOTHING);

  /** What a person must know, as what is shown is not all there was: a sentence each. */
  public List<String> sentences() {
    List<String> sentences = new ArrayList<>();
    add(
        sentences,
        flows,
        "%,d packets belong to no flow, as more than %,d flows are not told apart",
        Flows.MAX_FLOWS);
    add(
        sentences,
        streams,
        "%,d RTP packets belong to no stream, as more than %,d streams are not kept",
        StreamTracker.MAX_STREAMS);
    add(
        sentences,
        calls,
        "%,d SIP messages belong to no call, as more than %,d calls, or too long ones, are not kept",
        CallTracker.MAX_CALLS);
    add(
        sentences,
        registrations,
        "%,d SIP messages belong to no registration or subscription, as more than %,d are not kept",
        RegistrationTracker.MAX_REGISTRATIONS);
    add(
        sentences,
        announcements,
        "%,d media endpoints were forgotten, as more than %,d are not remembered",
        MediaDirectory.MAX_ANNOUNCEMENTS);
    add(
        sentences,
        unnumbered,
        "%,d packets are in the files alone, as more than %,d are not numbered",
        PacketIndex.MAX_FRAMES);
    say(
        sentences,
        reassembly,
        "1 datagram or message was not put together:",
        "%,d datagrams or messages were not put together:",
        "parts are missing, or too many waited for theirs");
    say(
        sentences,
        malformed,
        "1 packet is malformed:",
        "%,d packets are malformed:",
        "what is right of them is shown");
    add(
        sentences,
        faults,
        "%,d packets were not taken apart to their end, which is a fault of Earpiece",
        0);
    sentences.addAll(undecrypted.sentences());
    return sentences;
  }

  /** Adds a sentence whose beginning counts, if there is anything to count. */
  static void say(List<String> to, long count, String one, String many, String rest) {
    if (count > 0) {
      to.add((count == 1 ? one : String.format(Locale.ROOT, many, count)) + " " + rest);
    }
  }

  private static void add(List<String> to, long count, String sentence, long limit) {
    if (count > 0) {
      to.add(String.format(Locale.ROOT, sentence, count, limit));
    }
  }
}
