/** RTP streams: who sends what to whom, what its packets measure, and how it must sound. */
package org.earpiece.voip.rtp;
