package org.earpiece.voip;

/**
 * What the messages of a call tell beside its course. Texts are empty where nothing was told.
 * Durations are ns, or {@link CallSnapshot#NEVER}.
 *
 * @param partial whether its beginning is not in the capture
 * @param callerAgent User-Agent of the caller's side
 * @param calleeAgent User-Agent or Server of the callee's side
 * @param identity who the network says is calling: P-Asserted-Identity (RFC 3325), else
 *     Remote-Party-ID, else P-Preferred-Identity
 * @param divertedFrom users that it was diverted from: Diversion (RFC 5806), History-Info (RFC
 *     7044)
 * @param redirectedTo user that a 3xx response named
 * @param transferredTo user that a REFER named (RFC 3515)
 * @param cause of its end: the Reason header (RFC 3326), ITU-T Q.850 causes in words
 * @param warning the text of a Warning header (RFC 3261 section 20.43)
 * @param postDialNanos first INVITE to the first response that the caller hears: 180 or 183
 * @param ringNanos ringing to the answer or the end
 * @param holds how often it was held
 * @param heldNanos for how long in all, a hold that goes on not counted
 * @param reinvites further INVITEs in the dialog
 * @param glares of them refused with 491 as both sides sent one (RFC 3261 section 14.1)
 * @param refreshes INVITEs and UPDATEs that only kept the session alive (RFC 4028)
 * @param lateOffer whether the INVITE had no SDP, so that the 200 made the offer
 * @param reliable whether provisional responses were acknowledged (PRACK, RFC 3262)
 * @param conference whether a party is the focus of a conference (RFC 4579)
 */
public record CallFacts(
    boolean partial,
    String callerAgent,
    String calleeAgent,
    String identity,
    String divertedFrom,
    String redirectedTo,
    String transferredTo,
    String cause,
    String warning,
    long postDialNanos,
    long ringNanos,
    int holds,
    long heldNanos,
    int reinvites,
    int glares,
    int refreshes,
    boolean lateOffer,
    boolean reliable,
    boolean conference) {}
