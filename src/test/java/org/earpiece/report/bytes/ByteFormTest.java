package org.earpiece.report.bytes;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ByteFormTest {
  @ParameterizedTest
  @CsvSource({
    "HEX_STREAM, 8008fe00, 8008fe00",
    "HEX_STREAM, '', ''",
    "BASE64, 8008fe00, gAj+AA==",
    "ESCAPED, 5349500d0a225c00ff, 'SIP\\r\\n\\\"\\\\\\x00\\xff'",
    "HEX_DUMP, '', ''"
  })
  void writes(ByteForm form, String hex, String text) {
    assertThat(form.text(HexFormat.of().parseHex(hex))).isEqualTo(text);
  }

  @Test
  void aDumpHasOffsetsHexAndText() {
    byte[] bytes = "INVITE sip:2010@x".getBytes(StandardCharsets.US_ASCII);
    bytes[6] = 0;
    assertThat(ByteForm.HEX_DUMP.text(bytes))
        .isEqualTo(
            """
            0000  49 4e 56 49 54 45 00 73 69 70 3a 32 30 31 30 40  INVITE.sip:2010@
            0010  78                                               x
            """);
  }

  @Test
  void anArrayCanBeCompiled() {
    assertThat(ByteForm.C_ARRAY.text(new byte[13]))
        .isEqualTo(
            """
            static const unsigned char packet[] = {
              0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00,
              0x00
            };
            """);
  }
}
