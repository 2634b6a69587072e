package org.earpiece.filter.compute;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** A run of bytes is found wherever it stands, and nowhere else. */
final class ByteSearchTest {
  @Test
  void findsARunAtEveryPlaceOfEveryLength() {
    for (int length = 1; length < 24; length++) {
      byte[] part = new byte[length];
      for (int i = 0; i < length; i++) {
        part[i] = (byte) ('a' + i);
      }
      ByteSearch exact = ByteSearch.of(part);
      ByteSearch any = ByteSearch.ignoringCase(part);
      for (int at = 0; at < 40; at++) {
        byte[] text = new byte[64];
        System.arraycopy(part, 0, text, at, length);
        assertThat(exact.in(text, 0, text.length)).isTrue();
        assertThat(exact.in(text, at, at + length)).isTrue();
        assertThat(exact.in(text, at + 1, text.length)).isFalse();
        assertThat(exact.in(text, 0, at + length - 1)).isFalse();
        byte[] upper = new String(text, ISO_8859_1).toUpperCase(Locale.ROOT).getBytes(ISO_8859_1);
        assertThat(any.in(upper, 0, text.length)).isTrue();
        assertThat(exact.in(upper, 0, text.length)).isEqualTo(Arrays.equals(text, upper));
      }
    }
  }

  @Test
  void agreesWithALookAtEachPlace() {
    Random random = new Random(1);
    String letters = "aAbB`@{[\u00e1\u00c1";
    for (int run = 0; run < 200_000; run++) {
      String text = random(random, letters, random.nextInt(40));
      String part = random(random, letters, random.nextInt(4));
      byte[] bytes = text.getBytes(ISO_8859_1);
      assertThat(ByteSearch.of(part.getBytes(ISO_8859_1)).in(bytes, 0, bytes.length))
          .as("%s in %s", part, text)
          .isEqualTo(text.contains(part));
      assertThat(ByteSearch.ignoringCase(part.getBytes(ISO_8859_1)).in(bytes, 0, bytes.length))
          .as("%s in %s, in either case", part, text)
          .isEqualTo(lower(text).contains(lower(part)));
    }
  }

  private static String random(Random random, String letters, int length) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < length; i++) {
      text.append(letters.charAt(random.nextInt(letters.length())));
    }
    return text.toString();
  }

  private static String lower(String text) {
    return text.replace('A', 'a').replace('B', 'b');
  }
}
