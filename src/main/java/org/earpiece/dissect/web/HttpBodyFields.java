package org.earpiece.dissect.web;

import java.util.List;
import org.earpiece.bytes.ByteView;
import org.earpiece.packet.Field;
import org.earpiece.packet.Field.Display;
import org.earpiece.packet.FieldType;
import org.earpiece.packet.FieldValues;
import org.earpiece.packet.Packet;
import org.earpiece.packet.Protocol;

/** The body of a message: its chunks, and its content, unpacked. */
final class HttpBodyFields {
  /** Chunks of one body whose fields are told at most. */
  static final int MAX_CHUNKS = 10_000;

  private static final Protocol P = Protocol.HTTP;

  private HttpBodyFields() {}

  static List<Field> all() {
    return List.of(
        Field.of(P, "http.file_data", "File Data", FieldType.STRING, HttpBodyFields::content),
        chunks(
                "http.chunk_size",
                "Chunk size",
                FieldType.UINT,
                out ->
                    new Chunks() {
                      @Override
                      public void size(long size, int at, int length) {
                        if (room()) {
                          out.addNumber(size, at, length);
                        }
                      }
                    })
            .shown(Display.DECIMAL),
        chunks(
            "http.chunk_data",
            "Chunk data",
            FieldType.BYTES,
            out ->
                new Chunks() {
                  @Override
                  public void data(int at, int length) {
                    if (room()) {
                      out.addRange(at, length);
                    }
                  }
                }),
        chunks(
            "http.chunk_boundary",
            "Chunk boundary",
            FieldType.BYTES,
            out ->
                new Chunks() {
                  @Override
                  public void boundary(int at, int length) {
                    if (room()) {
                      out.addRange(at, length);
                    }
                  }
                }),
        chunks(
            "http.chunked_trailer_part",
            "trailer-part",
            FieldType.STRING,
            out ->
                new Chunks() {
                  @Override
                  public void trailer(int at, int length) {
                    out.addRange(at, length);
                  }
                }));
  }

  /** Sees the parts of a body, as many as are told. */
  private abstract static class Chunks implements ChunkedBody.Visitor {
    private int count;

    boolean room() {
      return count++ < MAX_CHUNKS;
    }
  }

  /** Makes what sees the parts of a body and adds some of them. */
  private interface Reader {
    Chunks into(FieldValues out);
  }

  private static Field chunks(String name, String label, FieldType type, Reader reader) {
    return Field.of(
        P,
        name,
        label,
        type,
        (p, layer, out) -> {
          HttpMessage message = new HttpMessage();
          if (hasBody(p, layer, message) && message.body() == HttpMessage.Body.CHUNKED) {
            int body = message.headerEnd();
            new ChunkedBody().walk(p.bytes(layer), body, p.end(layer), reader.into(out));
          }
        });
  }

  private static boolean hasBody(Packet p, int layer, HttpMessage message) {
    return message.parse(p.bytes(layer), p.offset(layer), p.end(layer))
        && message.headerEnd() >= 0
        && message.headerEnd() < p.end(layer);
  }

  /** The content as text, which ends at the first zero byte, as in Wireshark 4.0. */
  private static void content(Packet p, int layer, FieldValues out) {
    HttpMessage message = new HttpMessage();
    if (!hasBody(p, layer, message)) {
      return;
    }
    ByteView bytes = p.bytes(layer);
    int from = message.headerEnd();
    int size = p.end(layer) - from;
    String encoding = message.contentEncoding();
    boolean chunked = message.body() == HttpMessage.Body.CHUNKED;
    if (!chunked && encoding.isEmpty()) {
      out.addRange(from, textLength(bytes, from, p.end(layer)));
      return;
    }
    byte[] content = chunked ? ChunkedBody.data(bytes, from, p.end(layer)) : bytes.copy(from, size);
    content = encoding.isEmpty() ? content : ContentCoding.unpack(encoding, content);
    if (content.length > 0) {
      ByteView unpacked = new ByteView().wrap(content);
      int length = textLength(unpacked, 0, content.length);
      out.addBytes(unpacked.copy(0, length), from, size);
    }
  }

  private static int textLength(ByteView bytes, int from, int to) {
    int zero = bytes.indexOf((byte) 0, from, to);
    return (zero < 0 ? to : zero) - from;
  }
}
