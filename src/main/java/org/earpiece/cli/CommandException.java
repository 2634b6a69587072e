package org.earpiece.cli;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import org.earpiece.capture.CaptureException;

/** Ends a command with a message for the person and an exit code. */
final class CommandException extends Exception {
  private static final long serialVersionUID = 1;

  /** The data is at fault. */
  static final int DATA = 1;

  /** The command is. */
  static final int USAGE = 2;

  /** The system does not permit it. */
  static final int PERMISSION = 3;

  /** Interrupted; what was captured is kept. */
  static final int INTERRUPTED = 130;

  private final int code;

  CommandException(int code, String message) {
    super(message, null, false, false);
    this.code = code;
  }

  /** The command asks for what cannot be. */
  static CommandException usage(String message) {
    return new CommandException(USAGE, message);
  }

  /** A result cannot be written. */
  static CommandException unwritable(String file, IOException e) {
    String reason =
        switch (e) {
          case NoSuchFileException n -> "its folder does not exist";
          case AccessDeniedException a -> "may not be written by you";
          default -> String.valueOf(e.getMessage());
        };
    return usage(file + ": " + reason);
  }

  int code() {
    return code;
  }

  /** The exit code for what went wrong with a capture. */
  static int code(IOException e) {
    if (e instanceof CaptureException c) {
      return switch (c.kind()) {
        case DATA -> DATA;
        case COMMAND -> USAGE;
        case PERMISSION -> PERMISSION;
      };
    }
    return DATA;
  }
}
