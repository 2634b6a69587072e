package org.earpiece.dissect.voip.sip;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Explains SIP methods, response codes and header fields in a sentence each, with the section that
 * defines them.
 */
public final class SipWords {
  /**
   * One explanation.
   *
   * @param key method, code or header field
   * @param source {@code RFC 3261 §21.1.2}
   * @param name as registered with IANA
   * @param sentence what it means
   */
  public record Word(String key, String source, String name, String sentence) {}

  private static final Map<String, Word> WORDS = new HashMap<>();
  private static final Map<String, Word> HEADERS = new HashMap<>();

  static {
    for (String[] cells : read("sip-words.tsv")) {
      WORDS.put(cells[0], new Word(cells[0], cells[1], cells[2], cells[3]));
    }
    for (String[] cells : read("sip-headers.tsv")) {
      HEADERS.put(lower(cells[0]), new Word(cells[0], cells[1], cells[0], cells[2]));
    }
    for (SipHeader header : SipHeader.values()) {
      Word word = HEADERS.get(lower(header.text()));
      if (word != null && !header.compact().isEmpty()) {
        HEADERS.put(header.compact(), word);
      }
    }
  }

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

  /** The explanation of a header field, in any case or compact; null for one not registered. */
  public static @Nullable Word header(String name) {
    return HEADERS.get(lower(name));
  }

  /** Explains a header field by its name. */
  public static String explainHeader(String name) {
    Word word = header(name);
    if (word == null) {
      return name + ": not registered; whoever made the message knows what it means.\nRFC 6648";
    }
    return word.name() + ": " + lowerFirst(word.sentence()) + "\n" + word.source();
  }

  private static String lower(String name) {
    return name.toLowerCase(Locale.ROOT);
  }

  private static List<String[]> read(String file) {
    try (InputStream in = Objects.requireNonNull(SipWords.class.getResourceAsStream(file))) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.startsWith("#"))
          .map(line -> line.split("\t", -1))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
