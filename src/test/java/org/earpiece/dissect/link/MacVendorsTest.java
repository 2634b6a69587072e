package org.earpiece.dissect.link;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Names of vendors before the rest of an address. */
final class MacVendorsTest {
  @ParameterizedTest
  @CsvSource({
    "00:15:65:12:34:56, XIAMEN YEALINK NETWORK TECHNOLOGY, XiamenYe_12:34:56",
    "00:0b:82:01:fc:42, Grandstream Networks, Grandstr_01:fc:42",
    "70:b3:d5:08:1b:2c, IST Technologies (SHENZHEN) Limited, ISTTechn_b:2c",
    "ff:ff:ff:ff:ff:ff, , Broadcast",
    "02:00:00:00:00:01, , 02:00:00:00:00:01",
    "00:00:00:00:00:00, XEROX, 00:00:00:00:00:00",
    "192.0.2.1, , 192.0.2.1"
  })
  void namesAddresses(String address, @Nullable String organization, String text) {
    assertThat(MacVendors.text(address)).isEqualTo(text);
    String digits = address.replace(":", "");
    if (digits.length() == 12) {
      String found = MacVendors.organization(Long.parseLong(digits, 16));
      if (organization == null) {
        assertThat(found).isNull();
      } else {
        assertThat(found).startsWith(organization);
      }
    }
  }

  @Test
  void shortensNames() {
    assertThat(MacVendors.shortened("Hon Hai Precision Ind. Co.,Ltd.")).isEqualTo("HonHaiPr");
    assertThat(MacVendors.shortened("D-Link Corporation")).isEqualTo("D-Link");
    assertThat(MacVendors.shortened("BUFFALO.INC")).isEqualTo("Buffalo");
    assertThat(MacVendors.shortened("Dell Inc.")).isEqualTo("Dell");
    assertThat(MacVendors.shortened("")).isEmpty();
    assertThat(MacVendors.shortened("Limited")).isEqualTo("Limited");
  }
}
