package org.earpiece.voip.registration;

import org.earpiece.packet.Endpoint;
import org.jspecify.annotations.Nullable;

/**
 * A contact bound to an address of record.
 *
 * @param uri where requests for the address of record are sent
 * @param userAgent the client's User-Agent; empty where its REGISTER was not captured
 * @param source where the client's REGISTER came from; null where it was not captured
 * @param expires seconds granted
 * @param untilNanos when it ends unless refreshed, ns since 1970
 * @param instance the client's {@code +sip.instance} (RFC 5626), or empty
 * @param flow its {@code reg-id}, or -1
 */
public record Binding(
    String uri,
    String userAgent,
    @Nullable Endpoint source,
    long expires,
    long untilNanos,
    String instance,
    long flow) {}
