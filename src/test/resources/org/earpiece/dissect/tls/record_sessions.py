#!/usr/bin/env python3
"""Records TLS sessions between OpenSSL and itself, in memory: see README.md."""

import ctypes
import ctypes.util
import os
import subprocess
import sys

ssl = ctypes.CDLL("libssl.so.3")
crypto = ctypes.CDLL("libcrypto.so.3")
KEYLOG = ctypes.CFUNCTYPE(None, ctypes.c_void_p, ctypes.c_char_p)
P, I, L, U64, S = ctypes.c_void_p, ctypes.c_int, ctypes.c_long, ctypes.c_uint64, ctypes.c_char_p
for name, result, args in [
    ("TLS_client_method", P, []), ("TLS_server_method", P, []), ("SSL_CTX_new", P, [P]),
    ("SSL_CTX_ctrl", L, [P, I, L, S]), ("SSL_CTX_set_options", U64, [P, U64]),
    ("SSL_CTX_set_cipher_list", I, [P, S]), ("SSL_CTX_set_ciphersuites", I, [P, S]),
    ("SSL_CTX_use_certificate_file", I, [P, S, I]), ("SSL_CTX_use_PrivateKey_file", I, [P, S, I]),
    ("SSL_CTX_set_keylog_callback", None, [P, KEYLOG]), ("SSL_CTX_set_max_early_data", I, [P, I]),
    ("SSL_new", P, [P]), ("SSL_free", None, [P]), ("SSL_set_bio", None, [P, P, P]),
    ("SSL_set_connect_state", None, [P]), ("SSL_set_accept_state", None, [P]),
    ("SSL_do_handshake", I, [P]), ("SSL_write", I, [P, S, I]), ("SSL_read", I, [P, S, I]),
    ("SSL_shutdown", I, [P]), ("SSL_key_update", I, [P, I]), ("SSL_renegotiate", I, [P]),
    ("SSL_get1_session", P, [P]), ("SSL_set_session", I, [P, P]), ("SSL_ctrl", L, [P, I, L, S]),
    ("SSL_write_early_data", I, [P, S, ctypes.c_size_t, P]),
    ("SSL_read_early_data", I, [P, S, ctypes.c_size_t, P]),
    ("SSL_session_reused", I, [P]), ("SSL_get_version", S, [P]),
    ("SSL_get_current_cipher", P, [P]), ("SSL_CIPHER_get_name", S, [P]),
]:
    f = getattr(ssl, name)
    f.restype, f.argtypes = result, args
crypto.BIO_new.restype, crypto.BIO_new.argtypes = P, [P]
crypto.BIO_s_mem.restype = P
crypto.BIO_read.argtypes = crypto.BIO_write.argtypes = [P, S, I]

MIN, MAX, DH_AUTO, GROUPS, FRAGMENT, SNI = 123, 124, 118, 92, 52, 55
NO_TICKET, NO_EMS, NO_ETM, LEGACY = 1 << 14, 1 << 0, 1 << 19, 1 << 2
NO_EMPTY_FRAGMENTS = 1 << 11
VERSIONS = {"1.0": 0x301, "1.1": 0x302, "1.2": 0x303, "1.3": 0x304}


