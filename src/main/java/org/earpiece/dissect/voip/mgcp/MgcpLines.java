package org.earpiece.dissect.voip.mgcp;

import org.earpiece.bytes.Ascii;
import org.earpiece.bytes.ByteView;
import org.jspecify.annotations.Nullable;

/** Walks the parameter lines of a message in place. One thread. */
final class MgcpLines {
  private final MgcpMessage message;
  private final ByteView view;
  private int position;
  private int start;
  private int colon;
  private int end;
  private @Nullable MgcpParameter parameter;

  MgcpLines(MgcpMessage message) {
    this.message = message;
    view = message.view();
    position = message.parametersStart;
  }

  /** Steps to the next line. */
  boolean next() {
    if (position >= message.parametersEnd) {
      return false;
    }
    start = position;
    end = message.lineEnd(start, message.parametersEnd);
    position = MgcpMessage.afterLineEnd(view, end, message.parametersEnd);
    int at = view.indexOf((byte) ':', start, end);
    colon = at < 0 ? end : at;
    parameter = at < 0 ? null : MgcpParameter.find(view, start, colon);
    return true;
  }

  /** What the line is, or null where its name is not known. */
  @Nullable MgcpParameter parameter() {
    return parameter;
  }

  int start() {
    return start;
  }

  int end() {
    return end;
  }

  /** Where the value begins. */
  int valueStart() {
    return colon == end ? end : Ascii.skipSpace(view, colon + 1, end);
  }

  /** Whether the name is that of a parameter of a package (RFC 3435 section 3.2.2). */
  boolean isOfPackage() {
    int slash = view.indexOf((byte) '/', start, colon);
    return slash > start && colon < end;
  }
}
