package org.earpiece.bytes;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class ColumnsTest {
  /** More than two chunks of the widest column. */
  private static final int ROWS = 2 * (Chunks.BYTES / Long.BYTES) + 4_711;

  @Test
  void keepEveryValueOverManyChunks() {
    IntColumn ints = new IntColumn();
    LongColumn longs = new LongColumn();
    ShortColumn shorts = new ShortColumn();
    int batch = 1_000;
    int[] someInts = new int[batch];
    long[] someLongs = new long[batch];
    short[] someShorts = new short[batch];
    for (int from = 0; from < ROWS; from += batch) {
      int count = Math.min(batch, ROWS - from);
      for (int i = 0; i < count; i++) {
        someInts[i] = -(from + i);
        someLongs[i] = (from + i) * -3_000_000_000L;
        someShorts[i] = (short) (from + i);
      }
      ints.append(someInts, count);
      longs.append(someLongs, count);
      shorts.append(someShorts, count);
    }
    assertThat(ints.size()).isEqualTo(ROWS);
    assertThat(longs.size()).isEqualTo(ROWS);
    assertThat(shorts.size()).isEqualTo(ROWS);
    for (int i = 0; i < ROWS; i++) {
      if (ints.get(i) != -i || longs.get(i) != i * -3_000_000_000L || shorts.get(i) != (short) i) {
        assertThat(i).as("row that differs").isEqualTo(-1);
      }
    }
  }

  @Test
  void bytesAreCopiedOverTheEdgesOfChunks() {
    ByteColumn column = new ByteColumn();
    byte[] part = new byte[1_009];
    for (int n = 0; column.size() < 2 * Chunks.BYTES + 10_000; n++) {
      Arrays.fill(part, (byte) n);
      column.append(part, 9, 1_000);
    }
    byte[] copy = new byte[1_000];
    for (int n = 0; n < column.size() / 1_000; n++) {
      column.copy(1_000 * n, copy, copy.length);
      Arrays.fill(part, (byte) n);
      if (!Arrays.equals(copy, 0, 1_000, part, 9, 1_009)) {
        assertThat(n).as("part that differs").isEqualTo(-1);
      }
    }
    column.release(Chunks.BYTES + 1);
    assertThat(column.bytes()).isEqualTo(2L * Chunks.BYTES);
    column.copy(Chunks.BYTES, copy, 1);
    assertThat(copy[0]).isEqualTo((byte) (Chunks.BYTES / 1_000));
  }

  @Test
  void singleValuesAndBatchesMayAlternate() {
    IntColumn column = new IntColumn();
    int[] batch = new int[3_000];
    int next = 0;
    while (next < 3 * (Chunks.BYTES / Integer.BYTES) / 2) {
      column.add(next++);
      for (int i = 0; i < batch.length; i++) {
        batch[i] = next++;
      }
      column.append(batch, batch.length);
    }
    assertThat(column.size()).isEqualTo(next);
    for (int i = 0; i < next; i += 997) {
      assertThat(column.get(i)).isEqualTo(i);
    }
    assertThat(column.get(next - 1)).isEqualTo(next - 1);
  }

  @Test
  void aFewRowsTakeLittle() {
    LongColumn column = new LongColumn();
    column.append(new long[] {1}, 1);
    assertThat(column.bytes()).isLessThan(100_000);
  }

  @Test
  void rowsThatNobodyNeedsCanBeLetGo() {
    LongColumn column = new LongColumn();
    int perChunk = Chunks.BYTES / Long.BYTES;
    long[] batch = new long[1_000];
    java.util.Arrays.fill(batch, 7);
    while (column.size() < 3 * perChunk) {
      column.append(batch, batch.length);
    }
    long before = column.bytes();
    column.release(-1);
    column.release(perChunk - 1);
    assertThat(column.bytes()).as("a chunk goes as a whole").isEqualTo(before);
    column.release(2 * perChunk + 5);
    column.release(perChunk);
    assertThat(column.bytes()).isEqualTo(before - 2L * Chunks.BYTES);
    assertThat(column.get(perChunk)).isZero();
    assertThat(column.get(2 * perChunk)).isEqualTo(7);
    column.append(batch, batch.length);
    assertThat(column.get(column.size() - 1)).isEqualTo(7);
  }

  @Test
  void aReaderSeesEveryRowBelowThePublishedSize() throws InterruptedException {
    IntColumn column = new IntColumn();
    Thread writer =
        Thread.ofPlatform()
            .start(() -> {
              for (int i = 0; i < 1_000_000; i++) {
                column.add(i);
              }
            });
    int size;
    do {
      size = column.size();
      if (size > 0) {
        assertThat(column.get(size - 1)).isEqualTo(size - 1);
        assertThat(column.get(size / 2)).isEqualTo(size / 2);
      }
    } while (size < 1_000_000);
    writer.join();
  }
}
