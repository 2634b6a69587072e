package org.earpiece.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TablesTest {
  private static final List<Column> COLUMNS =
      List.of(
          Column.number("call", "#"),
          Column.nanos("start", "Start", 6),
          Column.text("from", "From"),
          Column.decimal("mos", "MOS", 2)
              .inked(v -> v instanceof Double d && d < 3.6 ? Ink.POOR : Ink.GOOD),
          Column.text("streams", "Streams"),
          Column.text("call_id", "Call-ID").machineOnly());

  private static void fill(TableWriter table) throws IOException {
    table.row(
        1, 1_795_208_165_866_000_123L, "\"Al, ice\" <sip:2000@h>", 4.375, List.of(1, 2), "a\nb");
    table.row(12, Long.MIN_VALUE, "", Double.NaN, List.of(), null);
    table.finish();
  }

  @Test
  void csvIsQuotedWhereItMust() throws IOException {
    StringBuilder out = new StringBuilder();
    fill(new CsvTable(out, COLUMNS));
    assertThat(out)
        .hasToString(
            """
            call,start,from,mos,streams,call_id\r
            1,1795208165.866000,"\"\"Al, ice\"\" <sip:2000@h>",4.38,1 2,"a\nb"\r
            12,,"\",,"\",\r
            """);
  }

  @Test
  void jsonKeepsTypes() throws IOException {
    StringBuilder out = new StringBuilder();
    fill(new JsonLines(out, COLUMNS));
    String[] lines = out.toString().split("\n", -1);
    assertThat(lines).hasSize(3);
    assertThat(lines[0])
        .isEqualTo(
            "{\"call\":1,\"start\":1795208165.866000,\"from\":\"\\\"Al, ice\\\" <sip:2000@h>\","
                + "\"mos\":4.38,\"streams\":[1,2],\"call_id\":\"a\\nb\"}");
    JsonNode second = new ObjectMapper().readTree(lines[1]);
    assertThat(second.get("start").isNull()).isTrue();
    assertThat(second.get("mos").isNull()).isTrue();
    assertThat(second.get("streams").isArray()).isTrue();
    assertThat(second.get("from").asText("x")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\u0000\u001f",
        "\ud800",
        "\udc00x",
        "😀",
        "a\u2028b",
        "\\\"/",
        "\u007f\u0085",
        "Zvoní"
      })
  void anyTextSurvivesJson(String text) throws IOException {
    StringBuilder out = new StringBuilder();
    JsonLines.string(out, text);
    assertThat(new ObjectMapper().readTree(out.toString()).asText()).isEqualTo(text);
    assertThat(out.toString().lines()).hasSize(1);
  }

  @Test
  void textIsAligned() throws IOException {
    StringBuilder out = new StringBuilder();
    fill(new TextTable(out, COLUMNS, Terminal.PLAIN));
    assertThat(out)
        .hasToString(
            """
             #              Start  From                     MOS  Streams
             1  1795208165.866000  "Al, ice" <sip:2000@h>  4.38  1 2
            12                  –                             –
            """);
  }

  @Test
  void terminalsGetColourAndNoLineLongerThanTheyAre() throws IOException {
    StringBuilder out = new StringBuilder();
    fill(new TextTable(out, COLUMNS, new Terminal(true, 40)));
    assertThat(out.toString().lines().map(l -> l.replaceAll("\u001b\\[[0-9]*m", "")))
        .allMatch(l -> Terminal.columns(l) <= 40)
        .contains(" 1  1795208165.866000  \"Al, ice\" <sip:2…");
    StringBuilder wide = new StringBuilder();
    fill(new TextTable(wide, COLUMNS, new Terminal(true, 0)));
    assertThat(wide).contains("\u001b[32m4.38\u001b[0m", "\u001b[2m–\u001b[0m");
  }

  @Test
  void textFromTheNetworkCannotSteerTheTerminal() throws IOException {
    StringBuilder out = new StringBuilder();
    TableWriter table = new TextTable(out, List.of(Column.text("a", "A")), Terminal.PLAIN);
    table.row("x\u001b[31m\ny\u202ez");
    table.finish();
    assertThat(out).hasToString("A\nx\uFFFD[31m\uFFFDy\uFFFDz\n");
  }

  @Test
  void wideCharactersCountTwice() throws IOException {
    StringBuilder out = new StringBuilder();
    TableWriter table =
        new TextTable(out, List.of(Column.text("a", "A"), Column.text("b", "B")), Terminal.PLAIN);
    table.row("山田", "x");
    table.row("e\u0301tat", "y");
    table.finish();
    assertThat(out).hasToString("A     B\n山田  x\ne\u0301tat  y\n");
  }

  @Test
  void longTablesStreamAfterTheFirstRows() throws IOException {
    StringBuilder out = new StringBuilder();
    TableWriter table = new TextTable(out, List.of(Column.number("n", "N")), Terminal.PLAIN);
    for (int i = 1; i < TextTable.ROWS_TO_MEASURE; i++) {
      table.row(i);
    }
    assertThat(out).isEmpty();
    table.row(123_456);
    assertThat(out.toString().lines()).hasSize(TextTable.ROWS_TO_MEASURE + 1);
    table.row(7);
    assertThat(out).endsWith("\n     7\n");
  }

  @Test
  void anEmptyTableHasAHead() throws IOException {
    StringBuilder text = new StringBuilder();
    new TextTable(text, COLUMNS, Terminal.PLAIN).finish();
    assertThat(text).hasToString("#  Start  From  MOS  Streams\n");
    StringBuilder csv = new StringBuilder();
    new CsvTable(csv, COLUMNS).finish();
    assertThat(csv).hasToString("call,start,from,mos,streams,call_id\r\n");
  }

  @ParameterizedTest
  @CsvSource({
    "0.0005, 3, 0.001",
    "-0.0004, 3, 0.000",
    "-1.5, 0, -2",
    "1e17, 2, 100000000000000000.00",
    "99.999, 2, 100.00",
    "20.0, 3, 20.000",
    "-12.345678, 3, -12.346"
  })
  void decimals(double value, int digits, String text) {
    StringBuilder out = new StringBuilder();
    Cells.decimal(out, value, digits);
    assertThat(out).hasToString(text);
  }

  @ParameterizedTest
  @CsvSource({
    "1795208165866000123, 9, 1795208165.866000123",
    "1795208165866000123, 6, 1795208165.866000",
    "-1500000000, 3, -1.500",
    "5, 9, 0.000000005",
    "999999999, 0, 0"
  })
  void seconds(long nanos, int digits, String text) {
    StringBuilder out = new StringBuilder();
    Cells.seconds(out, nanos, digits);
    assertThat(out).hasToString(text);
  }
}
