package org.earpiece.packet;

import java.util.List;

/**
 * The interface that a frame came from, as its capture tells.
 *
 * @param section the section of its capture that it belongs to, from 1; 0 where there are none
 * @param number within the section, from 0
 * @param name as the system called it, or empty
 * @param comments what people noted about it
 * @param sectionComments what people noted about the part of the capture that it belongs to
 */
public record Origin(
    int section,
    int number,
    String name,
    String description,
    List<String> comments,
    List<String> sectionComments) {
  /** An interface of which nothing is told. */
  public static final Origin UNKNOWN = new Origin(0, 0, "", "", List.of(), List.of());

  public Origin {
    comments = List.copyOf(comments);
    sectionComments = List.copyOf(sectionComments);
  }
}
