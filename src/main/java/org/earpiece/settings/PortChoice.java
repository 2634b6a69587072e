package org.earpiece.settings;

/**
 * What is spoken at a port, whatever is recognised there.
 *
 * @param transport {@code udp} or {@code tcp}
 * @param protocol its name in display filters: {@code sip}
 */
public record PortChoice(String transport, int port, String protocol) {}