class Peer:
    def __init__(self, server, version, suites, options, log, **more):
        self.server = server
        method = ssl.TLS_server_method() if server else ssl.TLS_client_method()
        self.ctx = ssl.SSL_CTX_new(method)
        ssl.SSL_CTX_ctrl(self.ctx, MIN, VERSIONS[version], None)
        ssl.SSL_CTX_ctrl(self.ctx, MAX, VERSIONS[version], None)
        ssl.SSL_CTX_set_options(self.ctx, options)
        ssl.SSL_CTX_set_options(self.ctx, 0 if more.get("empty_fragments") else NO_EMPTY_FRAGMENTS)
        older = "ALL" if version == "1.3" else suites
        assert ssl.SSL_CTX_set_cipher_list(self.ctx, (older + ":@SECLEVEL=0").encode()) == 1
        if version == "1.3":
            assert ssl.SSL_CTX_set_ciphersuites(self.ctx, suites.encode()) == 1
        if "groups" in more:
            ssl.SSL_CTX_ctrl(self.ctx, GROUPS, 0, more["groups"].encode())
        if "fragment" in more:
            ssl.SSL_CTX_ctrl(self.ctx, FRAGMENT, more["fragment"], None)
        if server:
            kind = "ec" if "ECDSA" in suites else "rsa"
            assert ssl.SSL_CTX_use_certificate_file(self.ctx, (kind + ".crt").encode(), 1) == 1
            assert ssl.SSL_CTX_use_PrivateKey_file(self.ctx, (kind + ".key").encode(), 1) == 1
            ssl.SSL_CTX_set_max_early_data(self.ctx, 16384)
            ssl.SSL_CTX_ctrl(self.ctx, DH_AUTO, 1, None)
        self.callback = KEYLOG(lambda s, line: log(line.decode()))
        ssl.SSL_CTX_set_keylog_callback(self.ctx, self.callback)

    def begin(self, session=None):
        self.ssl = ssl.SSL_new(self.ctx)
        self.input = crypto.BIO_new(crypto.BIO_s_mem())
        self.output = crypto.BIO_new(crypto.BIO_s_mem())
        ssl.SSL_set_bio(self.ssl, self.input, self.output)
        if self.server:
            ssl.SSL_set_accept_state(self.ssl)
        else:
            ssl.SSL_set_connect_state(self.ssl)
            ssl.SSL_ctrl(self.ssl, SNI, 0, b"sip.example.com")
            if session:
                ssl.SSL_set_session(self.ssl, session)

    def sent(self):
        buffer = ctypes.create_string_buffer(1 << 20)
        n = crypto.BIO_read(self.output, buffer, len(buffer))
        return buffer.raw[:n] if n > 0 else b""

    def read(self):
        buffer = ctypes.create_string_buffer(1 << 20)
        n = ssl.SSL_read(self.ssl, buffer, len(buffer))
        return buffer.raw[:n] if n > 0 else b""


class Session:
    def __init__(self, name, version, suites, client_options=0, server_options=0, **more):
        self.lines, self.keys, self.name = [], [], name
        self.client = Peer(False, version, suites, client_options | LEGACY, self.key, **more)
        self.server = Peer(True, version, suites, server_options | LEGACY, self.ignore,
                           **{k: v for k, v in more.items() if k != "groups"},
                           **({"groups": more["server_groups"]} if "server_groups" in more else {}))

    def key(self, line):
        if line not in self.keys:
            self.keys.append(line)
            self.lines.append("K " + line)

    def ignore(self, line):
        pass

    def pump(self):
        for peer, other, mark in [(self.client, self.server, "C "), (self.server, self.client, "S ")]:
            data = peer.sent()
            if data:
                self.lines.append(mark + data.hex())
                crypto.BIO_write(other.input, data, len(data))

    def handshake(self, session=None):
        self.client.begin(session)
        self.server.begin()
        self.finish_handshake()

    def finish_handshake(self):
        for _ in range(8):
            ssl.SSL_do_handshake(self.client.ssl)
            self.pump()
            ssl.SSL_do_handshake(self.server.ssl)
            self.pump()
        self.exchange_nothing()

    def exchange_nothing(self):
        for peer in (self.client, self.server, self.client, self.server):
            assert peer.read() == b""
            self.pump()

    def say(self, by_client, text):
        peer, other = (self.client, self.server) if by_client else (self.server, self.client)
        data = text.encode()
        assert ssl.SSL_write(peer.ssl, data, len(data)) == len(data)
        self.pump()
        self.heard(other, by_client, data)

    def heard(self, other, by_client, data):
        got = b""
        while len(got) < len(data):
            part = other.read()
            assert part, self.name
            got += part
        assert got == data
        self.lines.append(("c " if by_client else "s ") + data.hex())
        self.pump()

    def talk(self, what="message"):
        self.say(True, "first " + what + " of the client")
        self.say(False, "first " + what + " of the server")
        self.say(True, "second " + what + " of the client")
        self.say(False, "second " + what + " of the server")

    def end(self):
        ssl.SSL_shutdown(self.client.ssl)
        self.pump()
        ssl.SSL_shutdown(self.server.ssl)
        self.pump()

    def write(self):
        cipher = ssl.SSL_CIPHER_get_name(ssl.SSL_get_current_cipher(self.client.ssl)).decode()
        version = ssl.SSL_get_version(self.client.ssl).decode()
        with open(self.name + ".session", "w") as out:
            out.write("# %s %s\n" % (version, cipher))
            out.write("\n".join(self.lines) + "\n")
        print(self.name, version, cipher)


