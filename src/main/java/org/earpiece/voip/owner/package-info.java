/** What display filters and columns may ask of a packet's call and stream. */
package org.earpiece.voip.owner;
