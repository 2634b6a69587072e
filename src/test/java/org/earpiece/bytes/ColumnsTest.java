package org.earpiece.bytes;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ColumnsTest {
  private static final int ROWS = 200_001;

  @Test
  void keepEveryValueOverManyChunks() {
    IntColumn ints = new IntColumn();
    LongColumn longs = new LongColumn();
    ShortColumn shorts = new ShortColumn();
    ByteColumn bytes = new ByteColumn();
    for (int i = 0; i < ROWS; i++) {
      ints.add(-i);
      longs.add(-i * 3_000_000_000L);
      shorts.add((short) i);
      bytes.add((byte) i);
    }
    assertThat(ints.size()).isEqualTo(ROWS);
    for (int i = 0; i < ROWS; i++) {
      assertThat(ints.get(i)).isEqualTo(-i);
      assertThat(longs.get(i)).isEqualTo(-i * 3_000_000_000L);
      assertThat(shorts.get(i)).isEqualTo((short) i);
      assertThat(bytes.get(i)).isEqualTo((byte) i);
    }
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

  @Test
  void overwritesARow() {
    ByteColumn column = new ByteColumn();
    column.add((byte) 1);
    column.set(0, (byte) 7);
    assertThat(column.get(0)).isEqualTo((byte) 7);
    assertThat(column.size()).isEqualTo(1);
  }
}
