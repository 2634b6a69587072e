package org.earpiece.session;

import java.util.ArrayList;
import java.util.List;
import org.earpiece.dissect.tls.TlsStreams;
import org.earpiece.packet.Sealed;

/**
 * TLS that was not decrypted though somebody may have wished it: connections by reason, where there
 * are secrets or the port is that of SIP.
 *
 * @param noSecrets connections of which no secret is known
 * @param forwardSecrecy those that an RSA key does not open
 * @param noHandshake those whose beginning is missing
 * @param unsupported those of a version or cipher suite that is not decrypted
 * @param wrongSecrets those whose secrets do not open them
 * @param records single records of others that could not be opened, or waited too long for secrets
 */
public record Undecrypted(
    long noSecrets,
    long forwardSecrecy,
    long noHandshake,
    long unsupported,
    long wrongSecrets,
    long records) {
  public static final Undecrypted NOTHING = new Undecrypted(0, 0, 0, 0, 0, 0);

  static Undecrypted of(TlsStreams tls) {
    return new Undecrypted(
        tls.sealed(Sealed.NO_SECRETS),
        tls.sealed(Sealed.FORWARD_SECRECY),
        tls.sealed(Sealed.NO_HANDSHAKE),
        tls.sealed(Sealed.UNSUPPORTED),
        tls.sealed(Sealed.WRONG_SECRETS),
        tls.engine().failed() + tls.engine().dropped());
  }

  /** Connections of all reasons. */
  public long connections() {
    return noSecrets + forwardSecrecy + noHandshake + unsupported + wrongSecrets;
  }

  /** What a person must know: a sentence each. */
  public List<String> sentences() {
    List<String> sentences = new ArrayList<>();
    add(sentences, noSecrets, Sealed.NO_SECRETS);
    add(sentences, forwardSecrecy, Sealed.FORWARD_SECRECY);
    add(sentences, noHandshake, Sealed.NO_HANDSHAKE);
    add(sentences, unsupported, Sealed.UNSUPPORTED);
    add(sentences, wrongSecrets, Sealed.WRONG_SECRETS);
    Discarded.say(
        sentences,
        records,
        "1 record of TLS was not decrypted:",
        "%,d records of TLS were not decrypted:",
        "its secret does not open it, or came too late");
    return sentences;
  }

  private static void add(List<String> sentences, long count, Sealed why) {
    Discarded.say(
        sentences,
        count,
        "1 TLS connection is not decrypted:",
        "%,d TLS connections are not decrypted:",
        why.words());
  }
}
