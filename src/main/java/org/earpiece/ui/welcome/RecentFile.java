package org.earpiece.ui.welcome;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.earpiece.ui.kit.Numbers;

/** A file opened before, as it is now. */
record RecentFile(Path path, String about) {
  /** Those that are still there. Blocks. */
  static List<RecentFile> of(List<String> paths) {
    List<RecentFile> files = new ArrayList<>();
    for (String each : paths) {
      Path path = Path.of(each);
      long size = size(path);
      if (size >= 0) {
        files.add(new RecentFile(path, Numbers.bytes(size)));
      }
    }
    return files;
  }

  /** Bytes, or -1 where the file is gone. */
  private static long size(Path path) {
    try {
      return Files.size(path);
    } catch (IOException e) {
      return -1;
    }
  }

  String name() {
    return String.valueOf(path.getFileName());
  }
}
