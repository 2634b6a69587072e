/** What may be written at a place of a display filter. */
@org.jspecify.annotations.NullMarked
package org.earpiece.filter.completion;
