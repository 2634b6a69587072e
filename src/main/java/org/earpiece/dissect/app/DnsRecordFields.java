package org.earpiece.dissect.app;

import java.util.ArrayList;
import java.util.List;
import org.earpiece.bytes.ByteView;
import org.earpiece.packet.Field;
import org.earpiece.packet.Field.Display;
import org.earpiece.packet.FieldType;
import org.earpiece.packet.FieldValues;
import org.earpiece.packet.Protocol;

/**
 * What records of single types say: zones (RFC 1035 section 3.3.13), services (RFC 2782),
 * signatures and keys (RFC 4034, RFC 5155), and the options of extended DNS (RFC 6891, RFC 7871,
 * RFC 7873).
 */
final class DnsRecordFields {
  /** Options of one record that are looked at. */
  private static final int MAX_OPTIONS = 100;

  private static final int DS = 43;
  private static final int RRSIG = 46;
  private static final int DNSKEY = 48;
  private static final int NSEC3 = 50;
  private static final int RRSIG_FIXED = 18;
  private static final int OPTION_HEADER = 4;
  private static final int CLIENT_SUBNET = 8;
  private static final int COOKIE = 10;
  private static final int CLIENT_COOKIE = 8;
  private static final long NANOS_A_SECOND = 1_000_000_000;
  private static final String BASE_32_HEX = "0123456789abcdefghijklmnopqrstuv";

  private final Protocol protocol;
  private final List<Field> fields = new ArrayList<>();

  private DnsRecordFields(Protocol protocol) {
    this.protocol = protocol;
  }

  static List<Field> of(Protocol protocol) {
    DnsRecordFields all = new DnsRecordFields(protocol);
    all.zones();
    all.services();
    all.signatures();
    all.keys();
    all.hashes();
    all.extended();
    all.options();
    return all.fields;
  }

  /** A record that is whole: where the message, its name, its fixed part and its data begin. */
  private record Rr(ByteView bytes, int message, int name, int at, int data, int size) {
    int end() {
      return data + size;
    }
  }

  /** Adds what a record says. */
  private interface Reader {
    void read(Rr record, FieldValues out);
  }

  private Field field(int type, String name, String label, FieldType fieldType, Reader reader) {
    return Field.of(
        protocol,
        name,
        label,
        fieldType,
        (p, layer, out) -> {
          ByteView bytes = p.bytes(layer);
          int message = DnsMessage.start(p, layer);
          DnsMessage.each(
              p,
              layer,
              new DnsMessage.Visitor() {
                @Override
                public void record(int nameAt, int at, int data, int size) {
                  if (bytes.u16(at) == type) {
                    reader.read(new Rr(bytes, message, nameAt, at, data, size), out);
                  }
                }
              });
        });
  }

  /** Some bits of a number at a place of the data. */
  private Field bits(
      int type, String name, String label, FieldType fieldType, int place, int size, long mask) {
    int shift = mask == -1L ? 0 : Long.numberOfTrailingZeros(mask);
    return field(
            type,
            name,
            label,
            fieldType,
            (r, out) -> {
              if (place + size <= r.size) {
                long value = r.bytes.unsigned(r.data + place, size) & mask;
                out.addNumber(value >> shift, r.data + place, size);
              }
            })
        .bits(fieldType == FieldType.BOOLEAN ? 1 : size * Byte.SIZE)
        .masked(mask);
  }

  private Field number(int type, String name, String label, int place, int size) {
    return bits(type, name, label, FieldType.UINT, place, size, -1L);
  }

  private Field rest(int type, String name, String label, int place) {
    return field(
        type,
        name,
        label,
        FieldType.BYTES,
        (r, out) -> {
          if (place < r.size) {
            out.addRange(r.data + place, r.size - place);
          }
        });
  }

  private void zones() {
    fields.add(
        field(
            DnsMessage.TYPE_SOA,
            "dns.soa.rname",
            "Responsible authority's mailbox",
            FieldType.STRING,
            (r, out) -> {
              int at = DnsNames.end(r.bytes, r.data, r.end());
              int end = at == DnsNames.BROKEN ? at : DnsNames.end(r.bytes, at, r.end());
              if (end != DnsNames.BROKEN) {
                out.addText(DnsNames.text(r.bytes, r.message, at, r.end()), at, end - at);
              }
            }));
    fields.add(zone("serial_number", "Serial Number", 0));
    fields.add(zone("refresh_interval", "Refresh Interval", 4));
    fields.add(zone("retry_interval", "Retry Interval", 8));
    fields.add(zone("expire_limit", "Expire limit", 12));
    fields.add(zone("minimum_ttl", "Minimum TTL", 16));
  }

