package org.earpiece;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.io.StringWriter;
import java.net.URI;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The benchmarks, which the build leaves out, still compile against the engine as it is. */
final class BenchmarksTest {
  @TempDir Path folder;

  /** Stands for a type of JMH, which is not among the dependencies. */
  private static final class Stub extends SimpleJavaFileObject {
    private final String text;

    Stub(String name, String declaration) {
      super(URI.create("string:///org/openjdk/jmh/annotations/" + name + ".java"), Kind.SOURCE);
      text = "package org.openjdk.jmh.annotations; public " + declaration;
    }

    @Override
    public CharSequence getCharContent(boolean ignoreEncodingErrors) {
      return text;
    }
  }

  private static List<JavaFileObject> stubs() {
    return List.of(
        new Stub("Benchmark", "@interface Benchmark {}"),
        new Stub("Setup", "@interface Setup {}"),
        new Stub("Param", "@interface Param { String[] value(); }"),
        new Stub("Scope", "enum Scope { Thread, Benchmark }"),
        new Stub("State", "@interface State { Scope value(); }"),
        new Stub("Mode", "enum Mode { AverageTime, Throughput }"),
        new Stub("BenchmarkMode", "@interface BenchmarkMode { Mode value(); }"),
        new Stub(
            "OutputTimeUnit",
            "@interface OutputTimeUnit { java.util.concurrent.TimeUnit value(); }"));
  }

  /** What the tests run with, however they were started. */
  private static String classPath() {
    if (BenchmarksTest.class.getClassLoader() instanceof URLClassLoader loader) {
      return Stream.of(loader.getURLs())
          .map(url -> Path.of(URI.create(url.toString())).toString())
          .collect(Collectors.joining(File.pathSeparator));
    }
    return System.getProperty(
        "surefire.test.class.path", System.getProperty("java.class.path", ""));
  }

  @Test
  void compile() throws IOException {
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    StringWriter said = new StringWriter();
    try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null);
        Stream<Path> found = Files.walk(Path.of("bench"))) {
      List<Path> sources = found.filter(file -> file.toString().endsWith(".java")).toList();
      assertThat(sources).hasSizeGreaterThan(5);
      List<JavaFileObject> units = new ArrayList<>(stubs());
      files.getJavaFileObjectsFromPaths(sources).forEach(units::add);
      List<String> options = List.of("-proc:none", "-d", folder.toString(), "-cp", classPath());
      boolean compiled = compiler.getTask(said, files, null, options, null, units).call();
      assertThat(compiled).as(said.toString()).isTrue();
    }
  }
}
