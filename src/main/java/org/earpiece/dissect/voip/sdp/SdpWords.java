package org.earpiece.dissect.voip.sdp;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.earpiece.dissect.voip.sdp.SessionDescription.Media;
import org.jspecify.annotations.Nullable;

/** Explains the lines of SDP in a sentence each, with the section that defines them. */
public final class SdpWords {
  private record Word(String title, String source, String sentence) {}

  private static final Map<String, Word> WORDS = new HashMap<>();

  static {
    try (InputStream in =
        Objects.requireNonNull(SdpWords.class.getResourceAsStream("sdp-words.tsv"))) {
      new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.startsWith("#"))
          .map(line -> line.split("\t", -1))
          .forEach(cells -> WORDS.put(lower(cells[0]), new Word(cells[0], cells[1], cells[2])));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private SdpWords() {}

  /** Explains a line such as {@code a=ptime:20}; empty where it is none. */
  public static String explain(String line) {
    if (line.length() < 2 || line.charAt(1) != '=') {
      return "";
    }
    String key = key(line);
    Word word = WORDS.get(lower(key));
    if (word != null) {
      return word.title() + ": " + word.sentence() + "\n" + word.source();
    }
    return key.startsWith("a=")
        ? key + ": an attribute that no specification known here defines.\nRFC 8866 §5.13"
        : key + "=: no line of SDP; it is to be ignored.\nRFC 8866 §5";
  }

  private static String key(String line) {
    if (line.charAt(0) != 'a') {
      return line.substring(0, 1);
    }
    int end = 2;
    while (end < line.length() && ": \t".indexOf(line.charAt(end)) < 0) {
      end++;
    }
    return line.substring(0, end);
  }

  private static String lower(String text) {
    return text.toLowerCase(Locale.ROOT);
  }

  /**
   * What a line means for the call, in a few words beside it; null where that is plain.
   *
   * @param address where media goes to, as the nearest c= line has it, or empty
   * @param codecs names of the payload types of an m= line, or empty
   */
  public static @Nullable String note(String line, String address, String codecs) {
    if (line.startsWith("m=")) {
      return media(line, address, codecs);
    }
    return switch (key(line)) {
      case "a=sendonly" -> "puts the other side on hold";
      case "a=inactive" -> "no media either way: on hold";
      case "a=recvonly" -> "listens only";
      case "a=crypto" -> "the key of SRTP, in the open";
      case "a=fingerprint" -> "keys of SRTP come by DTLS";
      case "a=rtcp-mux" -> "RTP and RTCP on one port";
      default -> null;
    };
  }

  /** The same for a c= line. */
  public static @Nullable String connection(Media media) {
    return media.heldByAddress() ? "on hold, the old way" : null;
  }

  private static String media(String line, String address, String codecs) {
    String[] parts = line.substring(2).split(" ", 4);
    if (parts.length < 2) {
      return "cut off";
    }
    if (parts[1].equals("0")) {
      return "no " + parts[0] + ": declined or ended";
    }
    String port = parts[1].split("/", 2)[0];
    String to = address.isEmpty() ? "port " + port : end(address, port);
    if (to.equals("0.0.0.0:9") || to.equals("[::]:9")) {
      to = "where ICE finds a way";
    }
    return parts[0] + " to " + to + (codecs.isEmpty() ? "" : ": " + codecs);
  }

  private static String end(String address, String port) {
    return address.indexOf(':') >= 0 ? "[" + address + "]:" + port : address + ":" + port;
  }
}
