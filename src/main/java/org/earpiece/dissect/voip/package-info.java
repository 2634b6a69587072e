/** SIP, SDP, RTP and RTCP. */
package org.earpiece.dissect.voip;
