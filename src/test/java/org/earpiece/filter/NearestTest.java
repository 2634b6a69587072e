package org.earpiece.filter;

import static org.assertj.core.api.Assertions.assertThat;

import org.earpiece.dissect.Dissectors;
import org.earpiece.packet.FieldRegistry;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The field that was probably meant. */
final class NearestTest {
  private static final FieldRegistry FIELDS = new FieldRegistry(Dissectors.fields());

  @ParameterizedTest
  @CsvSource({
    "sip.method,sip.Method",
    "sip.callid,sip.Call-ID",
    "udp.prt,udp.port",
    "ip.scr,ip.src",
    "sip.Mehtod,sip.Method",
    "ip.address,ip.addr",
    "tcp.window_siz,tcp.window_size",
    "Method,sip.Method",
    "status-code,sip.Status-Code",
    "tcp.strem,tcp.stream",
    "xyzzy,",
    "x.y.z,"
  })
  void isProposed(String word, String name) {
    assertThat(Nearest.to(word, FIELDS.all().keySet())).isEqualTo(name);
  }

  @ParameterizedTest
  @CsvSource({
    "sip.callid,sip.Call-ID",
    "sip.callid[0:3] == 1,sip.Call-ID",
    "len(udp.prt) > 1,udp.port"
  })
  void isNamedInTheRefusal(String filter, String name) {
    assertThat(FilterCompiler.compile(filter, FIELDS))
        .isInstanceOfSatisfying(
            FilterResult.Refused.class,
            refused ->
                assertThat(refused.error().message()).endsWith("did you mean " + name + "?"));
  }
}
