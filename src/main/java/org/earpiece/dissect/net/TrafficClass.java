package org.earpiece.dissect.net;

import org.jspecify.annotations.Nullable;

/** Words for the differentiated services field and ECN (RFC 2474, RFC 3168). */
final class TrafficClass {
  private TrafficClass() {}

  static @Nullable String dscp(long value) {
    int v = (int) value;
    if (v == 0) {
      return "Default";
    }
    if ((v & 7) == 0) {
      return "Class Selector " + (v >> 3);
    }
    if (isAssured(v)) {
      return "Assured Forwarding " + (v >> 3) + (v >> 1 & 3);
    }
    return switch (v) {
      case 1 -> "Lower Effort";
      case 44 -> "Voice Admit";
      case 46 -> "Expedited Forwarding";
      default -> null;
    };
  }

  /** The short name: {@code EF}, {@code AF41}, {@code CS3}. */
  static String dscpShort(int v) {
    if ((v & 7) == 0) {
      return "CS" + (v >> 3);
    }
    if (isAssured(v)) {
      return "AF" + (v >> 3) + (v >> 1 & 3);
    }
    return switch (v) {
      case 1 -> "LE PHB";
      case 44 -> "VOICE-ADMIT";
      case 46 -> "EF PHB";
      default -> "Unknown";
    };
  }

  private static boolean isAssured(int v) {
    return v >= 10 && v <= 38 && (v & 1) == 0 && (v & 7) != 0;
  }

  static @Nullable String ecn(long value) {
    return switch ((int) value) {
      case 0 -> "Not ECN-Capable Transport";
      case 1 -> "ECN-Capable Transport codepoint '01'";
      case 2 -> "ECN-Capable Transport codepoint '10'";
      case 3 -> "Congestion Experienced";
      default -> null;
    };
  }

  static String ecnShort(int value) {
    return switch (value) {
      case 0 -> "Not-ECT";
      case 1 -> "ECT(1)";
      case 2 -> "ECT(0)";
      default -> "CE";
    };
  }

  /** The line of the whole field: {@code DSCP: EF PHB, ECN: Not-ECT}. */
  static String text(long field) {
    int v = (int) field;
    return "DSCP: " + dscpShort(v >> 2) + ", ECN: " + ecnShort(v & 3);
  }
}
