/**
 * Regular expressions over bytes that cost the same for every byte: no backtracking. What is not
 * regular in them (back references, looking around) is left to {@link java.util.regex}.
 */
@NullMarked
package org.earpiece.filter.regex;

import org.jspecify.annotations.NullMarked;
