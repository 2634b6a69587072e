package org.earpiece.session.follow;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ByteOrderTest {
  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "in order, 0:abc 3:def, abcdef",
    "again, 0:abc 0:abc 3:def, abcdef",
    "overlapping, 0:abcd 2:cdef, abcdef",
    "swapped, 0:abc 6:ghi 3:def, abcdefghi",
    "a longer one instead, 0:a 4:e 4:efg 1:bcd, abcdefg",
    "a gap that nothing fills, 0:abc 6:ghi, abc[3]ghi",
    "two gaps, 0:a 2:c 4:e, a[1]c[1]e",
    "round the end of the sequence numbers, 4294967294:ab 0:cd, abcd",
    "round it and swapped, 4294967294:ab 2:ef 0:cd, abcdef",
    "before the first one seen, 10:abc 5:xyz, abc"
  })
  void eachByteOnce(String what, String segments, String said) {
    StringBuilder all = new StringBuilder();
    ByteOrder order =
        new ByteOrder((bytes, missing) ->
            all.append(missing == 0 ? "" : "[" + missing + "]")
                .append(new String(bytes, US_ASCII)));
    for (String segment : segments.split(" ", -1)) {
      String[] parts = segment.split(":", -1);
      order.segment(Long.parseLong(parts[0]), parts[1].getBytes(US_ASCII));
    }
    order.end();
    assertThat(all).as(what).hasToString(said);
  }
}
