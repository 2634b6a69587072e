package org.earpiece.voip.compare;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.earpiece.bytes.ByteView;
import org.earpiece.dissect.voip.sdp.SessionDescription;
import org.earpiece.dissect.voip.sdp.SessionDescription.Encoding;
import org.earpiece.dissect.voip.sdp.SessionDescription.Media;
import org.jspecify.annotations.Nullable;

/** What differing session descriptions mean, in sentences (RFC 8866, RFC 3264). */
public final class SdpEffects {
  private final List<String> effects = new ArrayList<>();

  /** Whether each is of another end, as offer and answer are: addresses always differ then. */
  private final boolean ends;

  private SdpEffects(boolean ends) {
    this.ends = ends;
  }

  static List<String> of(MessageText left, MessageText right) {
    if (left.body().isBlank() && right.body().isBlank()) {
      return List.of();
    }
    if (!left.sdp() || !right.sdp()) {
      return left.sameKind(right) ? other(left, right) : List.of();
    }
    return between(left.body(), right.body(), left.request() != right.request());
  }

  /** What is different in a later session description of the same end. */
  public static List<String> between(String before, String after) {
    return between(before, after, false);
  }

  private static List<String> between(String left, String right, boolean ends) {
    SdpEffects effects = new SdpEffects(ends);
    SessionDescription before = parsed(left);
    SessionDescription after = parsed(right);
    int common = Math.min(before.media().size(), after.media().size());
    for (int i = 0; i < common; i++) {
      effects.media(before.media().get(i), after.media().get(i), common > 1);
    }
    for (int i = common; i < before.media().size(); i++) {
      effects.add("removed the section for " + before.media().get(i).kind());
    }
    for (int i = common; i < after.media().size(); i++) {
      effects.add("added a section for " + after.media().get(i).kind());
    }
    if (!effects.ends) {
      effects.lines(left, right, "a=crypto:", "keys for SRTP (a=crypto)");
      effects.lines(left, right, "a=fingerprint:", "the fingerprint for DTLS");
      effects.lines(left, right, "a=candidate:", "ICE candidates");
    }
    return effects.effects;
  }

  private static List<String> other(MessageText left, MessageText right) {
    if (left.body().equals(right.body())) {
      return List.of();
    }
    if (left.body().isBlank()) {
      return List.of(right.sdp() ? "added the session description" : "added the body");
    }
    if (right.body().isBlank()) {
      return List.of(left.sdp() ? "removed the session description" : "removed the body");
    }
    return List.of("changed the body");
  }

  private static SessionDescription parsed(String body) {
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    return SessionDescription.parse(new ByteView().wrap(bytes), 0, bytes.length);
  }

  private void add(String effect) {
    if (!effects.contains(effect)) {
      effects.add(effect);
    }
  }

  private void media(Media before, Media after, boolean several) {
    String which = several ? before.kind() + ": " : "";
    if (!before.kind().equals(after.kind())) {
      add("changed " + before.kind() + " to " + after.kind());
      return;
    }
    if (!ends && !Objects.equals(before.address(), after.address())) {
      String old = before.address() == null ? "" : before.address().toString();
      String now = after.address() == null ? "" : after.address().toString();
      add("media address " + HeaderEffects.became(old, now));
    }
    port(before, after);
    if (!before.protocol().equals(after.protocol())) {
      add(which + HeaderEffects.became(before.protocol(), after.protocol()));
    }
    codecs(before, after, which);
    if (before.direction() != after.direction()) {
      add(which + HeaderEffects.became(word(before), word(after)));
    }
    if (before.ptimeMs() != after.ptimeMs()) {
      add(which + "ptime " + HeaderEffects.became(ptime(before), ptime(after)));
    }
  }

  private static String word(Media media) {
    return media.direction().name().toLowerCase(Locale.ROOT);
  }

  private static String ptime(Media media) {
    return media.ptimeMs() == 0 ? "" : media.ptimeMs() + " ms";
  }

  private void port(Media before, Media after) {
    if (before.port() == after.port()) {
      return;
    }
    if (after.port() == 0) {
      add("refused " + before.kind() + " (port 0)");
    } else if (before.port() == 0) {
      add("took up " + before.kind() + " again (port " + after.port() + ")");
    } else if (!ends) {
      add(before.kind() + " port " + before.port() + " became " + after.port());
    }
  }

  private void codecs(Media before, Media after, String which) {
    Map<String, String> old = names(before);
    Map<String, String> now = names(after);
    List<String> kept = old.keySet().stream().filter(now::containsKey).toList();
    List<String> keptNow = now.keySet().stream().filter(old::containsKey).toList();
    String gone = told(old, now);
    String come = told(now, old);
    if (!gone.isEmpty()) {
      add(which + (ends ? "left out " : "removed ") + gone);
    }
    if (!come.isEmpty()) {
      add(which + "added " + come);
    }
    if (!kept.equals(keptNow)) {
      add(
          which
              + "changed the codec order: "
              + HeaderEffects.became(String.join(", ", kept), String.join(", ", keptNow)));
    }
    for (String name : kept) {
      if (!Objects.equals(old.get(name), now.get(name))) {
        add(which + name + " has payload type " + now.get(name) + " instead of " + old.get(name));
      }
    }
  }

  private static String told(Map<String, String> names, Map<String, String> others) {
    return String.join(
        ", ", names.keySet().stream().filter(name -> !others.containsKey(name)).toList());
  }

  /** The codecs in order, with their payload types. */
  private static Map<String, String> names(Media media) {
    Map<String, String> names = new LinkedHashMap<>();
    for (String format : media.formats()) {
      Encoding encoding = encoding(media, format);
      names.putIfAbsent(encoding == null ? format : name(encoding), format);
    }
    return names;
  }

  private static String name(Encoding encoding) {
    return switch (encoding.name().toLowerCase(Locale.ROOT)) {
      case "g722" -> "G.722";
      case "g729" -> "G.729";
      case "telephone-event" ->
          encoding.clockRate() == 8000 ? "DTMF" : "DTMF/" + encoding.clockRate();
      default -> encoding.name();
    };
  }

  private static @Nullable Encoding encoding(Media media, String format) {
    try {
      return media.codecs().get(Integer.parseInt(format));
    } catch (NumberFormatException e) {
      return null;
    }
  }

  private void lines(String left, String right, String prefix, String what) {
    List<String> before = left.lines().filter(line -> line.startsWith(prefix)).toList();
    List<String> after = right.lines().filter(line -> line.startsWith(prefix)).toList();
    if (before.equals(after)) {
      return;
    }
    add((before.isEmpty() ? "added " : after.isEmpty() ? "removed " : "replaced ") + what);
  }
}
