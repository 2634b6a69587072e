/** Macros of display filters: saved text under a name. */
@org.jspecify.annotations.NullMarked
package org.earpiece.filter.macro;
