/** The names that display filters take for numbers. */
@org.jspecify.annotations.NullMarked
package org.earpiece.filter.names;
