package org.earpiece.cli.terminal;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import org.earpiece.capture.CaptureException;

/** Ends a command with a message for the person and an exit code. */
public final class CommandException extends Exception {
  private static final long serialVersionUID = 1;

  /** The data is at fault. */
  public static final int DATA = 1;

  /** The command is. */
  public static final int USAGE = 2;

  /** The system does not permit it. */
  public static final int PERMISSION = 3;

  /** Interrupted; what was captured is kept. */
  public static final int INTERRUPTED = 130;

  private final int code;

  public CommandException(int code, String message) {
    super(message, null, false, false);
    this.code = code;
  }

  /** The command asks for what cannot be. */
  public static CommandException usage(String message) {
    return new CommandException(USAGE, message);
  }

  /** A result cannot be written. */
  public static CommandException unwritable(String file, IOException e) {
    String reason =
        switch (e) {
          case NoSuchFileException n -> "its folder does not exist";
          case AccessDeniedException a -> "may not be written by you";
          default -> String.valueOf(e.getMessage());
        };
    return usage(file + ": " + reason);
  }

  public int code() {
    return code;
  }

  /** The exit code for what went wrong with a capture. */
  public static int code(IOException e) {
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
