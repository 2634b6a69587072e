package org.earpiece.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import javax.xml.parsers.DocumentBuilderFactory;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.earpiece.report.LadderDrawing.Row;
import org.earpiece.report.LadderDrawing.Window;
import org.earpiece.voip.ladder.LadderModel;
import org.earpiece.voip.ladder.LadderModel.Entry;
import org.earpiece.voip.ladder.LadderModel.Kind;
import org.earpiece.voip.ladder.LadderModel.Media;
import org.earpiece.voip.ladder.LadderModel.Message;
import org.earpiece.voip.ladder.LadderModel.Participant;
import org.earpiece.voip.ladder.LadderModel.Quiet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.w3c.dom.Document;

class LadderDrawingTest {
  private static final List<Participant> THREE =
      List.of(
          participant("2000 Alice", "192.168.56.1", 5060),
          participant("PBX", "192.168.56.103", 5060, 5062),
          participant("", "192.168.56.104", 5060));

  private static Participant participant(String name, String address, Integer... ports) {
    return new Participant(address, name, address, List.of(ports));
  }

  private static LadderModel model(List<Participant> participants, List<Entry> entries, long now) {
    return new LadderModel(participants, entries, 1, 0, now);
  }

  private static Message message(
      int ms, int from, int to, String label, String detail, Kind kind, Integer... frames) {
    long time = ms * 1_000_000L;
    List<Long> times = Collections.nCopies(frames.length, time);
    return new Message(List.of(frames), times, label, from, to, label, detail, kind, 1, 1);
  }

  private static Media media(int ms, int from, int to, int stream, double mos, boolean running) {
    return new Media(
        ms * 1_000_000L,
        18_000_000_000L,
        from,
        to,
        stream,
        "PCMA",
        mos < 4 ? 6.1 : 0,
        mos,
        800,
        running,
        false,
        0,
        Double.NaN);
  }

  private static LadderModel call(boolean running) {
    List<Entry> entries =
        List.of(
            message(0, 0, 1, "INVITE", "offers PCMA, PCMU, DTMF", Kind.REQUEST, 1),
            message(4, 1, 0, "401 Unauthorized", "", Kind.REDIRECT, 2),
            message(6, 0, 1, "ACK", "", Kind.REQUEST, 3),
            message(9, 0, 1, "INVITE", "with credentials", Kind.REQUEST, 4),
            message(14, 1, 2, "INVITE", "offers PCMA, PCMU", Kind.REQUEST, 5),
            message(298, 2, 1, "180 Ringing", "", Kind.PROVISIONAL, 6),
            message(301, 1, 0, "180 Ringing", "", Kind.PROVISIONAL, 7),
            message(2599, 2, 1, "200 OK", "answers PCMA", Kind.SUCCESS, 8),
            message(2601, 1, 0, "200 OK", "answers PCMA", Kind.SUCCESS, 9, 11),
            media(2610, 0, 1, 1, 4.38, running),
            message(2618, 0, 1, "ACK", "", Kind.REQUEST, 12),
            media(2630, 1, 0, 2, 3.21, running),
            media(2640, 1, 2, 3, 4.36, running),
            media(2650, 2, 1, 4, Double.NaN, running),
            message(18402, 1, 1, "NOTIFY", "to itself", Kind.REQUEST, 20),
            message(19000, 2, 1, "603 Decline <&\"\u0001", "", Kind.FAILURE, 21));
    return model(THREE, entries, 20_000_000_000L);
  }

