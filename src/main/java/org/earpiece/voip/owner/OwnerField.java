package org.earpiece.voip.owner;

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
 */
enum OwnerField {
  CALL("call", "Call", FieldType.UINT, c -> (long) c.call.number()),
  CALL_ID("call.id", "Call", FieldType.UINT, c -> (long) c.call.number()),
  SESSION("session", "Conversation", FieldType.UINT, c -> (long) c.call.session()),
  CALL_CALL_ID("call.call_id", "Call-ID", FieldType.STRING, c -> c.call.callId()),
  CALL_FROM("call.from", "Caller", FieldType.STRING, c -> c.call.from()),
  CALL_TO("call.to", "Callee", FieldType.STRING, c -> c.call.to()),
  CALL_FROM_USER("call.from_user", "Caller's user", FieldType.STRING, c -> c.call.fromUser()),
  CALL_TO_USER("call.to_user", "Callee's user", FieldType.STRING, c -> c.call.toUser()),
  CALL_PROTOCOL("call.protocol", "Protocol", FieldType.STRING, c -> c.call.protocol()),
  CALL_STATE("call.state", "State of the call", FieldType.STRING, c -> c.call.state().name()),
  CALL_PHASE("call.phase", "Phase of the call", FieldType.STRING, c -> c.call.phase().name()),
  CALL_START("call.start", "Start", FieldType.ABSOLUTE_TIME, c -> c.call.start()),
  CALL_RINGING("call.ringing", "Ringing", FieldType.ABSOLUTE_TIME, c -> c.call.ringing()),
  CALL_ANSWER("call.answer", "Answer", FieldType.ABSOLUTE_TIME, c -> c.call.answer()),
  CALL_END("call.end", "End", FieldType.ABSOLUTE_TIME, c -> c.call.end()),
  CALL_DURATION("call.duration", "Duration", FieldType.RELATIVE_TIME, Call::duration),
  CALL_SETUP("call.setup_ms", "Setup, ms", FieldType.DOUBLE, c -> ms(c.call.setupNanos())),
  CALL_POST_DIAL(
      "call.post_dial_ms",
      "Post-dial delay, ms",
      FieldType.DOUBLE,
      c -> ms(c.call.facts().postDialNanos())),
  CALL_RING("call.ring_ms", "Ring time, ms", FieldType.DOUBLE, c -> ms(c.call.facts().ringNanos())),
  CALL_FINAL_STATUS(
      "call.final_status",
      "Final status",
      FieldType.UINT,
      c -> c.call.finalStatus() == 0 ? null : (long) c.call.finalStatus()),
  CALL_REASON("call.reason", "Reason phrase", FieldType.STRING, c -> c.call.reason()),
  CALL_CAUSE("call.cause", "Cause", FieldType.STRING, c -> c.call.facts().cause()),
  CALL_WARNING("call.warning", "Warning", FieldType.STRING, c -> c.call.facts().warning()),
  CALL_HANGUP_BY("call.hangup_by", "Hung up by", FieldType.STRING, c -> c.call.hangupBy()),
  CALL_WHAT("call.what", "What became of it", FieldType.STRING, c -> c.call.what()),
  CALL_COMMENT("call.comment", "The INVITE's story", FieldType.STRING, c -> c.call.comment()),
  CALL_CODEC("call.codec", "Codec", FieldType.STRING, c -> c.call.codec()),
  CALL_MOS("call.mos", "MOS, the worst stream's", FieldType.DOUBLE, c -> c.call.mos()),
  CALL_MOS_FORWARD(
      "call.mos_forward", "MOS from the caller", FieldType.DOUBLE, c -> c.call.mosForward()),
  CALL_MOS_BACKWARD(
      "call.mos_backward", "MOS to the caller", FieldType.DOUBLE, c -> c.call.mosBackward()),
  CALL_FRAMES("call.frames", "SIP frames", FieldType.UINT, c -> (long) c.call.frames()),
  CALL_PACKETS("call.packets", "Packets", FieldType.UINT, c -> c.call.packets()),
  CALL_STREAMS("call.streams", "Streams", FieldType.UINT, c -> (long) c.call.streams().size()),
  CALL_PARTIAL("call.partial", "Partial", FieldType.BOOLEAN, c -> bit(c.call.facts().partial())),
  CALL_HOLDS("call.holds", "Holds", FieldType.UINT, c -> (long) c.call.facts().holds()),
  CALL_HELD("call.held_ms", "Held, ms", FieldType.DOUBLE, c -> ms(c.call.facts().heldNanos())),
  CALL_REINVITES(
      "call.reinvites", "Re-INVITEs", FieldType.UINT, c -> (long) c.call.facts().reinvites()),
  CALL_GLARES("call.glares", "Glares", FieldType.UINT, c -> (long) c.call.facts().glares()),
  CALL_CALLER_AGENT(
      "call.caller_agent",
      "Caller's user agent",
      FieldType.STRING,
      c -> c.call.facts().callerAgent()),
  CALL_CALLEE_AGENT(
      "call.callee_agent",
      "Callee's user agent",
      FieldType.STRING,
      c -> c.call.facts().calleeAgent()),
  CALL_IDENTITY("call.identity", "Identity", FieldType.STRING, c -> c.call.facts().identity()),
  CALL_DIVERTED_FROM(
      "call.diverted_from", "Diverted from", FieldType.STRING, c -> c.call.facts().divertedFrom()),
  CALL_REDIRECTED_TO(
      "call.redirected_to", "Redirected to", FieldType.STRING, c -> c.call.facts().redirectedTo()),
  CALL_TRANSFERRED_TO(
      "call.transferred_to",
      "Transferred to",
      FieldType.STRING,
      c -> c.call.facts().transferredTo()),
  CALL_LATE_OFFER(
      "call.late_offer", "Late offer", FieldType.BOOLEAN, c -> bit(c.call.facts().lateOffer())),
  CALL_CONFERENCE(
      "call.conference", "Conference", FieldType.BOOLEAN, c -> bit(c.call.facts().conference())),
  STREAM("stream", FieldType.UINT, "Stream", s -> (long) s.number()),
  STREAM_ID("stream.id", FieldType.UINT, "Stream", s -> (long) s.number()),
  STREAM_CODEC("stream.codec", FieldType.STRING, "Codec of the stream", s -> s.codec()),
  STREAM_CLOCK_RATE(
      "stream.clock_rate",
      FieldType.UINT,
      "Clock rate, Hz",
      s -> s.clockRate() == 0 ? null : (long) s.clockRate()),
  STREAM_DIRECTION("stream.direction", FieldType.STRING, "Direction", s -> s.direction()),
  STREAM_PACKETS("stream.packets", FieldType.UINT, "Packets", s -> s.packets()),
  STREAM_EXPECTED("stream.expected", FieldType.UINT, "Expected", s -> s.expected()),
  STREAM_LOST("stream.lost", FieldType.INT, "Lost", s -> s.lost()),
  STREAM_LOSS("stream.loss", FieldType.DOUBLE, "Loss, %", s -> s.lossPercent()),
  STREAM_OUT_OF_ORDER("stream.out_of_order", FieldType.UINT, "Late", s -> s.outOfOrder()),
  STREAM_DUPLICATES("stream.duplicates", FieldType.UINT, "Duplicates", s -> s.duplicates()),
  STREAM_MAX_DELTA("stream.max_delta_ms", FieldType.DOUBLE, "Max delta, ms", s -> s.maxDelta()),
  STREAM_MEAN_JITTER(
      "stream.mean_jitter_ms", FieldType.DOUBLE, "Mean jitter, ms", s -> s.meanJitter()),
  STREAM_MAX_JITTER("stream.max_jitter_ms", FieldType.DOUBLE, "Max jitter, ms", s -> s.maxJitter()),
  STREAM_MAX_SKEW("stream.max_skew_ms", FieldType.DOUBLE, "Max skew, ms", s -> s.maxSkew()),
  STREAM_MOS("stream.mos", FieldType.DOUBLE, "MOS of the stream", s -> s.mos()),
  STREAM_R_FACTOR("stream.r_factor", FieldType.DOUBLE, "R factor", s -> s.rFactor()),
  STREAM_DURATION("stream.duration", FieldType.RELATIVE_TIME, "Duration", s -> s.end() - s.start()),
  STREAM_SRTP("stream.srtp", FieldType.BOOLEAN, "SRTP", s -> bit(s.srtp())),
  STREAM_PROBLEMS("stream.problems", FieldType.STRING, "Problems", s -> s.problems());

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

