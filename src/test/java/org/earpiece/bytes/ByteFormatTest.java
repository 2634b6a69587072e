package org.earpiece.bytes;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;

class ByteFormatTest {
  private static final byte[] BYTES =
      "..INVITE \"ü\\\"\r\n\t\u0000!".getBytes(StandardCharsets.UTF_8);

  @Test
  void aHexDumpHasPositionsBytesAndCharacters() {
    assertThat(ByteFormat.HEX_DUMP.of(BYTES, 0, BYTES.length))
        .isEqualTo(
            """
            0000  2e 2e 49 4e 56 49 54 45  20 22 c3 bc 5c 22 0d 0a  ..INVITE "..\\"..
            0010  09 00 21                                          ..!
            """);
  }

  @Test
  void aHexDumpOfAPartBeginsWithItsPlace() {
    assertThat(ByteFormat.HEX_DUMP.of(BYTES, 2, 4)).startsWith("0002  49 4e    ").endsWith("IN\n");
  }

  @Test
  void theOthersSayTheSameBytes() {
    int end = BYTES.length;
    assertThat(HexFormat.of().parseHex(ByteFormat.HEX_STREAM.of(BYTES, 0, end))).isEqualTo(BYTES);
    assertThat(Base64.getDecoder().decode(ByteFormat.BASE64.of(BYTES, 0, end))).isEqualTo(BYTES);
    assertThat(ByteFormat.TEXT.of(BYTES, 2, end)).isEqualTo("INVITE \"ü\\\"\r\n\t.!");
    assertThat(ByteFormat.C_ARRAY.of(BYTES, 2, 12))
        .isEqualTo(
            """
            static const unsigned char bytes[10] = {
              0x49, 0x4e, 0x56, 0x49, 0x54, 0x45, 0x20, 0x22,
              0xc3, 0xbc
            };
            """);
    assertThat(ByteFormat.ESCAPED.of(BYTES, 7, 14)).isEqualTo("\"E \\x22\\xc3\\xbc\\x5c\\x22\"");
  }

  @Test
  void nothingIsNothing() {
    for (ByteFormat format : ByteFormat.values()) {
      assertThat(format.of(BYTES, 3, 3)).doesNotContain("49").isNotNull();
    }
  }
}
