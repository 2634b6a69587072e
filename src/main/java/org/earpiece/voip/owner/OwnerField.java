package org.earpiece.voip.owner;

import java.util.List;
import java.util.function.Function;
import org.earpiece.packet.Field;
import org.earpiece.packet.FieldType;
import org.earpiece.packet.FieldValues;
import org.earpiece.packet.Protocol;
import org.earpiece.voip.CallSnapshot;
import org.earpiece.voip.CallState;
import org.earpiece.voip.StreamSnapshot;
import org.jspecify.annotations.Nullable;

/**
 * A field of every packet that belongs to a call or a stream, with the words and units of the lists
 * of calls and streams. A packet of a stream has its call's fields, too.
 *
 * @param name in display filters
 * @param ofCall its value by the call; null where it is the stream's
 * @param ofStream its value by the stream; null where it is the call's
 */
record OwnerField(
    String name,
    String label,
    FieldType type,
    @Nullable Function<Call, @Nullable Object> ofCall,
    @Nullable Function<StreamSnapshot, @Nullable Object> ofStream) {
  private static final double NANOS_A_MS = 1e6;
  private static final int WIDTH = 64;

  /** Wireshark's name for the Call-ID of the call, in the packets of its media. */
  private static final String CALL_ID_OF_MEDIA = "sip.call_id_generated";

  /** All of them. */
  static final List<OwnerField> ALL =
      List.of(
          ofCall("call", "Call", FieldType.UINT, c -> (long) c.call.number()),
          ofCall("call.id", "Call", FieldType.UINT, c -> (long) c.call.number()),
          ofCall("session", "Conversation", FieldType.UINT, c -> (long) c.call.session()),
          ofCall("call.call_id", "Call-ID", FieldType.STRING, c -> c.call.callId()),
          ofCall(CALL_ID_OF_MEDIA, "Generated Call-ID", FieldType.STRING, c -> c.call.callId()),
          ofCall("call.from", "Caller", FieldType.STRING, c -> c.call.from()),
          ofCall("call.to", "Callee", FieldType.STRING, c -> c.call.to()),
          ofCall("call.from_user", "Caller's user", FieldType.STRING, c -> c.call.fromUser()),
          ofCall("call.to_user", "Callee's user", FieldType.STRING, c -> c.call.toUser()),
          ofCall("call.protocol", "Protocol", FieldType.STRING, c -> c.call.protocol()),
          ofCall("call.state", "State of the call", FieldType.STRING, c -> c.call.state().name()),
          ofCall("call.phase", "Phase of the call", FieldType.STRING, c -> c.call.phase().name()),
          ofCall("call.start", "Start", FieldType.ABSOLUTE_TIME, c -> c.call.start()),
          ofCall("call.ringing", "Ringing", FieldType.ABSOLUTE_TIME, c -> c.call.ringing()),
          ofCall("call.answer", "Answer", FieldType.ABSOLUTE_TIME, c -> c.call.answer()),
          ofCall("call.end", "End", FieldType.ABSOLUTE_TIME, c -> c.call.end()),
          ofCall("call.duration", "Duration", FieldType.RELATIVE_TIME, Call::duration),
          ofCall("call.setup_ms", "Setup, ms", FieldType.DOUBLE, c -> ms(c.call.setupNanos())),
          ofCall(
              "call.post_dial_ms",
              "Post-dial delay, ms",
              FieldType.DOUBLE,
              c -> ms(c.call.facts().postDialNanos())),
          ofCall(
              "call.ring_ms",
              "Ring time, ms",
              FieldType.DOUBLE,
              c -> ms(c.call.facts().ringNanos())),
          ofCall(
              "call.final_status",
              "Final status",
              FieldType.UINT,
              c -> c.call.finalStatus() == 0 ? null : (long) c.call.finalStatus()),
          ofCall("call.reason", "Reason phrase", FieldType.STRING, c -> c.call.reason()),
          ofCall("call.cause", "Cause", FieldType.STRING, c -> c.call.facts().cause()),
          ofCall("call.warning", "Warning", FieldType.STRING, c -> c.call.facts().warning()),
          ofCall("call.hangup_by", "Hung up by", FieldType.STRING, c -> c.call.hangupBy()),
          ofCall("call.what", "What became of it", FieldType.STRING, c -> c.call.what()),
          ofCall("call.comment", "The INVITE's story", FieldType.STRING, c -> c.call.comment()),
          ofCall("call.codec", "Codec", FieldType.STRING, c -> c.call.codec()),
          ofCall("call.mos", "MOS, the worst stream's", FieldType.DOUBLE, c -> c.call.mos()),
          ofCall(
              "call.mos_forward",
              "MOS from the caller",
              FieldType.DOUBLE,
              c -> c.call.mosForward()),
          ofCall(
              "call.mos_backward",
              "MOS to the caller",
              FieldType.DOUBLE,
              c -> c.call.mosBackward()),
          ofCall("call.frames", "SIP frames", FieldType.UINT, c -> (long) c.call.frames()),
          ofCall("call.packets", "Packets", FieldType.UINT, c -> c.call.packets()),
          ofCall("call.streams", "Streams", FieldType.UINT, c -> (long) c.call.streams().size()),
          ofCall("call.partial", "Partial", FieldType.BOOLEAN, c -> bit(c.call.facts().partial())),
          ofCall("call.holds", "Holds", FieldType.UINT, c -> (long) c.call.facts().holds()),
          ofCall("call.held_ms", "Held, ms", FieldType.DOUBLE, c -> ms(c.call.facts().heldNanos())),
          ofCall(
              "call.reinvites",
              "Re-INVITEs",
              FieldType.UINT,
              c -> (long) c.call.facts().reinvites()),
          ofCall("call.glares", "Glares", FieldType.UINT, c -> (long) c.call.facts().glares()),
          ofCall(
              "call.caller_agent",
              "Caller's user agent",
              FieldType.STRING,
              c -> c.call.facts().callerAgent()),
          ofCall(
              "call.callee_agent",
              "Callee's user agent",
              FieldType.STRING,
              c -> c.call.facts().calleeAgent()),
          ofCall("call.identity", "Identity", FieldType.STRING, c -> c.call.facts().identity()),
          ofCall(
              "call.diverted_from",
              "Diverted from",
              FieldType.STRING,
              c -> c.call.facts().divertedFrom()),
          ofCall(
              "call.redirected_to",
              "Redirected to",
              FieldType.STRING,
              c -> c.call.facts().redirectedTo()),
          ofCall(
              "call.transferred_to",
              "Transferred to",
              FieldType.STRING,
              c -> c.call.facts().transferredTo()),
          ofCall(
              "call.late_offer",
              "Late offer",
              FieldType.BOOLEAN,
              c -> bit(c.call.facts().lateOffer())),
          ofCall(
              "call.conference",
              "Conference",
              FieldType.BOOLEAN,
              c -> bit(c.call.facts().conference())),
          ofStream("stream", FieldType.UINT, "Stream", s -> (long) s.number()),
          ofStream("stream.id", FieldType.UINT, "Stream", s -> (long) s.number()),
          ofStream("stream.codec", FieldType.STRING, "Codec of the stream", s -> s.codec()),
          ofStream(
              "stream.clock_rate",
              FieldType.UINT,
              "Clock rate, Hz",
              s -> s.clockRate() == 0 ? null : (long) s.clockRate()),
          ofStream("stream.direction", FieldType.STRING, "Direction", s -> s.direction()),
          ofStream("stream.packets", FieldType.UINT, "Packets", s -> s.packets()),
          ofStream("stream.expected", FieldType.UINT, "Expected", s -> s.expected()),
          ofStream("stream.lost", FieldType.INT, "Lost", s -> s.lost()),
          ofStream("stream.loss", FieldType.DOUBLE, "Loss, %", s -> s.lossPercent()),
          ofStream("stream.out_of_order", FieldType.UINT, "Late", s -> s.outOfOrder()),
          ofStream("stream.duplicates", FieldType.UINT, "Duplicates", s -> s.duplicates()),
          ofStream("stream.max_delta_ms", FieldType.DOUBLE, "Max delta, ms", s -> s.maxDelta()),
          ofStream(
              "stream.mean_jitter_ms", FieldType.DOUBLE, "Mean jitter, ms", s -> s.meanJitter()),
          ofStream("stream.max_jitter_ms", FieldType.DOUBLE, "Max jitter, ms", s -> s.maxJitter()),
          ofStream("stream.max_skew_ms", FieldType.DOUBLE, "Max skew, ms", s -> s.maxSkew()),
          ofStream("stream.mos", FieldType.DOUBLE, "MOS of the stream", s -> s.mos()),
          ofStream("stream.r_factor", FieldType.DOUBLE, "R factor", s -> s.rFactor()),
          ofStream(
              "stream.duration", FieldType.RELATIVE_TIME, "Duration", s -> s.end() - s.start()),
          ofStream("stream.srtp", FieldType.BOOLEAN, "SRTP", s -> bit(s.srtp())),
          ofStream("stream.problems", FieldType.STRING, "Problems", s -> s.problems()));

  /** A call, and how far the capture is. */
  record Call(CallSnapshot call, long nowNanos) {
    /** Talk time; of a call that is up, so far. */
    @Nullable Object duration() {
      long running =
          call.state() == CallState.IN_CALL && call.answer() != CallSnapshot.NEVER
              ? Math.max(0, nowNanos - call.answer())
              : CallSnapshot.NEVER;
      long nanos = call.durationNanos();
      return nanos == CallSnapshot.NEVER ? running : nanos;
    }
  }

  private static OwnerField ofCall(
      String name, String label, FieldType type, Function<Call, @Nullable Object> value) {
    return new OwnerField(name, label, type, value, null);
  }

  private static OwnerField ofStream(
      String name, FieldType type, String label, Function<StreamSnapshot, @Nullable Object> value) {
    return new OwnerField(name, label, type, null, value);
  }

  private static @Nullable Object ms(long nanos) {
    return nanos == CallSnapshot.NEVER ? null : nanos / NANOS_A_MS;
  }

  private static Object bit(boolean set) {
    return set ? 1L : 0L;
  }

  /**
   * The field; the conversation stands in the detail tree, call and stream do by their own words.
   *
   * @param place where it is among {@link #ALL}
   */
  Field field(int place) {
    Field field =
        Field.of(
                name.equals(CALL_ID_OF_MEDIA) ? Protocol.RTP : Protocol.FRAME,
                name,
                label,
                type,
                (p, layer, out) -> p.context().owners().add(place, p, out))
            .bits(WIDTH)
            .from(Field.Scope.OWNER)
            .asGenerated();
    return name.equals("session") ? field : field.asHidden();
  }

  /** Adds its value, where there is one. */
  void add(@Nullable Call call, @Nullable StreamSnapshot stream, FieldValues out) {
    Object value = null;
    if (ofCall != null && call != null) {
      value = ofCall.apply(call);
    } else if (ofStream != null && stream != null) {
      value = ofStream.apply(stream);
    }
    switch (value) {
      case Long n when n != CallSnapshot.NEVER -> out.addNumber(n, 0, 0);
      case Double d when !d.isNaN() -> out.addDouble(d, 0, 0);
      case String text when !text.isEmpty() -> out.addText(text, 0, 0);
      case null, default -> {}
    }
  }
}
