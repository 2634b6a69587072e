package org.earpiece.ui.capture;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.earpiece.capture.FrameSource;
import org.earpiece.capture.demo.DemoNetwork;
import org.earpiece.capture.live.CaptureOptions;
import org.earpiece.capture.live.LiveCapture;
import org.earpiece.dissect.PortRule;
import org.earpiece.session.CaptureSession;
import org.earpiece.session.Decryption;
import org.earpiece.session.Snapshot;
import org.earpiece.settings.CaptureChoice;
import org.earpiece.settings.PortChoice;
import org.earpiece.settings.Remembered;
import org.earpiece.settings.RingChoice;
import org.earpiece.settings.SecretsChoice;
import org.earpiece.store.SpoolOptions;
import org.earpiece.ui.kit.Background;
import org.earpiece.ui.kit.Preferences;
import org.jspecify.annotations.Nullable;

/**
 * The capture that is open, and what opens another. FX thread; opening itself is not done there.
 */
public final class Captures {
  /** Opens a capture with the secrets to decrypt it. Not on the FX thread. */
  @FunctionalInterface
  private interface Opener {
    CaptureSession open(Decryption secrets, List<PortRule> ports) throws IOException;
  }

  private final ReadOnlyObjectWrapper<@Nullable CaptureSession> session =
      new ReadOnlyObjectWrapper<>();
  private final Background.Slot opening;
  private final Background background;
  private final Preferences preferences;
  private final Consumer<String> notice;
  private @Nullable Runnable again;
  private List<Path> opened = List.of();
  private boolean temporary;
  private volatile @Nullable CaptureSession latest;

  public Captures(Background background, Preferences preferences, Consumer<String> notice) {
    this.background = background;
    this.opening = background.slot();
    this.preferences = preferences;
    this.notice = notice;
  }

  /** The open capture, or null on the welcome page. */
  public ReadOnlyObjectProperty<@Nullable CaptureSession> sessionProperty() {
    return session.getReadOnlyProperty();
  }

  public @Nullable CaptureSession session() {
    return session.get();
  }

  /** Whether frames come. */
  public boolean capturing() {
    CaptureSession open = session.get();
    return open != null && open.snapshot().state() == Snapshot.State.CAPTURING;
  }

  /** The name of what is open, or empty. */
  public String name() {
    CaptureSession open = session.get();
    return open == null ? "" : open.name();
  }

  /** Whether what was captured goes with the session, and someone may miss it. */
  public boolean temporary() {
    return temporary;
  }

  /** Opens capture files as one in place of what is open, their packets in order of time. */
  public void open(List<Path> files) {
    again = null;
    begin(
        (secrets, ports) -> CaptureSession.open(files, secrets, ports),
        next -> {
          opened = List.copyOf(files);
          temporary = false;
          remember(files, Remembered::withFile);
        },
        e -> {
          remember(files, Remembered::withoutFile);
          notice.accept(reason(String.valueOf(files.getFirst().getFileName()), e));
        });
  }

  private void remember(List<Path> files, BiFunction<Remembered, String, Remembered> how) {
    for (Path file : files) {
      String path = file.toAbsolutePath().toString();
      preferences.update(s -> s.with(how.apply(s.remembered(), path)));
    }
  }

  /** Captures on the interface and with the options of the settings. */
  public void start() {
    CaptureChoice choice = preferences.get().capture();
    if (choice.interfaceName().isEmpty()) {
      notice.accept("Choose an interface first: double click one on the welcome page.");
      return;
    }
    start(choice.interfaceName());
  }

  /** Captures on an interface. */
  public void start(String interfaceName) {
    preferences.update(s ->
        s.with(s.capture().withInterface(interfaceName))
            .with(s.remembered().withCaptureFilter(s.capture().filter())));
    CaptureChoice c = preferences.get().capture();
    CaptureOptions options =
        new CaptureOptions(
            interfaceName, c.filter(), c.snaplen(), c.promiscuous(), c.bufferMebibytes());
    RingChoice ring = preferences.get().ring();
    watch(() -> new LiveCapture(options), Rings.spool(ring), !ring.on());
  }

