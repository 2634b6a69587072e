package org.earpiece.capture.live;

import java.io.IOException;
import java.net.Inet4Address;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.earpiece.capture.CaptureException;
import org.earpiece.capture.CaptureException.Kind;
import org.earpiece.packet.IpAddress;
import org.pcap4j.core.PcapAddress;
import org.pcap4j.core.PcapNativeException;
import org.pcap4j.core.PcapNetworkInterface;
import org.pcap4j.core.Pcaps;

/** The interfaces of this machine. From any thread. */
public final class Interfaces {
  /** The interface that stands for all others, on Linux. */
  public static final String ANY = "any";

  private static final Path TRAFFIC = Path.of("/proc/net/dev");

  /** A line of proc_pid_net(5): eight numbers of what was received, then those of what was sent. */
  private static final Pattern DEVICE =
      Pattern.compile("^\\s*(?<name>\\S+):\\s*(?<received>\\d+)(\\s+\\d+){7}\\s+(?<sent>\\d+)");

  /** What libpcap offers besides networks: there are no calls on these. */
  private static final List<String> NO_NETWORKS =
      List.of("bluetooth", "dbus-", "nflog", "nfqueue", "usbmon");

  private Interfaces() {}

  /**
   * All interfaces, those that are likely of interest first. Needs no rights.
   *
   * @throws CaptureException where libpcap is missing or fails
   */
  public static List<LocalInterface> list() throws CaptureException {
    return all().stream().filter(i -> !isNoNetwork(i.getName())).map(Interfaces::describe).toList();
  }

  private static List<PcapNetworkInterface> all() throws CaptureException {
    try {
      return Pcaps.findAllDevs();
    } catch (PcapNativeException e) {
      throw new CaptureException(
          Kind.COMMAND, "the interfaces cannot be listed: " + e.getMessage());
    } catch (LinkageError e) {
      throw Refusals.noLibrary(e);
    }
  }

  private static boolean isNoNetwork(String name) {
    return NO_NETWORKS.stream().anyMatch(name::startsWith);
  }

  /** Whether a name may be captured on: libpcap makes up names of what is no network. */
  static boolean exists(String name) throws CaptureException {
    return isNoNetwork(name) || all().stream().anyMatch(i -> i.getName().equals(name));
  }

  private static LocalInterface describe(PcapNetworkInterface from) {
    List<String> addresses =
        from.getAddresses().stream()
            .map(PcapAddress::getAddress)
            .filter(Objects::nonNull)
            .sorted(Comparator.comparing(a -> !(a instanceof Inet4Address)))
            .map(a -> IpAddress.of(a.getAddress()).toString())
            .toList();
    String description = Objects.requireNonNullElse(from.getDescription(), "");
    return new LocalInterface(
        from.getName(), description, addresses, from.isUp(), from.isRunning(), from.isLoopBack());
  }

  /**
   * Bytes that each interface received and sent since it came up; {@link #ANY} has their sum. Costs
   * little and needs no rights. Empty on systems that do not tell.
   */
  public static Map<String, Long> traffic() {
    if (!Files.isReadable(TRAFFIC)) {
      return Map.of();
    }
    try {
      return traffic(Files.readAllLines(TRAFFIC));
    } catch (IOException e) {
      return Map.of();
    }
  }

  static Map<String, Long> traffic(List<String> lines) {
    Map<String, Long> bytes = new LinkedHashMap<>();
    long sum = 0;
    for (String line : lines) {
      Matcher device = DEVICE.matcher(line);
      if (device.find()) {
        long both = Long.parseLong(device.group("received")) + Long.parseLong(device.group("sent"));
        bytes.put(device.group("name"), both);
        sum += both;
      }
    }
    bytes.put(ANY, sum);
    return bytes;
  }

  /** The names of all interfaces, for a message. */
  static String names() throws CaptureException {
    return list().stream().map(LocalInterface::name).collect(Collectors.joining(", "));
  }
}
