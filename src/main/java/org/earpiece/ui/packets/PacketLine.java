package org.earpiece.ui.packets;

import java.util.List;

/**
 * The text of one packet's row.
 *
 * @param timeNanos 0 where the packet is not there
 * @param transport as display filters name it: {@code udp}; empty where there is none
 * @param comment whether somebody commented on it
 * @param rule the number of the colouring rule that accepts it, or {@link
 *     org.earpiece.session.listing.Colouring#NONE}
 * @param values of the columns that show fields, in their order
 */
record PacketLine(
    long timeNanos,
    String source,
    String destination,
    String transport,
    int sport,
    int dport,
    String protocol,
    int length,
    String info,
    boolean comment,
    int rule,
    List<String> values) {}