  /** Watches the demonstration network. */
  public void demo() {
    watch(DemoNetwork::new, SpoolOptions.TEMPORARY, false);
  }

  /** Captures the same anew. */
  public void restart() {
    if (again != null) {
      again.run();
    } else {
      start();
    }
  }

  /**
   * Captures from a source.
   *
   * @param source gives a new one each time it is captured anew
   * @param worthSaving whether someone may miss what goes with the session
   */
  public void watch(Supplier<FrameSource> source, SpoolOptions spool, boolean worthSaving) {
    again = () -> watch(source, spool, worthSaving);
    begin(
        (secrets, ports) -> CaptureSession.live(source.get(), spool, secrets, ports),
        next -> {
          opened = List.of();
          temporary = worthSaving;
        },
        e -> notice.accept(reason("The capture", e)));
  }

  /** Whether other secrets make what is open be read anew. */
  public boolean reopens() {
    return session.get() != null && !opened.isEmpty();
  }

  /** Decrypts with the secrets of the settings: reads files anew, goes on with a capture. */
  public void decrypt() {
    CaptureSession open = session.get();
    if (open == null) {
      return;
    }
    if (reopens()) {
      open(opened);
      return;
    }
    boolean running = capturing();
    SecretsChoice choice = preferences.get().secrets();
    background
        .slot()
        .run(
            () -> open.decryptWith(keyLog(choice), rsaKeys(choice)),
            problems -> {
              problems.forEach(notice);
              if (!running) {
                notice.accept(
                    "This capture has ended: save it and open the file to have it decrypted.");
              }
            },
            e -> notice.accept(reason(open.name(), e)));
  }

  private static List<PortRule> ports(List<PortChoice> choices) {
    return choices.stream()
        .map(choice -> PortRule.of(choice.transport(), choice.port(), choice.protocol()))
        .filter(Objects::nonNull)
        .toList();
  }

  /** Has other rules on ports take effect: reads files anew; captures to come obey them. */
  public void decodeAgain() {
    if (reopens()) {
      open(opened);
    } else if (session.get() != null) {
      notice.accept("The next capture obeys this; save this one and open the file to have it so.");
    }
  }

  private static @Nullable Path keyLog(SecretsChoice choice) {
    return choice.keyLog().isEmpty() ? null : Path.of(choice.keyLog());
  }

  private static List<Path> rsaKeys(SecretsChoice choice) {
    return choice.rsaKeys().stream().map(Path::of).toList();
  }

  /** Ends a live capture; what was captured stays. */
  public void stop() {
    CaptureSession open = session.get();
    if (open != null) {
      open.stop();
    }
  }

  /** Closes what is open: the welcome page. */
  public void close() {
    opening.cancel();
    replace(null);
  }

  /** Closes what is open and waits for it: the program ends. */
  public void closeNow() {
    opening.cancel();
    CaptureSession open = session.get();
    if (open != null) {
      open.close();
    }
  }

  /** Closes what is open, as the process ends at once. Any thread. */
  public void abandon() {
    CaptureSession last = latest;
    if (last != null) {
      last.close();
    }
  }

  private void begin(Opener opener, Consumer<CaptureSession> then, Consumer<Exception> failed) {
    SecretsChoice choice = preferences.get().secrets();
    List<PortRule> ports = ports(preferences.get().decodeAs());
    List<String> problems = new CopyOnWriteArrayList<>();
    opening.run(
        () -> {
          Decryption secrets = Decryption.none();
          problems.addAll(secrets.add(keyLog(choice), rsaKeys(choice)));
          return opener.open(secrets, ports);
        },
        next -> {
          then.accept(next);
          replace(next);
          problems.forEach(notice);
        },
        failed);
  }

  private void replace(@Nullable CaptureSession next) {
    CaptureSession before = session.get();
    session.set(next);
    latest = next;
    if (before != null) {
      background
          .slot()
          .run(
              () -> {
                before.close();
                return before;
              },
              closed -> {},
              e -> notice.accept(reason(before.name(), e)));
    }
  }

  private static String reason(String name, Exception e) {
    String message = e.getMessage() == null ? e.toString() : e.getMessage();
    return e instanceof IOException && message.contains(name) ? message : name + ": " + message;
  }
}
