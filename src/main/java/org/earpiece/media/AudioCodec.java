package org.earpiece.media;

/** Makes sound of the payload of one encoding. Stateless; state lives in its decoders. */
public interface AudioCodec {
  /** The encoding's name as registered (RFC 3551 and others), matched without case. */
  String name();

  /**
   * Samples a second of the sound, Hz.
   *
   * @param clockRate the RTP clock, Hz, which is the sampling rate of most encodings
   */
  int sampleRate(int clockRate);

  /** A decoder for one stream, given its payloads in order of sequence. */
  Decoder decoder();

  /** Decodes the payloads of one stream in order. One thread. */
  interface Decoder {
    /** Samples that a payload of this many bytes makes at most. */
    int samples(int payloadLength);

    /** Decodes a payload into {@code out} from {@code at} on; returns the samples made. */
    int decode(byte[] payload, int offset, int length, short[] out, int at);
  }
}
