package org.earpiece.dissect.web;

import java.io.ByteArrayOutputStream;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import org.earpiece.bytes.ByteView;

/** Takes the content coding off a body (RFC 9110 section 8.4.1): gzip and deflate. */
final class ContentCoding {
  /** Bytes of a body at most, unpacked; of a longer one there is the beginning. */
  static final int MAX_UNPACKED = 4 << 20;

  private static final byte[] NOTHING = {};
  private static final int CHUNK = 8192;

  /** The header of a member of gzip (RFC 1952 section 2.3). */
  private static final int GZIP_HEADER = 10;

  private static final int GZIP_MAGIC = 0x1F8B08;
  private static final int GZIP_FLAGS = 3;
  private static final int HEADER_CHECK = 0x02;
  private static final int EXTRA = 0x04;
  private static final int NAME = 0x08;
  private static final int COMMENT = 0x10;

  private ContentCoding() {}

  /**
   * The content of a body, as far as it can be unpacked: nothing where the coding is another one,
   * or the body contradicts it.
   */
  static byte[] unpack(String coding, byte[] body) {
    return switch (coding) {
      case "identity" -> body;
      case "gzip", "x-gzip" -> {
        int at = behindGzipHeader(new ByteView().wrap(body));
        yield at < 0 ? NOTHING : inflate(body, at, true);
      }
      case "deflate" -> inflate(body, 0, !isZlib(body));
      default -> NOTHING;
    };
  }

  /** Whether deflate is what it says (RFC 1950), or bare (RFC 1951), as some send it. */
  private static boolean isZlib(byte[] body) {
    return body.length > 1
        && (body[0] & 0x0F) == 8
        && ((body[0] & 0xFF) << Byte.SIZE | (body[1] & 0xFF)) % 31 == 0;
  }

  private static int behindGzipHeader(ByteView b) {
    if (!b.has(0, GZIP_HEADER) || b.u24(0) != GZIP_MAGIC) {
      return -1;
    }
    int flags = b.u8(GZIP_FLAGS);
    int at = GZIP_HEADER;
    if ((flags & EXTRA) != 0) {
      if (!b.has(at, 2)) {
        return -1;
      }
      at += 2 + b.u8(at) + (b.u8(at + 1) << Byte.SIZE); // least significant byte first
    }
    at = (flags & NAME) != 0 ? behindZero(b, at) : at;
    at = (flags & COMMENT) != 0 ? behindZero(b, at) : at;
    at += at >= 0 && (flags & HEADER_CHECK) != 0 ? 2 : 0;
    return at <= b.length() ? at : -1;
  }

  private static int behindZero(ByteView b, int from) {
    int zero = from < 0 || from >= b.length() ? -1 : b.indexOf((byte) 0, from, b.length());
    return zero < 0 ? -1 : zero + 1;
  }

  private static byte[] inflate(byte[] body, int from, boolean bare) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    byte[] chunk = new byte[CHUNK];
    Inflater inflater = new Inflater(bare);
    try {
      inflater.setInput(body, from, body.length - from);
      int count = inflater.inflate(chunk);
      while (count > 0 && out.size() < MAX_UNPACKED) {
        out.write(chunk, 0, Math.min(count, MAX_UNPACKED - out.size()));
        count = inflater.inflate(chunk);
      }
    } catch (DataFormatException e) {
      return out.toByteArray(); // as far as it was right
    } finally {
      inflater.end();
    }
    return out.toByteArray();
  }
}
