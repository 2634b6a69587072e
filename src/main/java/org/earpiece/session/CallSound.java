package org.earpiece.session;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.earpiece.bytes.ByteView;
import org.earpiece.dissect.voip.rtp.Rtp;
import org.earpiece.media.AudioCodec;
import org.earpiece.media.AudioCodecs;
import org.earpiece.media.DecodedStream;
import org.earpiece.media.StreamDecoder;
import org.earpiece.packet.Packet;
import org.earpiece.packet.Protocol;
import org.earpiece.voip.StreamSnapshot;
import org.earpiece.voip.StreamSnapshot.Payload;
import org.jspecify.annotations.Nullable;

/** Makes the sound of some streams, on one time axis, of their packets. One thread. */
final class CallSound {
  private static final int USUAL_RATE = 8000;

  private final List<Part> parts = new ArrayList<>();

  /** Takes the packets of one stream in order of arrival. */
  static final class Part {
    private final StreamSnapshot stream;
    private final StreamDecoder decoder;
    private final @Nullable AudioCodec[] codecs = new AudioCodec[128];

    private Part(StreamSnapshot stream) {
      this.stream = stream;
      decoder = new StreamDecoder(stream.clockRate());
      if (!stream.srtp()) {
        for (Payload payload : stream.payloads()) {
          codecs[payload.type() & 0x7F] = AudioCodecs.named(payload.codec());
        }
      }
    }

    void add(Packet packet) {
      for (int layer = packet.find(Protocol.RTP);
          layer != Packet.NONE;
          layer = packet.find(Protocol.RTP, layer + 1)) {
        add(packet, layer);
      }
    }

    private void add(Packet packet, int layer) {
      int offset = packet.offset(layer);
      int end = packet.end(layer);
      ByteView bytes = packet.bytes(layer);
      int header = Rtp.headerLength(bytes, offset, end);
      int length = Rtp.payloadLength(bytes, offset, end);
      if (header < 0 || length < 0 || Rtp.ssrc(bytes, offset) != stream.ssrc()) {
        return;
      }
      decoder.add(
          packet.timeNanos(),
          Rtp.sequence(bytes, offset),
          Rtp.timestamp(bytes, offset),
          codecs[Rtp.payloadType(bytes, offset)],
          bytes,
          offset + header,
          length);
    }

    private void notes(DecodedStream sound, Set<String> notes) {
      String where = stream.src() + " to " + stream.dst();
      if (stream.srtp()) {
        notes.add("The sound from " + where + " is encrypted (SRTP).");
      } else if (AudioCodecs.named(stream.codec()) == null) {
        String codec = stream.codec().isEmpty() ? "an unknown codec" : stream.codec();
        notes.add("The sound from " + where + " is " + codec + ", which cannot be played yet.");
      }
      if (sound.cut()) {
        notes.add(
            "Only the first "
                + StreamDecoder.MAX_SECONDS / 3600
                + " hours of the sound from "
                + where
                + " are here.");
      }
    }
  }

  /** A further stream. */
  Part part(StreamSnapshot stream) {
    Part part = new Part(stream);
    parts.add(part);
    return part;
  }

  /** All of it: one rate, sample 0 of every track at the same time. */
  CallAudio finish() {
    Set<String> notes = new LinkedHashSet<>();
    List<DecodedStream> sounds = new ArrayList<>();
    int rate = 0;
    long start = Long.MAX_VALUE;
    for (Part part : parts) {
      DecodedStream sound = part.decoder.decode();
      part.notes(sound, notes);
      sounds.add(sound);
      if (sound.samples().length > 0) {
        rate = Math.max(rate, sound.sampleRate());
        start = Math.min(start, sound.startNanos());
      }
    }
    List<CallAudio.Track> tracks = new ArrayList<>();
    for (int i = 0; i < parts.size(); i++) {
      if (sounds.get(i).samples().length > 0) {
        tracks.add(track(parts.get(i).stream, sounds.get(i).resampled(rate), start));
      }
    }
    return new CallAudio(
        tracks.isEmpty() ? 0 : start, rate == 0 ? USUAL_RATE : rate, tracks, List.copyOf(notes));
  }

  private static CallAudio.Track track(StreamSnapshot stream, DecodedStream sound, long start) {
    long lead = Math.round((sound.startNanos() - start) * (sound.sampleRate() / 1e9));
    int shift = (int) Math.min(lead, (long) StreamDecoder.MAX_SECONDS * sound.sampleRate());
    short[] samples = new short[shift + sound.samples().length];
    System.arraycopy(sound.samples(), 0, samples, shift, sound.samples().length);
    int[] gaps = sound.gaps().clone();
    for (int i = 0; i < gaps.length; i++) {
      gaps[i] += shift;
    }
    String label = stream.src().address() + " → " + stream.dst().address();
    boolean forward = !stream.direction().equals("backward");
    return new CallAudio.Track(stream.number(), label, forward, samples, gaps);
  }
}