def plain(name, version, suites, **options):
    s = Session(name, version, suites, **options)
    s.handshake()
    s.talk()
    s.end()
    s.write()
    return s


def resumed(name, version, suites, **options):
    """Two connections in one file, told apart by a line N; only the first has key lines."""
    s = Session(name, version, suites, **options)
    s.handshake()
    s.talk()
    session = ssl.SSL_get1_session(s.client.ssl)
    s.end()
    s.lines.append("N")
    s.handshake(session)
    assert ssl.SSL_session_reused(s.client.ssl) == 1, name
    s.talk("resumed message")
    s.end()
    s.write()


def key_update(name, suites):
    s = Session(name, "1.3", suites)
    s.handshake()
    s.talk()
    for peer, requested in [(s.client, 0), (s.server, 1), (s.client, 1)]:
        ssl.SSL_key_update(peer.ssl, requested)
        ssl.SSL_do_handshake(peer.ssl)
        s.pump()
        s.talk("message after a key update")
    s.end()
    s.write()


def early_data(name, suites):
    s = Session(name, "1.3", suites)
    s.handshake()
    s.talk()
    session = ssl.SSL_get1_session(s.client.ssl)
    s.end()
    s.lines.append("N")
    s.client.begin(session)
    s.server.begin()
    text = b"early message of the client"
    n = ctypes.c_size_t()
    assert ssl.SSL_write_early_data(s.client.ssl, text, len(text), ctypes.byref(n)) == 1
    s.pump()
    buffer = ctypes.create_string_buffer(1 << 14)
    status = ssl.SSL_read_early_data(s.server.ssl, buffer, len(buffer), ctypes.byref(n))
    assert status == 1 and buffer.raw[:n.value] == text, status
    s.lines.append("c " + text.hex())
    for _ in range(4):
        ssl.SSL_read_early_data(s.server.ssl, buffer, len(buffer), ctypes.byref(n))
        s.pump()
        ssl.SSL_do_handshake(s.client.ssl)
        s.pump()
    s.finish_handshake()
    s.talk()
    s.end()
    s.write()


def renegotiated(name, suites):
    s = Session(name, "1.2", suites)
    s.handshake()
    s.talk()
    ssl.SSL_renegotiate(s.server.ssl)
    ssl.SSL_do_handshake(s.server.ssl)
    s.pump()
    for _ in range(6):
        s.client.read()
        s.pump()
        s.server.read()
        s.pump()
    s.talk("message after renegotiation")
    s.end()
    s.write()


def long_data(name, version, suites):
    s = Session(name, version, suites, fragment=512)
    s.handshake()
    s.say(True, "client " * 300)
    s.say(False, "server " * 300)
    s.end()
    s.write()


def certificates():
    for kind, options in [("rsa", ["rsa:1024"]),
                          ("ec", ["ec", "-pkeyopt", "ec_paramgen_curve:P-256"])]:
        if not os.path.exists(kind + ".key"):
            subprocess.run(["openssl", "req", "-x509", "-newkey", *options, "-nodes", "-days", "9999",
                            "-subj", "/CN=sip.example.com", "-keyout", kind + ".key",
                            "-out", kind + ".crt"], check=True)
    subprocess.run(["openssl", "rsa", "-in", "rsa.key", "-traditional", "-out", "rsa-pkcs1.key"],
                   check=True)


