package org.earpiece.filter.regex;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** An automaton finds what a backtracking expression finds, and never backtracks. */
final class AutomatonTest {
  private static final int FLAGS = Pattern.CASE_INSENSITIVE | Pattern.UNIX_LINES;

  @ParameterizedTest(name = "{0} in {1}")
  @CsvSource(
      delimiter = '#',
      quoteCharacter = '~',
      value = {
        "invite                   # INVITE sip:a          # true",
        "invite                   # BYE sip:a             # false",
        "^sip:[0-9]+@(a|b)\\.     # sip:2010@B.example    # true",
        "^sip:                    # <sip:                 # false",
        "example$                 # sip:a@example         # true",
        "INVITE|BYE               # bye                   # true",
        "[[:digit:]]{3}           # a12b                  # false",
        "[[:digit:]]{3}           # a123b                 # true",
        "[^]a]                    # ]a]A                  # false",
        "a[[:]b                   # a:b                   # true",
        "\\bok\\b                 # 200 OK                # true",
        "\\bok\\b                 # okay                  # false",
        "(?i)Busy Here            # busy here             # true",
        "(?<name>a)b              # ab                    # true",
        "\\x41{2,3}b              # aab                   # true",
      })
  void finds(String perl, String text, boolean found) {
    assertThat(find(Automaton.of(perl), text)).isEqualTo(found);
  }

  /** What is not regular, or not of ASCII, is left to others. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "(a)\\1",
        "a(?=b)",
        "a(?!b)",
        "(?<=a)b",
        "a*+",
        "(?>a)",
        "\\p{Alpha}",
        "\\Qa\\E",
        "\u00e4",
        "(?x)a b",
        "\\G",
        "\\k<n>",
        "(((a{100}){100}){100})"
      })
  void leavesToOthers(String perl) {
    assertThat(Automaton.of(perl)).isNull();
  }

  @Test
  void agreesWithTheBacktrackingOne() {
    Random random = new Random(1);
    String[] parts = {
      "a", "b", "ab", "1", "-", ".", "[ab]", "[^a]", "[a-c]", "[^\\]a]", "[\\w-]", "[\\d_]", "(",
      ")", "|", "*", "+", "?", "{2}", "{0,1}", "{1,}", "*?", "\\.", "\\w", "\\W", "\\d", "\\s",
      "\\S", "\\b", "\\B", "^", "$", "\\z", "\\Z", "\\A", "(?:", "\\x61", "A", "\\n", "\\h", "\\v",
      "\\x2E", "_", " "
    };
    String letters = "abAB1._- \n\n\r\u00e1\u00a0\u0085";
    int compared = 0;
    int found = 0;
    for (int run = 0; run < 400_000; run++) {
      StringBuilder perl = new StringBuilder();
      for (int i = random.nextInt(7); i >= 0; i--) {
        perl.append(parts[random.nextInt(parts.length)]);
      }
      Pattern pattern = pattern(perl.toString());
      Automaton automaton = pattern == null ? null : Automaton.of(perl.toString());
      for (int texts = 0; automaton != null && texts < 3; texts++) {
        StringBuilder text = new StringBuilder();
        for (int i = random.nextInt(9); i > 0; i--) {
          text.append(letters.charAt(random.nextInt(letters.length())));
        }
        boolean finds = pattern.matcher(text).find();
        assertThat(find(automaton, text.toString()))
            .as("%s in \"%s\"", perl, text)
            .isEqualTo(finds);
        compared++;
        found += finds ? 1 : 0;
      }
    }
    assertThat(compared).isGreaterThan(100_000);
    assertThat(found).isBetween(compared / 10, compared * 9 / 10);
  }

  /** Each class of POSIX, alone, not, and among others, over every byte. */
  @ParameterizedTest
  @CsvSource({
    "alpha, Alpha",
    "digit, Digit",
    "alnum, Alnum",
    "upper, Upper",
    "lower, Lower",
    "blank, Blank",
    "punct, Punct",
    "print, Print",
    "graph, Graph",
    "cntrl, Cntrl",
    "xdigit, XDigit"
  })
  void knowsClasses(String posix, String java) {
    for (int b = 0; b < ByteSet.ALL; b++) {
      String text = String.valueOf((char) b);
      assertThat(find(Automaton.of("[[:" + posix + ":]]"), text))
          .as("%d in %s", b, posix)
          .isEqualTo(Pattern.compile("[\\p{" + java + "}]", FLAGS).matcher(text).find());
      assertThat(find(Automaton.of("[^_[:" + posix + ":]]"), text))
          .as("%d not in %s", b, posix)
          .isEqualTo(Pattern.compile("[^_\\p{" + java + "}]", FLAGS).matcher(text).find());
    }
  }

  @Test
  void doesNotBacktrack() {
    ByteMatcher matcher = Automaton.of("(a+)+(a|aa)*b").matcher();
    byte[] text = "a".repeat(65_535).getBytes(ISO_8859_1);
    assertThat(matcher.find(text, 0, text.length)).isFalse();
    assertThat(matcher.exhausted()).isFalse();
  }

  @Test
  void statesAreForgottenAndTheAnswerIsTheSame() {
    String perl = "b[ab]{15}c";
    ByteMatcher matcher = Automaton.of(perl).matcher();
    Pattern pattern = Pattern.compile(perl, FLAGS);
    Random random = new Random(1);
    for (int run = 0; run < 5_000 && !matcher.exhausted(); run++) {
      StringBuilder text = new StringBuilder();
      for (int i = 0; i < 200; i++) {
        text.append(random.nextInt(40) == 0 ? 'c' : (char) ('a' + random.nextInt(2)));
      }
      byte[] bytes = text.toString().getBytes(ISO_8859_1);
      assertThat(matcher.find(bytes, 0, bytes.length)).isEqualTo(pattern.matcher(text).find());
    }
    assertThat(matcher.exhausted()).isTrue();
  }

  private static @Nullable Pattern pattern(String perl) {
    try {
      return Pattern.compile(perl, FLAGS);
    } catch (PatternSyntaxException e) {
      return null;
    }
  }

  private static boolean find(@Nullable Automaton automaton, String text) {
    assertThat(automaton).isNotNull();
    byte[] bytes = ("#" + text + "#").getBytes(ISO_8859_1);
    return automaton.matcher().find(bytes, 1, bytes.length - 1);
  }
}
