package org.earpiece.packet;

/** The types of fields, after Wireshark's FT_ names. */
public enum FieldType {
  /** Exists where its layer does. */
  PROTOCOL("FT_PROTOCOL"),
  /** Has no value: it is there, or it is not. */
  LABEL("FT_NONE"),
  BOOLEAN("FT_BOOLEAN"),
  UINT("FT_UINT"),
  INT("FT_INT"),
  /** A number with a fraction. */
  DOUBLE("FT_DOUBLE"),
  STRING("FT_STRING"),
  BYTES("FT_BYTES"),
  ETHER("FT_ETHER"),
  IPV4("FT_IPv4"),
  IPV6("FT_IPv6"),
  /** A moment, ns since 1970. */
  ABSOLUTE_TIME("FT_ABSOLUTE_TIME"),
  /** A span, ns. */
  RELATIVE_TIME("FT_RELATIVE_TIME"),
  /** The number of a frame; the window makes a link of it. */
  FRAME_NUMBER("FT_FRAMENUM");

  private final String wireshark;

  FieldType(String wireshark) {
    this.wireshark = wireshark;
  }

  /** Wireshark's name of the type, without the width of a number. */
  public String wireshark() {
    return wireshark;
  }

  /** Whether values are held as a whole number. */
  public boolean numeric() {
    return switch (this) {
      case BOOLEAN, UINT, INT, FRAME_NUMBER, ABSOLUTE_TIME, RELATIVE_TIME -> true;
      default -> false;
    };
  }
}
