package org.earpiece.dissect.link;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;

/**
 * The vendors of MAC addresses, by the public listings of the IEEE Registration Authority, read
 * when somebody asks first. Addresses are numbers of 48 bits. Any thread.
 */
public final class MacVendors {
  private static final int ADDRESS_NIBBLES = 12;
  private static final int NIBBLE = 4;

  /** Nibbles of the prefixes that are assigned, the longest first. */
  private static final int[] PREFIXES = {9, 7, 6};

  /** Bits behind the first three bytes; where those are 0, it is no network card. */
  private static final int LOW_BITS = 24;

  private static final long BROADCAST = 0xFFFF_FFFF_FFFFL;

  /** Characters of a vendor's name before an address. */
  private static final int SHORT = 8;

  private static final Set<String> LEGAL_FORMS =
      Set.of("co", "company", "corp", "corporation", "gmbh", "inc", "limited", "llc", "ltd", "the");

  /** The listing: keys in ascending order, each a prefix and its length, and names in one array. */
  private static final class Listing {
    static final byte[] TEXT = read();
    static final long[] KEYS;
    static final int[] NAMES;

    static {
      int lines = 0;
      for (byte b : TEXT) {
        lines += b == '\n' ? 1 : 0;
      }
      KEYS = new long[lines];
      NAMES = new int[lines];
      int at = 0;
      for (int i = 0; i < lines; i++) {
        long prefix = 0;
        int from = at;
        for (; TEXT[at] != '\t'; at++) {
          prefix = prefix << NIBBLE | Character.digit(TEXT[at], 16);
        }
        KEYS[i] = key(at - from, prefix);
        NAMES[i] = ++at;
        while (TEXT[at] != '\n') {
          at++;
        }
        at++;
      }
    }

    private static byte[] read() {
      try (InputStream in =
          new GZIPInputStream(
              Objects.requireNonNull(MacVendors.class.getResourceAsStream("mac-vendors.gz")))) {
        return in.readAllBytes();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    static long key(int nibbles, long prefix) {
      return (long) nibbles << (ADDRESS_NIBBLES * NIBBLE) | prefix;
    }
  }

  private MacVendors() {}

  /** Reads the listing now, so that nobody waits for it later. */
  public static void prepare() {
    organization(0);
  }

  /** Who the prefix of an address is assigned to, or null. */
  public static @Nullable String organization(long address) {
    for (int nibbles : PREFIXES) {
      int place = place(nibbles, address);
      if (place >= 0) {
        return name(place);
      }
    }
    return null;
  }

  /** Who the first three bytes of an address are assigned to as a whole, or null. */
  static @Nullable String ofThreeBytes(int prefix) {
    int place = Arrays.binarySearch(Listing.KEYS, Listing.key(6, prefix));
    return place < 0 ? null : name(place);
  }

  private static int place(int nibbles, long address) {
    long prefix = address >>> ((ADDRESS_NIBBLES - nibbles) * NIBBLE);
    return Arrays.binarySearch(Listing.KEYS, Listing.key(nibbles, prefix));
  }

  private static String name(int place) {
    int from = Listing.NAMES[place];
    int to = from;
    while (Listing.TEXT[to] != '\n') {
      to++;
    }
    return new String(Listing.TEXT, from, to - from, UTF_8);
  }

  /**
   * An address with its vendor in short: {@code Yealink_12:34:56}; as numbers where nobody has the
   * prefix.
   */
  public static String text(long address) {
    if (address == BROADCAST) {
      return "Broadcast";
    }
    for (int nibbles : PREFIXES) {
      int place = address >>> LOW_BITS == 0 ? -1 : place(nibbles, address);
      if (place >= 0) {
        return shortened(name(place)) + "_" + rest(address, nibbles);
      }
    }
    return rest(address, 0);
  }

  /** The same of an address as text; other text as it is. */
  public static String text(String address) {
    String digits = address.replace(":", "");
    boolean is = digits.length() == ADDRESS_NIBBLES && address.length() == 17;
    return is && digits.chars().allMatch(c -> Character.digit(c, 16) >= 0)
        ? text(Long.parseLong(digits, 16))
        : address;
  }

  /** The nibbles behind a prefix, in pairs from the end: {@code 1:23:45}. */
  private static String rest(long address, int prefix) {
    StringBuilder text = new StringBuilder();
    for (int i = prefix; i < ADDRESS_NIBBLES; i++) {
      int shift = (ADDRESS_NIBBLES - 1 - i) * NIBBLE;
      text.append(Character.forDigit((int) (address >>> shift & 0xF), 16));
      if (shift > 0 && i % 2 == 1) {
        text.append(':');
      }
    }
    return text.toString();
  }

  /** The first letters of a name, without blanks, punctuation and the form of the company. */
  static String shortened(String name) {
    boolean shouts = name.equals(name.toUpperCase(Locale.ROOT));
    StringBuilder text = new StringBuilder();
    for (String word : name.split("[^\\p{Alnum}-]+", -1)) {
      if (!LEGAL_FORMS.contains(word.toLowerCase(Locale.ROOT)) || text.isEmpty()) {
        text.append(shouts ? titled(word) : word);
      }
    }
    return text.substring(0, Math.min(SHORT, text.length()));
  }

  private static String titled(String word) {
    return word.isEmpty() ? word : word.charAt(0) + word.substring(1).toLowerCase(Locale.ROOT);
  }
}
