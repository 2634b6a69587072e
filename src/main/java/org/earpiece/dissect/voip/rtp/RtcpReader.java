package org.earpiece.dissect.voip.rtp;

import org.earpiece.bytes.ByteView;
import org.jspecify.annotations.Nullable;

/**
 * Walks the packets of a compound RTCP packet in place (RFC 3550 section 6). Reused; one thread.
 */
public final class RtcpReader {
  public static final int SR = 200;
  public static final int RR = 201;
  public static final int SDES = 202;
  public static final int BYE = 203;
  public static final int APP = 204;
  public static final int RTPFB = 205;
  public static final int PSFB = 206;
  public static final int XR = 207;

  /** Bytes of a report block. */
  public static final int BLOCK = 24;

  /** Bytes of the header with the first SSRC. */
  static final int HEADER = 8;

  static final int SENDER_INFO = 20;
  static final int CNAME = 1;

  private ByteView bytes = new ByteView();
  private int next;
  private int limit;
  private int offset;
  private int end;

  /** Begins at the first packet. */
  public RtcpReader begin(ByteView bytes, int offset, int end) {
    this.bytes = bytes;
    next = offset;
    limit = end;
    this.offset = offset;
    this.end = offset;
    return this;
  }

  /** Steps to the next packet; false at the end and where what follows is no whole packet. */
  public boolean next() {
    if (limit - next < 4 || bytes.u8(next) >> 6 != 2) {
      return false;
    }
    int size = 4 + 4 * bytes.u16(next + 2);
    if (size > limit - next) {
      return false;
    }
    offset = next;
    end = next + size;
    next = end;
    return true;
  }

  /** Steps to the next packet's header and first SSRC alone, whatever follows. */
  boolean header() {
    if (limit - next < HEADER || bytes.u8(next) >> 6 != 2) {
      return false;
    }
    offset = next;
    end = next + HEADER;
    next = limit;
    return true;
  }

  /** Bytes of padding that the last byte tells (RFC 3550 section 6.4.1), or 0. */
  int padding() {
    boolean padded = (bytes.u8(offset) & 0x20) != 0 && end - offset > HEADER;
    int told = padded ? bytes.u8(end - 1) : 0;
    return told <= end - offset - HEADER ? told : 0;
  }

  /** The packet type: {@link #SR}… */
  public int type() {
    return bytes.u8(offset + 1);
  }

  /** Report or source count, subtype or feedback message type: the low five bits. */
  public int count() {
    return bytes.u8(offset) & 0x1F;
  }

  /** Where the packet begins, from the start of the view. */
  public int offset() {
    return offset;
  }

  /** Where the packet ends, its padding included. */
  public int end() {
    return end;
  }

  private boolean has(int at, int size) {
    return at + size <= end;
  }

  /** Whether there is an SSRC of who sent the packet (not in SDES, and not in an empty BYE). */
  public boolean hasSsrc() {
    return type() != SDES && has(offset + 4, 4) && (type() != BYE || count() > 0);
  }

  /** The SSRC of who sent the packet, where {@link #hasSsrc}. */
  public int ssrc() {
    return bytes.i32(offset + 4);
  }

  /** Whether this is a sender report with its sender information. */
  public boolean hasSenderInfo() {
    return type() == SR && has(offset + 8, SENDER_INFO);
  }

  /** NTP time of the report: seconds since 1900 and their fraction in 32 bits each. */
  public long ntp() {
    return bytes.i64(offset + 8);
  }

  public long rtpTimestamp() {
    return bytes.u32(offset + 16);
  }

  public long senderPackets() {
    return bytes.u32(offset + 20);
  }

  public long senderOctets() {
    return bytes.u32(offset + 24);
  }

  /** Report blocks of a sender or receiver report that are there. */
  public int blocks() {
    if (type() != SR && type() != RR) {
      return 0;
    }
    return Math.max(0, Math.min(count(), (end - block(0)) / BLOCK));
  }

  /** Where a report block begins. */
  int block(int i) {
    return offset + 8 + (type() == SR ? SENDER_INFO : 0) + i * BLOCK;
  }

  /** The SSRC that a block reports on. */
  public int blockSsrc(int i) {
    return bytes.i32(block(i));
  }

  /** Loss since the last report, of 256. */
  public int fractionLost(int i) {
    return bytes.u8(block(i) + 4);
  }

  /** Packets lost in all; negative with duplicates. */
  public int cumulativeLost(int i) {
    return bytes.u24(block(i) + 5) << 8 >> 8;
  }

  public long highestSequence(int i) {
    return bytes.u32(block(i) + 8);
  }

  /** Interarrival jitter in units of the RTP timestamp. */
  public long jitter(int i) {
    return bytes.u32(block(i) + 12);
  }

  /** The middle 32 bits of the NTP time of the last sender report received, or 0. */
  public long lastSr(int i) {
    return bytes.u32(block(i) + 16);
  }

  /** Delay since that report, in 1/65536 s. */
  public long delaySinceLastSr(int i) {
    return bytes.u32(block(i) + 20);
  }

  /** The first block that tells of a sender report, or -1. */
  public int delayedBlock() {
    int block = 0;
    while (block < blocks() && lastSr(block) == 0) {
      block++;
    }
    return block < blocks() ? block : -1;
  }

  /** The CNAME of the first chunk of a source description that has one, or null. */
  public @Nullable String cname() {
    if (type() != SDES) {
      return null;
    }
    int at = offset + 8;
    while (at + 2 <= end) {
      int item = bytes.u8(at);
      if (item == 0) {
        at = nextChunk(at) + 4;
        continue;
      }
      int length = bytes.u8(at + 1);
      if (item == CNAME && has(at + 2, length)) {
        return bytes.utf8(at + 2, length);
      }
      at += 2 + length;
    }
    return null;
  }

  /** Where the chunk after the null item at {@code at} begins: on the next multiple of four. */
  int nextChunk(int at) {
    return offset + ((at - offset) / 4 + 1) * 4;
  }

  /** SSRCs that a BYE names. */
  public int byes() {
    return type() == BYE ? Math.min(count(), (end - offset - 4) / 4) : 0;
  }

  public int byeSsrc(int i) {
    return bytes.i32(offset + 4 + 4 * i);
  }
}
