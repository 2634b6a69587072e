package org.earpiece.dissect.web;

import java.util.List;
import org.earpiece.dissect.RelatedFields;
import org.earpiece.packet.Fact;
import org.earpiece.packet.Field;
import org.earpiece.packet.FieldType;
import org.earpiece.packet.Packet;
import org.earpiece.packet.Protocol;

/** Where a message stands among those of its connection. */
final class HttpExchangeFields {
  private static final Protocol P = Protocol.HTTP;

  private HttpExchangeFields() {}

  static List<Field> all() {
    return List.of(
        number("http.request_number", "Request number", true),
        number("http.response_number", "Response number", false),
        frame("http.request_in", "Request in frame", Fact.REQUEST_FRAME),
        RelatedFields.of(
            P, "http.time", "Time since request", FieldType.RELATIVE_TIME, Fact.SINCE_REQUEST),
        frame("http.prev_request_in", "Prev request in frame", Fact.PREVIOUS_REQUEST_FRAME),
        frame("http.prev_response_in", "Prev response in frame", Fact.PREVIOUS_RESPONSE_FRAME),
        Field.of(
                P,
                "http.response_for.uri",
                "Request URI",
                FieldType.STRING,
                (p, layer, out) -> {
                  String uri = p.facts().requestUri(p, layer);
                  if (uri != null) {
                    out.addText(uri, p.offset(layer), 0);
                  }
                })
            .asGenerated());
  }

  private static Field frame(String name, String label, Fact fact) {
    return RelatedFields.of(P, name, label, FieldType.FRAME_NUMBER, fact);
  }

  private static Field number(String name, String label, boolean ofRequest) {
    return RelatedFields.number(
        P,
        name,
        label,
        FieldType.UINT,
        (p, layer) ->
            isRequest(p, layer) == ofRequest
                ? p.facts().of(Fact.EXCHANGE_NUMBER, p, layer)
                : Field.ABSENT);
  }

  private static boolean isRequest(Packet p, int layer) {
    HttpMessage message = new HttpMessage();
    return message.parse(p.bytes(layer), p.offset(layer), p.end(layer)) && message.isRequest();
  }
}
