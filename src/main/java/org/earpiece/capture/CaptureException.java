package org.earpiece.capture;

import java.io.IOException;

/** Capturing or reading a capture went wrong; the message is a sentence for the user. */
public final class CaptureException extends IOException {
  private static final long serialVersionUID = 1;

  /** Whose fault it is; the command line makes exit codes of it. */
  public enum Kind {
    /** The file is damaged, cut, empty or no capture. */
    DATA,
    /** The command asks for what does not exist: an interface, a valid filter. */
    COMMAND,
    /** The system does not permit it; the message says what to do. */
    PERMISSION
  }

  private final Kind kind;

  public CaptureException(Kind kind, String message) {
    super(message);
    this.kind = kind;
  }

  public Kind kind() {
    return kind;
  }
}
