/** Who is registered where, until when, and what went wrong (RFC 3261 section 10, RFC 5626). */
package org.earpiece.voip.registration;
