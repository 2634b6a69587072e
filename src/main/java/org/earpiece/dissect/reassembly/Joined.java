package org.earpiece.dissect.reassembly;

/**
 * Messages of a stream that are whole, one or several.
 *
 * @param bytes the last message may be cut
 * @param parts which frames the bytes came in: frame and length of each, in their order
 */
public record Joined(byte[] bytes, int[] parts) {}
