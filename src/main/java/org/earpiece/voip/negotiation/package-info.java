/** Who offered which media in a call, who answered what, and what was agreed (RFC 3264). */
package org.earpiece.voip.negotiation;
