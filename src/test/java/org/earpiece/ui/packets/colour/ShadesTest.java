package org.earpiece.ui.packets.colour;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.earpiece.dissect.Dissectors;
import org.earpiece.filter.FilterCompiler;
import org.earpiece.filter.FilterResult;
import org.earpiece.packet.FieldRegistry;
import org.earpiece.settings.ColouringRule;
import org.earpiece.settings.ShippedRules;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ShadesTest {
  static Stream<ColouringRule> shipped() {
    return Stream.concat(ShippedRules.ALL.stream(), ShippedRules.CONVERSATIONS.stream());
  }

  @ParameterizedTest
  @MethodSource("shipped")
  void textStandsOutInBothWindowsInItsOwnColour(ColouringRule rule) {
    Shades light = Shades.of(rule, false);
    assertThat(Shades.contrast(light.ink(), light.ground())).isGreaterThanOrEqualTo(4.5);
    assertThat(light.ink().toString()).startsWith("0x" + rule.ink().substring(1));
    Shades dark = Shades.of(rule, true);
    assertThat(Shades.contrast(dark.ink(), dark.ground())).isGreaterThanOrEqualTo(4.5);
    assertThat(dark.ground().getBrightness()).isLessThan(0.55);
  }

  @Test
  void shippedFiltersAreValid() {
    FieldRegistry fields = new FieldRegistry(Dissectors.fields());
    assertThat(ShippedRules.ALL)
        .allMatch(
            rule -> FilterCompiler.compile(rule.filter(), fields) instanceof FilterResult.Accepted);
  }

  @Test
  void whateverColoursAreChosenTextCanBeRead() {
    Random random = new Random(5);
    List<Shades> all = new ArrayList<>();
    for (int i = 0; i < 2_000; i++) {
      String ink = "#%06x".formatted(random.nextInt(1 << 24));
      String ground = "#%06x".formatted(random.nextInt(1 << 24));
      all.add(Shades.of(new ColouringRule("", "", ink, ground, true, false), i % 2 == 0));
    }
    assertThat(all).allMatch(s -> Shades.contrast(s.ink(), s.ground()) >= Shades.LEAST_CONTRAST);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "red", "#12", "#gggggg"})
  void whatIsNoColourIsBlackOnWhite(String text) {
    Shades shades = Shades.of(new ColouringRule("", "", text, text, true, false), false);
    assertThat(Shades.contrast(shades.ink(), shades.ground())).isEqualTo(21);
  }
}
