package org.earpiece.session.playback;

import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.function.LongSupplier;
import javax.sound.sampled.LineUnavailableException;
import org.earpiece.session.CallAudio;
import org.jspecify.annotations.Nullable;

/**
 * Plays the sound of a call on a thread of its own: what the window asks is a flag or a number that
 * {@link #doWork} sees next, so no caller waits for the sound card. Where there is none, the play
 * head moves all the same and {@link #notice} says so.
 */
public final class AudioPlayer implements AutoCloseable {
  /** How loud a track is on each side, 0 to 1. */
  public record Level(float left, float right) {
    public static final Level BOTH = new Level(1, 1);
    public static final Level MUTE = new Level(0, 0);
  }

  /** Opens the sound card at a sample rate. */
  @FunctionalInterface
  interface Sinks {
    AudioSink open(int sampleRate) throws LineUnavailableException;
  }

  private static final String NO_CARD = "No sound card: the play head moves, nothing is heard.";
  private static final CallAudio NOTHING = new CallAudio(0, 8000, List.of(), List.of());

  /** Frames mixed at a time. */
  private static final int BLOCK = 1024;

  private static final long NO_SEEK = -1;
  private static final long PLAYING_PARK_NANOS = 5_000_000;

  private final Sinks sinks;
  private final LongSupplier nanoClock;
  private final byte[] pcm = new byte[BLOCK * 4];

  private volatile CallAudio audio = NOTHING;
  private volatile Map<Integer, Level> levels = Map.of();
  private volatile boolean playing;
  private volatile boolean growing;
  private volatile long seek = NO_SEEK;
  private volatile long position;
  private volatile @Nullable String notice;
  private volatile boolean closed;
  private volatile @Nullable Thread thread;

  private @Nullable AudioSink sink;
  private int sinkRate;
  private boolean sounding;
  private long base;
  private long next;

  /** A player on the default sound card; silent until {@link #start}. */
  public AudioPlayer() {
    this(JavaSoundSink::new, System::nanoTime);
  }

  AudioPlayer(Sinks sinks, LongSupplier nanoClock) {
    this.sinks = sinks;
    this.nanoClock = nanoClock;
  }

  /** Begins to work on a thread of its own. Again does nothing. */
  public synchronized void start() {
    if (thread == null && !closed) {
      Thread t = new Thread(this::run, "audio");
      t.setDaemon(true);
      thread = t;
      t.start();
    }
  }

  private void run() {
    while (!closed) {
      if (doWork() == 0) {
        if (playing) {
          LockSupport.parkNanos(this, PLAYING_PARK_NANOS);
        } else if (seek == NO_SEEK && !closed) {
          LockSupport.park(this);
        }
      }
    }
    release();
  }

  /**
   * Gives the sound to play; while a call runs, again and again as it grows. The play head keeps
   * its moment of time.
   *
   * @param growing whether more will follow: the head waits at the end for it
   */
  public void audio(CallAudio next, boolean growing) {
    CallAudio before = audio;
    this.growing = growing;
    long at = seek == NO_SEEK ? position : seek;
    audio = next;
    boolean sameAxis =
        before.startNanos() == next.startNanos() && before.sampleRate() == next.sampleRate();
    if (!sameAxis && at != 0) {
      long nanos = before.startNanos() + (long) (at * 1e9 / before.sampleRate());
      seek((long) ((nanos - next.startNanos()) * 1e-9 * next.sampleRate()));
    }
    wake();
  }

  /** Levels by stream number; tracks without one are heard on both sides. */
  public void levels(Map<Integer, Level> byStream) {
    levels = Map.copyOf(byStream);
  }

  /** Plays on from the play head; from the start where it stands at the end. */
  public void play() {
    if (position >= length() && !growing) {
      seek(0);
    }
    playing = true;
    wake();
  }

  /** Stops where the play head is. */
  public void pause() {
    playing = false;
    wake();
  }

  /** Stops and goes back to the start. */
  public void stop() {
    playing = false;
    seek(0);
  }

  /** Moves the play head, in samples from the start of the sound. */
  public void seek(long sample) {
    long to = Math.clamp(sample, 0, length());
    seek = to;
    position = to;
    wake();
  }

  public boolean playing() {
    return playing;
  }

  /** Where the play head is, in samples from the start of the sound. */
  public long position() {
    long asked = seek;
    return asked == NO_SEEK ? position : asked;
  }

  /** Samples of the longest track. */
  public long length() {
    long longest = 0;
    for (CallAudio.Track track : audio.tracks()) {
      longest = Math.max(longest, track.samples().length);
    }
    return longest;
  }

  /** One sentence on why nothing is heard, or null. */
  public @Nullable String notice() {
    return notice;
  }

  private void wake() {
    LockSupport.unpark(thread);
  }

  /** Does what is due now and answers the frames it gave to the sound card. */
  int doWork() {
    takeSeek();
    if (!playing) {
      quiet();
      return 0;
    }
    CallAudio sound = audio;
    AudioSink out = sinkFor(sound.sampleRate());
    if (!sounding) {
      out.flush();
      base = position;
      next = position;
      sounding = true;
    }
    long length = length();
    int frames = Math.clamp(length - next, 0, Math.min(out.writable(), BLOCK));
    if (frames > 0) {
      mix(sound, next, frames);
      out.write(pcm, frames);
      next += frames;
    }
    if (seek == NO_SEEK) {
      position = Math.min(base + out.played(), length);
    }
    if (position >= length && !growing) {
      playing = false;
    }
    return frames;
  }

  private void takeSeek() {
    long to = seek;
    if (to != NO_SEEK) {
      position = to;
      seek = NO_SEEK;
      quiet();
    }
  }

  private void quiet() {
    if (sounding && sink != null) {
      sink.flush();
    }
    sounding = false;
  }

  private AudioSink sinkFor(int sampleRate) {
    AudioSink open = sink;
    if (open != null && sinkRate == sampleRate) {
      return open;
    }
    release();
    AudioSink opened;
    try {
      opened = sinks.open(sampleRate);
      notice = null;
    } catch (LineUnavailableException e) {
      opened = new SilentSink(sampleRate, nanoClock);
      notice = NO_CARD;
    }
    sink = opened;
    sinkRate = sampleRate;
    return opened;
  }

  private void release() {
    if (sink != null) {
      sink.close();
      sink = null;
    }
    sounding = false;
  }

  private void mix(CallAudio sound, long from, int frames) {
    for (int i = 0; i < frames; i++) {
      float left = 0;
      float right = 0;
      int at = (int) (from + i);
      for (CallAudio.Track track : sound.tracks()) {
        if (at < track.samples().length) {
          Level level = levels.getOrDefault(track.stream(), Level.BOTH);
          left += track.samples()[at] * level.left();
          right += track.samples()[at] * level.right();
        }
      }
      put(i * 4, left);
      put(i * 4 + 2, right);
    }
  }

  private void put(int at, float value) {
    int sample = (int) Math.clamp(value, Short.MIN_VALUE, Short.MAX_VALUE);
    pcm[at] = (byte) sample;
    pcm[at + 1] = (byte) (sample >> 8);
  }

  /** Stops and ends the thread. */
  @Override
  public void close() {
    playing = false;
    closed = true;
    if (thread == null) {
      release();
    }
    wake();
  }
}
