package org.earpiece.voip.negotiation;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.earpiece.bytes.ByteView;
import org.earpiece.dissect.voip.sdp.SessionDescription;
import org.earpiece.dissect.voip.sdp.SessionDescription.Direction;
import org.earpiece.dissect.voip.sdp.SessionDescription.Encoding;
import org.earpiece.dissect.voip.sdp.SessionDescription.Media;
import org.earpiece.dissect.voip.sip.NameAddress;
import org.earpiece.dissect.voip.sip.SipMessage;
import org.earpiece.packet.Endpoint;
import org.earpiece.voip.OfferAnswer;
import org.earpiece.voip.Side;
import org.earpiece.voip.compare.SdpEffects;
import org.jspecify.annotations.Nullable;

/**
 * The offers and answers of one call in order, from its messages in order of time. What is sent
 * again, or passes by once more on its next hop, counts once. One thread.
 */
public final class Negotiation {
  /** Exchanges that are kept; a call that renegotiates without end shows its first ones. */
  static final int MAX_EXCHANGES = 200;

  /** Answers to one offer that are kept. */
  static final int MAX_ANSWERS = 20;

  private final OfferAnswer roles = new OfferAnswer();
  private final List<Draft> drafts = new ArrayList<>();
  private final Map<String, SdpStep> known = new HashMap<>();
  private final Map<Side, String> last = new EnumMap<>(Side.class);
  private @Nullable String callerTag;

  /** An exchange on its way. */
  private static final class Draft {
    private final SdpStep offer;
    private final SessionDescription offered;
    private final List<SdpStep> answers = new ArrayList<>();
    private @Nullable SessionDescription answered;

    Draft(SdpStep offer, SessionDescription offered) {
      this.offer = offer;
      this.offered = offered;
    }

    SdpExchange exchange() {
      SessionDescription answer = answered;
      return new SdpExchange(
          offer, answers, answer == null ? List.of() : agreed(offer.side(), offered, answer));
    }
  }

  /** Sees a message of the call, whole, as text. */
  public void message(int frame, long timeNanos, Endpoint src, Endpoint dst, String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    SipMessage message = new SipMessage();
    if (!message.parse(new ByteView().wrap(bytes), 0, bytes.length)) {
      return;
    }
    NameAddress from = message.from();
    String tag = from == null ? "" : from.tag();
    if (callerTag == null && message.cseqMethod().equals("INVITE")) {
      callerTag = tag;
    }
    SessionDescription description = message.hasSdp() ? message.sdp() : null;
    if (description == null) {
      return;
    }
    boolean callers = tag.equals(callerTag) == message.isRequest();
    Side side = callers ? Side.CALLER : Side.CALLEE;
    String label =
        message.isRequest()
            ? message.method()
            : message.statusCode() + " " + message.reasonPhrase();
    String body = message.body(Integer.MAX_VALUE);
    String key = side + " " + message.cseq() + message.cseqMethod() + body;
    SdpStep before = known.get(key);
    if (before != null) {
      again(before, key, label);
      return;
    }
    String words = roles.see(message, side, description);
    String former = last.put(side, body);
    SdpStep step =
        new SdpStep(
            frame,
            timeNanos,
            side,
            src,
            dst,
            label,
            words,
            description.media().stream().map(Negotiation::sentence).toList(),
            former == null ? List.of() : SdpEffects.between(former, body),
            former == null);
    take(step, description, key);
  }

  private void take(SdpStep step, SessionDescription description, String key) {
    boolean answer = step.words().startsWith("answers") && !drafts.isEmpty();
    if (answer && drafts.getLast().answers.size() < MAX_ANSWERS) {
      drafts.getLast().answers.add(step);
      drafts.getLast().answered = description;
    } else if (!answer && drafts.size() < MAX_EXCHANGES) {
      drafts.add(new Draft(step, description));
    } else {
      return;
    }
    known.put(key, step);
  }

  /** A provisional response and the final one often carry the same. */
  private void again(SdpStep before, String key, String label) {
    for (Draft draft : drafts) {
      int at = draft.answers.indexOf(before);
      if (at >= 0 && !before.message().contains(label)) {
        SdpStep both = before.alsoIn(label);
        draft.answers.set(at, both);
        known.put(key, both);
      }
    }
  }

  /** The exchanges in order. */
  public List<SdpExchange> exchanges() {
    return drafts.stream().map(Draft::exchange).toList();
  }

  private static String sentence(Media media) {
    if (media.port() == 0) {
      return media.kind() + ": declined or ended (port 0)";
    }
    String codecs = String.join(", ", codecs(media));
    String address = media.address() == null ? "no address" : media.address().toString();
    return media.kind()
        + ": "
        + (codecs.isEmpty() ? String.join(" ", media.formats()) : codecs)
        + " · "
        + new Place(address, media.port()).text()
        + " · "
        + media.protocol()
        + " · "
        + media.direction().name().toLowerCase(Locale.ROOT)
        + (media.ptimeMs() > 0 ? " · " + media.ptimeMs() + " ms" : "");
  }

  private record Place(String address, int port) {
    String text() {
      return address.indexOf(':') >= 0 ? "[" + address + "]:" + port : address + ":" + port;
    }
  }

  private static List<String> codecs(Media media) {
    List<String> names = new ArrayList<>();
    for (String format : media.formats()) {
      Encoding encoding = encoding(media, format);
      String name = encoding == null ? "" : encoding.name();
      String word = name.equalsIgnoreCase("telephone-event") ? "DTMF" : name;
      if (!word.isEmpty() && !names.contains(word)) {
        names.add(word);
      }
    }
    return names;
  }

  private static @Nullable Encoding encoding(Media media, String format) {
    return format.matches("\\d{1,3}") ? media.codecs().get(Integer.parseInt(format)) : null;
  }

  /** What both sides may send after an answer, a sentence a section. */
  private static List<String> agreed(
      Side offerer, SessionDescription offer, SessionDescription answer) {
    List<String> sentences = new ArrayList<>();
    int common = Math.min(offer.media().size(), answer.media().size());
    for (int i = 0; i < common; i++) {
      Media offered = offer.media().get(i);
      Media answered = answer.media().get(i);
      if (offered.port() == 0 || answered.port() == 0) {
        sentences.add("no " + offered.kind());
        continue;
      }
      List<String> both = new ArrayList<>(codecs(answered));
      List<String> wanted = codecs(offered);
      boolean named = !both.isEmpty() && !wanted.isEmpty();
      both.removeIf(codec -> named && wanted.stream().noneMatch(codec::equalsIgnoreCase));
      String codec = both.isEmpty() ? answered.protocol() : String.join(", ", both);
      sentences.add(
          answered.kind()
              + ": "
              + codec
              + ", "
              + way(offerer, offered.direction(), answered.direction())
              + ", "
              + place(offered)
              + " ↔ "
              + place(answered));
    }
    return sentences;
  }

  private static String place(Media media) {
    String address = media.address() == null ? "?" : media.address().toString();
    return new Place(address, media.port()).text();
  }

  private static String way(Side offerer, Direction offered, Direction answered) {
    boolean there = sends(offered) && listens(answered);
    boolean back = sends(answered) && listens(offered);
    if (there && back) {
      return "both ways";
    }
    if (!there && !back) {
      return "no media";
    }
    return "from the " + (there ? offerer : offerer.other()).word() + " only";
  }

  private static boolean sends(Direction direction) {
    return direction == Direction.SENDRECV || direction == Direction.SENDONLY;
  }

  private static boolean listens(Direction direction) {
    return direction == Direction.SENDRECV || direction == Direction.RECVONLY;
  }
}
