package org.earpiece.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import org.earpiece.capture.CaptureInterface;
import org.earpiece.capture.Frame;
import org.earpiece.capture.file.PcapngWriter;
import org.earpiece.packet.Field;
import org.earpiece.packet.FieldText;
import org.earpiece.packet.FieldValues;
import org.earpiece.packet.LinkType;
import org.earpiece.packet.Packet;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the record of a frame tells beside its bytes is in its fields, in every kind of capture. */
final class FrameFactsTest {
  /** Ethernet and LLDP; "frame check" follows where one is told. */
  private static final byte[] FRAME =
      HexFormat.of()
          .parseHex("02000000000202000000000188cc" + "0207040200000000010100" + "01020304");

  /** Sent by us, and with a check sequence of 4 bytes. */
  private static final int OUTBOUND_FCS_4 = 0x82;

  @TempDir static Path folder;
  private static Path twoSections;
  private static Path savefile;

  @BeforeAll
  static void write() throws IOException {
    twoSections = folder.resolve("sections.pcapng");
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    all.writeBytes(section("eth0", 0, 4));
    all.writeBytes(section("eth1", OUTBOUND_FCS_4, 0));
    Files.write(twoSections, all.toByteArray());
    savefile = folder.resolve("fcs.pcap");
    ByteBuffer file = ByteBuffer.allocate(40 + FRAME.length);
    file.putInt(0xA1B2C3D4).putInt(0x00020004).putLong(0).putInt(65_535).putInt(0x24000001);
    file.putLong(1L << 32).putInt(FRAME.length).putInt(FRAME.length).put(FRAME);
    Files.write(savefile, file.array());
  }

  /** A section with an interface that is called "lo" and one with a frame. */
  private static byte[] section(String name, int flags, int fcs) throws IOException {
    Path file = folder.resolve("section.pcapng");
    try (PcapngWriter writer = PcapngWriter.create(file)) {
      writer.addInterface(new CaptureInterface("lo", "", LinkType.NULL, 6, 0));
      writer.addInterface(
          new CaptureInterface(name, "", LinkType.ETHERNET, 6, 0, 1, fcs, 0, List.of(), List.of()));
      Frame frame = new Frame();
      ByteBuffer bytes = ByteBuffer.allocate(FRAME.length + 8).order(ByteOrder.LITTLE_ENDIAN);
      frame.array = bytes.put(FRAME).putShort((short) 2).putShort((short) 4).putInt(flags).array();
      frame.captured = FRAME.length;
      frame.length = FRAME.length;
      frame.optionsOffset = FRAME.length;
      frame.optionsLength = flags == 0 ? 0 : 8;
      writer.frame(1, frame);
    }
    return Files.readAllBytes(file);
  }

  private static String value(Path file, int number, String name) throws Exception {
    try (CaptureSession session = CaptureSession.open(file)) {
      session.await();
      Packet packet = session.reader().read(number);
      assertThat(packet).isNotNull();
      FieldValues values = new FieldValues();
      StringBuilder text = new StringBuilder();
      for (int layer = Packet.FRAME_LAYER; layer < packet.layers(); layer++) {
        for (Field field : session.fields().named(name)) {
          if (field.protocol() == packet.protocol(layer)) {
            field.reader().read(packet, layer, values.begin(packet.bytes(layer)));
            for (int i = 0; i < values.size(); i++) {
              text.append(FieldText.plain(field, values, i));
            }
          }
        }
      }
      return text.toString();
    }
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "frame.section_number,         1,          2",
    "frame.interface_id,           1,          1",
    "frame.interface_name,         eth0,       eth1",
    "frame.packet_flags,           '',         0x00000082",
    "frame.packet_flags_direction, '',         0x00000002",
    "eth.fcs,                      0x01020304, 0x01020304",
    "data.len,                     11,         11",
  })
  void sectionsOfPcapng(String name, String first, String second) throws Exception {
    assertThat(value(twoSections, 1, name)).isEqualTo(first);
    assertThat(value(twoSections, 2, name)).isEqualTo(second);
  }

  @Test
  void aSavefileHasNoSectionsAndMayTellOfACheckSequence() throws Exception {
    assertThat(value(savefile, 1, "frame.section_number")).isEmpty();
    assertThat(value(savefile, 1, "frame.packet_flags")).isEmpty();
    assertThat(value(savefile, 1, "frame.interface_id")).isEqualTo("0");
    assertThat(value(savefile, 1, "eth.fcs")).isEqualTo("0x01020304");
    assertThat(value(savefile, 1, "data.len")).isEqualTo("11");
  }
}
