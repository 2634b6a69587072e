package org.earpiece.settings;

import java.util.List;
import java.util.Set;

/**
 * A column of the list of packets.
 *
 * @param id short and lasting: widths and places are remembered by it
 * @param title in the head
 * @param content what it shows: one of Wireshark's codes for columns, or names of fields with
 *     commas between them
 * @param right whether it stands at the right
 */
public record PacketColumn(String id, String title, String content, boolean right) {
  /** What a column shows that is no field. */
  public enum Kind {
    NUMBER("%m"),
    TIME("%t"),
    SOURCE("%s"),
    DESTINATION("%d"),
    PROTOCOL("%p"),
    LENGTH("%L"),
    INFO("%i"),
    SOURCE_PORT("%S"),
    DESTINATION_PORT("%D"),
    /** Values of fields. */
    FIELDS("");

    private final String code;

    Kind(String code) {
      this.code = code;
    }
  }

  /** The columns that Wireshark begins with, then some that are hidden at first. */
  public static final List<PacketColumn> DEFAULT =
      List.of(
          new PacketColumn("no", "No.", Kind.NUMBER.code, true),
          new PacketColumn("time", "Time", Kind.TIME.code, true),
          new PacketColumn("source", "Source", Kind.SOURCE.code, false),
          new PacketColumn("destination", "Destination", Kind.DESTINATION.code, false),
          new PacketColumn("protocol", "Protocol", Kind.PROTOCOL.code, false),
          new PacketColumn("length", "Length", Kind.LENGTH.code, true),
          new PacketColumn("info", "Info", Kind.INFO.code, false),
          new PacketColumn("sport", "Source port", Kind.SOURCE_PORT.code, true),
          new PacketColumn("dport", "Destination port", Kind.DESTINATION_PORT.code, true),
          new PacketColumn("comment", "Comment", "frame.comment", false));

  /** Identities of columns that are hidden at first. */
  public static final Set<String> HIDDEN = Set.of("sport", "dport", "comment");

  /** What it shows. */
  public Kind kind() {
    for (Kind kind : Kind.values()) {
      if (kind.code.equals(content)) {
        return kind;
      }
    }
    return Kind.FIELDS;
  }

  /** The same column under another title. */
  public PacketColumn titled(String next) {
    return new PacketColumn(id, next, content, right);
  }

  /** The same column with other content. */
  public PacketColumn showing(String next) {
    return new PacketColumn(id, title, next, right);
  }

  /** The same column at the other side of its place. */
  public PacketColumn aligned(boolean atRight) {
    return new PacketColumn(id, title, content, atRight);
  }
}
