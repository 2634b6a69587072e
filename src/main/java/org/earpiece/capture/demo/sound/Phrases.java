package org.earpiece.capture.demo.sound;

import java.util.List;

/** What people say on the telephone, in ARPABET; {@link Utterance#of} reads it. */
public final class Phrases {
  /** Whoever answers. */
  public static final List<String> GREETINGS =
      List.of(
          "HH AH L OW1 ?",
          "HH AH L OW1 , G UH1 D M AO1 R N IH NG",
          "G UH1 D M AO1 R N IH NG , HH AW1 K AE N AY HH EH1 L P Y UW ?",
          "HH AH L OW1 , HH UW1 IH Z K AO1 L IH NG ?");

  /** Back and forth. */
  public static final List<String> TALK =
      List.of(
          "HH AY1 , IH T S M IY1 , K AE N Y UW HH IH1 R M IY ?",
          "Y EH1 S , AY K AE N HH IH1 R Y UW V EH1 R IY W EH1 L",
          "D UW Y UW HH AE1 V AX M IH1 N IH T ?",
          "SH UH1 R , W AH1 T IH Z IH T AX B AW1 T ?",
          "AY AE M K AO1 L IH NG AX B AW1 T DH AX M IY1 T IH NG T AX M AA1 R OW",
          "DH AX N UW1 AO1 F IH S IH Z AO N DH AX S EH1 K AX N D F L AO1 R",
          "DH AE T S AW1 N D Z G UH1 D T UW M IY",
          "K UH D Y UW S EH1 N D M IY DH AX R IY P AO1 R T ?",
          "AY W IH L S EH1 N D IH T DH IH S AE F T ER N UW1 N",
          "N OW1 P R AA1 B L AX M AE T AO1 L",
          "DH AX W EH1 DH ER IH Z L AH1 V L IY T AX D EY1",
          "HH AW M EH1 N IY P IY1 P AX L AA R K AH1 M IH NG ?",
          "AY TH IH1 NG K DH EH R W IH L B IY S EH1 V AX N AH V AH S",
          "L EH T M IY R AY1 T DH AE T D AW1 N",
          "W AH1 N , T UW1 , TH R IY1 , F AO1 R , F AY1 V , S IH1 K S",
          "DH AX N AH1 M B ER IH Z EY1 T S EH1 V AX N Z IY1 R OW N AY1 N",
          "W IY K AE N M IY1 T AE T DH AX S T EY1 SH AX N",
          "IH T W AA Z AX V EH1 R IY L AO1 NG D EY1",
          "TH AE1 NG K Y UW V EH1 R IY M AH1 CH",
          "DH AX T R EY1 N IH Z L EY1 T AX G EH1 N",
          "S IY1 Y UW AO N M AH1 N D EY");

  /** Who listens. */
  public static final List<String> NODS =
      List.of("AH1 HH AH1", "R AY1 T", "OW K EY1", "Y EH1 S", "AY S IY1");

  /** A machine that asks for digits. */
  public static final List<String> MENU =
      List.of(
          "W EH1 L K AX M , P L IY1 Z EH1 N T ER Y AO R N AH1 M B ER",
          "TH AE1 NG K Y UW , W AH1 N M OW1 M AX N T P L IY1 Z",
          "Y AO R AX K AW1 N T IH Z R EH1 D IY , G UH D B AY1");

  private Phrases() {}
}
