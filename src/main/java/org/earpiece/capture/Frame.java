package org.earpiece.capture;

import org.earpiece.packet.LinkType;
import org.jspecify.annotations.Nullable;

/**
 * One frame as a reader found it: where its bytes are, when it came, how long it was. Reused; valid
 * until the reader is asked for the next one. One thread.
 */
public final class Frame {
  /** Where the bytes are; a reader points this at its own buffer. */
  public byte[] array = new byte[0];

  /** The first byte in {@link #array}. */
  public int offset;

  /** Bytes at hand (caplen). */
  public int captured;

  /** Bytes on the wire. */
  public int length;

  /** Arrival, ns since 1970. */
  public long timeNanos;

  /** Number of the interface within the capture, from 0. */
  public int interfaceId;

  public LinkType linkType = LinkType.UNKNOWN;

  /** Where the record begins in its file, bytes; {@link FrameReader#read} takes it. */
  public long position;

  /** Bytes of frame check sequence that end the frame on the wire; 0 for none, or not told. */
  public int fcs;

  /** The flags of the record (draft-ietf-opsawg-pcapng, epb_flags); 0 for none. */
  public long flags;

  /** Where the options of the record begin in {@link #array}, as they stand in the file. */
  public int optionsOffset;

  /** Bytes of options; 0 for none. */
  public int optionsLength;

  /** The byte order of the options. */
  public boolean optionsBigEndian;

  /** What a reader keeps in this frame between two reads, to read on cheaply. Nobody else's. */
  public @Nullable Object held;

  /** Becomes what another frame is now, but for what a reader keeps in it. */
  public void copy(Frame other) {
    array = other.array;
    offset = other.offset;
    captured = other.captured;
    length = other.length;
    timeNanos = other.timeNanos;
    interfaceId = other.interfaceId;
    linkType = other.linkType;
    position = other.position;
    fcs = other.fcs;
    flags = other.flags;
    optionsOffset = other.optionsOffset;
    optionsLength = other.optionsLength;
    optionsBigEndian = other.optionsBigEndian;
  }
}
