/** Values that a display filter computes from fields: slices, functions, arithmetic. */
@org.jspecify.annotations.NullMarked
package org.earpiece.filter.compute;
