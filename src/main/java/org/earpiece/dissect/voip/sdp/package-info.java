/** SDP (RFC 8866): session descriptions. */
package org.earpiece.dissect.voip.sdp;
