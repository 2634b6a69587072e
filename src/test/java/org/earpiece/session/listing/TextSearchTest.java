package org.earpiece.session.listing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import org.earpiece.capture.demo.DemoNetwork;
import org.earpiece.capture.file.PcapngWriter;
import org.earpiece.session.CaptureSession;
import org.earpiece.session.listing.TextSearch.Place;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Text is found where it is looked for, and names where DNS tells them, on the demonstration. */
class TextSearchTest {
  @TempDir static Path folder;
  private static CaptureSession session;

  @BeforeAll
  static void open() throws IOException, InterruptedException {
    Path capture = folder.resolve("demo.pcapng");
    try (PcapngWriter writer = PcapngWriter.create(capture)) {
      DemoNetwork.frames(3, Duration.ofSeconds(40), writer);
    }
    session = CaptureSession.open(capture);
    session.await();
  }

  @AfterAll
  static void close() {
    session.close();
  }

  private static int first(Place place, String expression) throws IOException {
    Pattern pattern = Pattern.compile(expression);
    TextSearch search = new TextSearch(place, pattern, session.fields());
    return session.find(search.copy(), 0, true, () -> false);
  }

  @ParameterizedTest
  @CsvSource({
    "LIST, Request: INVITE, true",
    "BYTES, Request: INVITE, false",
    "BYTES, INVITE sip:, true",
    "DETAILS, Time to Live: \\d+, true",
    "LIST, Time to Live, false",
    "DETAILS, no such words, false"
  })
  void findsWhatIsThere(Place place, String expression, boolean there) throws IOException {
    assertThat(first(place, expression) > 0).isEqualTo(there);
  }

  @Test
  @Timeout(60)
  void anExpressionThatGoesBackWithoutEndIsGivenUp() throws IOException {
    TextSearch search =
        new TextSearch(
            Place.BYTES, Pattern.compile("(.*.*.*.*.*)*\u0001\u0002\u0003$"), session.fields());
    assertThat(search.test(Objects.requireNonNull(session.reader().read(20)))).isFalse();
  }

  @Test
  void addressesHaveTheNamesThatDnsAnswersTell() throws IOException {
    DnsNames names = new DnsNames(session);
    Map<String, String> found = names.update();
    assertThat(found).isNotEmpty();
    assertThat(found.keySet()).allMatch(address -> address.matches("[0-9a-f.:]+"));
    assertThat(found.values()).allMatch(name -> name.matches("[a-z0-9._-]+"));
    assertThat(names.update()).isEqualTo(found);
  }
}
