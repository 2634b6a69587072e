/** The list of RTP streams. */
package org.earpiece.ui.streams;
