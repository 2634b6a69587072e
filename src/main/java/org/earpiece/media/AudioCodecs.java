package org.earpiece.media;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The one list of codecs. A new one is a line here. */
public final class AudioCodecs {
  private static final List<AudioCodec> ALL = List.of(G711.MU_LAW, G711.A_LAW, new L16());

  private AudioCodecs() {}

  /** The codec of an encoding, or null where Earpiece cannot decode it. */
  public static @Nullable AudioCodec named(String encoding) {
    for (AudioCodec codec : ALL) {
      if (codec.name().equalsIgnoreCase(encoding)) {
        return codec;
      }
    }
    return null;
  }

  /** The names of all encodings that can be decoded. */
  public static List<String> names() {
    return ALL.stream().map(AudioCodec::name).toList();
  }
}
