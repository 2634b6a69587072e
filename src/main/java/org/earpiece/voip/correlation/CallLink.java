package org.earpiece.voip.correlation;

/**
 * Why a call belongs to the same conversation as another.
 *
 * @param call the call that was joined
 * @param to the call that it was joined to
 * @param reason in words that a person understands
 * @param percent how sure that is: 100 where the messages say so
 */
public record CallLink(int call, int to, String reason, int percent) {}
