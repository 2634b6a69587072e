package org.earpiece.dissect;

import java.util.List;

/**
 * A line of the detail tree.
 *
 * @param label as shown: {@code Time to Live: 64}; what is derived stands in brackets
 * @param field the field's name, or the protocol's for a layer: {@code ip.ttl}
 * @param source the bytes it lies in, by its number in the packet's sources; 0 is the frame
 * @param offset where the value begins in its source, bytes
 * @param length bytes of the value; 0 where it does not stand there
 * @param frame the frame that the value names, or 0: the window makes a link of it
 * @param filter a display filter that finds packets with this value: {@code ip.ttl == 64}
 */
public record DetailNode(
    String label,
    String field,
    int source,
    int offset,
    int length,
    int frame,
    String filter,
    List<DetailNode> children) {}
