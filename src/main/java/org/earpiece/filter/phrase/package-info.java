/** Display filters that are written for a person: of values, of packets, joined with others. */
@org.jspecify.annotations.NullMarked
package org.earpiece.filter.phrase;
