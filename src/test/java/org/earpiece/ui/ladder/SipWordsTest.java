package org.earpiece.ui.ladder;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SipWordsTest {
  /** IANA's registries of SIP methods and response codes. */
  private static final List<String> REGISTERED =
      List.of(
          ("INVITE ACK BYE CANCEL REGISTER OPTIONS PRACK SUBSCRIBE NOTIFY PUBLISH INFO REFER"
                  + " MESSAGE UPDATE 100 180 181 182 183 199 200 202 204 300 301 302 305 380 400"
                  + " 401 402 403 404 405 406 407 408 410 412 413 414 415 416 417 420 421 422 423"
                  + " 424 425 428 429 430 433 436 437 438 439 440 469 470 480 481 482 483 484 485"
                  + " 486 487 488 489 491 493 494 500 501 502 503 504 505 513 555 580 600 603 604"
                  + " 606 607 608")
              .split(" "));

  @Test
  void everyRegisteredMethodAndCodeIsExplained() {
    for (String key : REGISTERED) {
      SipWords.Word word = SipWords.of(key);
      assertThat(word).as(key).isNotNull();
      assertThat(word.source()).startsWith("RFC ");
      assertThat(word.sentence()).endsWith(".").hasSizeBetween(12, 110);
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "INVITE|INVITE: asks the other side into a call, or changes one that runs.",
        "486 Busy Here|486 Busy Here: the called phone is busy.",
        "486 Besetzt|486 Busy Here: the called phone is busy.",
        "603 Decline|603 Decline: the called party refused the call.",
        "477 Odd|477 is not registered; it counts as 400 Bad Request.",
        "FROBNICATE|FROBNICATE: a method that no specification known here defines."
      })
  void explainsALabelInASentence(String label, String sentence) {
    assertThat(SipWords.explain(label).lines().findFirst()).hasValue(sentence);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "999 x", "12", "١٢٣"})
  void oddLabelsAreNoTrouble(String label) {
    assertThat(SipWords.explain(label)).isNotEmpty();
  }
}
