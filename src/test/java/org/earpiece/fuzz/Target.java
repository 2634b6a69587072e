package org.earpiece.fuzz;

import java.util.Locale;

/** What is fuzzed, each by the inputs in the folder of its name. */
enum Target {
  CAPTUREFILE,
  FRAME,
  PAYLOAD,
  TRAFFIC,
  FRAGMENT,
  SEGMENT,
  MEDIA,
  TLS,
  STREAM,
  SIP,
  SDP,
  MULTIPART,
  FILTER;

  /** The folder of its corpus, and its name on the command line of {@code bench/fuzz}. */
  String folder() {
    return name().toLowerCase(Locale.ROOT);
  }

  void run(byte[] data) {
    switch (this) {
      case CAPTUREFILE -> CaptureFileFuzz.fuzzerTestOneInput(data);
      case FRAME -> FrameFuzz.fuzzerTestOneInput(data);
      case PAYLOAD -> PayloadFuzz.fuzzerTestOneInput(data);
      case TRAFFIC -> TrafficFuzz.fuzzerTestOneInput(data);
      case FRAGMENT -> FragmentFuzz.fuzzerTestOneInput(data);
      case SEGMENT -> SegmentFuzz.fuzzerTestOneInput(data);
      case TLS -> TlsFuzz.fuzzerTestOneInput(data);
      case STREAM -> StreamFuzz.fuzzerTestOneInput(data);
      case MEDIA -> MediaFuzz.fuzzerTestOneInput(data);
      case SIP -> SipFuzz.fuzzerTestOneInput(data);
      case SDP -> SdpFuzz.fuzzerTestOneInput(data);
      case MULTIPART -> MultipartFuzz.fuzzerTestOneInput(data);
      case FILTER -> FilterFuzz.fuzzerTestOneInput(data);
    }
  }
}
