package org.earpiece.report.list;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;

class ListPagesTest {
  @Test
  void rowsGoOnOverPagesWithTheHeadOnEach() throws IOException {
    ListPages pages =
        new ListPages(
            "demo.pcapng",
            List.of(
                new ListPages.Column("No.", 50, true), new ListPages.Column("Info", 500, false)));
    List<ListPages.Row> rows =
        IntStream.rangeClosed(1, 100)
            .mapToObj(n ->
                new ListPages.Row(
                    List.of(Integer.toString(n), "Request " + "x".repeat(400)),
                    n == 3 ? List.of("Time to Live: 64") : List.of()))
            .toList();
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    pages.write(rows, out);
    try (PDDocument document = Loader.loadPDF(out.toByteArray())) {
      assertThat(document.getNumberOfPages()).isEqualTo(3);
      String text = new PDFTextStripper().getText(document);
      assertThat(text).contains("demo.pcapng", "Time to Live: 64", "Request xx", "…");
      assertThat(text.split("Info", -1)).as("the head of each page").hasSize(4);
    }
  }
}
