package org.earpiece.fuzz;

import java.util.Arrays;
import java.util.List;
import java.util.Random;

/** Spoils inputs by chance, the same way for the same seed. Blind: it learns nothing. */
final class Mutator {
  private static final int MAX_STEPS = 6;
  private static final int MAX_LENGTH = 8192;
  private static final int[] EDGES = {0, 1, 0x7F, 0x80, 0xFF, '\r', '\n', '"', ';', ':', ',', '<'};

  private final Random random;
  private final List<byte[]> corpus;

  Mutator(long seed, List<byte[]> corpus) {
    random = new Random(seed);
    this.corpus = corpus;
  }

  /** One of the corpus with some steps of damage. */
  byte[] next() {
    byte[] data = any().clone();
    for (int i = 1 + random.nextInt(MAX_STEPS); i > 0; i--) {
      data = spoil(data);
    }
    return data.length > MAX_LENGTH ? Arrays.copyOf(data, MAX_LENGTH) : data;
  }

  private byte[] any() {
    return corpus.get(random.nextInt(corpus.size()));
  }

  private byte[] spoil(byte[] data) {
    int at = random.nextInt(data.length + 1);
    int to = at + random.nextInt(Math.min(64, data.length - at) + 1);
    return switch (random.nextInt(6)) {
      case 0 -> replace(data, at, to, new byte[0]);
      case 1 -> replace(data, at, at, Arrays.copyOfRange(data, at, to));
      case 2 -> replace(data, at, to, partOfAnother());
      case 3 -> Arrays.copyOf(data, at);
      default -> overwritten(data);
    };
  }

  private byte[] partOfAnother() {
    byte[] other = any();
    int from = random.nextInt(other.length + 1);
    int end = from + random.nextInt(other.length - from + 1);
    return Arrays.copyOfRange(other, from, end);
  }

  private byte[] overwritten(byte[] data) {
    if (data.length > 0) {
      int at = random.nextInt(data.length);
      data[at] =
          switch (random.nextInt(3)) {
            case 0 -> (byte) EDGES[random.nextInt(EDGES.length)];
            case 1 -> (byte) (data[at] ^ 1 << random.nextInt(8));
            default -> (byte) random.nextInt();
          };
    }
    return data;
  }

  private static byte[] replace(byte[] data, int from, int to, byte[] with) {
    byte[] result = new byte[from + with.length + data.length - to];
    System.arraycopy(data, 0, result, 0, from);
    System.arraycopy(with, 0, result, from, with.length);
    System.arraycopy(data, to, result, from + with.length, data.length - to);
    return result;
  }
}
