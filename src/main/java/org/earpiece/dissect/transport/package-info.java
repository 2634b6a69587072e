/** Transport layers. */
package org.earpiece.dissect.transport;
