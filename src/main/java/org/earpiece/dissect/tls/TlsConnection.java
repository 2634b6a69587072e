package org.earpiece.dissect.tls;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.Iterator;
import org.earpiece.dissect.tls.wire.TlsRecord;
import org.earpiece.dissect.tls.wire.TlsVersion;
import org.earpiece.packet.Sealed;
import org.jspecify.annotations.Nullable;

/**
 * One TLS connection, fed with what its two sides send, in order: follows its handshakes and gives
 * its application data in clear as far as the secrets go (TLS 1.0 to 1.3). What comes before its
 * secrets waits for them, within limits. Nothing that it is fed makes it throw. One thread.
 */
public final class TlsConnection implements RecordStream.Receiver, HandshakeMessages.Receiver {
  /** Takes what the records of a connection hold. */
  public interface Sink {
    /**
     * The next application data of one side, in clear. The bytes are valid during the call only.
     *
     * @param side who sent it, as in {@link TlsConnection#feed}
     */
    void plaintext(int side, byte[] array, int offset, int length);

    /** Application data of one side is missing here: it was not captured, or can't be decrypted. */
    void missing(int side);
  }

  /** Bytes of records of one connection that wait for secrets at most. */
  public static final int MAX_WAITING_BYTES = 256 << 10;

  /** Bytes of memory that a record takes beside its own. */
  private static final int OVERHEAD = 64;

  private static final int SIDES = 2;

  /** How far the connection can be read. */
  public enum State {
    /** The hellos have not passed yet. */
    STARTING,
    /** Its beginning was not captured: no secret can be found for it. */
    NO_HANDSHAKE,
    /** Protected by a cipher suite or version that is not decrypted. */
    UNSUPPORTED,
    /** Its secrets are not there, or not yet. */
    NO_SECRETS,
    /** There are RSA keys, but its keys were agreed on without one. */
    FORWARD_SECRECY,
    /** There are secrets that do not open its records. */
    WRONG_SECRETS,
    /** Decrypted. */
    DECRYPTED;

    /** The same as it is told of packets. */
    public Sealed sealed() {
      return switch (this) {
        case STARTING, DECRYPTED -> Sealed.OPEN;
        case NO_HANDSHAKE -> Sealed.NO_HANDSHAKE;
        case UNSUPPORTED -> Sealed.UNSUPPORTED;
        case NO_SECRETS -> Sealed.NO_SECRETS;
        case FORWARD_SECRECY -> Sealed.FORWARD_SECRECY;
        case WRONG_SECRETS -> Sealed.WRONG_SECRETS;
      };
    }
  }

  /** What is known of one side. */
  private static final class Side {
    final RecordStream records;
    final HandshakeMessages messages;
    final SideKeys keys;
    int waiting;
    int dropped;

    Side(int index, TlsConnection connection) {
      records = new RecordStream(index, connection);
      messages = new HandshakeMessages(index, connection);
      keys = new SideKeys(connection.engine.secrets);
    }
  }

  private record Waiting(int side, byte[] bytes) {}

  private final TlsEngine engine;
  private final Side[] sides = new Side[SIDES];
  private final Deque<Waiting> queue = new ArrayDeque<>();
  private Handshake handshake = new Handshake();
  private Sink sink = Nowhere.SINK;
  private int client = -1;
  private int waitingBytes;
  private int queueVersion;
  private boolean noHandshake;
  private boolean decrypted;
  private long failed;

  /** Takes nothing. */
  private enum Nowhere implements Sink {
    SINK;

    @Override
    public void plaintext(int side, byte[] array, int offset, int length) {}

    @Override
    public void missing(int side) {}
  }

  public TlsConnection(TlsEngine engine) {
    this.engine = engine;
    for (int i = 0; i < SIDES; i++) {
      sides[i] = new Side(i, this);
    }
  }

  /** Whether TLS may begin with these bytes: the header of a record with a ClientHello. */
  public static boolean beginsWith(byte[] array, int offset, int length) {
    return length > TlsRecord.HEADER
        && TlsRecord.plausible(array, offset)
        && array[offset] == TlsRecord.HANDSHAKE
        && array[offset + TlsRecord.HEADER] == Handshake.CLIENT_HELLO
        && TlsRecord.length(array, offset) > HandshakeMessages.HEADER;
  }

