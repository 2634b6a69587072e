package org.earpiece.capture.live;

import java.util.Locale;
import java.util.Objects;
import org.earpiece.capture.CaptureException;
import org.earpiece.capture.CaptureException.Kind;
import org.jspecify.annotations.Nullable;
import org.pcap4j.core.PcapNativeException;

/** Why capturing cannot begin, and what to do about it, in a sentence for the user. */
final class Refusals {
  private enum Os {
    LINUX,
    MACOS,
    WINDOWS
  }

  /** Statuses of pcap_activate(3PCAP). */
  private static final int PERMISSION_DENIED = -8;

  private static final int PROMISCUOUS_DENIED = -11;

  private Refusals() {}

  /** libpcap is not there, or cannot be loaded. */
  static CaptureException noLibrary(LinkageError why) {
    String remedy =
        switch (os()) {
          case LINUX ->
              "install it: sudo apt install libpcap0.8 on Debian and Ubuntu, sudo dnf install"
                  + " libpcap on Fedora";
          case MACOS -> "it should be part of macOS";
          case WINDOWS -> "install Npcap from https://npcap.com";
        };
    String reason = String.valueOf(why.getMessage()).lines().findFirst().orElse("");
    return new CaptureException(
        Kind.COMMAND,
        "capturing needs libpcap, which cannot be loaded; %s (%s)".formatted(remedy, reason));
  }

  /** An interface that did not open. */
  static CaptureException notOpened(String name, PcapNativeException why) throws CaptureException {
    String reason = Objects.requireNonNullElse(why.getMessage(), "no reason given").strip();
    if (!Interfaces.exists(name)) {
      return new CaptureException(
          Kind.COMMAND,
          "there is no interface %s; there are: %s".formatted(name, Interfaces.names()));
    }
    if (isPermission(why.getReturnCode(), reason)) {
      return new CaptureException(
          Kind.PERMISSION,
          "you are not permitted to capture on %s; %s".formatted(name, remedy(name)));
    }
    return new CaptureException(
        Kind.COMMAND, "capturing on %s is impossible: %s".formatted(name, reason));
  }

  private static boolean isPermission(@Nullable Integer status, String reason) {
    String lower = reason.toLowerCase(Locale.ROOT);
    return (status != null && (status == PERMISSION_DENIED || status == PROMISCUOUS_DENIED))
        || lower.contains("permission")
        || lower.contains("not permitted");
  }

  private static String remedy(String name) {
    return switch (os()) {
      case LINUX ->
          "run it as root with sudo, or as yourself with this right alone: sudo -E setpriv"
              + " --reuid=$(id -u) --regid=$(id -g) --init-groups --inh-caps=+net_raw,+net_admin"
              + " --ambient-caps=+net_raw,+net_admin ./earpiece …, or let another program capture:"
              + " sudo tcpdump -i "
              + name
              + " -U -w - | ./earpiece calls -";
      case MACOS ->
          "run it with sudo, or let another program capture: sudo tcpdump -i "
              + name
              + " -U -w - | ./earpiece calls -";
      case WINDOWS ->
          "run it as administrator, or install Npcap without the option that restricts it to"
              + " administrators";
    };
  }

  private static Os os() {
    String name = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
    if (name.startsWith("windows")) {
      return Os.WINDOWS;
    }
    return name.startsWith("mac") ? Os.MACOS : Os.LINUX;
  }
}
