/** Raw memory: views on byte arrays, columns outside the heap, the table of flows. */
package org.earpiece.bytes;
