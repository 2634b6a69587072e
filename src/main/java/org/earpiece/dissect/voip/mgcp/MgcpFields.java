package org.earpiece.dissect.voip.mgcp;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.earpiece.dissect.RelatedFields;
import org.earpiece.packet.Fact;
import org.earpiece.packet.Field;
import org.earpiece.packet.FieldType;
import org.earpiece.packet.FieldValues;
import org.earpiece.packet.Packet;
import org.earpiece.packet.Protocol;

/** The fields of MGCP: the first line, every parameter, and what the messages before it say. */
final class MgcpFields {
  private static final Protocol P = Protocol.MGCP;

  private MgcpFields() {}

  /** Adds values of a field from a message. */
  @FunctionalInterface
  interface Reader {
    void read(MgcpMessage message, FieldValues out);
  }

  static List<Field> all() {
    List<Field> fields = new ArrayList<>();
    fields.add(Field.protocol(P));
    firstLine(fields);
    exchange(fields);
    fields.add(of("mgcp.params", "Parameters", FieldType.LABEL, MgcpFields::parameters));
    for (MgcpParameter parameter : MgcpParameter.values()) {
      fields.add(parameter(parameter));
    }
    fields.add(of("mgcp.param.invalid", "Invalid Parameter", FieldType.STRING, MgcpFields::strays));
    fields.addAll(MgcpListFields.all());
    fields.add(
        Field.of(P, "mgcp.messagecount", "MGCP Message Count", FieldType.UINT, MgcpFields::messages)
            .asGenerated()
            .asHidden());
    return fields;
  }

  private static void firstLine(List<Field> fields) {
    Collections.addAll(
        fields,
        kind("mgcp.req", "Request", true),
        text("mgcp.req.verb", "Verb", (m, out) -> add(m.isRequest(), m.start, m.wordEnd, out)),
        kind("mgcp.rsp", "Response", false),
        of(
                "mgcp.rsp.rspcode",
                "Response Code",
                FieldType.UINT,
                (m, out) -> {
                  if (!m.isRequest()) {
                    out.addNumber(m.code(), m.start, m.wordEnd - m.start);
                  }
                })
            .named(MgcpCodes::name),
        text(
            "mgcp.transid",
            "Transaction ID",
            (m, out) -> add(true, m.transactionStart, m.transactionEnd, out)),
        text(
            "mgcp.req.endpoint",
            "Endpoint",
            (m, out) -> add(m.isRequest(), m.endpointStart, m.endpointEnd, out)),
        text(
            "mgcp.version", "Version", (m, out) -> add(m.isRequest(), m.restStart, m.lineEnd, out)),
        text(
            "mgcp.rsp.rspstring",
            "Response String",
            (m, out) -> add(!m.isRequest(), m.restStart, m.lineEnd, out)));
  }

  private static void exchange(List<Field> fields) {
    Collections.addAll(
        fields,
        RelatedFields.of(
            P, "mgcp.reqframe", "Request Frame", FieldType.FRAME_NUMBER, Fact.REQUEST_FRAME),
        RelatedFields.of(
            P, "mgcp.time", "Time from request", FieldType.RELATIVE_TIME, Fact.SINCE_REQUEST),
        repeated("mgcp.dup", "Duplicate Message", true, true).asHidden(),
        repeated("mgcp.req.dup", "Duplicate Request", true, false),
        original("mgcp.req.dup.frame", "Original Request Frame", true),
        repeated("mgcp.rsp.dup", "Duplicate Response", false, true),
        original("mgcp.rsp.dup.frame", "Original Response Frame", false));
  }

  /** The transaction of a message that repeats another. */
  private static Field repeated(String name, String label, boolean requests, boolean responses) {
    return RelatedFields.number(
        P,
        name,
        label,
        FieldType.UINT,
        (p, layer) -> {
          long original = p.facts().of(Fact.ORIGINAL_FRAME, p, layer);
          if (original == Field.ABSENT) {
            return original;
          }
          MgcpMessage message = Mgcp.message(p, layer);
          boolean asked = message.isRequest() ? requests : responses;
          return asked ? message.transaction() : Field.ABSENT;
        });
  }

  private static Field original(String name, String label, boolean requests) {
    return RelatedFields.number(
        P,
        name,
        label,
        FieldType.FRAME_NUMBER,
        (p, layer) ->
            Mgcp.message(p, layer).isRequest() == requests
                ? p.facts().of(Fact.ORIGINAL_FRAME, p, layer)
                : Field.ABSENT);
  }

  private static Field kind(String name, String label, boolean request) {
    return of(
            name,
            label,
            FieldType.BOOLEAN,
            (m, out) -> {
              if (m.isRequest() == request) {
                out.addNumber(1, m.start, 0);
              }
            })
        .asHidden();
  }

  private static Field text(String name, String label, Reader reader) {
    return of(name, label, FieldType.STRING, reader);
  }

  static Field of(String name, String label, FieldType type, Reader reader) {
    return Field.of(
        P, name, label, type, (p, layer, out) -> reader.read(Mgcp.message(p, layer), out));
  }

  private static void add(boolean here, int from, int to, FieldValues out) {
    if (here && from < to) {
      out.addRange(from, to - from);
    }
  }

  private static void parameters(MgcpMessage m, FieldValues out) {
    if (m.parametersEnd > m.parametersStart) {
      out.addRange(m.parametersStart, m.parametersEnd - m.parametersStart);
    }
  }

  private static Field parameter(MgcpParameter parameter) {
    return text(
        parameter.fieldName(),
        parameter.label(),
        (m, out) -> {
          MgcpLines lines = new MgcpLines(m);
          while (lines.next()) {
            if (parameter.equals(lines.parameter())) {
              int from = parameter.isWholeLine() ? lines.start() : lines.valueStart();
              out.addRange(from, lines.end() - from);
            }
          }
        });
  }

  /** Lines that are no parameter. */
  private static void strays(MgcpMessage m, FieldValues out) {
    MgcpLines lines = new MgcpLines(m);
    while (lines.next()) {
      if (lines.parameter() == null && !lines.isOfPackage()) {
        out.addRange(lines.start(), lines.end() - lines.start());
      }
    }
  }

  /** How many messages the datagram has, told by the last of them. */
  private static void messages(Packet packet, int layer, FieldValues out) {
    if (packet.find(P, layer + 1) >= 0) {
      return;
    }
    int count = 0;
    for (int i = packet.find(P); i >= 0; i = packet.find(P, i + 1)) {
      count++;
    }
    out.addNumber(count, packet.offset(layer), 0);
  }
}
