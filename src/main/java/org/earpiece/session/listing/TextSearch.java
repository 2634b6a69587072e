package org.earpiece.session.listing;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.earpiece.bytes.ByteView;
import org.earpiece.dissect.DetailNode;
import org.earpiece.dissect.DetailTree;
import org.earpiece.dissect.DissectorTable;
import org.earpiece.dissect.Dissectors;
import org.earpiece.dissect.PacketSummary;
import org.earpiece.filter.PacketFilter;
import org.earpiece.filter.compute.BoundedText;
import org.earpiece.packet.FieldRegistry;
import org.earpiece.packet.Packet;

/**
 * Accepts packets in whose row, details or bytes an expression is found. An expression that goes
 * back without end is given up for that text. One thread.
 */
public final class TextSearch implements PacketFilter {
  /** Where text is looked for. */
  public enum Place {
    BYTES("in the bytes"),
    DETAILS("in the details"),
    LIST("in the list");

    private final String title;

    Place(String title) {
      this.title = title;
    }

    /** The words in menus. */
    @Override
    public String toString() {
      return title;
    }
  }

  private final Place place;
  private final Pattern pattern;
  private final FieldRegistry fields;
  private final BoundedText text = new BoundedText();
  private final Matcher matcher;
  private final PacketSummary summary;
  private final DetailTree tree;

  public TextSearch(Place place, Pattern pattern, FieldRegistry fields) {
    this.place = place;
    this.pattern = pattern;
    this.fields = fields;
    matcher = pattern.matcher("");
    DissectorTable dissectors = new DissectorTable(Dissectors.ALL);
    summary = new PacketSummary(dissectors);
    tree = new DetailTree(fields, dissectors);
  }

  @Override
  public boolean test(Packet packet) {
    return switch (place) {
      case BYTES -> inBytes(packet);
      case DETAILS -> inDetails(tree.of(packet));
      case LIST -> inList(packet);
    };
  }

  private boolean inList(Packet packet) {
    return found(PacketEnds.source(packet))
        || found(PacketEnds.destination(packet))
        || found(summary.protocol(packet))
        || found(summary.info(packet));
  }

  private boolean inDetails(List<DetailNode> nodes) {
    for (DetailNode node : nodes) {
      if (found(node.label()) || inDetails(node.children())) {
        return true;
      }
    }
    return false;
  }

  private boolean inBytes(Packet packet) {
    for (int source = 0; source < packet.sources().count(); source++) {
      ByteView bytes = packet.sources().bytes(source);
      if (found(text.of(bytes.array(), bytes.arrayOffset(), bytes.length()))) {
        return true;
      }
    }
    return false;
  }

  private boolean found(String words) {
    return found(text.of(words));
  }

  private boolean found(BoundedText in) {
    try {
      return matcher.reset(in).find();
    } catch (BoundedText.GaveUp | StackOverflowError e) {
      return false;
    }
  }

  @Override
  public PacketFilter copy() {
    return new TextSearch(place, pattern, fields);
  }
}
