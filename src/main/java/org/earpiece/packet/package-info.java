/** What a packet is, and what may be asked of it. */
package org.earpiece.packet;
