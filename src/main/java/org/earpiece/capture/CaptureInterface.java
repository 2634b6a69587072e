package org.earpiece.capture;

import org.earpiece.packet.LinkType;

/**
 * An interface that frames of a capture came from.
 *
 * @param name as the system calls it, or empty where the capture does not say
 * @param timeDigits digits of a second that times have: 6 (µs) or 9 (ns)
 * @param snaplen bytes of a frame that were kept at most; 0 for all
 * @param linkNumber the link type's number in files; tells what an unknown one was
 */
public record CaptureInterface(
    String name,
    String description,
    LinkType linkType,
    int timeDigits,
    int snaplen,
    int linkNumber) {

  /** An interface of a link type that Earpiece knows. */
  public CaptureInterface(
      String name, String description, LinkType linkType, int timeDigits, int snaplen) {
    this(name, description, linkType, timeDigits, snaplen, linkType.number());
  }
}
