/** RTP and RTCP (RFC 3550). */
package org.earpiece.dissect.voip.rtp;
