package org.earpiece.capture.file;

import com.github.luben.zstd.ZstdInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.GZIPInputStream;
import net.jpountz.lz4.LZ4Exception;
import net.jpountz.lz4.LZ4Factory;
import net.jpountz.lz4.LZ4FrameInputStream;
import net.jpountz.xxhash.XXHashFactory;
import org.earpiece.capture.CaptureException;
import org.earpiece.capture.CaptureException.Kind;
import org.jspecify.annotations.Nullable;

/** How captures are compressed, told apart by their first bytes. */
enum Compression {
  GZIP("gzip"),
  ZSTANDARD("Zstandard"),
  LZ4("LZ4");

  /** Bytes that tell. */
  static final int MAGIC = 4;

  private static final int GZIP_MAGIC = 0x8B1F;
  private static final int ZSTANDARD_MAGIC = 0xFD2F_B528;
  private static final int LZ4_MAGIC = 0x184D_2204;
  private static final int BUFFER = 1 << 16;

  private final String title;

  Compression(String title) {
    this.title = title;
  }

  /** The compression of what begins with these bytes, or null where there is none. */
  static @Nullable Compression of(byte[] first) {
    if (first.length < MAGIC) {
      return null;
    }
    if (Bytes.u16(first, 0, false) == GZIP_MAGIC) {
      return GZIP;
    }
    return switch (Bytes.i32(first, 0)) {
      case ZSTANDARD_MAGIC -> ZSTANDARD;
      case LZ4_MAGIC -> LZ4;
      default -> null;
    };
  }

  /** What a compressed stream unpacks to. Reading ends with a sentence where it is damaged. */
  InputStream unpack(InputStream packed) {
    return new Unpacked(this, packed);
  }

  private InputStream open(InputStream packed) throws IOException {
    return switch (this) {
      case GZIP -> new GZIPInputStream(packed, BUFFER);
      case ZSTANDARD -> new ZstdInputStream(packed);
      case LZ4 ->
          new LZ4FrameInputStream(
              packed,
              LZ4Factory.safeInstance().safeDecompressor(),
              XXHashFactory.safeInstance().hash32());
    };
  }

  /** Says in words of ours what a library throws. */
  private static final class Unpacked extends InputStream {
    private final Compression compression;
    private final Counted packed;
    private @Nullable InputStream unpacking;

    Unpacked(Compression compression, InputStream packed) {
      this.compression = compression;
      this.packed = new Counted(packed);
    }

    @Override
    public int read() throws IOException {
      byte[] one = new byte[1];
      return read(one, 0, 1) <= 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
      try {
        InputStream from = unpacking;
        if (from == null) {
          from = compression.open(packed);
          unpacking = from;
        }
        return from.read(target, offset, length);
      } catch (EOFException e) {
        throw ended();
      } catch (StackOverflowError e) { // GZIPInputStream calls itself for each empty member
        throw damaged(new IOException("too many empty members", e));
      } catch (IOException | LZ4Exception e) {
        if (packed.failure != null) {
          throw packed.failure;
        }
        throw packed.ended ? ended() : damaged(e);
      }
    }

    private CaptureException ended() {
      return new CaptureException(
          Kind.DATA, "cut: the %s data ends too early, after %d bytes".formatted(name(), count()));
    }

    private CaptureException damaged(Exception e) {
      return new CaptureException(
          Kind.DATA,
          "damaged: the %s data cannot be unpacked before offset %d (%s)"
              .formatted(name(), count(), e.getMessage()));
    }

    private String name() {
      return compression.title;
    }

    private long count() {
      return packed.count;
    }

    @Override
    public void close() throws IOException {
      try (packed) {
        if (unpacking != null) {
          unpacking.close();
        }
      }
    }
  }

  /** Counts what is read of a stream, and keeps in mind how that ended. */
  private static final class Counted extends InputStream {
    private final InputStream in;
    private long count;
    private boolean ended;
    private @Nullable IOException failure;

    Counted(InputStream in) {
      this.in = in;
    }

    @Override
    public int read() throws IOException {
      byte[] one = new byte[1];
      return read(one, 0, 1) <= 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
      try {
        int read = in.read(target, offset, length);
        count += Math.max(0, read);
        ended |= read < 0;
        return read;
      } catch (IOException e) {
        failure = e;
        throw e;
      }
    }

    @Override
    public int available() throws IOException {
      return in.available();
    }

    @Override
    public void close() throws IOException {
      in.close();
    }
  }
}
