package org.earpiece.voip;

import java.util.Arrays;

/**
 * The dialogs that one INVITE's answers made, by the keys of their To tags: more than one where it
 * was forked and several phones answered (RFC 3261 section 13.2.2.4). Pipeline's thread.
 */
final class AnsweredDialogs {
  /** Dialogs told apart; further answers count as the last one. */
  static final int MAX_DIALOGS = 8;

  private long[] tags = new long[1];
  private int open;
  private int known;

  /** Notes an answer; whether it made a new dialog. */
  boolean answered(long toTag) {
    if (indexOf(toTag) >= 0 || known == MAX_DIALOGS) {
      return false;
    }
    if (known == tags.length) {
      tags = Arrays.copyOf(tags, known * 2);
    }
    tags[known] = toTag;
    swap(known++, open++);
    return true;
  }

  /** Notes a BYE by its tags; whether no dialog is left. */
  boolean ended(long fromTag, long toTag) {
    int i = indexOf(fromTag);
    if (i < 0) {
      i = indexOf(toTag);
    }
    if (i >= 0 && i < open) {
      swap(i, --open);
      return open == 0;
    }
    return i < 0;
  }

  private int indexOf(long tag) {
    for (int i = 0; i < known; i++) {
      if (tags[i] == tag) {
        return i;
      }
    }
    return -1;
  }

  private void swap(int i, int j) {
    long tag = tags[i];
    tags[i] = tags[j];
    tags[j] = tag;
  }
}
