/** Subscriptions and publications of event state (RFC 6665, RFC 3515, RFC 3903). */
package org.earpiece.voip.subscription;