  /**
   * Takes the next bytes that one side sent, and gives what is in clear.
   *
   * @param side 0 or 1: which of the two is the client is learnt from what they say
   * @return false where the side's first bytes are not TLS
   */
  public boolean feed(int side, byte[] array, int offset, int length, Sink to) {
    sink = to;
    try {
      drain();
      return sides[side].records.feed(array, offset, length);
    } finally {
      sink = Nowhere.SINK;
    }
  }

  /** Gives what waited for secrets that have come meanwhile. */
  public void poll(Sink to) {
    sink = to;
    try {
      drain();
    } finally {
      sink = Nowhere.SINK;
    }
  }

  /** Bytes of one side are missing here: as many, and what comes next follows them. */
  public void gap(int side, int bytes, Sink to) {
    sides[side].records.gap(bytes);
    sides[side].messages.reset();
    sides[side].keys.missed(0);
    to.missing(side);
  }

  /** Ends the connection: what waits is given up. */
  public void close() {
    queue.clear();
    engine.release(waitingBytes);
    waitingBytes = 0;
  }

  @Override
  public boolean record(int side, byte[] array, int at, int end, boolean doubtful) {
    int type = array[at];
    SideKeys keys = sides[side].keys;
    if (keys.active()) {
      return (keys.tls13() && type != TlsRecord.APPLICATION_DATA) // RFC 8446 appendix D.4
          || sealed(side, array, at, end, doubtful);
    }
    switch (type) {
      case TlsRecord.HANDSHAKE ->
          sides[side].messages.feed(array, at + TlsRecord.HEADER, end - at - TlsRecord.HEADER);
      case TlsRecord.CHANGE_CIPHER_SPEC -> changeCipherSpec(side);
      case TlsRecord.APPLICATION_DATA -> {
        return unannounced(side, array, at, end, doubtful);
      }
      default -> {} // alerts and heartbeats in clear
    }
    return true;
  }

  private void changeCipherSpec(int side) {
    if (handshake.serverRandom.length > 0 && !handshake.tls13()) {
      sides[side].messages.reset();
      sides[side].keys.begin(handshake, side == client);
    }
  }

  /** Protected data of a side that has not said so: early data, or the word was lost. */
  private boolean unannounced(int side, byte[] array, int at, int end, boolean doubtful) {
    if (handshake.agreed() && !handshake.tls13()) {
      changeCipherSpec(side);
      sides[side].keys.missed(0);
      return sealed(side, array, at, end, doubtful);
    }
    if (handshake.earlyDataOffered && handshake.serverRandom.length == 0) {
      enqueue(side, array, at, end);
    } else {
      noHandshake = true;
      sink.missing(side);
    }
    return true;
  }

  private boolean sealed(int side, byte[] array, int at, int end, boolean doubtful) {
    if (sides[side].waiting > 0 || sides[side].dropped > 0) {
      enqueue(side, array, at, end);
      return true;
    }
    int length = sides[side].keys.open(array, at, end, engine.content);
    if (length == SideKeys.WAITING) {
      enqueue(side, array, at, end);
      return true;
    }
    if (length == SideKeys.FAILED) {
      return !doubtful && failed(side, array[at]);
    }
    opened(side, array[at], length);
    return true;
  }

  private boolean failed(int side, int type) {
    failed++;
    engine.countFailed();
    if (type == TlsRecord.APPLICATION_DATA) {
      sink.missing(side);
    }
    return true;
  }

  private void opened(int side, int outerType, int contentLength) {
    byte[] content = engine.content;
    int type = outerType;
    int length = contentLength;
    if (sides[side].keys.tls13()) {
      while (length > 0 && content[length - 1] == 0) {
        length--;
      }
      if (length == 0) {
        return;
      }
      type = content[--length];
    }
    switch (type) {
      case TlsRecord.APPLICATION_DATA -> {
        decrypted = true;
        if (sides[side].keys.jumped()) {
          sink.missing(side);
        }
        if (length > 0) {
          sink.plaintext(side, content, 0, length);
        }
      }
      case TlsRecord.HANDSHAKE -> sides[side].messages.feed(content, 0, length);
      case TlsRecord.CHANGE_CIPHER_SPEC -> changeCipherSpec(side);
      default -> {} // alerts and heartbeats
    }
  }

