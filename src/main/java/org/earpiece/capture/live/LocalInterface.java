package org.earpiece.capture.live;

import java.util.List;

/**
 * An interface of this machine that can be captured on.
 *
 * @param name as the system calls it; {@code any} stands for all of them
 * @param description the system's words for a person, or empty
 * @param addresses its IP addresses as text, IPv4 first
 * @param up whether it is switched on
 * @param running whether it has a link
 */
public record LocalInterface(
    String name,
    String description,
    List<String> addresses,
    boolean up,
    boolean running,
    boolean loopback) {}
