package org.earpiece.ui.ladder;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Explains SIP methods and response codes in a sentence each, with the section that defines them.
 */
public final class SipWords {
  /**
   * One explanation.
   *
   * @param key method or code
   * @param source {@code RFC 3261 §21.1.2}
   * @param name as registered with IANA
   * @param sentence what it means
   */
  public record Word(String key, String source, String name, String sentence) {}

  private static final Map<String, Word> WORDS = read();

  private SipWords() {}

  /** The explanation of a method or code, or null where it is in no specification. */
  public static @Nullable Word of(String key) {
    return WORDS.get(key);
  }

  /**
   * Explains a ladder's label such as {@code INVITE} or {@code 486 Busy Here}; an unknown code is
   * explained by its class (RFC 3261 section 8.1.3.2).
   */
  public static String explain(String label) {
    int space = label.indexOf(' ');
    String key = space < 0 ? label : label.substring(0, space);
    Word word = of(key);
    if (word != null) {
      String title = word.name().equals(key) ? key : key + " " + word.name();
      return title + ": " + lowerFirst(word.sentence()) + "\n" + word.source();
    }
    String family = family(key);
    return family.isEmpty()
        ? key + ": a method that no specification known here defines."
        : key + " is not registered; it counts as " + family + ".\nRFC 3261 §8.1.3.2";
  }

  private static String lowerFirst(String sentence) {
    boolean word = sentence.length() > 1 && Character.isLowerCase(sentence.charAt(1));
    boolean article = sentence.startsWith("A ");
    return word || article
        ? Character.toLowerCase(sentence.charAt(0)) + sentence.substring(1)
        : sentence;
  }

  private static String family(String key) {
    boolean code = key.length() == 3 && key.chars().allMatch(c -> c >= '0' && c <= '9');
    if (!code) {
      return "";
    }
    return switch (key.charAt(0)) {
      case '1' -> "183 Session Progress";
      case '2' -> "200 OK";
      case '3' -> "300 Multiple Choices";
      case '4' -> "400 Bad Request";
      case '5' -> "500 Server Internal Error";
      case '6' -> "600 Busy Everywhere";
      default -> "";
    };
  }

  private static Map<String, Word> read() {
    Map<String, Word> words = new HashMap<>();
    try (InputStream in = Objects.requireNonNull(SipWords.class.getResourceAsStream("sip.tsv"))) {
      for (String line : new String(in.readAllBytes(), StandardCharsets.UTF_8).split("\n", -1)) {
        if (!line.isEmpty() && !line.startsWith("#")) {
          String[] cells = line.split("\t", -1);
          words.put(cells[0], new Word(cells[0], cells[1], cells[2], cells[3]));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return words;
  }
}
