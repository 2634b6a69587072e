package org.earpiece.voip.ladder;

import java.util.HashMap;
import java.util.Map;
import org.earpiece.packet.IpAddress;

/** Reads names of hosts as the file {@code hosts} has them (hosts(5)). */
public final class HostNames {
  /** Addresses that are given a name at most. */
  public static final int MAX_HOSTS = 100_000;

  private static final int MAX_NAME = 60;

  private HostNames() {}

  /**
   * The name of each address: a line has an address, then its name and aliases; {@code #} begins a
   * remark. The first name of an address counts. Lines that make no sense are passed over.
   */
  public static Map<String, String> parse(String text) {
    Map<String, String> names = new HashMap<>();
    text.lines()
        .forEach(line -> {
          int remark = line.indexOf('#');
          String[] words =
              (remark < 0 ? line : line.substring(0, remark)).strip().split("\\s+", -1);
          IpAddress address = words.length < 2 ? null : IpAddress.parse(words[0]);
          if (address != null && names.size() < MAX_HOSTS) {
            String name = words[1];
            names.putIfAbsent(
                address.toString(),
                name.length() <= MAX_NAME ? name : name.substring(0, MAX_NAME - 1) + "…");
          }
        });
    return names;
  }
}
