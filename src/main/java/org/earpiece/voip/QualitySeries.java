package org.earpiece.voip;

import java.util.List;

/**
 * The packets of a stream and its MOS over time: what the quality graphs draw.
 *
 * @param stream the stream at that moment
 * @param packets in order of arrival
 * @param mosPerSecond one value a second from the first packet on, each over the last 10 s
 */
public record QualitySeries(
    StreamSnapshot stream, List<StreamPacket> packets, double[] mosPerSecond) {}
