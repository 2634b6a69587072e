package org.earpiece.settings;

/**
 * The ring buffer of capture files, as dumpcap's. Each limit is 0 where there is none.
 *
 * @param on whether captures go to files that stay; else they are temporary
 * @param folder where the files go, or empty for the home folder
 * @param files files kept; the oldest goes
 * @param megabytes a file is full at this size
 * @param seconds a file is full after this time
 */
public record RingChoice(boolean on, String folder, int files, int megabytes, int seconds) {
  public static final RingChoice DEFAULT = new RingChoice(false, "", 10, 100, 0);

  public RingChoice {
    files = Math.max(0, files);
    megabytes = Math.max(0, megabytes);
    seconds = Math.max(0, seconds);
  }
}