  private static byte[] written(LadderFile format, LadderModel model) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    format.write(model, LadderLook.PLAIN, "Call 1 <2000 & 2010>", Theme.LIGHT, out);
    return out.toByteArray();
  }

  @Test
  void svgIsWellFormedAndSaysEverything() throws Exception {
    byte[] svg = written(LadderFile.SVG, call(true));
    Document document =
        DocumentBuilderFactory.newInstance()
            .newDocumentBuilder()
            .parse(new ByteArrayInputStream(svg));
    String text = document.getDocumentElement().getTextContent();
    assertThat(text)
        .contains("Call 1 <2000 & 2010>", "2000 Alice", "192.168.56.103:5060, 5062", "INVITE")
        .contains("200 OK ×2 answers PCMA", "PCMA · MOS 3.21 · 6.1 % lost", "603 Decline <&\"")
        .contains("2.601", "now");
    assertThat(document.getElementsByTagName("polygon").getLength())
        .as("tips of requests and media")
        .isEqualTo(10);
  }

  @Test
  void pdfTextCanBeSelected() throws IOException {
    try (PDDocument document = Loader.loadPDF(written(LadderFile.PDF, call(false)))) {
      assertThat(document.getNumberOfPages()).isEqualTo(1);
      String text = new PDFTextStripper().getText(document);
      assertThat(text)
          .contains("Call 1 <2000 & 2010>", "2000 Alice", "INVITE offers PCMA, PCMU, DTMF")
          .contains("200 OK ×2", "PCMA · MOS 3.21", "603 Decline <&\"?");
      assertThat(text).doesNotContain("now");
    }
  }

  @Test
  void pdfReplacesWhatTheFontLacks() throws IOException {
    Message message = message(0, 0, 1, "180 Звонит 山 \uD83D\uDE00 č", "", Kind.PROVISIONAL, 1);
    LadderModel model = model(THREE, List.of(message), 0);
    try (PDDocument document = Loader.loadPDF(written(LadderFile.PDF, model))) {
      assertThat(new PDFTextStripper().getText(document)).contains("180 Звонит ? ? č");
    }
  }

  @Test
  void everyRowOfALongLadderIsOnSomePage() throws IOException {
    List<Entry> entries = new ArrayList<>();
    IntStream.range(0, 300)
        .forEach(
            i -> entries.add(message(i, i % 2, 1 - i % 2, "M" + i + "x", "", Kind.REQUEST, i + 1)));
    LadderModel model = model(THREE, entries, 0);
    try (PDDocument document = Loader.loadPDF(written(LadderFile.PDF, model))) {
      assertThat(document.getNumberOfPages()).isBetween(12, 30);
      String text = new PDFTextStripper().getText(document);
      for (int i = 0; i < 300; i++) {
        assertThat(text).containsOnlyOnce("M" + i + "x");
      }
    }
  }

  @Test
  void pngHasColours() throws IOException {
    byte[] png = written(LadderFile.PNG, call(true));
    var image = ImageIO.read(new ByteArrayInputStream(png));
    assertThat(image.getWidth()).isEqualTo(1800);
    assertThat(image.getRGB(2, 2) & 0xFFFFFF).isEqualTo(Theme.LIGHT.rgb(Ink.PANEL));
    long accent =
        IntStream.range(0, image.getHeight())
            .mapToLong(y ->
                IntStream.range(0, image.getWidth())
                    .filter(x -> (image.getRGB(x, y) & 0xFFFFFF) == Theme.LIGHT.rgb(Ink.ACCENT))
                    .count())
            .sum();
    assertThat(accent).isGreaterThan(1000);
  }

  @Test
  void rowsAreFoundByPointAndFrame() {
    LadderDrawing ladder = new LadderDrawing(call(true), 800);
    List<Row> rows = ladder.rows();
    assertThat(rows).hasSize(16);
    for (Row row : rows) {
      double x = (row.left() + row.right()) / 2;
      double y = (row.top() + row.bottom()) / 2;
      assertThat(ladder.at(x, y)).isEqualTo(row);
    }
    Row answer = ladder.ofFrame(11);
    assertThat(answer).isNotNull();
    assertThat(answer.frames()).containsExactly(9, 11);
    assertThat(ladder.ofFrame(99)).isNull();
    assertThat(ladder.at(5, -1)).isNull();
    assertThat(ladder.at(5, ladder.height() + 1)).isNull();
  }

  @Test
  void mediaComesAfterTheAckAndSharesLines() {
    LadderDrawing ladder = new LadderDrawing(call(false), 800);
    List<Entry> order = ladder.rows().stream().map(Row::entry).toList();
    assertThat(((Message) order.get(9)).label()).isEqualTo("ACK");
    List<Row> bands = ladder.rows().stream().filter(r -> r.entry() instanceof Media).toList();
    assertThat(bands.stream().map(Row::top).distinct()).hasSize(2);
    assertThat(bands.get(0).right()).isLessThan(bands.get(1).left());
  }

  @Test
  void manyParticipantsMakeItWider() {
    List<Participant> many =
        IntStream.range(0, 40).mapToObj(i -> participant("", "10.0.0." + i)).toList();
    LadderModel model = model(many, List.of(), 0);
    assertThat(new LadderDrawing(model, 800).width()).isGreaterThan(40 * 100);
    assertThat(new LadderDrawing(call(true), 800).width()).isEqualTo(800);
    LadderModel empty = model(List.of(), List.of(), 0);
    assertThat(new LadderDrawing(empty, 800).height()).isPositive();
  }

  @Test
  void columnsStayWhereTheyAreWhenAParticipantComesAtTheRight() {
    LadderDrawing before = new LadderDrawing(model(THREE.subList(0, 2), List.of(), 0), 600);
    LadderModel grown = model(THREE, List.of(), 0);
    LadderDrawing anew = new LadderDrawing(grown, 600);
    LadderDrawing after = new LadderDrawing(grown, LadderLook.PLAIN, 600, before.spacing());
    assertThat(anew.x(1)).isLessThan(before.x(1));
    assertThat(List.of(after.x(0), after.x(1))).containsExactly(before.x(0), before.x(1));
    assertThat(after.x(2)).isEqualTo(after.x(1) + before.spacing());
    assertThat(after.width()).isGreaterThan(after.x(2));
  }

  @Test
  void aBandWithLittleRoomSaysLessButNothingByHalves() {
    SvgDrawing svg = new SvgDrawing(600, 700, Theme.LIGHT, "");
    LadderDrawing ladder = new LadderDrawing(call(true), 600);
    ladder.drawBody(svg, new Window(0, ladder.width(), 0, ladder.height(), 0, 0), 0);
    assertThat(svg.document()).contains(">PCMA · MOS 4.38<", ">PCMA · 0 % lost<");
  }

  @Test
  void textFitsATerminal() throws IOException {
    String text = TextLadder.write(call(true), LadderLook.PLAIN, new Terminal(false, 80));
    assertThat(text.lines()).allMatch(line -> Terminal.columns(line) <= 80);
    assertThat(text.lines().toList())
        .anyMatch(l -> l.matches("\\s+0\\.000 +│─+ INVITE offers .*▶│ +│"))
        .anyMatch(l -> l.matches("\\s+0\\.298 +│ +│◀╌+ 180 Ringing ╌+│"))
        .anyMatch(l -> l.contains("200 OK ×2"))
        .anyMatch(l -> l.contains("↩ NOTIFY"));
    assertThat(text).doesNotContain("\u0001").contains("2000 Alice");
    String coloured = TextLadder.write(call(true), LadderLook.PLAIN, new Terminal(true, 120));
    assertThat(coloured).contains("\u001b[34m").contains("\u001b[32m").contains("\u001b[31m");
  }

  @Test
  void aQuietStretchIsFoldedOrDrawnToScale() {
    List<Entry> entries =
        List.of(
            message(0, 0, 1, "INVITE", "", Kind.REQUEST, 1),
            new Quiet(0, 60_000_000_000L, false),
            message(60_000, 0, 1, "CANCEL", "", Kind.REQUEST, 2),
            message(60_001, 1, 0, "200 OK", "", Kind.SUCCESS, 3));
    LadderModel model = model(THREE, entries, 60_001_000_000L);
    LadderDrawing folded = new LadderDrawing(model, 800);
    LadderDrawing open =
        new LadderDrawing(model, new LadderLook(LadderTime.RELATIVE, Set.of(0L)), 800, 0);
    assertThat(open.height() - folded.height()).isBetween(400.0, 500.0);
    double middle = (open.y(10_000_000_000L) + open.y(50_000_000_000L)) / 2;
    assertThat(open.y(30_000_000_000L)).isCloseTo(middle, within(0.01));
    assertThat(TextLadder.write(model, LadderLook.PLAIN, Terminal.PLAIN)).contains("60.0 s quiet");
  }

  @ParameterizedTest
  @CsvSource({"RELATIVE, 60.001", "DELTA, +0.001"})
  void timesAreWrittenAsAsked(LadderTime time, String last) {
    List<Entry> entries =
        List.of(
            message(0, 0, 1, "INVITE", "", Kind.REQUEST, 1),
            message(60_000, 0, 1, "CANCEL", "", Kind.REQUEST, 2),
            message(60_001, 1, 0, "200 OK", "", Kind.SUCCESS, 3));
    LadderLook look = new LadderLook(time, Set.of());
    String text = TextLadder.write(model(THREE, entries, 0), look, Terminal.PLAIN);
    assertThat(text.lines().toList().getLast()).startsWith(" ".repeat(9 - last.length()) + last);
    String day = TextLadder.write(model(THREE, entries, 0), DAY, Terminal.PLAIN);
    assertThat(day.lines().toList().getLast()).matches(" \\d\\d:\\d\\d:00\\.001 .*");
  }

  private static final LadderLook DAY = new LadderLook(LadderTime.DAY, Set.of());

  @Test
  void manyParticipantsGoOnPagesBesideOneAnother() throws IOException {
    List<Participant> many =
        IntStream.range(0, 30)
            .mapToObj(i -> participant("phone" + i + "x", "10.0.0." + i, 5060))
            .toList();
    List<Entry> entries = new ArrayList<>();
    IntStream.range(0, 29)
        .forEach(i -> entries.add(message(i, i, i + 1, "M" + i + "x", "", Kind.REQUEST, i + 1)));
    try (PDDocument document = Loader.loadPDF(written(LadderFile.PDF, model(many, entries, 0)))) {
      assertThat(document.getNumberOfPages()).isBetween(6, 16);
      String text = new PDFTextStripper().getText(document);
      for (int i = 0; i < 29; i++) {
        assertThat(text).contains("M" + i + "x", "phone" + i + "x");
      }
      assertThat(text).contains("1 / " + document.getNumberOfPages());
    }
  }

  @Test
  void onlyWhatIsInViewIsDrawn() throws IOException {
    List<Participant> many =
        IntStream.range(0, 60).mapToObj(i -> participant("", "10.0.0." + i, 5060)).toList();
    List<Entry> entries = new ArrayList<>();
    IntStream.range(0, 5000)
        .forEach(
            i -> entries.add(message(i, i % 60, (i + 1) % 60, "M" + i, "", Kind.REQUEST, i + 1)));
    LadderDrawing ladder = new LadderDrawing(model(many, entries, 0), 1000);
    double middle = ladder.height() / 2;
    SvgDrawing svg = new SvgDrawing(1000, 700, Theme.LIGHT, "");
    ladder.drawBody(svg, new Window(2000, 3000, middle, middle + 700, 0, 0), 0);
    assertThat(svg.document().lines().count()).isLessThan(200);
    assertThat(svg.document()).contains(">M25").doesNotContain(">M1<", ">M4999<");
    Row row = ladder.rows().get(ladder.firstBelow(middle));
    assertThat(row.top()).isLessThanOrEqualTo(middle);
    assertThat(row.bottom()).isGreaterThan(middle);
  }

  @ParameterizedTest
  @EnumSource(LadderFile.class)
  void anEmptyLadderCanBeWritten(LadderFile format) throws IOException {
    assertThat(written(format, model(List.of(), List.of(), 0))).isNotNull();
    assertThat(LadderFile.of("x.y." + format.name().toLowerCase(java.util.Locale.ROOT)))
        .isEqualTo(format);
    assertThat(LadderFile.of("svg")).isNull();
  }
}