  /** One of the numbers behind the two names of a zone's record. */
  private Field zone(String name, String label, int place) {
    return field(
        DnsMessage.TYPE_SOA,
        "dns.soa." + name,
        label,
        FieldType.UINT,
        (r, out) -> {
          int second = DnsNames.end(r.bytes, r.data, r.end());
          int numbers = second == DnsNames.BROKEN ? second : DnsNames.end(r.bytes, second, r.end());
          if (numbers != DnsNames.BROKEN && numbers + place + 4 <= r.end()) {
            out.addNumber(r.bytes.u32(numbers + place), numbers + place, 4);
          }
        });
  }

  private void services() {
    fields.add(service("service", "Service", 0));
    fields.add(service("proto", "Protocol", 1));
    fields.add(service("name", "Name", 2));
  }

  /** A part of the name of a service: {@code _sip}, {@code _udp}, {@code example.com}. */
  private Field service(String name, String label, int part) {
    return field(
        DnsMessage.TYPE_SRV,
        "dns.srv." + name,
        label,
        FieldType.STRING,
        (r, out) -> {
          String[] parts =
              DnsNames.text(r.bytes, r.message, r.name, r.at).split("\\.", /* limit= */ 3);
          if (parts.length == 3) {
            out.addText(parts[part], r.name, 0);
          }
        });
  }

  private void signatures() {
    fields.add(
        number(RRSIG, "dns.rrsig.type_covered", "Type Covered", 0, 2).named(DnsMessage::type));
    fields.add(number(RRSIG, "dns.rrsig.algorithm", "Algorithm", 2, 1));
    fields.add(number(RRSIG, "dns.rrsig.labels", "Labels", 3, 1));
    fields.add(number(RRSIG, "dns.rrsig.original_ttl", "Original TTL", 4, 4));
    fields.add(time("dns.rrsig.signature_expiration", "Signature Expiration", 8));
    fields.add(time("dns.rrsig.signature_inception", "Signature Inception", 12));
    fields.add(number(RRSIG, "dns.rrsig.key_tag", "Key Tag", 16, 2));
    fields.add(
        field(
            RRSIG,
            "dns.rrsig.signers_name",
            "Signer's name",
            FieldType.STRING,
            (r, out) -> {
              int at = r.data + RRSIG_FIXED;
              int end = at < r.end() ? DnsNames.end(r.bytes, at, r.end()) : DnsNames.BROKEN;
              if (end != DnsNames.BROKEN) {
                out.addText(DnsNames.text(r.bytes, r.message, at, r.end()), at, end - at);
              }
            }));
    fields.add(
        field(
            RRSIG,
            "dns.rrsig.signature",
            "Signature",
            FieldType.BYTES,
            (r, out) -> {
              int at = r.data + RRSIG_FIXED;
              int end = at < r.end() ? DnsNames.end(r.bytes, at, r.end()) : DnsNames.BROKEN;
              if (end != DnsNames.BROKEN && end < r.end()) {
                out.addRange(end, r.end() - end);
              }
            }));
  }

  private Field time(String name, String label, int place) {
    return field(
        RRSIG,
        name,
        label,
        FieldType.ABSOLUTE_TIME,
        (r, out) -> {
          if (place + 4 <= r.size) {
            out.addNumber(r.bytes.u32(r.data + place) * NANOS_A_SECOND, r.data + place, 4);
          }
        });
  }

  private void keys() {
    String flags = "dns.dnskey.flags";
    fields.add(number(DNSKEY, flags, "Flags", 0, 2).shown(Display.HEX));
    fields.add(bits(DNSKEY, flags + ".zone_key", "Zone Key", FieldType.BOOLEAN, 0, 2, 0x0100));
    fields.add(
        bits(DNSKEY, flags + ".key_revoked", "Key Revoked", FieldType.BOOLEAN, 0, 2, 0x0080));
    fields.add(
        bits(
            DNSKEY,
            flags + ".secure_entry_point",
            "Key Signing Key",
            FieldType.BOOLEAN,
            0,
            2,
            0x0001));
    fields.add(
        bits(DNSKEY, flags + ".reserved", "Key Signing Key", FieldType.UINT, 0, 2, 0xFE7E)
            .shown(Display.HEX));
    fields.add(number(DNSKEY, "dns.dnskey.protocol", "Protocol", 2, 1));
    fields.add(number(DNSKEY, "dns.dnskey.algorithm", "Algorithm", 3, 1));
    fields.add(
        field(
                DNSKEY,
                "dns.dnskey.key_id",
                "Key id",
                FieldType.UINT,
                (r, out) -> out.addNumber(keyTag(r), r.data, 0))
            .bits(16)
            .asGenerated());
    fields.add(rest(DNSKEY, "dns.dnskey.public_key", "Public Key", 4));
    fields.add(number(DS, "dns.ds.key_id", "Key id", 0, 2).shown(Display.HEX));
    fields.add(number(DS, "dns.ds.algorithm", "Algorithm", 2, 1));
    fields.add(number(DS, "dns.ds.digest_type", "Digest Type", 3, 1));
    fields.add(rest(DS, "dns.ds.digest", "Digest", 4));
  }

