package org.earpiece.filter;

/**
 * What is wrong with a display filter.
 *
 * @param start of the part that is at fault, characters from the start of the text
 * @param end behind that part; equal to {@code start} where something is missing
 * @param message a sentence for a person: what is wrong and what to write instead
 */
public record FilterError(int start, int end, String message) {}
