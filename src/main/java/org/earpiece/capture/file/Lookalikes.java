package org.earpiece.capture.file;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import org.earpiece.capture.CaptureException;

/** What a file is that Earpiece does not read, as far as its first bytes tell. */
final class Lookalikes {
  private static final int SHOWN_TEXT = 64;
  private static final int SHOWN_BYTES = 8;

  private record Known(String hex, String sentence) {}

  private static final String CONVERT = ", which Wireshark's editcap makes a pcapng of";

  private static final Known[] KNOWN = {
    new Known("1f8b", "gzip within something compressed; unpack that first"),
    new Known("28b52ffd", "Zstandard within something compressed; unpack that first"),
    new Known("04224d18", "LZ4 within something compressed; unpack that first"),
    new Known("02214c18", "LZ4 of old; unpack it first"),
    new Known("fd377a585a", "xz; unpack it first"),
    new Known("425a68", "bzip2; unpack it first"),
    new Known("504b0304", "a ZIP archive; unpack it first"),
    new Known("377abcaf", "a 7-Zip archive; unpack it first"),
    new Known("736e6f6f70", "a snoop capture" + CONVERT),
    new Known("474d4255", "a Network Monitor capture" + CONVERT),
    new Known("52545353", "a Network Monitor capture" + CONVERT),
    new Known("58435000", "a NetXRay capture" + CONVERT),
    new Known("54524e4d45", "a Sniffer capture" + CONVERT),
    new Known("52494646", "a RIFF file, such as WAV"),
    new Known("25504446", "a PDF document"),
    new Known("89504e47", "a PNG image"),
    new Known("7f454c46", "a program"),
  };

  private Lookalikes() {}

  /** The error for bytes that no capture begins with. */
  static CaptureException notACapture(Window window) throws IOException {
    window.has(SHOWN_TEXT);
    int count = Math.min(SHOWN_TEXT, window.end - window.at);
    String sentence = "is empty";
    if (count > 0) {
      byte[] first = Arrays.copyOfRange(window.array, window.at, window.at + count);
      sentence =
          "is not a capture: begins with " + look(first) + "; Earpiece reads pcap and pcapng";
    }
    return new CaptureException(CaptureException.Kind.DATA, sentence);
  }

  private static String look(byte[] first) {
    String hex = HexFormat.of().formatHex(first);
    for (Known known : KNOWN) {
      if (hex.startsWith(known.hex)) {
        return HexFormat.ofDelimiter(" ").formatHex(first, 0, known.hex.length() / 2)
            + " as "
            + known.sentence;
      }
    }
    String text = new String(first, StandardCharsets.ISO_8859_1);
    boolean readable = text.chars().allMatch(c -> (c >= ' ' && c < 0x7F) || c == '\n' || c == '\r');
    return readable
        ? "the text \"" + text.lines().findFirst().orElse("") + "\""
        : HexFormat.ofDelimiter(" ").formatHex(first, 0, Math.min(SHOWN_BYTES, first.length));
  }
}