  /** What signatures call a key (RFC 4034 appendix B). */
  private static long keyTag(Rr r) {
    long sum = 0;
    for (int i = 0; i < r.size; i++) {
      long b = r.bytes.u8(r.data + i);
      sum += (i & 1) == 0 ? b << 8 : b;
    }
    return (sum + ((sum >> 16) & 0xFFFF)) & 0xFFFF;
  }

  private void hashes() {
    fields.add(number(NSEC3, "dns.nsec3.algo", "Hash algorithm", 0, 1));
    fields.add(number(NSEC3, "dns.nsec3.flags", "NSEC3 flags", 1, 1));
    fields.add(
        bits(NSEC3, "dns.nsec3.flags.opt_out", "NSEC3 Opt-out flag", FieldType.BOOLEAN, 1, 1, 1));
    fields.add(number(NSEC3, "dns.nsec3.iterations", "NSEC3 iterations", 2, 2));
    fields.add(number(NSEC3, "dns.nsec3.salt_length", "Salt length", 4, 1));
    fields.add(
        field(
            NSEC3,
            "dns.nsec3.salt_value",
            "Salt value",
            FieldType.BYTES,
            (r, out) -> {
              int hash = hash(r);
              if (hash < r.end() && hash > r.data + 5) {
                out.addRange(r.data + 5, hash - r.data - 5);
              }
            }));
    fields.add(
        field(
                NSEC3,
                "dns.nsec3.hash_length",
                "Hash length",
                FieldType.UINT,
                (r, out) -> {
                  int hash = hash(r);
                  if (hash < r.end()) {
                    out.addNumber(r.bytes.u8(hash), hash, 1);
                  }
                })
            .bits(8));
    fields.add(
        field(
            NSEC3,
            "dns.nsec3.hash_value",
            "Next hashed owner",
            FieldType.STRING,
            (r, out) -> {
              int hash = hash(r);
              int size = hash < r.end() ? r.bytes.u8(hash) : 0;
              if (size > 0 && size < r.end() - hash) {
                out.addText(base32(r.bytes, hash + 1, size), hash + 1, size);
              }
            }));
  }

  /** Where the length of the next hash stands, behind the salt. */
  private static int hash(Rr r) {
    return r.size > 5 ? r.data + 5 + r.bytes.u8(r.data + 4) : r.end();
  }

  /** Base 32 with extended hex alphabet (RFC 4648 section 7), without padding. */
  private static String base32(ByteView bytes, int at, int size) {
    StringBuilder text = new StringBuilder();
    long held = 0;
    int bits = 0;
    for (int i = 0; i < size; i++) {
      held = held << 8 | bytes.u8(at + i);
      bits += 8;
      while (bits >= 5) {
        bits -= 5;
        text.append(BASE_32_HEX.charAt((int) ((held >> bits) & 0x1F)));
      }
    }
    if (bits > 0) {
      text.append(BASE_32_HEX.charAt((int) ((held << (5 - bits)) & 0x1F)));
    }
    return text.toString();
  }

  private void extended() {
    fields.add(fixed("dns.rr.udp_payload_size", "UDP payload size", FieldType.UINT, 2, 2, -1L));
    fields.add(
        fixed("dns.resp.ext_rcode", "Higher bits in extended RCODE", FieldType.UINT, 4, 1, -1L)
            .shown(Display.HEX));
    fields.add(fixed("dns.resp.edns0_version", "EDNS0 version", FieldType.UINT, 5, 1, -1L));
    fields.add(fixed("dns.resp.z", "Z", FieldType.UINT, 6, 2, -1L).shown(Display.HEX));
    fields.add(fixed("dns.resp.z.do", "DO bit", FieldType.BOOLEAN, 6, 2, 0x8000));
    fields.add(
        fixed("dns.resp.z.reserved", "Reserved", FieldType.UINT, 6, 2, 0x7FFF).shown(Display.HEX));
  }

