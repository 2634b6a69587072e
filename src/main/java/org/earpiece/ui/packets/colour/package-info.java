/** The colours of packets: rules, their editor, and where they are in the whole list. */
package org.earpiece.ui.packets.colour;
