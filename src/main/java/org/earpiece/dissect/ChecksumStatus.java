package org.earpiece.dissect;

import org.earpiece.packet.Field;
import org.earpiece.packet.Field.Display;
import org.earpiece.packet.FieldType;
import org.earpiece.packet.Protocol;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a checksum. None is verified: network cards fill them in behind the capture, so
 * that those of what this host sends look wrong.
 */
public final class ChecksumStatus {
  /** It was not verified. */
  public static final int UNVERIFIED = 2;

  /** The sender left it out. */
  public static final int NOT_PRESENT = 3;

  private ChecksumStatus() {}

  /** A field that says so of each layer; a reader answers with one of the constants. */
  public static Field field(
      Protocol protocol, String name, String label, Field.NumberReader status) {
    return Field.number(protocol, name, label, FieldType.UINT, Display.DECIMAL, 0, 0, status)
        .bits(8)
        .named(ChecksumStatus::word)
        .asGenerated();
  }

  private static @Nullable String word(long status) {
    return switch ((int) status) {
      case 0 -> "Bad";
      case 1 -> "Good";
      case UNVERIFIED -> "Unverified";
      case NOT_PRESENT -> "Not present";
      case 4 -> "Illegal";
      default -> null;
    };
  }
}
