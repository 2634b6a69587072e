package org.earpiece.packet;

/** Sees every packet once, in order, after the layer walk. On the pipeline's thread. */
@FunctionalInterface
public interface Tap {
  void packet(Packet packet);
}
