package org.earpiece.capture;

import java.util.List;
import org.earpiece.packet.LinkType;

/**
 * An interface that frames of a capture came from.
 *
 * @param name as the system calls it, or empty where the capture does not say
 * @param timeDigits digits of a second that times have: 6 (µs) or 9 (ns)
 * @param snaplen bytes of a frame that were kept at most; 0 for all
 * @param linkNumber the link type's number in files; tells what an unknown one was
 * @param fcsBytes bytes of the frame check sequence that ends every frame; 0 for none, or not told
 * @param section the section of the file that it belongs to, from 1; 0 where files have none
 * @param comments what people noted about the interface
 * @param sectionComments what people noted about the part of the file that it belongs to
 */
public record CaptureInterface(
    String name,
    String description,
    LinkType linkType,
    int timeDigits,
    int snaplen,
    int linkNumber,
    int fcsBytes,
    int section,
    List<String> comments,
    List<String> sectionComments) {
  public CaptureInterface {
    comments = List.copyOf(comments);
    sectionComments = List.copyOf(sectionComments);
  }

  /** An interface of a link type that Earpiece knows, about which nothing is noted. */
  public CaptureInterface(
      String name, String description, LinkType linkType, int timeDigits, int snaplen) {
    this(
        name,
        description,
        linkType,
        timeDigits,
        snaplen,
        linkType.number(),
        0,
        0,
        List.of(),
        List.of());
  }
}
