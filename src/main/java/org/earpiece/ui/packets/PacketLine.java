package org.earpiece.ui.packets;

import org.earpiece.ui.kit.table.Tint;

/** The text of one packet's row. */
record PacketLine(
    long timeNanos,
    String source,
    String destination,
    int sport,
    int dport,
    String protocol,
    int length,
    String info,
    Tint tint) {}
