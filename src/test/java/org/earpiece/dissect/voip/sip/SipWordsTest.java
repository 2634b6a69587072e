package org.earpiece.dissect.voip.sip;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
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

  /** IANA's registry of SIP header fields. */
  private static final List<String> HEADERS =
      List.of(
          ("Accept Accept-Contact Accept-Encoding Accept-Language"
                  + " Accept-Resource-Priority Additional-Identity Alert-Info AlertMsg-Error Allow"
                  + " Allow-Events Answer-Mode Attestation-Info Authentication-Info"
                  + " Authorization Call-ID Call-Info Cellular-Network-Info Contact"
                  + " Content-Disposition Content-Encoding Content-ID Content-Language"
                  + " Content-Length Content-Type CSeq Date DC-Info Diversion Encryption"
                  + " Error-Info Event Expires Feature-Caps Flow-Timer From Geolocation"
                  + " Geolocation-Error Geolocation-Routing Hide History-Info Identity"
                  + " Identity-Info In-Reply-To Info-Package Join Max-Breadth Max-Forwards"
                  + " MIME-Version Min-Expires Min-SE Organization Origination-Id"
                  + " P-Access-Network-Info P-Answer-State P-Asserted-Identity"
                  + " P-Asserted-Service P-Associated-URI P-Called-Party-ID P-Charge-Info"
                  + " P-Charging-Function-Addresses P-Charging-Vector P-DCS-Billing-Info"
                  + " P-DCS-LAES P-DCS-OSPS P-DCS-Redirect P-DCS-Trace-Party-ID P-Early-Media"
                  + " P-Media-Authorization P-Preferred-Identity P-Preferred-Service"
                  + " P-Private-Network-Indication P-Profile-Key P-Refused-URI-List"
                  + " P-Served-User P-User-Database P-Visited-Network-ID Path"
                  + " Permission-Missing Policy-Contact Policy-ID Priority Priority-Share"
                  + " Priority-Verstat Priv-Answer-Mode Privacy Proxy-Authenticate"
                  + " Proxy-Authorization Proxy-Require RAck Reason Reason-Phrase Record-Route"
                  + " Recv-Info Refer-Events-At Refer-Sub Refer-To Referred-By Reject-Contact"
                  + " Relayed-Charge Replaces Reply-To Request-Disposition Require"
                  + " Resource-Priority Resource-Share Response-Key Response-Source"
                  + " Restoration-Info Retry-After Route RSeq Security-Client Security-Server"
                  + " Security-Verify Server Service-Interact-Info Service-Route"
                  + " Session-Expires Session-ID SIP-ETag SIP-If-Match Subject"
                  + " Subscription-State Supported Suppress-If-Match Target-Dialog Timestamp To"
                  + " Trigger-Consent Unsupported User-Agent User-to-User Via Warning"
                  + " WWW-Authenticate")
              .split(" "));

  @Test
  void everyRegisteredHeaderIsExplained() {
    assertThat(HEADERS).doesNotHaveDuplicates().hasSize(135);
    for (String name : HEADERS) {
      SipWords.Word word = SipWords.header(name);
      assertThat(word).as(name).isNotNull();
      assertThat(word.key()).isEqualTo(name);
      assertThat(word.source()).matches("(RFC|3GPP TS|draft-).* ?.*");
      assertThat(word.sentence()).as(name).endsWith(".").hasSizeBetween(12, 130);
    }
  }

  @ParameterizedTest
  @EnumSource(SipHeader.class)
  void everyHeaderWithANameOfItsOwnIsExplained(SipHeader header) {
    assertThat(SipWords.explainHeader(header.text())).startsWith(header.text() + ": ");
    if (!header.compact().isEmpty()) {
      assertThat(SipWords.explainHeader(header.compact())).startsWith(header.text() + ": ");
    }
  }

  @Test
  void aHeaderOfItsMakersOwnIsSaidToBe() {
    assertThat(SipWords.explainHeader("X-Asterisk")).startsWith("X-Asterisk: not registered");
    assertThat(SipWords.explainHeader("max-forwards"))
        .isEqualTo(
            "Max-Forwards: counts down by one with each proxy, so that loops end.\n"
                + "RFC 3261 §20.22");
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