  /** Some bits of what stands in the place of class and time to live. */
  private Field fixed(String name, String label, FieldType type, int place, int size, long mask) {
    int shift = mask == -1L ? 0 : Long.numberOfTrailingZeros(mask);
    return field(
            DnsMessage.TYPE_OPT,
            name,
            label,
            type,
            (r, out) ->
                out.addNumber(
                    (r.bytes.unsigned(r.at + place, size) & mask) >> shift, r.at + place, size))
        .bits(type == FieldType.BOOLEAN ? 1 : size * Byte.SIZE)
        .masked(mask);
  }

  /** Adds what an option says, whose data are there. */
  private interface OptionReader {
    void read(ByteView bytes, int code, int data, int size, FieldValues out);
  }

  private Field option(String name, String label, FieldType type, OptionReader reader) {
    return field(
        DnsMessage.TYPE_OPT,
        name,
        label,
        type,
        (r, out) -> {
          int at = r.data;
          for (int n = 0; n < MAX_OPTIONS && r.end() - at >= OPTION_HEADER; n++) {
            int size = r.bytes.u16(at + 2);
            if (size > r.end() - at - OPTION_HEADER) {
              return;
            }
            reader.read(r.bytes, r.bytes.u16(at), at + OPTION_HEADER, size, out);
            at += OPTION_HEADER + size;
          }
        });
  }

  private void options() {
    fields.add(
        option(
            "dns.opt",
            "Option",
            FieldType.LABEL,
            (b, code, data, size, out) ->
                out.addRange(data - OPTION_HEADER, OPTION_HEADER + size)));
    fields.add(
        option(
                "dns.opt.code",
                "Option Code",
                FieldType.UINT,
                (b, code, data, size, out) -> out.addNumber(code, data - OPTION_HEADER, 2))
            .bits(16));
    fields.add(
        option(
                "dns.opt.len",
                "Option Length",
                FieldType.UINT,
                (b, code, data, size, out) -> out.addNumber(size, data - 2, 2))
            .bits(16));
    fields.add(
        option(
            "dns.opt.data",
            "Option Data",
            FieldType.BYTES,
            (b, code, data, size, out) -> out.addRange(data, size)));
    fields.add(subnet("family", "Family", 0, 2));
    fields.add(subnet("netmask", "Source Netmask", 2, 1));
    fields.add(subnet("scope", "Scope Netmask", 3, 1));
    fields.add(subnet("addr4", "Client Subnet", FieldType.IPV4, 1, 4));
    fields.add(subnet("addr6", "Client Subnet", FieldType.IPV6, 2, 16));
    fields.add(
        option(
            "dns.opt.cookie.client",
            "Client Cookie",
            FieldType.BYTES,
            (b, code, data, size, out) -> {
              if (code == COOKIE && size >= CLIENT_COOKIE) {
                out.addRange(data, CLIENT_COOKIE);
              }
            }));
    fields.add(
        option(
            "dns.opt.cookie.server",
            "Server Cookie",
            FieldType.BYTES,
            (b, code, data, size, out) -> {
              if (code == COOKIE && size >= CLIENT_COOKIE) {
                out.addRange(data + CLIENT_COOKIE, size - CLIENT_COOKIE);
              }
            }));
  }

  private Field subnet(String name, String label, int place, int bytes) {
    return option(
            "dns.opt.client." + name,
            label,
            FieldType.UINT,
            (b, code, data, size, out) -> {
              if (code == CLIENT_SUBNET && place + bytes <= size) {
                out.addNumber(b.unsigned(data + place, bytes), data + place, bytes);
              }
            })
        .bits(bytes * Byte.SIZE);
  }

  /** The address, of which only the bytes stand there that the netmask covers. */
  private Field subnet(String name, String label, FieldType type, int family, int length) {
    return option(
        "dns.opt.client." + name,
        label,
        type,
        (b, code, data, size, out) -> {
          int there = size - 4;
          if (code == CLIENT_SUBNET && there >= 0 && there <= length && b.u16(data) == family) {
            byte[] address = new byte[length];
            System.arraycopy(b.copy(data + 4, there), 0, address, 0, there);
            out.addBytes(address, data + 4, there);
          }
        });
  }
}
