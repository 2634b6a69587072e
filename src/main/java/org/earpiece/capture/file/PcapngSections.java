package org.earpiece.capture.file;

import java.util.Arrays;
import java.util.List;
import org.earpiece.capture.CaptureInterface;
import org.jspecify.annotations.Nullable;

/**
 * The sections of a pcapng file, and their interfaces, which are numbered through. The reading
 * thread adds; any thread asks.
 */
final class PcapngSections {
  /** Interfaces of all sections at most. */
  static final int MAX_INTERFACES = 1 << 16;

  /**
   * A section from {@code start} on, the {@code number}th from 1, whose first interface has number
   * {@code firstInterface}.
   */
  record Section(
      long start, int number, boolean bigEndian, int firstInterface, List<String> comments) {}

  record Interface(CaptureInterface told, Ticks ticks) {}

  /** Replaced when full; entries below {@link #sectionCount} stay. */
  private volatile Section[] sections = new Section[1];

  private volatile int sectionCount;

  /** Sections so far, those without interfaces included. The reading thread's. */
  private int begun;

  private volatile Interface[] interfaces = new Interface[1];
  private volatile int interfaceCount;
  private volatile List<CaptureInterface> told = List.of();

  /** Begins a section; takes the place of one before that has no interface, and so no packet. */
  Section begin(long start, boolean bigEndian, List<String> comments) {
    Section added = new Section(start, ++begun, bigEndian, interfaceCount, comments);
    int count = sectionCount;
    boolean lastIsVoid = count > 0 && sections[count - 1].firstInterface == interfaceCount;
    int row = lastIsVoid ? count - 1 : count;
    if (row == sections.length) {
      sections = Arrays.copyOf(sections, row * 2);
    }
    sections[row] = added;
    sectionCount = row + 1;
    return added;
  }

  /** Adds an interface to the last section; false where there are too many. */
  boolean add(Interface added) {
    int count = interfaceCount;
    if (count == MAX_INTERFACES) {
      return false;
    }
    if (count == interfaces.length) {
      interfaces = Arrays.copyOf(interfaces, count * 2);
    }
    interfaces[count] = added;
    interfaceCount = count + 1;
    return true;
  }

  /** The section that a place of the file belongs to. */
  Section at(long position) {
    int low = 0;
    int high = sectionCount - 1;
    Section[] all = sections;
    while (low < high) {
      int middle = (low + high + 1) >>> 1;
      if (all[middle].start <= position) {
        low = middle;
      } else {
        high = middle - 1;
      }
    }
    return all[low];
  }

  /** The interface that a section calls {@code id}, or null where it describes none. */
  @Nullable Interface interfaceOf(Section of, int id) {
    int number = of.firstInterface + id;
    return id < 0 || number < 0 || number >= interfaceCount ? null : interfaces[number];
  }

  /** All interfaces so far. */
  List<CaptureInterface> interfaces() {
    int count = interfaceCount;
    if (told.size() < count) {
      Interface[] all = interfaces;
      told = Arrays.stream(all, 0, count).map(Interface::told).toList();
    }
    return told;
  }
}
