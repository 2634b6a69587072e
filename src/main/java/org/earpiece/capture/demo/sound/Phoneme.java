package org.earpiece.capture.demo.sound;

import java.util.List;

/**
 * The sounds of English under their ARPABET names, each as pieces with targets of a vocal tract.
 * Formants in Hz of a man's voice.
 */
@SuppressWarnings("ImmutableEnumChecker") // the lists are those of List.of
enum Phoneme {
  IY(vowel(120, 280, 2250, 2900)),
  IH(vowel(90, 400, 1920, 2560)),
  EH(vowel(105, 550, 1770, 2490)),
  AE(vowel(125, 690, 1660, 2490)),
  AH(vowel(95, 620, 1220, 2550)),
  AX(vowel(60, 500, 1400, 2450)),
  AA(vowel(130, 710, 1100, 2540)),
  AO(vowel(125, 590, 880, 2540)),
  UH(vowel(90, 450, 1030, 2380)),
  UW(vowel(115, 310, 870, 2250)),
  ER(vowel(115, 470, 1270, 1540)),
  EY(vowel(75, 480, 1950, 2600), vowel(75, 330, 2200, 2750)),
  AY(vowel(95, 710, 1180, 2550), vowel(75, 390, 1980, 2600)),
  OY(vowel(85, 570, 880, 2450), vowel(75, 390, 1950, 2550)),
  AW(vowel(95, 700, 1250, 2500), vowel(75, 430, 950, 2350)),
  OW(vowel(80, 540, 1000, 2450), vowel(75, 390, 850, 2350)),
  W(glide(65, 300, 650, 2200)),
  Y(glide(60, 270, 2200, 2950)),
  R(glide(70, 340, 1150, 1500)),
  L(glide(70, 360, 1080, 2700)),
  M(nasal(75, 270, 1000, 2200)),
  N(nasal(70, 270, 1600, 2550)),
  NG(nasal(80, 270, 2050, 2600)),
  F(noise(90, 0, 0.22, 2200, 2800, 900)),
  V(noise(60, 0.35, 0.10, 2200, 2800, 900)),
  TH(noise(85, 0, 0.18, 2800, 2400, 1400)),
  DH(noise(50, 0.45, 0.06, 2800, 2400, 1400)),
  S(noise(105, 0, 0.55, 3650, 700, 1700)),
  Z(noise(75, 0.35, 0.35, 3650, 700, 1700)),
  SH(noise(105, 0, 0.65, 2500, 700, 1850)),
  ZH(noise(75, 0.35, 0.4, 2500, 700, 1850)),
  HH(breath(65)),
  P(closure(65, 0, 900), burst(10, 0.4, 900, 1500, 900), puff(28, 900)),
  B(closure(60, 0.22, 900), burst(8, 0.3, 900, 1500, 900)),
  T(closure(55, 0, 1750), burst(13, 0.9, 3400, 1100, 1750), puff(28, 1750)),
  D(closure(50, 0.22, 1750), burst(9, 0.6, 3200, 1200, 1750)),
  K(closure(65, 0, 1950), burst(16, 0.8, 1900, 600, 1950), puff(30, 1950)),
  G(closure(55, 0.22, 1950), burst(11, 0.6, 1900, 600, 1950)),
  CH(closure(50, 0, 1800), noise(75, 0, 0.7, 2600, 800, 1800)),
  JH(closure(45, 0.22, 1800), noise(55, 0.3, 0.45, 2600, 800, 1800)),
  /** A pause between parts of a sentence. */
  PAUSE(new Piece(220, 450, 1450, 2500, 0, 0, 0, 2500, 1000));

  /**
   * A piece of a sound.
   *
   * @param voicing strength of the vocal cords, 0 to 1
   * @param breath noise through the whole tract
   * @param noise noise from a narrowing, at {@code noiseHertz} and as wide as {@code noiseWidth}
   */
  record Piece(
      int millis,
      double f1,
      double f2,
      double f3,
      double voicing,
      double breath,
      double noise,
      double noiseHertz,
      double noiseWidth) {}

  private final List<Piece> pieces;

  Phoneme(Piece... pieces) {
    this.pieces = List.of(pieces);
  }

  List<Piece> pieces() {
    return pieces;
  }

  /** Whether stress lengthens it and lifts its pitch. */
  boolean isVowel() {
    return ordinal() <= OW.ordinal();
  }

  private static Piece vowel(int millis, double f1, double f2, double f3) {
    return new Piece(millis, f1, f2, f3, 1, 0.01, 0, 2500, 1000);
  }

  private static Piece glide(int millis, double f1, double f2, double f3) {
    return new Piece(millis, f1, f2, f3, 0.75, 0.01, 0, 2500, 1000);
  }

  private static Piece nasal(int millis, double f1, double f2, double f3) {
    return new Piece(millis, f1, f2, f3, 0.45, 0, 0, 2500, 1000);
  }

  private static Piece noise(
      int millis, double voicing, double noise, double hertz, double width, double f2) {
    return new Piece(millis, 320, f2, 2500, voicing, 0, noise, hertz, width);
  }

  private static Piece breath(int millis) {
    return new Piece(millis, 500, 1450, 2450, 0, 0.16, 0, 2500, 1000);
  }

  private static Piece closure(int millis, double voicing, double f2) {
    return new Piece(millis, 250, f2, 2400, voicing, 0, 0, 2500, 1000);
  }

  private static Piece burst(int millis, double noise, double hertz, double width, double f2) {
    return new Piece(millis, 300, f2, 2450, 0, 0, noise, hertz, width);
  }

  private static Piece puff(int millis, double f2) {
    return new Piece(millis, 400, f2, 2450, 0, 0.10, 0, 2500, 1000);
  }
}
