package org.earpiece.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.earpiece.Shared;
import org.junit.jupiter.api.Test;

/** {@code registrations} and {@code subscriptions} on the lab's captures. */
final class RegistrationsTest {
  private static final ObjectMapper JSON = new ObjectMapper();

  private static List<JsonNode> json(String command, String file) throws IOException {
    String capture = Shared.captures().resolve("lab").resolve(file).toString();
    Shell.Result result = new Shell().run(command, capture, "--format", "json");
    assertThat(result.code()).as(result.err()).isZero();
    List<JsonNode> objects = new ArrayList<>();
    for (String line : result.lines()) {
      objects.add(JSON.readTree(line));
    }
    return objects;
  }

  @Test
  void aRegistrationIsToldWithItsTimes() throws IOException {
    JsonNode refused = json("registrations", "10-register.pcapng").get(1);
    assertThat(refused.get("aor").asText()).isEqualTo("sip:2010@192.168.56.103");
    assertThat(refused.get("contact").asText()).isEqualTo("sip:2010@192.168.56.104:5060;ob");
    assertThat(refused.get("user_agent").asText()).startsWith("PJSUA/");
    assertThat(refused.get("source").asText()).isEqualTo("192.168.56.104");
    assertThat(refused.get("source_port").asInt()).isEqualTo(5060);
    assertThat(refused.get("state").asText()).isEqualTo("REFUSED");
    assertThat(refused.get("expires").isNull()).isTrue();
    assertThat(refused.get("until").isNull()).isTrue();
    assertThat(refused.get("start").asDouble()).isEqualTo(1795208373.497587, within());
    assertThat(refused.get("last").asDouble() - refused.get("start").asDouble())
        .isEqualTo(0.010091, within());
    assertThat(refused.get("last_failure").asDouble()).isEqualTo(refused.get("last").asDouble());
    assertThat(refused.get("final_status").asInt()).isEqualTo(403);
    assertThat(refused.get("reason").asText()).isEqualTo("403 Forbidden");
    assertThat(refused.get("attempts").asInt()).isEqualTo(1);
    assertThat(refused.get("failures").asInt()).isEqualTo(1);
  }

  private static org.assertj.core.data.Offset<Double> within() {
    return org.assertj.core.data.Offset.offset(0.000001);
  }

  private static List<String> lines(String file, String command, String... more) {
    List<String> arguments = new ArrayList<>(List.of(command));
    arguments.add(Shared.captures().resolve("lab").resolve(file).toString());
    arguments.addAll(List.of(more));
    Shell.Result result = new Shell().run(arguments.toArray(String[]::new));
    assertThat(result.code()).as(result.err()).isZero();
    return result.lines();
  }

  @Test
  void aFilterKeepsWhatHasSuchAPacket() {
    String refused = "sip.Status-Code == 403";
    assertThat(lines("10-register.pcapng", "registrations", "-Y", refused)).hasSize(3);
    assertThat(lines("10-register.pcapng", "registrations", "-Y", "sip.Method == BYE")).hasSize(1);
    String presence = "sip.Event contains \"presence\"";
    assertThat(lines("14-messages-presence.pcap", "subscriptions", "-Y", presence)).hasSize(2);
  }

  @Test
  void registrationsAndSubscriptionsHaveLadders() {
    assertThat(lines("10-register.pcapng", "ladder", "--registration", "2010@192.168.56.103"))
        .filteredOn(line -> line.contains("│─") || line.contains("│◀"))
        .hasSize(4)
        .last()
        .asString()
        .contains("403 Forbidden");
    assertThat(lines("14-messages-presence.pcap", "ladder", "--subscription", "3"))
        .anyMatch(line -> line.contains("NOTIFY presence active"));
  }

  @Test
  void aSubscriptionIsToldWithItsKeys() throws IOException {
    List<JsonNode> all = json("subscriptions", "14-messages-presence.pcap");
    JsonNode presence = all.get(2);
    List<String> names = new ArrayList<>();
    presence.fieldNames().forEachRemaining(names::add);
    assertThat(String.join(" ", names))
        .isEqualTo(
            "subscription kind event subscriber notifier source state expires start last until"
                + " notifies refreshes attempts failures final_status reason etag call call_id"
                + " frames first_frame last_frame");
    assertThat(presence.get("event").asText()).isEqualTo("presence");
    assertThat(presence.get("state").asText()).isEqualTo("TERMINATED");
    assertThat(presence.get("notifies").asInt()).isEqualTo(4);
    assertThat(presence.get("call").isNull()).isTrue();
    JsonNode transfer = json("subscriptions", "11-blind-transfer.pcap").getLast();
    assertThat(transfer.get("kind").asText()).isEqualTo("REFER");
    assertThat(transfer.get("reason").asText()).isEqualTo("200 OK");
    assertThat(transfer.get("call").asInt()).isPositive();
  }
}
