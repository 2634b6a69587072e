/** Bytes as text. */
package org.earpiece.report.bytes;
