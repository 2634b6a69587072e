package org.earpiece.packet;

import org.earpiece.bytes.ByteView;

/**
 * A cursor on one frame: its time and bytes and, after the layer walk, the protocol and place of
 * each layer. There is one a thread, never one a packet; who keeps data copies it.
 *
 * <p>A layer may lie in other bytes than the frame's: in a datagram put together from fragments, in
 * what was decrypted. The packet then has several sources of bytes, the frame the first of them,
 * and {@link #bytes(int)} gives those of a layer. Offsets are bytes from the start of its source.
 * Times are nanoseconds since 1970.
 */
public final class Packet {
  /** Layers of one packet; what lies deeper stays data. */
  public static final int MAX_LAYERS = 32;

  /** No flow, no stream, no call. */
  public static final int NONE = -1;

  /**
   * The layer that fields of {@link Protocol#FRAME} are read with: it is in every packet, begins at
   * 0 and ends with the frame, and is not counted in {@link #layers}.
   */
  public static final int FRAME_LAYER = -1;

  private long generation;
  private int number;
  private long timeNanos;
  private int length;
  private int interfaceId;
  private LinkType linkType = LinkType.UNKNOWN;
  private final FrameContext context = new FrameContext();
  private final DataSources sources = new DataSources();
  private final ByteView frame = sources.bytes(0);
  private ByteView bytes = frame;
  private int source;

  private int layers;
  private final Protocol[] protocols = new Protocol[MAX_LAYERS];
  private final int[] offsets = new int[MAX_LAYERS];
  private final int[] ends = new int[MAX_LAYERS];
  private final int[] sourceOf = new int[MAX_LAYERS];
  private int limit;
  private NextHeader next = NextHeader.NONE;
  private int nextKey;
  private boolean truncated;
  private boolean malformed;
  private final Fragment fragment = new Fragment();
  private DataSource segment = DataSource.FRAME;
  private boolean quoted;

  private long srcHi;
  private long srcLo;
  private long dstHi;
  private long dstLo;
  private int sport;
  private int dport;
  private Transport transport = Transport.NONE;
  private int flow = NONE;
  private boolean tentative;
  private boolean secure;
  private int redundancy = NONE;
  private int call = NONE;
  private int stream = NONE;
  private int softState = NONE;
  private boolean irregular;

  /**
   * Points the cursor at a frame and forgets the layers of the last one.
   *
   * @param number frame number, from 1
   * @param timeNanos arrival, ns since 1970
   * @param length bytes on the wire; {@code captured} of them are at hand
   * @param flow the flow known from an earlier walk, or {@link #NONE}
   */
  public void begin(
      int number,
      long timeNanos,
      int length,
      int interfaceId,
      LinkType linkType,
      byte[] array,
      int offset,
      int captured,
      int flow) {
    generation++;
    this.number = number;
    this.timeNanos = timeNanos;
    this.length = length;
    this.interfaceId = interfaceId;
    this.linkType = linkType;
    sources.begin(array, offset, captured);
    bytes = frame;
    source = 0;
    layers = 0;
    limit = captured;
    next = NextHeader.NONE;
    truncated = false;
    malformed = false;
    fragment.none();
    segment = DataSource.FRAME;
    quoted = false;
    context.begin();
    srcHi = 0;
    srcLo = 0;
    dstHi = 0;
    dstLo = 0;
    sport = 0;
    dport = 0;
    transport = Transport.NONE;
    this.flow = flow;
    tentative = false;
    secure = false;
    redundancy = NONE;
    call = NONE;
    stream = NONE;
    softState = NONE;
    irregular = false;
  }

  /** Adds a layer from {@code offset} to the limit; false when there are too many. */
  public boolean addLayer(Protocol protocol, int offset) {
    if (layers == MAX_LAYERS) {
      return false;
    }
    protocols[layers] = protocol;
    offsets[layers] = offset;
    ends[layers] = limit;
    sourceOf[layers] = source;
    layers++;
    next = NextHeader.NONE;
    return true;
  }

