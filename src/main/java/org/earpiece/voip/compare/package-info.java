/** Two SIP messages side by side: what differs, and what that means. */
package org.earpiece.voip.compare;
