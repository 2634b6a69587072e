package org.earpiece.settings;

/** A display filter with a button of its own. */
public record SavedFilter(String name, String filter) {}
