package org.earpiece.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SettingsFileTest {
  @TempDir Path folder;

  private SettingsFile file() {
    return new SettingsFile(folder.resolve("deep").resolve("settings.properties"));
  }

  private static Settings rich() {
    return Settings.DEFAULT
        .with(ThemeChoice.DARK)
        .with(new CaptureChoice("wg0", "port 5060 or (vlan and port 5060)", 1500, false, 64))
        .with(new RingChoice(true, "/var/spool/Gespräche = neu", 3, 250, 3600))
        .with(new SecretsChoice("/home/ü/keys.log", List.of("/a b/server.key", "/c.pem")))
        .with(
            Remembered.DEFAULT
                .withFile("/home/ü/a.pcap")
                .withFile("/home/ü/b#1.pcapng")
                .withCaptureFilter("udp")
                .withDisplayFilter("sip.Method == \"INVITE\"")
                .withSavedFilters(
                    List.of(
                        new SavedFilter("Mine ✓", "rtp && !icmp"),
                        new SavedFilter("b", "sip", "why = that")))
                .withSavedCaptureFilters(List.of(new SavedFilter("trunk", "host 192.0.2.1", ""))))
        .with(
            PacketListChoice.DEFAULT
                .withColumn("Wer: ü, =", "sip.from.user, sip.to.user", true)
                .withRules(
                    List.of(
                        new ColouringRule(
                            "Ü #1", "sip && a == \"=\"", "#000000", "#ffffff", false, true))))
        .with(List.of(new PortChoice("udp", 5062, "rtp"), new PortChoice("tcp", 443, "sip")))
        .withLayout("calls.columns", "number:48,start:120,what:-1")
        .withLayout("window", "10 10 1440 900");
  }

  @Test
  void comesBackAsItWasSaved() throws IOException {
    file().save(rich());
    SettingsFile.Loaded loaded = file().load();
    assertThat(loaded.settings()).isEqualTo(rich());
    assertThat(loaded.notice()).isNull();
  }

  @Test
  void savedFiltersMayAllBeRemoved() throws IOException {
    Settings none =
        Settings.DEFAULT.with(Settings.DEFAULT.remembered().withSavedFilters(List.of()));
    file().save(none);
    assertThat(file().load().settings().remembered().savedFilters()).isEmpty();
  }

  @Test
  void noFileMeansDefaultsWithoutNotice() {
    SettingsFile.Loaded loaded = file().load();
    assertThat(loaded.settings()).isEqualTo(Settings.DEFAULT);
    assertThat(loaded.notice()).isNull();
  }

  @Test
  void unreadableFilesMeanDefaultsAndSayWhichFile() throws IOException {
    Path path = file().path();
    Files.createDirectories(path.getParent());
    List<byte[]> contents =
        List.of(
            "theme=\\u12".getBytes(StandardCharsets.US_ASCII),
            new byte[] {(byte) 0xC3, 0x28, (byte) 0xFF});
    for (byte[] content : contents) {
      Files.write(path, content);
      SettingsFile.Loaded loaded = file().load();
      assertThat(loaded.settings()).isEqualTo(Settings.DEFAULT);
      assertThat(loaded.notice()).contains(path.toString());
    }
    Files.delete(path);
    Files.createDirectory(path);
    assertThat(file().load().notice()).contains(path.toString());
  }

  @ParameterizedTest
  @CsvSource({
    "theme, purple",
    "capture.snaplen, many",
    "capture.promiscuous, perhaps",
    "capture.buffer_mib, 99999999999",
    "ring.files, -",
    "ring.on, 1"
  })
  void aValueThatMakesNoSenseHasItsDefault(String name, String value) throws IOException {
    Files.createDirectories(file().path().getParent());
    Files.writeString(file().path(), name + "=" + value + "\nring.seconds=7\n");
    Settings expected = Settings.DEFAULT.with(new RingChoice(false, "", 10, 100, 7));
    assertThat(file().load().settings()).isEqualTo(expected);
  }

  @Test
  void limitsHold() {
    CaptureChoice choice = new CaptureChoice("", "", 1, true, 1_000_000);
    assertThat(choice.snaplen()).isEqualTo(CaptureChoice.MIN_SNAPLEN);
    assertThat(choice.bufferMebibytes()).isEqualTo(CaptureChoice.MAX_BUFFER_MEBIBYTES);
    assertThat(new RingChoice(true, "", -1, -1, -1).files()).isZero();
  }

  @Test
  void theLatestFileIsFirstAndOnce() {
    Remembered r = Remembered.DEFAULT;
    for (int i = 0; i < 12; i++) {
      r = r.withFile("f" + i);
    }
    r = r.withFile("f10").withFile(" ");
    assertThat(r.recentFiles()).hasSize(8).startsWith("f10", "f11", "f9").doesNotContain("f3");
  }

  @ParameterizedTest
  @CsvSource({
    "/conf, /conf/earpiece/settings.properties",
    "relative, /home/a/.config/earpiece/settings.properties",
    "'', /home/a/.config/earpiece/settings.properties"
  })
  void liesWhereTheDesktopKeepsSettings(String config, String expected) {
    SettingsFile file = SettingsFile.ofUser(Map.of("XDG_CONFIG_HOME", config), "/home/a");
    assertThat(file.path()).isEqualTo(Path.of(expected));
  }
}
