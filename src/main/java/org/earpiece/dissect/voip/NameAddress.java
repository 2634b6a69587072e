package org.earpiece.dissect.voip;

/**
 * The value of From, To or Contact (RFC 3261 section 20.10).
 *
 * @param display display name without quotes, or empty
 * @param uri the URI without angle brackets
 * @param user the user part of the URI (or the number of a tel URI), or empty
 * @param host the host part without port, or empty
 * @param tag the tag parameter, or empty
 * @param text the value without header parameters, as Wireshark shows it: {@code "Al" <sip:a@b>}
 */
public record NameAddress(
    String display, String uri, String user, String host, String tag, String text) {}
