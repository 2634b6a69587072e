package org.earpiece.capture;

import org.earpiece.packet.IpAddress;

/** A name that an address had when the capture was made, as the capture tells. */
public record ResolvedName(IpAddress address, String name) {}
