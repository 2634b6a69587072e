package org.earpiece.cli.options;

import org.earpiece.capture.FrameSource;
import org.earpiece.capture.demo.DemoNetwork;
import org.earpiece.capture.live.CaptureOptions;
import org.earpiece.capture.live.LiveCapture;
import org.earpiece.cli.terminal.CommandException;
import org.earpiece.dissect.Dissectors;
import org.earpiece.packet.FieldRegistry;

/** Where live frames come from, and the fields that may be asked of them. */
public final class Sources {
  /** The name under which the demonstration network is captured on. */
  public static final String DEMO = "demo";

  public static final FieldRegistry FIELDS = new FieldRegistry(Dissectors.fields());

  private Sources() {}

  /** An interface by name; or the demonstration network, which knows no capture filter. */
  public static FrameSource live(CaptureOptions options) throws CommandException {
    if (!options.interfaceName().equals(DEMO)) {
      return new LiveCapture(options);
    }
    if (!options.filter().isBlank()) {
      throw CommandException.usage("the demonstration network takes no capture filter");
    }
    return new DemoNetwork();
  }
}