def main():
    certificates()
    plain("tls10-rsa-aes128-sha", "1.0", "AES128-SHA", client_options=NO_ETM)
    plain("tls10-ecdhe-aes256-sha-etm", "1.0", "ECDHE-RSA-AES256-SHA")
    plain("tls10-empty-fragments", "1.0", "ECDHE-RSA-AES128-SHA", client_options=NO_ETM,
          empty_fragments=True)
    plain("tls11-dhe-aes128-sha", "1.1", "DHE-RSA-AES128-SHA", client_options=NO_ETM)
    plain("tls11-rsa-aes256-sha-etm", "1.1", "AES256-SHA")
    plain("tls12-ecdhe-aes128-gcm", "1.2", "ECDHE-RSA-AES128-GCM-SHA256")
    plain("tls12-ecdhe-aes256-gcm", "1.2", "ECDHE-ECDSA-AES256-GCM-SHA384")
    plain("tls12-ecdhe-chacha20", "1.2", "ECDHE-RSA-CHACHA20-POLY1305")
    plain("tls12-ecdhe-aes128-ccm", "1.2", "ECDHE-ECDSA-AES128-CCM")
    plain("tls12-ecdhe-aes256-ccm8", "1.2", "ECDHE-ECDSA-AES256-CCM8")
    plain("tls12-ecdhe-aes128-sha256", "1.2", "ECDHE-RSA-AES128-SHA256", client_options=NO_ETM)
    plain("tls12-ecdhe-aes256-sha384-etm", "1.2", "ECDHE-RSA-AES256-SHA384")
    plain("tls12-rsa-aes128-gcm-ems", "1.2", "AES128-GCM-SHA256")
    plain("tls12-rsa-aes256-gcm-ems", "1.2", "AES256-GCM-SHA384")
    plain("tls12-rsa-aes128-sha", "1.2", "AES128-SHA", client_options=NO_EMS | NO_ETM)
    resumed("tls12-rsa-session-id", "1.2", "AES128-GCM-SHA256", client_options=NO_TICKET)
    resumed("tls12-rsa-ticket", "1.2", "AES128-GCM-SHA256")
    resumed("tls12-ecdhe-ticket", "1.2", "ECDHE-RSA-AES128-GCM-SHA256")
    renegotiated("tls12-renegotiated", "ECDHE-RSA-AES128-GCM-SHA256")
    long_data("tls12-fragmented", "1.2", "ECDHE-RSA-AES128-SHA256")
    plain("tls13-aes128-gcm", "1.3", "TLS_AES_128_GCM_SHA256")
    plain("tls13-aes256-gcm", "1.3", "TLS_AES_256_GCM_SHA384")
    plain("tls13-chacha20", "1.3", "TLS_CHACHA20_POLY1305_SHA256")
    plain("tls13-aes128-ccm", "1.3", "TLS_AES_128_CCM_SHA256")
    plain("tls13-aes128-ccm8", "1.3", "TLS_AES_128_CCM_8_SHA256")
    plain("tls13-retry", "1.3", "TLS_AES_128_GCM_SHA256", groups="X25519:P-384",
          server_groups="P-384")
    resumed("tls13-psk", "1.3", "TLS_AES_256_GCM_SHA384")
    key_update("tls13-key-update", "TLS_AES_128_GCM_SHA256")
    early_data("tls13-early-data", "TLS_AES_128_GCM_SHA256")
    long_data("tls13-fragmented", "1.3", "TLS_CHACHA20_POLY1305_SHA256")


if __name__ == "__main__":
    os.chdir(os.path.dirname(os.path.abspath(sys.argv[0])))
    main()
