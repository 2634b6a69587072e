package org.earpiece;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.dependencies.SliceRule;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The plan of the house (docs/architecture.md), each rule with its reason. */
final class ArchitectureTest {
  private static final String ROOT = "org.earpiece.";
  private static final Path SOURCES = Path.of("src", "main", "java", "org", "earpiece");
  private static final int MAX_FILE_LINES = 500;
  private static final int MAX_PACKAGE_FILES = 25;

  private static final Set<String> ENGINE =
      Set.of(
          "bytes",
          "settings",
          "packet",
          "capture",
          "dissect",
          "filter",
          "voip",
          "media",
          "store",
          "session",
          "report");

  /** Each room, and the rooms below that it may use. */
  private static final Map<String, Set<String>> ROOMS =
      Map.ofEntries(
          Map.entry("bytes", Set.of()),
          Map.entry("settings", Set.of()),
          Map.entry("packet", Set.of("bytes")),
          Map.entry("capture", Set.of("packet", "bytes")),
          Map.entry("dissect", Set.of("packet", "bytes")),
          Map.entry("filter", Set.of("packet", "bytes")),
          Map.entry("media", Set.of("packet", "bytes")),
          Map.entry("store", Set.of("capture", "packet", "bytes")),
          Map.entry("voip", Set.of("dissect", "packet", "bytes")),
          Map.entry(
              "session",
              Set.of(
                  "bytes",
                  "settings",
                  "packet",
                  "capture",
                  "dissect",
                  "filter",
                  "voip",
                  "media",
                  "store")),
          Map.entry(
              "report",
              Set.of(
                  "bytes",
                  "settings",
                  "packet",
                  "capture",
                  "dissect",
                  "filter",
                  "voip",
                  "media",
                  "store",
                  "session")),
          Map.entry("cli", ENGINE),
          Map.entry("ui", ENGINE));

  private static final JavaClasses CLASSES =
      new ClassFileImporter().importPath(Path.of("target", "classes"));

  @TestFactory
  Stream<DynamicTest> arrowsPointDown() {
    return ROOMS.entrySet().stream()
        .map(room ->
            dynamicTest(
                room.getKey() + " uses " + room.getValue(),
                () -> usesOnly(room.getKey(), room.getValue()).check(CLASSES)));
  }

  private static ArchRule usesOnly(String room, Set<String> below) {
    String[] others =
        ROOMS.keySet().stream()
            .filter(other -> !other.equals(room) && !below.contains(other))
            .map(other -> ROOT + other + "..")
            .toArray(String[]::new);
    return noClasses()
        .that()
        .resideInAPackage(ROOT + room + "..")
        .should()
        .dependOnClassesThat(
            resideInAnyPackage(others)
                .or(describe("are Main", c -> c.getName().equals(ROOT + "Main"))))
        .because(
            "an arrow points down only and siblings do not know one another, so that a room can be"
                + " read, tested and replaced alone; session joins siblings, voip alone dissects");
  }

  @Test
  void everyRoomHasItsRule() throws IOException {
    try (Stream<Path> folders = Files.list(SOURCES)) {
      List<String> rooms =
          folders.filter(Files::isDirectory).map(p -> p.getFileName().toString()).toList();
      assertThat(rooms)
          .as("a room without a rule would escape the plan")
          .isSubsetOf(ROOMS.keySet());
    }
  }

  @TestFactory
  Stream<DynamicTest> noCycles() {
    return Stream.of("org.earpiece.(*)..", "org.earpiece.*.(*)..")
        .map(pattern -> {
          SliceRule rule = slices().matching(pattern).should().beFreeOfCycles();
          return dynamicTest(
              pattern,
              () ->
                  rule.because("what depends on itself cannot be understood or changed in parts")
                      .allowEmptyShould(true)
                      .check(CLASSES));
        });
  }

  @Test
  void javafxOnlyInUi() {
    noClasses()
        .that()
        .resideOutsideOfPackage("org.earpiece.ui..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "javafx..",
            "com.sun.javafx..",
            "org.controlsfx..",
            "impl.org.controlsfx..",
            "org.fxmisc..",
            "atlantafx..",
            "org.kordamp..")
        .because("the engine runs without a display; the command line is the proof")
        .check(CLASSES);
  }