  /**
   * Goes on in other bytes: further layers lie in them, their offsets from 0. False when there are
   * too many sources.
   */
  public boolean enter(DataSource kind, byte[] array, int offset, int length) {
    int added = sources.add(kind, array, offset, length);
    if (added == NONE) {
      return false;
    }
    leave(added, length);
    return true;
  }

  /** Goes to another source (before {@link #enter} it was {@link #source()}) and limit. */
  public void leave(int to, int limitThere) {
    source = to;
    bytes = sources.bytes(to);
    limit = limitThere;
  }

  /** The source that layers are being added in: 0 is the frame. */
  public int source() {
    return source;
  }

  /** The source that a layer lies in. */
  public int source(int layer) {
    return layer < 0 ? 0 : sourceOf[layer];
  }

  public DataSources sources() {
    return sources;
  }

  /** Takes the last layer back: its dissector found that the bytes are not its own. */
  public void dropLayer() {
    layers--;
  }

  /** Says where the next layer is looked up. */
  public void next(NextHeader table, int key) {
    next = table;
    nextKey = key;
  }

  /** Narrows the bytes that further layers may see (the IP length excludes Ethernet padding). */
  public void limit(int end) {
    if (end < limit) {
      limit = end;
      if (layers > 0) {
        ends[layers - 1] = Math.min(ends[layers - 1], end);
      }
    }
  }

  /** Narrows the bytes that further layers may see; the layers there are keep their ends. */
  public void limitInside(int end) {
    limit = Math.min(limit, end);
  }

  /** Takes a narrowing back: {@code end} is what {@link #limit()} was before. */
  public void widen(int end) {
    limit = end;
  }

  /** The end of the bytes that the current and further layers may see. */
  public int limit() {
    return limit;
  }

  /** Whether {@code count} bytes from {@code offset} are within the limit. */
  public boolean has(int offset, int count) {
    return offset >= 0 && count >= 0 && offset <= limit - count;
  }

  /**
   * Sets the network addresses as in {@link IpAddress}; the innermost network layer wins, but not
   * one that is quoted. The ports of a transport around it are no longer the packet's.
   */
  public void addresses(long srcHi, long srcLo, long dstHi, long dstLo) {
    if (quoted) {
      return;
    }
    this.srcHi = srcHi;
    this.srcLo = srcLo;
    this.dstHi = dstHi;
    this.dstLo = dstLo;
    transport = Transport.NONE;
    sport = 0;
    dport = 0;
  }

  /** Sets the ports; the innermost transport wins, but not one that is quoted. */
  public void ports(Transport transport, int sport, int dport) {
    if (quoted) {
      return;
    }
    this.transport = transport;
    this.sport = sport;
    this.dport = dport;
  }

  public void flow(int flow) {
    this.flow = flow;
  }

  /** Marks the media layer as a guess of the heuristic that further packets must confirm. */
  public void tentative(boolean tentative) {
    this.tentative = tentative;
  }

  /** Says what is known of the media: whether behind its header it is SRTP, and the type of RED. */
  public void told(boolean srtp, int redundancyType) {
    secure = srtp;
    redundancy = redundancyType;
  }

  /** The number of the call that owns this packet; set by the tap that knows. */
  public void call(int call) {
    this.call = call;
  }

  /** The number of the RTP stream that owns this packet; set by the tap that knows. */
  public void stream(int stream) {
    this.stream = stream;
  }

  /** The identity of the registration, subscription or publication that owns this packet. */
  public void softState(int id) {
    softState = id;
  }

  /** Says that the packet is not the one that was due, see {@link #irregular()}. */
  public void irregular(boolean on) {
    irregular = on;
  }

  /** Bytes that a header promises are not there. */
  public void markTruncated() {
    truncated = true;
  }

  /** A layer contradicts its specification. */
  public void markMalformed() {
    malformed = true;
  }

  /** The segment does not stand for itself, see {@link #segment()}. */
  public void markSegment(DataSource kind) {
    segment = kind;
  }

  /** What follows is a packet that an ICMP error quotes. */
  public void markQuoted() {
    quoted = true;
  }

