package org.earpiece.filter.completion;

/**
 * A text that may stand at a place of a filter, and what it means.
 *
 * @param text what is written
 * @param meaning in a few words, or empty
 */
public record Proposal(String text, String meaning) {}