  @Test
  void pcap4jOnlyInCaptureLive() {
    noClasses()
        .that()
        .resideOutsideOfPackage("org.earpiece.capture.live..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("org.pcap4j..", "com.sun.jna..")
        .because("libpcap is needed to capture, not to open a file, and must be replaceable")
        .check(CLASSES);
  }

  @Test
  void picocliOnlyInCli() {
    noClasses()
        .that()
        .resideOutsideOfPackages("org.earpiece.cli..", "org.earpiece")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("picocli..")
        .because("only the command line knows options")
        .check(CLASSES);
  }

  @Test
  void threadsOnlyInSession() {
    noClasses()
        .that()
        .resideOutsideOfPackage("org.earpiece.session..")
        .should()
        .accessTargetWhere(describe("start a thread", ArchitectureTest::startsThread))
        .orShould()
        .beAssignableTo(Thread.class)
        .orShould()
        .dependOnClassesThat()
        .resideInAPackage("javafx.concurrent..")
        .because("one writer a datum holds only where every thread and its life is in one room")
        .check(CLASSES);
  }

  private static boolean startsThread(JavaAccess<?> access) {
    String owner = access.getTargetOwner().getName();
    String name = access.getTarget().getName();
    return switch (owner) {
      case "java.lang.Thread" ->
          Set.of("<init>", "start", "ofVirtual", "ofPlatform", "startVirtualThread").contains(name);
      case "java.util.concurrent.CompletableFuture" -> name.endsWith("Async");
      case "java.util.Timer",
          "java.util.concurrent.ForkJoinPool",
          "java.util.concurrent.Executors" ->
          true;
      case "java.util.concurrent.ThreadPoolExecutor" -> name.equals("<init>");
      default -> name.equals("parallelStream") || name.equals("parallel");
    };
  }

  @Test
  void oneDoorToTheFxThread() {
    noClasses()
        .that()
        .doNotHaveFullyQualifiedName("org.earpiece.ui.FxThread")
        .should()
        .callMethod("javafx.application.Platform", "runLater", "java.lang.Runnable")
        .because("what queues without bound freezes the window; the one door can be watched")
        .check(CLASSES);
  }

  @Test
  void plainLists() {
    noClasses()
        .should()
        .dependOnClassesThat()
        .haveFullyQualifiedName("java.util.ServiceLoader")
        .because("plain lists can be grepped and are ordered; nothing reflects")
        .check(CLASSES);
  }

  @Test
  void namesSayTheDuty() {
    noClasses()
        .should()
        .haveNameMatching(".*(Manager|Helper|Utils?|Impl)")
        .because("such a name says nothing about the duty and attracts what has none")
        .check(CLASSES);
  }

  @Test
  void filesStayReadable() throws IOException {
    try (Stream<Path> files = Files.walk(SOURCES)) {
      List<String> tooLong =
          files
              .filter(f -> f.toString().endsWith(".java") && lines(f) > MAX_FILE_LINES)
              .map(Path::toString)
              .toList();
      assertThat(tooLong).as("files over %d lines", MAX_FILE_LINES).isEmpty();
    }
  }

  @Test
  void packagesStaySmall() throws IOException {
    try (Stream<Path> folders = Files.walk(SOURCES).filter(Files::isDirectory)) {
      List<String> tooFull =
          folders.filter(f -> sources(f) > MAX_PACKAGE_FILES).map(Path::toString).toList();
      assertThat(tooFull).as("packages of more than %d files", MAX_PACKAGE_FILES).isEmpty();
    }
  }

  private static long lines(Path file) {
    try (Stream<String> lines = Files.lines(file)) {
      return lines.count();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static boolean isClass(Path file) {
    String name = file.getFileName().toString();
    return name.endsWith(".java") && !name.equals("package-info.java");
  }

  private static long sources(Path folder) {
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(ArchitectureTest::isClass).count();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
