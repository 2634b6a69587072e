/** SIP (RFC 3261): messages read lazily over their bytes. */
package org.earpiece.dissect.voip.sip;
