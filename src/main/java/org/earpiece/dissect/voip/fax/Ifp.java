package org.earpiece.dissect.voip.fax;

import org.earpiece.bytes.ByteView;
import org.jspecify.annotations.Nullable;

/**
 * Takes an internet facsimile protocol packet apart in place (ITU-T T.38 annex A, aligned PER): an
 * indicator, or data of a modulation in fields. Reused; one thread.
 */
final class Ifp {
  static final int INDICATOR = 0;
  static final int DATA = 1;

  /** Data fields of one packet at most. */
  static final int MAX_FIELDS = 64;

  private static final int ROOT_INDICATORS = 16;
  private static final int ROOT_DATA = 9;
  private static final String[] INDICATORS = {
    "no-signal",
    "cng",
    "ced",
    "v21-preamble",
    "v27-2400-training",
    "v27-4800-training",
    "v29-7200-training",
    "v29-9600-training",
    "v17-7200-short-training",
    "v17-7200-long-training",
    "v17-9600-short-training",
    "v17-9600-long-training",
    "v17-12000-short-training",
    "v17-12000-long-training",
    "v17-14400-short-training",
    "v17-14400-long-training",
    "v8-ansam",
    "v8-signal",
    "v34-cntl-channel-1200",
    "v34-pri-channel",
    "v34-CC-retrain",
    "v33-12000-training",
    "v33-14400-training"
  };
  private static final String[] MODULATIONS = {
    "v21",
    "v27-2400",
    "v27-4800",
    "v29-7200",
    "v29-9600",
    "v17-7200",
    "v17-9600",
    "v17-12000",
    "v17-14400",
    "v8",
    "v34-pri-rate",
    "v34-CC-1200",
    "v34-pri-ch",
    "v33-12000",
    "v33-14400"
  };
  private static final String[] FIELDS = {
    "hdlc-data",
    "hdlc-sig-end",
    "hdlc-fcs-OK",
    "hdlc-fcs-BAD",
    "hdlc-fcs-OK-sig-end",
    "hdlc-fcs-BAD-sig-end",
    "t4-non-ecm-data",
    "t4-non-ecm-sig-end"
  };

  private ByteView view = new ByteView();
  private int end;
  private int kind;
  private int value;
  private int fieldCountAt;
  private int fieldCount;
  private int position;
  private int read;
  private int fieldAt;
  private int fieldType;
  private int dataStart;
  private int dataEnd;

  /** Begins with the packet in {@code [from, to)}; false where it does not fit there. */
  boolean begin(ByteView bytes, int from, int to) {
    view = bytes;
    end = to;
    fieldCount = 0;
    fieldCountAt = -1;
    read = 0;
    if (from >= to) {
      return false;
    }
    int first = bytes.u8(from);
    kind = first >> 6 & 1;
    boolean extended = (first & 0x20) != 0;
    if (extended && to - from < 2) {
      return false;
    }
    int root = kind == DATA ? ROOT_DATA : ROOT_INDICATORS;
    // four bits, or, behind the extension bit, a zero and six bits
    value = extended ? root + ((first & 0x0F) << 2 | bytes.u8(from + 1) >> 6) : first >> 1 & 0x0F;
    if (first >> 7 == 0) {
      return true;
    }
    position = from + (extended ? 2 : 1);
    if (position >= to) {
      return false;
    }
    fieldCountAt = position;
    fieldCount = bytes.u8(position++);
    return true;
  }

  /** {@link #INDICATOR} or {@link #DATA}. */
  int kind() {
    return kind;
  }

  /** The indicator, or the modulation of the data. */
  int value() {
    return value;
  }

  /** Where the number of fields stands, or -1. */
  int fieldCountAt() {
    return fieldCountAt;
  }

  int fieldCount() {
    return fieldCount;
  }

  /** Steps to the next field; false behind the last, and where what follows is none. */
  boolean nextField() {
    if (read == Math.min(fieldCount, MAX_FIELDS) || position >= end) {
      return false;
    }
    read++;
    int first = view.u8(position);
    fieldAt = position++;
    fieldType = first >> 4 & 7;
    dataStart = position;
    dataEnd = position;
    if (first >> 7 == 0) {
      return true;
    }
    if (end - position < 2) {
      return false;
    }
    int size = view.u16(position) + 1;
    dataStart = position + 2;
    if (size > end - dataStart) {
      return false;
    }
    dataEnd = dataStart + size;
    position = dataEnd;
    return true;
  }

  int fieldAt() {
    return fieldAt;
  }

  int fieldType() {
    return fieldType;
  }

  int dataStart() {
    return dataStart;
  }

  int dataEnd() {
    return dataEnd;
  }

  static @Nullable String kindName(long kind) {
    return kind == DATA ? "t30-data" : kind == INDICATOR ? "t30-indicator" : null;
  }

  static @Nullable String indicatorName(long value) {
    return name(INDICATORS, value);
  }

  static @Nullable String modulationName(long value) {
    return name(MODULATIONS, value);
  }

  static @Nullable String fieldName(long value) {
    return name(FIELDS, value);
  }

  private static @Nullable String name(String[] names, long value) {
    return value >= 0 && value < names.length ? names[(int) value] : null;
  }
}
