package org.earpiece.dissect.voip.sip;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NameAddressTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '#',
      nullValues = "-",
      value = {
        // value | display | uri | user | host | tag | text
        "<sip:a@b>;tag=1|##|sip:a@b|a|b|1|<sip:a@b>",
        "sip:a@b;tag=1|##|sip:a@b|a|b|1|sip:a@b",
        "\"Al\" <sip:a@b:5070>;x=y;Tag = 1 ;z|Al|sip:a@b:5070|a|b|1|\"Al\" <sip:a@b:5070>",
        "Bob B  <sip:a@b;user=phone>|Bob B|sip:a@b;user=phone|a|b|##|Bob B  <sip:a@b;user=phone>",
        "\"a \\\"q\\\" <b>, c;tag=9\"<sip:u@h>;tag=1|a \"q\" <b>, c;tag=9|sip:u@h|u|h|1|"
            + "\"a \\\"q\\\" <b>, c;tag=9\"<sip:u@h>",
        "<tel:+1-201;phone-context=x>;tag=5|##|tel:+1-201;phone-context=x|+1-201|##|5|"
            + "<tel:+1-201;phone-context=x>",
        "tel:911;tag=5|##|tel:911|911|##|5|tel:911",
        "<sip:user:secret@[2001:db8::1]:5060;lr>|##|sip:user:secret@[2001:db8::1]:5060;lr|user|"
            + "[2001:db8::1]|##|<sip:user:secret@[2001:db8::1]:5060;lr>",
        "<sip:h>|##|sip:h|##|h|##|<sip:h>",
        "<sips:1;a=b@h?subject=x>|##|sips:1;a=b@h?subject=x|1;a=b|h|##|<sips:1;a=b@h?subject=x>",
        "<urn:service:sos>|##|urn:service:sos|##|##|##|<urn:service:sos>",
        "*|##|*|##|##|##|*",
        "##|##|##|##|##|##|##",
        "\"open|##|\"open|##|##|##|\"open",
        "<sip:a@b|##|sip:a@b|a|b|##|<sip:a@b",
        "<>|##|##|##|##|##|<>",
        "nonsense|##|nonsense|##|##|##|nonsense",
        "Jür <sip:jü@b>;tag=ü|Jür|sip:jü@b|jü|b|ü|Jür <sip:jü@b>",
        "<sip:@b>|##|sip:@b|##|b|##|<sip:@b>",
        "<sip:[::1>|##|sip:[::1|##|[|##|<sip:[::1>",
      })
  void takesApart(
      String value, String display, String uri, String user, String host, String tag, String text) {
    assertThat(NameAddress.parse(value))
        .isEqualTo(new NameAddress(display, uri, user, host, tag, text));
  }
}
