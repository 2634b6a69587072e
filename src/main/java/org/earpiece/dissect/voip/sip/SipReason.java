package org.earpiece.dissect.voip.sip;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.earpiece.bytes.Ascii;
import org.earpiece.bytes.ByteView;

/** The Reason header (RFC 3326): why a request was sent, often an ITU-T Q.850 cause. */
public final class SipReason {
  private SipReason() {}

  /** Q.850 causes in words, loaded when the first is asked for. */
  private static final class Causes {
    static final Map<Integer, String> WORDS = load();

    private static Map<Integer, String> load() {
      try (InputStream in =
          Objects.requireNonNull(SipReason.class.getResourceAsStream("q850.tsv"))) {
        Map<Integer, String> words = new HashMap<>();
        for (String line : new String(in.readAllBytes(), StandardCharsets.UTF_8).split("\n", -1)) {
          int tab = line.indexOf('\t');
          if (tab > 0) {
            words.put(Integer.valueOf(line.substring(0, tab)), line.substring(tab + 1));
          }
        }
        return words;
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  /** The meaning of a Q.850 cause, or empty. */
  static String cause(int value) {
    return Causes.WORDS.getOrDefault(value, "");
  }

  /**
   * A header's first reason for a person: {@code Q.850 16 Normal call clearing}, {@code SIP 200
   * Call completed elsewhere}. The text as sent, else that of the recommendation.
   */
  public static String words(String value) {
    ByteView view = new ByteView().wrap(value.getBytes(StandardCharsets.UTF_8));
    int end = SipParams.topLevel(view, 0, view.length(), (byte) ',');
    int name = SipParams.topLevel(view, 0, end, (byte) ';');
    String protocol = view.utf8(0, Ascii.trimEnd(view, 0, name));
    SipParams params = new SipParams().begin(view, name, end, ';');
    long cause =
        params.find("cause") ? Ascii.decimal(view, params.valueStart(), params.valueEnd()) : -1;
    params.begin(view, name, end, ';');
    String text =
        params.find("text")
            ? NameAddress.unquote(
                view.utf8(params.valueStart(), params.valueEnd() - params.valueStart()))
            : "";
    if (text.isEmpty() && protocol.equalsIgnoreCase("Q.850")) {
      text = cause((int) cause);
    }
    return (protocol + (cause < 0 ? "" : " " + cause) + " " + text).strip();
  }
}
