package org.earpiece.bytes;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ByteViewTest {
  private static final byte[] BYTES = {
    9, 9, (byte) 0x81, 2, (byte) 0xF3, 4, 5, 6, 7, (byte) 0x88, 9, 9
  };
  private final ByteView view = new ByteView().wrap(BYTES, 2, 8);

  @Test
  void readsNetworkByteOrderRelativeToItsStart() {
    assertThat(view.u8(0)).isEqualTo(0x81);
    assertThat(view.u16(0)).isEqualTo(0x8102);
    assertThat(view.u24(0)).isEqualTo(0x8102F3);
    assertThat(view.u32(0)).isEqualTo(0x8102F304L);
    assertThat(view.i32(0)).isEqualTo(0x8102F304);
    assertThat(view.i64(0)).isEqualTo(0x8102F30405060788L);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7})
  void unsignedOfAnySizeIsThatOfBigInteger(int size) {
    assertThat(view.unsigned(1, size))
        .isEqualTo(new BigInteger(1, view.copy(1, size)).longValueExact());
  }

  @ParameterizedTest
  @CsvSource({
    "0,8,true",
    "0,9,false",
    "8,0,true",
    "9,0,false",
    "-1,1,false",
    "3,-1,false",
    "7,1,true",
    "2147483647,1,false",
    "1,2147483647,false"
  })
  void hasNeverOverflows(int position, int count, boolean expected) {
    assertThat(view.has(position, count)).isEqualTo(expected);
  }

  @Test
  void findsBytesWithinTheRangeOnly() {
    assertThat(view.indexOf((byte) 5, 0, 8)).isEqualTo(4);
    assertThat(view.indexOf((byte) 5, 5, 8)).isEqualTo(-1);
    assertThat(view.indexOf((byte) 9, 0, 8)).isEqualTo(-1);
  }
}
