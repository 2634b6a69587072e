package org.earpiece.dissect;

import java.util.Locale;
import org.earpiece.packet.Fact;
import org.earpiece.packet.Field;
import org.earpiece.packet.Field.Display;
import org.earpiece.packet.FieldType;
import org.earpiece.packet.Protocol;

/** Fields whose values stand in other packets: what {@link org.earpiece.packet.Facts} knows. */
public final class RelatedFields {
  private static final long NANOS_A_MILLI = 1_000_000;
  private static final long NANOS_A_SECOND = 1_000_000_000L;
  private static final long MILLIS_A_SECOND = 1_000L;

  private RelatedFields() {}

  /** A number, the number of a frame, or a span. */
  public static Field of(Protocol protocol, String name, String label, FieldType type, Fact fact) {
    return number(protocol, name, label, type, (p, layer) -> p.facts().of(fact, p, layer));
  }

  /** A span in ms. */
  public static Field millis(Protocol protocol, String name, String label, Fact fact) {
    return number(
        protocol,
        name,
        label,
        FieldType.UINT,
        (p, layer) -> {
          long nanos = p.facts().of(fact, p, layer);
          return millis(p.timeNanos(), nanos);
        });
  }

  /**
   * A span that ends at a moment, both in ns, as Wireshark has it: the seconds of both ends apart,
   * the milliseconds of what is left cut off towards zero. Absent where the span is.
   */
  public static long millis(long end, long span) {
    if (span == Field.ABSENT) {
      return span;
    }
    long begin = end - span;
    long seconds = Math.floorDiv(end, NANOS_A_SECOND) - Math.floorDiv(begin, NANOS_A_SECOND);
    long rest = Math.floorMod(end, NANOS_A_SECOND) - Math.floorMod(begin, NANOS_A_SECOND);
    return MILLIS_A_SECOND * seconds + rest / NANOS_A_MILLI;
  }

  /** A derived number. */
  public static Field number(
      Protocol protocol, String name, String label, FieldType type, Field.NumberReader reader) {
    return Field.number(protocol, name, label, type, Display.DECIMAL, 0, 0, reader).asGenerated();
  }

  /** Which echo a reply answers, and how many ms later. */
  public static Field[] echo(Protocol protocol) {
    String prefix = protocol.filterName();
    return new Field[] {
      of(
          protocol,
          prefix + ".resp_to",
          "Request frame",
          FieldType.FRAME_NUMBER,
          Fact.REQUEST_FRAME),
      Field.of(
              protocol,
              prefix + ".resptime",
              "Response time",
              FieldType.DOUBLE,
              (p, layer, out) -> {
                long nanos = p.facts().of(Fact.SINCE_REQUEST, p, layer);
                if (nanos != Field.ABSENT) {
                  out.addDouble((double) nanos / NANOS_A_MILLI, p.offset(layer), 0);
                }
              })
          .asGenerated()
    };
  }

  /** How and by which frame the media of a packet were set up. */
  public static Field[] setup(Protocol protocol) {
    String prefix = protocol.filterName().toLowerCase(Locale.ROOT);
    return new Field[] {
      Field.of(
              protocol,
              prefix + ".setup",
              "Stream setup",
              FieldType.STRING,
              (p, layer, out) -> {
                long frame = p.facts().of(Fact.SETUP_FRAME, p, layer);
                if (frame != Field.ABSENT) {
                  out.addText("", p.offset(layer), 0);
                }
              })
          .asGenerated()
          .asHidden(),
      of(
          protocol,
          prefix + ".setup-frame",
          "Setup frame",
          FieldType.FRAME_NUMBER,
          Fact.SETUP_FRAME),
      Field.of(
              protocol,
              prefix + ".setup-method",
              "Setup Method",
              FieldType.STRING,
              (p, layer, out) -> {
                if (p.facts().of(Fact.SETUP_FRAME, p, layer) != Field.ABSENT) {
                  out.addText("SDP", p.offset(layer), 0);
                }
              })
          .asGenerated()
    };
  }
}
