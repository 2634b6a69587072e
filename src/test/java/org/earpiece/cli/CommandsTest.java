package org.earpiece.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import org.earpiece.cli.Shell.Result;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Commands on a capture of the demonstration network, as a script would run them. */
final class CommandsTest {
  private static final ObjectMapper JSON = new ObjectMapper();

  @TempDir private static Path folder;
  private static String capture = "";

  private final Shell shell = new Shell();

  @BeforeAll
  static void captureTheDemo() throws IOException {
    capture = Shell.demo(folder.resolve("demo.pcapng"), Duration.ofSeconds(45)).toString();
  }

  private Result ok(String... arguments) {
    Result result = shell.run(arguments);
    assertThat(result.err()).isEmpty();
    assertThat(result.code()).isZero();
    return result;
  }

  private List<JsonNode> json(String... arguments) throws IOException {
    String[] all = Arrays.copyOf(arguments, arguments.length + 2);
    all[arguments.length] = "--format";
    all[arguments.length + 1] = "json";
    List<JsonNode> objects = new ArrayList<>();
    for (String line : ok(all).lines()) {
      objects.add(JSON.readTree(line));
    }
    return objects;
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "packets | frame time time_relative src sport dst dport protocol length info",
        "calls   | call session call_id from to from_user to_user protocol state start ringing"
            + " answer end duration setup_ms frames first_frame last_frame comment final_status"
            + " hangup_by streams mos",
        "streams | stream call ssrc src sport dst dport payload_type codec clock_rate start end"
            + " packets expected lost loss_percent out_of_order duplicates min_delta_ms"
            + " mean_delta_ms max_delta_ms min_jitter_ms mean_jitter_ms max_jitter_ms max_skew_ms"
            + " mos r_factor direction srtp problems",
        "stream --stream 1 | frame time sequence delta_ms jitter_ms skew_ms bandwidth_kbps marker"
            + " status",
        "registrations | aor contact user_agent source state expires start last attempts failures"
            + " until refreshes missed last_failure final_status reason source_port registrar"
            + " registered_by frames first_frame last_frame"
      })
  void keysArePublicInterface(String command, String keys) throws IOException {
    List<String> arguments = new ArrayList<>(List.of(command.split(" ")));
    arguments.add(1, capture);
    List<JsonNode> objects = json(arguments.toArray(String[]::new));
    assertThat(objects).isNotEmpty();
    for (JsonNode object : objects) {
      List<String> names = new ArrayList<>();
      object.fieldNames().forEachRemaining(names::add);
      assertThat(names).as("more may follow").startsWith(keys.split(" "));
    }
    arguments.addAll(List.of("--format", "csv"));
    Result csv = ok(arguments.toArray(String[]::new));
    assertThat(csv.lines().getFirst() + ",").startsWith(keys.replace(' ', ',') + ",");
    assertThat(csv.lines()).hasSize(objects.size() + 1);
  }

  @Test
  void commandsAreThoseOfTheSpecification() {
    String help = ok("--help").out();
    assertThat(help)
        .contains(
            "interfaces",
            "capture",
            "packets",
            "calls",
            "messages",
            "ladder",
            "compare",
            "streams",
            "stream",
            "registrations",
            "subscriptions",
            "audio",
            "export",
            "fields",
            "filter",
            "demo",
            "Exit codes");
    Root root = new Root(new Shell().streams(), request -> {});
    for (Object command : Commands.all(root)) {
      String name = command.getClass().getAnnotation(picocli.CommandLine.Command.class).name();
      assertThat(ok(name, "--help").out()).contains("Usage: earpiece " + name, "Example");
    }
  }

  @Test
  void callsSayWhatBecameOfThem() throws IOException {
    List<JsonNode> calls = json("calls", capture);
    List<String> states = calls.stream().map(c -> c.get("state").asText()).toList();
    assertThat(states).contains("COMPLETED", "REJECTED", "CANCELLED");
    int number = 1;
    for (JsonNode call : calls) {
      assertThat(call.get("call").asInt()).isEqualTo(number++);
      assertThat(call.get("streams").isArray()).isTrue();
      if (call.get("state").asText().equals("COMPLETED")) {
        double duration = call.get("end").asDouble() - call.get("answer").asDouble();
        assertThat(call.get("duration").asDouble())
            .isCloseTo(duration, org.assertj.core.data.Offset.offset(1e-5));
      }
    }
    assertThat(ok("calls", capture).lines()).hasSize(calls.size() + 1);
  }

  @Test
  void aFilterChoosesPacketsAndTheCallsThatOwnThem() throws IOException {
    List<JsonNode> invites = json("packets", capture, "-Y", "sip.Method == \"INVITE\"");
    assertThat(invites).isNotEmpty().allMatch(p -> p.get("info").asText().contains("INVITE"));
    List<JsonNode> all = json("packets", capture);
    assertThat(all).hasSizeGreaterThan(invites.size());
    List<JsonNode> rest = json("packets", capture, "-Y", "not sip.Method == \"INVITE\"");
    assertThat(rest).hasSize(all.size() - invites.size());

    List<JsonNode> calls = json("calls", capture);
    List<JsonNode> busy = json("calls", capture, "-Y", "sip.Status-Code == 486");
    assertThat(busy)
        .isNotEmpty()
        .allMatch(c -> c.get("final_status").asInt() == 486)
        .hasSameSizeAs(calls.stream().filter(c -> c.get("final_status").asInt() == 486).toList());
    assertThat(json("calls", capture, "-Y", "rtp").size()).isLessThan(calls.size());
    assertThat(json("calls", capture, "-Y", "ip.addr == 203.0.113.250")).isEmpty();
  }

  @Test
  void standardInputAndCompressedFilesAnswerAsTheFileDoes() throws IOException {
    String direct = ok("calls", capture, "--format", "csv").out();
    byte[] bytes = Files.readAllBytes(Path.of(capture));
    shell.given(bytes);
    assertThat(ok("calls", "-", "--format", "csv").out()).isEqualTo(direct);
    Path gz = folder.resolve("demo.pcapng.gz");
    try (GZIPOutputStream out = new GZIPOutputStream(Files.newOutputStream(gz))) {
      out.write(bytes);
    }
    assertThat(ok("calls", gz.toString(), "--format", "csv").out()).isEqualTo(direct);
    assertThat(ok("packets", "-").lines()).hasSameSizeAs(ok("packets", capture).lines());
  }

  @Test
  void messagesAndLaddersTellACall() throws IOException {
    Result messages = ok("messages", capture, "--call", "1");
    assertThat(messages.lines().getFirst()).startsWith("── frame ");
    assertThat(messages.lines().get(1)).startsWith("INVITE sip:");
    List<JsonNode> objects = json("messages", capture, "--call", "1");
    assertThat(objects.getFirst().get("message").asText()).startsWith("INVITE").contains("\r\n");
    assertThat(json("calls", capture).getFirst().get("frames").asInt()).isEqualTo(objects.size());

    assertThat(ok("ladder", capture, "--call", "1").out()).contains("INVITE", "│");
    String conversation = ok("ladder", capture, "--session", "1", "--time", "delta").out();
    assertThat(conversation)
        .isEqualTo(ok("ladder", capture, "--call", "1,2", "--time", "delta").out());
    for (Map.Entry<String, String> magic :
        Map.of("svg", "<", "pdf", "%PDF", "png", "\u0089PNG", "txt", " ").entrySet()) {
      Path out = folder.resolve("ladder." + magic.getKey());
      ok("ladder", capture, "--call", "1", "-o", out.toString());
      String head =
          new String(Files.readAllBytes(out), java.nio.charset.StandardCharsets.ISO_8859_1);
      assertThat(head).startsWith(magic.getValue());
    }
  }

  @Test
  void twoMessagesAreComparedHeaderByHeader() throws IOException {
    List<JsonNode> messages = json("messages", capture, "--call", "1");
    String first = messages.get(0).get("frame").asText();
    String second = messages.get(1).get("frame").asText();
    assertThat(ok("compare", capture, first, first).out()).contains("Nothing differs.");
    assertThat(ok("compare", capture, first, second).out())
        .contains(
            "• INVITE is a request, 401 Unauthorized is the response to it",
            "\n  Call-ID: ",
            "\n− ");
    assertThat(json("compare", capture, first, second).getFirst().get("change").asText())
        .isEqualTo("CHANGED");
  }

  private int answered() throws IOException {
    return json("calls", capture).stream()
        .filter(c -> c.get("streams").size() >= 2)
        .findFirst()
        .orElseThrow()
        .get("call")
        .asInt();
  }

  @Test
  void audioIsAStereoWav() throws IOException {
    Path wav = folder.resolve("call.wav");
    ok("audio", capture, "--call", "" + answered(), "-o", wav.toString());
    byte[] bytes = Files.readAllBytes(wav);
    assertThat(new String(bytes, 0, 4, java.nio.charset.StandardCharsets.US_ASCII))
        .isEqualTo("RIFF");
    assertThat(bytes[22]).as("channels").isEqualTo((byte) 2);
    Path one = folder.resolve("stream.wav");
    ok("audio", capture, "--stream", "1", "-o", one.toString());
    assertThat(Files.readAllBytes(one)[22]).as("channels").isEqualTo((byte) 1);
  }

  @Test
  void anExportedCallIsThatCall() throws IOException {
    int number = answered();
    JsonNode call = json("calls", capture).get(number - 1);
    Path out = folder.resolve("call.pcapng");
    ok("export", capture, "--call", "" + number, "-w", out.toString());
    List<JsonNode> calls = json("calls", out.toString());
    assertThat(calls).hasSize(1);
    for (String key : List.of("call_id", "state", "start", "answer", "end", "frames", "mos")) {
      assertThat(calls.getFirst().get(key)).as(key).isEqualTo(call.get(key));
    }
    assertThat(json("streams", out.toString())).hasSize(call.get("streams").size());

    Path sip = folder.resolve("sip.pcapng");
    ok("export", capture, "-Y", "sip", "-w", sip.toString());
    assertThat(json("packets", sip.toString()))
        .hasSameSizeAs(json("packets", capture, "-Y", "sip"));
  }

  @Test
  void fieldsAndFilters() throws IOException {
    assertThat(json("fields", "sip.M").getFirst().get("name").asText()).startsWith("sip.M");
    assertThat(ok("filter", "sip && !sdp").out()).isEqualTo("valid\n");
    Result wrong = shell.run("filter", "sip.method == INVITE");
    assertThat(wrong.code()).isEqualTo(2);
    assertThat(wrong.err())
        .isEqualTo(
            """
            earpiece: sip.method: no such field; did you mean sip.Method?
              sip.method == INVITE
              ^~~~~~~~~~
            """);
    Result json = shell.run("filter", "udp.port ==", "--format", "json");
    assertThat(json.code()).isEqualTo(2);
    assertThat(JSON.readTree(json.out()).get("start").asInt()).isEqualTo(11);
  }

  @Test
  void theVersionIsOneLine() {
    assertThat(ok("--version").out()).startsWith("Earpiece ").contains("Java 25").hasLineCount(1);
  }

  @Test
  void statsAreOneLine() throws IOException {
    Result result = shell.run("calls", capture, "--stats");
    JsonNode stats = JSON.readTree(result.err());
    assertThat(stats.get("packets").asInt()).isEqualTo(json("packets", capture).size());
    assertThat(stats.get("seconds").asDouble()).isPositive();
    assertThat(stats.get("packets_per_second").asLong()).isPositive();
    assertThat(stats.get("heap_peak_bytes").asLong()).isPositive();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "dtmf FILE",
        "problems FILE",
        "nonsense",
        "calls",
        "calls FILE --nope",
        "calls FILE -Y sip.method",
        "packets FILE -Y (sip",
        "calls FILE --format xml",
        "messages FILE",
        "messages FILE --call 0",
        "messages FILE --call 9999",
        "messages FILE --call one",
        "ladder FILE --call 1 -o x.doc",
        "ladder FILE",
        "ladder FILE --call 1 --session 1",
        "ladder FILE --session 9999",
        "ladder FILE --call 1 --registration sip:1001@example.com",
        "ladder FILE --registration sip:nobody@nowhere.example",
        "ladder FILE --subscription 9999",
        "registrations FILE -Y nonsense",
        "ladder FILE --call 1 --time epoch",
        "ladder FILE --call 1 --hosts nowhere.txt",
        "compare FILE",
        "compare FILE 1",
        "compare FILE one two",
        "compare FILE 1 99999999",
        "stream FILE --stream 9999",
        "audio FILE -o x.wav",
        "audio FILE --call 1",
        "audio FILE --call 9999 -o x.wav",
        "export FILE --call 1",
        "export FILE -Y sip -w FILE",
        "export FILE --call 9999 -w x.pcapng",
        "calls FILE -i lo",
        "calls FILE -f sip",
        "calls FILE --for 3",
        "calls -i demo -f sip",
        "filter",
        "fields a b",
        "capture -i lo",
        "capture -w x",
        "capture -i lo -w x -b files:2",
        "capture -i lo -w x -a nonsense:2",
        "capture -i lo -w x -a duration:0",
        "capture -i lo -w x -s 0",
        "capture -i lo -w x -c -1",
        "capture -i demo -w /nonexistent/x.pcapng -c 1",
        "-k"
      })
  void theCommandIsAtFault(String command) {
    Result result = shell.run(command.replace("FILE", capture).split(" "));
    assertThat(result.code()).as(result.err()).isEqualTo(2);
    assertThat(result.err()).startsWith("earpiece: ");
    assertThat(result.out()).isEmpty();
  }

  @Test
  void theDataIsAtFaultAndWhatCouldBeReadIsPrintedFirst() throws IOException {
    byte[] bytes = Files.readAllBytes(Path.of(capture));
    Path cut = folder.resolve("cut.pcapng");
    Files.write(cut, Arrays.copyOf(bytes, bytes.length / 2 + 1));
    Result result = shell.run("packets", cut.toString());
    assertThat(result.code()).isEqualTo(1);
    assertThat(result.lines()).hasSizeGreaterThan(100);
    assertThat(result.err()).startsWith("earpiece: " + cut + ": ").contains("offset");

    Path empty = Files.createFile(folder.resolve("empty.pcap"));
    Path text = Files.writeString(folder.resolve("text.pcap"), "hello, this is no capture");
    for (Path file : List.of(empty, text, folder.resolve("missing.pcap"), folder)) {
      Result wrong = shell.run("calls", file.toString());
      assertThat(wrong.code()).isEqualTo(1);
      assertThat(wrong.err()).startsWith("earpiece: " + file + ": ").hasLineCount(1);
    }
    assertThat(shell.given(new byte[0]).run("calls", "-").code()).isEqualTo(1);
  }

  @Test
  void theDemoRunsInATerminal() {
    Result result = ok("demo", "--for", "2");
    assertThat(result.lines().getFirst()).startsWith("Time");
    assertThat(result.out()).contains("INVITE");
  }

  @Test
  void captureStopsAfterSoManyPackets() throws IOException {
    Path out = folder.resolve("captured.pcapng");
    Result result = shell.run("capture", "-i", "demo", "-w", out.toString(), "-c", "25");
    assertThat(result.code()).isZero();
    assertThat(result.err()).contains("Packets captured: 25");
    assertThat(json("packets", out.toString())).hasSize(25);
  }

  @Test
  void theWindowGetsWhatItShallOpen() {
    assertThat(shell.run().code()).as("no display").isEqualTo(2);
    Shell display = new Shell(Map.of("DISPLAY", ":0"));
    assertThat(display.run().code()).isZero();
    assertThat(display.run(capture).code()).isZero();
    assertThat(display.run("-i", "eth0", "-f", "port 5060", "-k").code()).isZero();
    assertThat(display.run("demo").code()).isZero();
    assertThat(display.opened)
        .containsExactly(
            new WindowRequest(List.of(), "", "", false, false),
            new WindowRequest(List.of(Path.of(capture)), "", "", false, false),
            new WindowRequest(List.of(), "eth0", "port 5060", true, false),
            new WindowRequest(List.of(), "", "", false, true));
  }
}
