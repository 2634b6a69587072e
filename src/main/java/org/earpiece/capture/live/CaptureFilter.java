package org.earpiece.capture.live;

import org.earpiece.capture.CaptureException;
import org.earpiece.packet.LinkType;
import org.jspecify.annotations.Nullable;
import org.pcap4j.core.BpfProgram;
import org.pcap4j.core.BpfProgram.BpfCompileMode;
import org.pcap4j.core.NotOpenException;
import org.pcap4j.core.PcapHandle;
import org.pcap4j.core.PcapNativeException;
import org.pcap4j.core.Pcaps;
import org.pcap4j.packet.namednumber.DataLinkType;

/** Capture filters (pcap-filter(7)), as libpcap compiles them. From any thread. */
public final class CaptureFilter {
  /** libpcap's own number of what is LINKTYPE_ATM_RFC1483 (100) in files. */
  private static final int DLT_ATM_RFC1483 = 11;

  private static final String PREFIX = "Error occurred in pcap_compile: ";

  /** The compiler of libpcap before 1.8 may run once at a time only. */
  private static final Object COMPILER = new Object();

  private CaptureFilter() {}

  /**
   * What is wrong with a filter, in libpcap's words; null where nothing is. An empty filter is
   * right. A filter with host names asks the name server, so this may block.
   *
   * @throws CaptureException where libpcap is missing
   */
  public static @Nullable String check(String filter, LinkType linkType) throws CaptureException {
    if (filter.isBlank()) {
      return null;
    }
    synchronized (COMPILER) {
      try (PcapHandle handle = Pcaps.openDead(dataLink(linkType), CaptureOptions.MAX_SNAPLEN)) {
        BpfProgram program =
            handle.compileFilter(filter, BpfCompileMode.OPTIMIZE, PcapHandle.PCAP_NETMASK_UNKNOWN);
        program.free();
        return null;
      } catch (PcapNativeException e) {
        return reason(e);
      } catch (NotOpenException e) {
        throw new IllegalStateException(e);
      } catch (LinkageError e) {
        throw Refusals.noLibrary(e);
      }
    }
  }

  /** Sets the filter of an open interface; what is wrong with it, or null. */
  static @Nullable String set(PcapHandle handle, String filter) throws NotOpenException {
    if (filter.isBlank()) {
      return null;
    }
    synchronized (COMPILER) {
      try {
        handle.setFilter(filter, BpfCompileMode.OPTIMIZE, PcapHandle.PCAP_NETMASK_UNKNOWN);
        return null;
      } catch (PcapNativeException e) {
        return reason(e);
      }
    }
  }

  private static String reason(PcapNativeException e) {
    return String.valueOf(e.getMessage()).replace(PREFIX, "").strip();
  }

  /** libpcap's own number of a link type, which is another one in a savefile for raw IP. */
  private static DataLinkType dataLink(LinkType linkType) {
    return switch (linkType) {
      case UNKNOWN -> DataLinkType.EN10MB;
      case ATM_RFC1483 -> DataLinkType.getInstance(DLT_ATM_RFC1483);
      case RAW, RAW_12, RAW_14, IPV4, IPV6 -> DataLinkType.getInstance(LinkType.RAW_12.number());
      default -> DataLinkType.getInstance(linkType.number());
    };
  }

  /** The link type that goes into a file for one of libpcap's own numbers. */
  static LinkType linkType(DataLinkType dataLink) {
    LinkType linkType = LinkType.of(dataLink.value());
    return linkType == LinkType.RAW_12 || linkType == LinkType.RAW_14 ? LinkType.RAW : linkType;
  }
}