  /** Grows with each {@link #begin}: for as long as it stays, the bytes are the same. */
  public long generation() {
    return generation;
  }

  public int number() {
    return number;
  }

  public long timeNanos() {
    return timeNanos;
  }

  /** What is known of the frame beside its bytes. */
  public FrameContext context() {
    return context;
  }

  /** What other packets say of this one. */
  public Facts facts() {
    return context.facts();
  }

  /** Bytes on the wire. */
  public int length() {
    return length;
  }

  /** Bytes at hand. */
  public int capturedLength() {
    return frame.length();
  }

  public int interfaceId() {
    return interfaceId;
  }

  public LinkType linkType() {
    return linkType;
  }

  /** The bytes that layers are being added in: for the walk alone. */
  public ByteView bytes() {
    return bytes;
  }

  /** The bytes that the offsets of a layer refer to. */
  public ByteView bytes(int layer) {
    return layer < 0 ? frame : sources.bytes(sourceOf[layer]);
  }

  public int layers() {
    return layers;
  }

  public Protocol protocol(int layer) {
    return layer < 0 ? Protocol.FRAME : protocols[layer];
  }

  /** Whether a layer is a further packet of a compound one, RTCP (RFC 3550 section 6.1). */
  public boolean compounded(int layer) {
    return layer > 0 && protocols[layer] == Protocol.RTCP && protocols[layer - 1] == Protocol.RTCP;
  }

  public int offset(int layer) {
    return layer < 0 ? 0 : offsets[layer];
  }

  /** The end of a layer with everything inside it. */
  public int end(int layer) {
    return layer < 0 ? frame.length() : ends[layer];
  }

  /** The innermost protocol, or FRAME where nothing was recognised. */
  public Protocol innermost() {
    return layers == 0 ? Protocol.FRAME : protocols[layers - 1];
  }

  /** The first layer of this protocol, or {@link #NONE}. */
  public int find(Protocol protocol) {
    return find(protocol, 0);
  }

  /** The first layer of this protocol from layer {@code from} on, or {@link #NONE}. */
  public int find(Protocol protocol, int from) {
    for (int i = from; i < layers; i++) {
      if (protocols[i] == protocol) {
        return i;
      }
    }
    return NONE;
  }

  public NextHeader next() {
    return next;
  }

  public int nextKey() {
    return nextKey;
  }

  public boolean truncated() {
    return truncated;
  }

  public boolean malformed() {
    return malformed;
  }

  /** What the innermost network layer says of fragments. */
  public Fragment fragment() {
    return fragment;
  }

  /**
   * What the segment is to its stream: TCP where its end belongs to a message that a later one
   * completes, TCP_RETRANSMISSION or TCP_OUT_OF_ORDER; FRAME where it stands for itself.
   */
  public DataSource segment() {
    return segment;
  }

  /**
   * Whether the innermost layers are a packet that an ICMP error quotes: they were not sent here
   * and now, and belong to no call and no stream.
   */
  public boolean quoted() {
    return quoted;
  }

  public long srcHi() {
    return srcHi;
  }

  public long srcLo() {
    return srcLo;
  }

  public long dstHi() {
    return dstHi;
  }

  public long dstLo() {
    return dstLo;
  }

  /** Whether a network layer gave addresses. */
  public boolean hasAddresses() {
    return (srcHi | srcLo | dstHi | dstLo) != 0;
  }

  public int sport() {
    return sport;
  }

  public int dport() {
    return dport;
  }

  public Transport transport() {
    return transport;
  }

  public int flow() {
    return flow;
  }

  public boolean tentative() {
    return tentative;
  }

  /** Whether the media layer is encrypted, as far as SDP or DTLS says. */
  public boolean secure() {
    return secure;
  }

  /** The RTP payload type that is redundant data (RFC 2198), or {@link #NONE}. */
  public int redundancy() {
    return redundancy;
  }

  public int call() {
    return call;
  }

  public int stream() {
    return stream;
  }

  /** Whether this is RTP whose sequence number is not the one that was due in its stream. */
  public boolean irregular() {
    return irregular;
  }

  public int softState() {
    return softState;
  }
}
