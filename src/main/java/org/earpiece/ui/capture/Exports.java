package org.earpiece.ui.capture;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.Consumer;
import org.earpiece.session.CaptureSession;
import org.earpiece.session.SaveProgress;
import org.earpiece.ui.kit.Background;
import org.earpiece.ui.kit.FileDialogs;
import org.earpiece.ui.kit.Numbers;

/** Saves captures and parts of them, asking where to. FX thread; writing is done elsewhere. */
public final class Exports {
  private static final String ENDING = "pcapng";

  private final Background background;
  private final FileDialogs files;
  private final Consumer<String> notice;
  private final List<Job> jobs = new ArrayList<>();

  public Exports(Background background, FileDialogs files, Consumer<String> notice) {
    this.background = background;
    this.files = files;
    this.notice = notice;
  }

  /** What is being written and how far it is; empty for nothing. */
  public String progress() {
    return jobs.isEmpty() ? "" : jobs.getFirst().words();
  }

  /** Ends what is being written; no file is left of it. */
  public void stop() {
    jobs.forEach(job -> job.stopped = true);
  }

  /** Saves all frames that are held. */
  public void all(CaptureSession session, Runnable done) {
    Path out = files.save("Save the capture", base(session), ENDING);
    if (out != null) {
      write(out, "the capture", progress -> session.save(out, null, progress), done);
    }
  }

  /** Saves frames that a filter accepts. */
  public void frames(CaptureSession session, int[] frames) {
    Path out = files.save("Save the packets shown", base(session) + "-shown", ENDING);
    if (out != null) {
      write(out, "the packets shown", progress -> session.save(out, frames, progress), () -> {});
    }
  }

  /** Saves calls, with their RTP and RTCP where wanted. */
  public void calls(CaptureSession session, List<Integer> calls, boolean media) {
    String number = calls.getFirst() + (calls.size() > 1 ? "-and-" + (calls.size() - 1) : "");
    String what = calls.size() == 1 ? "call " + calls.getFirst() : calls.size() + " calls";
    Path out = files.save("Export " + what, base(session) + "-call-" + number, ENDING);
    if (out != null) {
      write(
          out,
          what + (media ? " with media" : ""),
          progress -> session.save(out, session.framesOfCalls(calls, media), progress),
          () -> {});
    }
  }

  /**
   * Saves the messages of a registration, subscription or publication.
   *
   * @param what for the title and the file's name: {@code registration}
   * @param id its identity
   */
  public void messages(CaptureSession session, String what, int number, int id) {
    String name = base(session) + "-" + what + "-" + number;
    Path out = files.save("Export " + what + " " + number, name, ENDING);
    if (out != null) {
      write(
          out,
          what + " " + number,
          progress -> session.save(out, session.framesOf(id), progress),
          () -> {});
    }
  }

  /** Work that writes a file, and tells how many packets it wrote; empty where it was stopped. */
  @FunctionalInterface
  private interface Writing {
    OptionalInt write(SaveProgress progress) throws IOException;
  }

  /** A file being written: the worker says how far it is, the FX thread may stop it. */
  private static final class Job implements SaveProgress {
    private final String what;
    private volatile int percent;
    private volatile boolean stopped;

    Job(String what) {
      this.what = what;
    }

    @Override
    public boolean at(int done, int all) {
      percent = (int) (100L * done / Math.max(1, all));
      return !stopped;
    }

    String words() {
      return "Saving " + what + ": " + percent + " %";
    }
  }

  private void write(Path out, String what, Writing writing, Runnable done) {
    Job job = new Job(what);
    jobs.add(job);
    background
        .slot()
        .run(
            () -> writing.write(job),
            written -> {
              jobs.remove(job);
              written.ifPresentOrElse(
                  packets -> {
                    String name = String.valueOf(out.getFileName());
                    String count = Numbers.of(packets, "packet", "packets");
                    notice.accept("Saved " + what + " as " + name + ": " + count + ".");
                    done.run();
                  },
                  () -> notice.accept("Saving " + what + " was stopped; no file is left of it."));
            },
            e -> {
              jobs.remove(job);
              notice.accept(out.getFileName() + " cannot be written: " + reason(e) + ".");
            });
  }

  private static String reason(Exception e) {
    return switch (e) {
      case NoSuchFileException gone -> "its folder is gone";
      case AccessDeniedException denied -> "you may not write there";
      default -> String.valueOf(e.getMessage());
    };
  }

  private static String base(CaptureSession session) {
    return session.name().replaceFirst("\\.(pcapng|pcap|cap)(\\.gz)?$", "");
  }
}
