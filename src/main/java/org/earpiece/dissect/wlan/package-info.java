/** IEEE 802.11 frames, and the headers that captures put before them. */
package org.earpiece.dissect.wlan;
