package org.earpiece.dissect.voip.sdp;

import java.util.ArrayList;
import java.util.List;
import org.earpiece.bytes.ByteView;
import org.earpiece.dissect.voip.sdp.SessionDescription.Direction;
import org.earpiece.dissect.voip.sdp.SessionDescription.Media;
import org.earpiece.packet.IpAddress;
import org.jspecify.annotations.Nullable;

/** Reads the lines of a session description (RFC 8866 section 5). Used once. */
final class SdpParser {
  private final List<SdpSection> sections = new ArrayList<>();
  private String origin = "";
  private @Nullable IpAddress address;
  private Direction direction = Direction.SENDRECV;
  private List<String> bundle = List.of();

  SessionDescription parse(ByteView bytes, int from, int to) {
    int at = from;
    while (at < to) {
      int end = at;
      while (end < to && bytes.u8(end) != '\r' && bytes.u8(end) != '\n') {
        end++;
      }
      if (end - at >= 2 && bytes.u8(at + 1) == '=') {
        line((char) bytes.u8(at), bytes.utf8(at + 2, end - at - 2).strip());
      }
      at = end + 1;
    }
    List<Media> media = new ArrayList<>(sections.size());
    for (SdpSection section : sections) {
      media.add(section.media(address, direction));
    }
    return new SessionDescription(origin, List.copyOf(media), bundle);
  }

  private void line(char type, String value) {
    SdpSection section = sections.isEmpty() ? null : sections.getLast();
    switch (type) {
      case 'o' -> origin = value;
      case 'c' -> {
        if (section == null) {
          address = connection(value);
        } else {
          section.connection(connection(value));
        }
      }
      case 'm' -> {
        if (sections.size() < SessionDescription.MAX_MEDIA) {
          sections.add(new SdpSection(value));
        }
      }
      case 'a' -> {
        Direction way = direction(value);
        if (section != null) {
          section.attribute(value, way);
        } else if (way != null) {
          direction = way;
        } else {
          group(value);
        }
      }
      default -> {}
    }
  }

  /** {@code group:BUNDLE audio video} (RFC 9143); of several groups the first counts. */
  private void group(String attribute) {
    String[] words = attribute.split("\\s+", SessionDescription.MAX_MEDIA + 2);
    if (bundle.isEmpty() && words[0].equals("group:BUNDLE")) {
      int last = Math.min(words.length, SessionDescription.MAX_MEDIA + 1);
      bundle = List.of(words).subList(1, last);
    }
  }

  /** The address of a c= line (RFC 8866 section 5.7), without TTL and count; null for a name. */
  static @Nullable IpAddress connection(String value) {
    String[] words = value.split("\\s+", 4);
    if (words.length < 3) {
      return null;
    }
    int slash = words[2].indexOf('/');
    return IpAddress.parse(slash < 0 ? words[2] : words[2].substring(0, slash));
  }

  private static @Nullable Direction direction(String attribute) {
    return switch (attribute) {
      case "sendrecv" -> Direction.SENDRECV;
      case "sendonly" -> Direction.SENDONLY;
      case "recvonly" -> Direction.RECVONLY;
      case "inactive" -> Direction.INACTIVE;
      default -> null;
    };
  }
}