  @Override
  public void message(int side, byte[] array, int offset, int length, boolean whole) {
    int type = array[offset] & 0xFF;
    if (sides[side].keys.tls13()) {
      afterTheHellos(side, type);
      return;
    }
    if (type == Handshake.CLIENT_HELLO) {
      client = side;
      if (handshake.agreed()) {
        handshake = new Handshake();
      }
    } else if (type == Handshake.SERVER_HELLO) {
      client = 1 - side;
    }
    handshake.message(type, array, offset, length, whole);
    for (Side each : sides) {
      each.keys.lookAgain();
    }
    if (handshake.tls13() && !sides[0].keys.active() && !sides[1].keys.active()) {
      sides[client].keys.begin(handshake, true);
      sides[1 - client].keys.begin(handshake, false);
      queueVersion = -1;
      drain();
    }
  }

  private void afterTheHellos(int side, int type) {
    switch (type) {
      case Handshake.FINISHED, Handshake.END_OF_EARLY_DATA -> sides[side].keys.advance();
      case Handshake.KEY_UPDATE -> sides[side].keys.update();
      default -> {} // says nothing that keys depend on
    }
  }

  private void enqueue(int side, byte[] array, int at, int end) {
    int size = end - at;
    boolean room =
        handshake.unsupported() == null
            && sides[side].dropped == 0
            && waitingBytes + size + OVERHEAD <= MAX_WAITING_BYTES
            && engine.reserve(size + OVERHEAD);
    if (room) {
      queue.add(new Waiting(side, Arrays.copyOfRange(array, at, end)));
      waitingBytes += size + OVERHEAD;
      sides[side].waiting++;
    } else {
      sides[side].dropped++;
      engine.countDropped();
    }
  }

  /** Opens what waits, where secrets came since it was last tried. */
  private void drain() {
    int version = engine.secrets.version();
    if (queueVersion == version) {
      return;
    }
    queueVersion = version;
    boolean[] stuck = new boolean[SIDES];
    for (Iterator<Waiting> i = queue.iterator(); i.hasNext(); ) {
      Waiting record = i.next();
      Side side = sides[record.side];
      int length =
          stuck[record.side] || !side.keys.active()
              ? SideKeys.WAITING
              : side.keys.open(record.bytes, 0, record.bytes.length, engine.content);
      if (length == SideKeys.WAITING) {
        stuck[record.side] = true;
        continue;
      }
      i.remove();
      waitingBytes -= record.bytes.length + OVERHEAD;
      engine.release(record.bytes.length + OVERHEAD);
      side.waiting--;
      if (length == SideKeys.FAILED) {
        failed(record.side, record.bytes[0]);
      } else {
        opened(record.side, record.bytes[0], length);
      }
    }
    for (int i = 0; i < SIDES; i++) {
      resume(i);
    }
  }

  /** Goes on behind records that were dropped for lack of room. */
  private void resume(int side) {
    Side of = sides[side];
    if (of.waiting == 0 && of.dropped > 0) {
      of.keys.missed(of.dropped);
      of.dropped = 0;
      sink.missing(side);
    }
  }

  /** How far the connection can be read. */
  public State state() {
    if (decrypted) {
      return State.DECRYPTED;
    }
    if (handshake.unsupported() != null) {
      return State.UNSUPPORTED;
    }
    if (noHandshake) {
      return State.NO_HANDSHAKE;
    }
    if (queue.isEmpty() && sides[0].dropped + sides[1].dropped == 0) {
      return failed > 0 ? State.WRONG_SECRETS : State.STARTING;
    }
    return handshake.forwardSecrecy() && !engine.secrets.rsaKeys().isEmpty()
        ? State.FORWARD_SECRECY
        : State.NO_SECRETS;
  }

  /** Why it can't be decrypted whatever the secrets, or null. */
  public @Nullable String unsupported() {
    return handshake.unsupported();
  }

  /** Whether both sides have said hello: another hello in clear begins another connection. */
  boolean agreed() {
    return handshake.agreed();
  }

  /** The side that is the client, or -1 where neither has said so. */
  public int client() {
    return client;
  }

  /** The name of the version agreed on, or null. */
  public @Nullable String version() {
    return TlsVersion.name(handshake.version);
  }

  /** The name of the cipher suite agreed on, or null. */
  public @Nullable String cipherSuite() {
    return CipherSuite.name(handshake.suiteId);
  }

  /** The name of the server that the client asked for, or null. */
  public @Nullable String serverName() {
    return handshake.serverName;
  }

  /** Bytes of memory for what is not whole; what waits for secrets is the engine's to count. */
  int bytes() {
    int bytes = handshake.bytes();
    for (Side side : sides) {
      bytes += side.records.bytes() + side.messages.bytes();
    }
    return bytes;
  }

  /** Records that could not be decrypted though there were keys. */
  public long failed() {
    return failed;
  }
}
