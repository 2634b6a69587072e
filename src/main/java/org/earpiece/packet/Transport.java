package org.earpiece.packet;

/** What carries a payload between two ports. */
public enum Transport {
  NONE,
  UDP,
  TCP,
  SCTP
}
