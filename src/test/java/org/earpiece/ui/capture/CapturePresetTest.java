package org.earpiece.ui.capture;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.earpiece.capture.CaptureException;
import org.earpiece.capture.live.CaptureFilter;
import org.earpiece.packet.LinkType;
import org.junit.jupiter.api.Test;

class CapturePresetTest {
  @Test
  void libpcapUnderstandsAllOfThem() throws CaptureException {
    for (CapturePreset preset : CapturePreset.ALL) {
      if (!preset.filter().isEmpty()) {
        assertThat(CaptureFilter.check(preset.filter(), LinkType.ETHERNET))
            .as(preset.filter())
            .isNull();
      }
      assertThat(preset.sentence()).as(preset.title()).endsWith(".");
    }
  }

  @Test
  void theOnesThatAreAskedForMostAreThere() {
    List<String> titles = CapturePreset.ALL.stream().map(CapturePreset::title).toList();
    assertThat(titles)
        .contains("SIP", "SIP and RTP", "One host", "SIP with VLAN", "SIP with IP fragments");
  }
}
