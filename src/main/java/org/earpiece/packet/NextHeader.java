package org.earpiece.packet;

/** The table in which the key of the next layer is looked up; a dissector names both. */
public enum NextHeader {
  /** Nothing follows that anyone could know. */
  NONE,
  ETHERTYPE,
  IP_PROTOCOL,
  /** The service access point of an LLC header. */
  LLC_SAP,
  PPP_PROTOCOL,
  /** A fragment of a datagram, see {@link Packet#fragment}: the key is the IP protocol inside. */
  IP_FRAGMENT,
  /** A payload of UDP: decided by the flow, the ports and the look of the bytes. */
  UDP_PAYLOAD,
  TCP_PAYLOAD,
  /** Chunks of SCTP: what those of data carry is decided by what they say, then the ports. */
  SCTP_CHUNKS,
  /** Several frames in one of 802.11. */
  WLAN_SUBFRAMES,
  /** The key is the ordinal of the Protocol that the layer above has told. */
  PROTOCOL,
  /** What the records of TLS hold, in clear where there are secrets. */
  TLS_CONTENT,
  /** What a frame of WebSocket holds, once it is unmasked and its message whole. */
  WEBSOCKET_PAYLOAD
}
