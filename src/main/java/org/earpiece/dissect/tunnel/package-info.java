/** Tunnels: layers that carry a whole packet of another network. */
package org.earpiece.dissect.tunnel;
