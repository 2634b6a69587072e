package org.earpiece.dissect.tls;

import java.nio.charset.StandardCharsets;

/**
 * A key log that is read as it is written: takes its bytes in any portions and adds each line to
 * the secrets as soon as it is whole. One thread.
 */
public final class KeyLog {
  /** Bytes of a line at most; longer lines are passed over. */
  public static final int MAX_LINE = 4096;

  private final TlsSecrets secrets;
  private final byte[] line = new byte[MAX_LINE];
  private int length;
  private boolean tooLong;

  public KeyLog(TlsSecrets secrets) {
    this.secrets = secrets;
  }

  /** Takes the next bytes of the log. */
  public void feed(byte[] array, int offset, int count) {
    for (int i = offset; i < offset + count; i++) {
      byte b = array[i];
      if (b == '\n' || b == '\r') {
        end();
      } else if (length < MAX_LINE) {
        line[length++] = b;
      } else {
        tooLong = true;
      }
    }
  }

  /** The log ends: its last line may lack the line break. Also where it began anew. */
  public void end() {
    if (!tooLong && length > 0) {
      secrets.addLine(new String(line, 0, length, StandardCharsets.ISO_8859_1));
    }
    length = 0;
    tooLong = false;
  }
}
