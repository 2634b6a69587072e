package org.earpiece.dissect.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.earpiece.bytes.Ascii;
import org.earpiece.bytes.ByteView;
import org.earpiece.packet.Field;
import org.earpiece.packet.FieldType;
import org.earpiece.packet.FieldValues;
import org.earpiece.packet.Protocol;
import org.jspecify.annotations.Nullable;

/**
 * The lines of an HTTP message, and what their values are made of (RFC 9110, RFC 6265, RFC 7617).
 */
final class HttpLineFields {
  private static final String BASIC = "Basic ";

  private HttpLineFields() {}

  static List<Field> all() {
    List<Field> fields = new ArrayList<>();
    fields.add(line("http.request.line", "Request line", true));
    fields.add(line("http.response.line", "Response line", false));
    fields.add(
        field(
                "http.response.code.desc",
                "Status Code Description",
                (b, m, out) -> {
                  String words = m.isRequest() ? null : description(m.code());
                  if (words != null) {
                    out.addText(words, m.wordAt(1), 0);
                  }
                })
            .asGenerated());
    target(fields);
    fields.add(
        Field.of(
                Protocol.HTTP,
                "http.content_length",
                "Content length",
                FieldType.UINT,
                (p, layer, out) -> {
                  HttpMessage m = new HttpMessage();
                  if (m.parse(p.bytes(layer), p.offset(layer), p.end(layer))) {
                    m.each("Content-Length", (at, size) -> length(p.bytes(layer), at, size, out));
                  }
                })
            .bits(64)
            .asGenerated());
    fields.add(field("http.cookie_pair", "Cookie pair", HttpLineFields::cookies));
    fields.add(field("http.authbasic", "Credentials", HttpLineFields::credentials));
    return fields;
  }

  /** Adds what a message says. */
  private interface Reader {
    void read(ByteView bytes, HttpMessage message, FieldValues out);
  }

  private static Field field(String name, String label, Reader reader) {
    return Field.of(
        Protocol.HTTP,
        name,
        label,
        FieldType.STRING,
        (p, layer, out) -> {
          HttpMessage message = new HttpMessage();
          if (message.parse(p.bytes(layer), p.offset(layer), p.end(layer))) {
            reader.read(p.bytes(layer), message, out);
          }
        });
  }

  private static Field line(String name, String label, boolean request) {
    return field(
        name,
        label,
        (b, m, out) -> {
          if (m.isRequest() == request) {
            m.lines(out::addRange);
          }
        });
  }

  private static void target(List<Field> fields) {
    fields.add(
        Field.of(
                Protocol.HTTP,
                "http.request.full_uri",
                "Full request URI",
                FieldType.STRING,
                (p, layer, out) -> {
                  HttpMessage m = new HttpMessage();
                  if (m.parse(p.bytes(layer), p.offset(layer), p.end(layer)) && m.isRequest()) {
                    String uri = m.fullUri(Http.overTls(p, layer));
                    if (uri != null) {
                      out.addText(uri, m.wordAt(1), 0);
                    }
                  }
                })
            .asGenerated());
    fields.add(
        field(
            "http.request.uri.path",
            "Request URI Path",
            (b, m, out) -> {
              int query = query(b, m);
              if (query >= 0) {
                out.addRange(m.wordAt(1), query - m.wordAt(1));
              }
            }));
    fields.add(
        field(
            "http.request.uri.query",
            "Request URI Query",
            (b, m, out) -> {
              int query = query(b, m);
              if (query >= 0) {
                out.addRange(query + 1, m.wordEnd(1) - query - 1);
              }
            }));
    fields.add(
        field(
            "http.request.uri.query.parameter",
            "Request URI Query Parameter",
            (b, m, out) -> {
              int query = query(b, m);
              if (query >= 0) {
                each(b, query + 1, m.wordEnd(1), '&', out);
              }
            }));
  }

  /** Where the query of a request's target begins, or -1. */
  private static int query(ByteView b, HttpMessage m) {
    return m.isRequest() ? b.indexOf((byte) '?', m.wordAt(1), m.wordEnd(1)) : -1;
  }

  /** Adds the parts between separators, without the blanks before them. */
  private static void each(ByteView b, int from, int end, char separator, FieldValues out) {
    int at = from;
    while (at < end) {
      int next = b.indexOf((byte) separator, at, end);
      int last = next < 0 ? end : next;
      int first = Ascii.skipSpace(b, at, last);
      if (first < last) {
        out.addRange(first, last - first);
      }
      at = last + 1;
    }
  }

  private static void length(ByteView b, int at, int size, FieldValues out) {
    long length = Ascii.decimal(b, at, at + size);
    if (length >= 0) {
      out.addNumber(length, at, size);
    }
  }

  private static void cookies(ByteView b, HttpMessage m, FieldValues out) {
    m.each("Cookie", (at, size) -> each(b, at, at + size, ';', out));
  }

  private static void credentials(ByteView b, HttpMessage m, FieldValues out) {
    if (!m.find("Authorization")) {
      return;
    }
    String value = b.ascii(m.valueAt(), m.valueEnd() - m.valueAt());
    if (value.regionMatches(true, 0, BASIC, 0, BASIC.length())) {
      try {
        byte[] told = Base64.getDecoder().decode(value.substring(BASIC.length()).strip());
        out.addText(new String(told, UTF_8), m.valueAt(), m.valueEnd() - m.valueAt());
      } catch (IllegalArgumentException e) {
        return; // no Base64: it says nothing
      }
    }
  }

  /** The phrases of RFC 9110 section 15, where it differs in the words of RFC 7231. */
  private static @Nullable String description(int code) {
    return switch (code) {
      case 100 -> "Continue";
      case 101 -> "Switching Protocols";
      case 102 -> "Processing";
      case 200 -> "OK";
      case 201 -> "Created";
      case 202 -> "Accepted";
      case 203 -> "Non-authoritative Information";
      case 204 -> "No Content";
      case 205 -> "Reset Content";
      case 206 -> "Partial Content";
      case 300 -> "Multiple Choices";
      case 301 -> "Moved Permanently";
      case 302 -> "Found";
      case 303 -> "See Other";
      case 304 -> "Not Modified";
      case 305 -> "Use Proxy";
      case 307 -> "Temporary Redirect";
      case 308 -> "Permanent Redirect";
      case 400 -> "Bad Request";
      case 401 -> "Unauthorized";
      case 402 -> "Payment Required";
      case 403 -> "Forbidden";
      case 404 -> "Not Found";
      case 405 -> "Method Not Allowed";
      case 406 -> "Not Acceptable";
      case 407 -> "Proxy Authentication Required";
      case 408 -> "Request Time-out";
      case 409 -> "Conflict";
      case 410 -> "Gone";
      case 411 -> "Length Required";
      case 412 -> "Precondition Failed";
      case 413 -> "Request Entity Too Large";
      case 414 -> "Request-URI Too Long";
      case 415 -> "Unsupported Media Type";
      case 416 -> "Requested range not satisfiable";
      case 417 -> "Expectation Failed";
      case 426 -> "Upgrade Required";
      case 429 -> "Too Many Requests";
      case 500 -> "Internal Server Error";
      case 501 -> "Not Implemented";
      case 502 -> "Bad Gateway";
      case 503 -> "Service Unavailable";
      case 504 -> "Gateway Time-out";
      case 505 -> "HTTP Version not supported";
      default -> null;
    };
  }
}
