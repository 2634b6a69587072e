package org.earpiece.cli.options;

import java.io.InputStream;
import java.util.function.Supplier;
import org.earpiece.capture.FrameSource;
import org.earpiece.capture.demo.DemoNetwork;
import org.earpiece.capture.live.CaptureOptions;
import org.earpiece.capture.live.LiveCapture;
import org.earpiece.capture.remote.PipeSource;
import org.earpiece.cli.terminal.CommandException;

/** Where live frames come from. */
public final class Sources {
  /** The name under which the demonstration network is captured on. */
  public static final String DEMO = "demo";

  private Sources() {}

  /**
   * An interface by name; the demonstration network; or {@code -}, what another program captures
   * and sends on standard input. These two know no capture filter.
   */
  public static FrameSource live(CaptureOptions options, Supplier<InputStream> standardInput)
      throws CommandException {
    boolean demo = options.interfaceName().equals(DEMO);
    if (!demo && !options.interfaceName().equals(Input.STANDARD_INPUT)) {
      return new LiveCapture(options);
    }
    if (!options.filter().isBlank()) {
      throw CommandException.usage(
          (demo ? "the demonstration network" : "standard input") + " takes no capture filter");
    }
    return demo ? new DemoNetwork() : new PipeSource("standard input", standardInput.get());
  }
}