  private static final double NANOS_A_MS = 1e6;
  private static final int WIDTH = 64;

  private final String fieldName;
  private final String label;
  private final FieldType type;
  private final @Nullable Function<Call, @Nullable Object> ofCall;
  private final @Nullable Function<StreamSnapshot, @Nullable Object> ofStream;

  OwnerField(
      String fieldName, String label, FieldType type, Function<Call, @Nullable Object> ofCall) {
    this.fieldName = fieldName;
    this.label = label;
    this.type = type;
    this.ofCall = ofCall;
    ofStream = null;
  }

  OwnerField(
      String fieldName,
      FieldType type,
      String label,
      Function<StreamSnapshot, @Nullable Object> ofStream) {
    this.fieldName = fieldName;
    this.label = label;
    this.type = type;
    this.ofStream = ofStream;
    ofCall = null;
  }

  private static @Nullable Object ms(long nanos) {
    return nanos == CallSnapshot.NEVER ? null : nanos / NANOS_A_MS;
  }

  private static Object bit(boolean set) {
    return set ? 1L : 0L;
  }

  /** The field; the numbers of call, conversation and stream stand in the detail tree. */
  Field field() {
    Field field =
        Field.of(
                Protocol.FRAME,
                fieldName,
                label,
                type,
                (p, layer, out) -> p.context().owners().add(ordinal(), p, out))
            .bits(WIDTH)
            .from(Field.Scope.OWNER)
            .asGenerated();
    return this == CALL || this == SESSION || this == STREAM ? field : field.asHidden();
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
