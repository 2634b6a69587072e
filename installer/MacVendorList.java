import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.GZIPOutputStream;

import static java.nio.charset.StandardCharsets.UTF_8;

/**
 * Makes the list of vendors of MAC addresses from the public listings of the IEEE Registration Authority: oui.csv, mam.csv,
 * oui36.csv and iab.csv, as https://standards-oui.ieee.org has them and Debian's package ieee-data.
 *
 * <p>{@code java installer/MacVendorList.java oui.csv mam.csv oui36.csv iab.csv src/main/resources/org/earpiece/dissect/link/mac-vendors.gz}
 */
final class MacVendorList {
  private static final Comparator<String> SHORT_FIRST = Comparator.comparingInt(String::length).thenComparing(Comparator.naturalOrder());

  private MacVendorList() {}

  public static void main(String[] args) throws IOException {
    Map<String, String> vendors = new TreeMap<>(SHORT_FIRST);
    for (int i = 0; i < args.length - 1; i++) {
      List<List<String>> rows = rows(Files.readString(Path.of(args[i])));
      for (List<String> row : rows.subList(1, rows.size())) {
        if (row.size() > 2) {
          vendors.putIfAbsent(row.get(1), row.get(2).strip().replaceAll("\\s+", " "));
        }
      }
    }
    try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(Path.of(args[args.length - 1])))) {
      for (Map.Entry<String, String> vendor : vendors.entrySet()) {
        out.write((vendor.getKey() + "\t" + vendor.getValue() + "\n").getBytes(UTF_8));
      }
    }
  }

  /** The rows of a file of comma-separated values (RFC 4180). */
  private static List<List<String>> rows(String text) {
    List<List<String>> rows = new ArrayList<>();
    List<String> row = new ArrayList<>();
    StringBuilder cell = new StringBuilder();
    boolean quoted = false;
    for (char c : text.toCharArray()) {
      if (c == '"') {
        quoted = !quoted;
      } else if (!quoted && (c == ',' || c == '\n')) {
        row.add(cell.toString());
        cell.setLength(0);
        if (c == '\n') {
          rows.add(row);
          row = new ArrayList<>();
        }
      } else if (c != '\r') {
        cell.append(c);
      }
    }
    return rows;
  }
}
