# SPDX-License-Identifier: GPL-3.0-or-later
"""Requests that two servers could read in two ways: refused, and nothing behind them is taken for a request."""

import re
import unittest

from broker_process import BrokerTestCase
from clients import ENDPOINT, http_request
from raw_client import RawConnection

BODY = b'{"action":"a"}'
SECOND = b"GET /healthz HTTP/1.1\r\nHost: localhost\r\n\r\n"


def request(*lines, body=b"", target=ENDPOINT, version=b"HTTP/1.1", host=b"Host: localhost"):
    head = [b"POST " + target.encode() + b" " + version, *([host] if host else []), *lines]
    return b"\r\n".join(head) + b"\r\n\r\n" + body


LENGTH = b"Content-Length: %d" % len(BODY)
CHUNKED = b"Transfer-Encoding: chunked"
CHUNKS = b"e\r\n" + BODY + b"\r\n0\r\n\r\n"

AMBIGUOUS = [
    ("two different lengths", request(LENGTH, b"Content-Length: 5", body=BODY)),
    ("two equal lengths", request(LENGTH, LENGTH, body=BODY)),
    ("two lengths in one field", request(b"Content-Length: 14, 14", body=BODY)),
    ("a length with a sign", request(b"Content-Length: +14", body=BODY)),
    ("a negative length", request(b"Content-Length: -14", body=BODY)),
    ("a length in hexadecimal", request(b"Content-Length: 0xe", body=BODY)),
    ("a length that is no number", request(b"Content-Length: many", body=BODY)),
    ("a length beyond 64 bits", request(b"Content-Length: 99999999999999999999999", body=BODY)),
    ("a length and chunks", request(LENGTH, CHUNKED, body=CHUNKS)),
    ("chunks and a length", request(CHUNKED, LENGTH, body=CHUNKS)),
    ("identity", request(b"Transfer-Encoding: identity", LENGTH, body=BODY)),
    ("identity alone", request(b"Transfer-Encoding: identity")),
    ("xchunked", request(b"Transfer-Encoding: xchunked", body=CHUNKS)),
    ("chunked, then identity", request(b"Transfer-Encoding: chunked, identity", body=CHUNKS)),
    ("gzip, chunked", request(b"Transfer-Encoding: gzip, chunked", body=CHUNKS)),
    ("chunked twice", request(CHUNKED, CHUNKED, body=CHUNKS)),
    ("chunked twice in one field", request(b"Transfer-Encoding: chunked, chunked", body=CHUNKS)),
    ("chunks in HTTP/1.0", request(CHUNKED, body=CHUNKS, version=b"HTTP/1.0")),
    ("a blank before the colon", request(b"Content-Length : 14", body=BODY)),
    ("a folded field", request(b"X-A: one\r\n two", LENGTH, body=BODY)),
    ("a folded encoding", request(b"Transfer-Encoding:\r\n chunked", body=CHUNKS)),
    ("a field without a colon", request(b"Nonsense", LENGTH, body=BODY)),
    ("a field without a name", request(b": value", LENGTH, body=BODY)),
    ("a NUL in a field", request(b"X-A: a\x00b", LENGTH, body=BODY)),
    ("a bare CR in a field", request(b"X-A: a\rTransfer-Encoding: chunked", LENGTH, body=BODY)),
    ("two hosts", request(b"Host: localhost", LENGTH, body=BODY)),
    ("two hosts of which one is foreign", request(b"Host: evil.example", LENGTH, body=BODY)),
    ("no host", request(LENGTH, body=BODY, host=None)),
    ("an unknown version", request(LENGTH, body=BODY, version=b"HTTP/2.7")),
    ("no version", b"GET /healthz\r\n\r\n"),
    ("a blank in the target", request(LENGTH, body=BODY, target="/a b")),
    ("a method that is no token", b"G(T /healthz HTTP/1.1\r\nHost: localhost\r\n\r\n"),
    ("a chunk size that is no number", request(CHUNKED, body=b"xyz\r\n" + BODY)),
    ("a negative chunk size", request(CHUNKED, body=b"-1\r\n" + BODY)),
    ("a chunk size with 0x", request(CHUNKED, body=b"0xe\r\n" + BODY + b"\r\n0\r\n\r\n")),
    ("a chunk size beyond 64 bits", request(CHUNKED, body=b"fffffffffffffffff\r\n" + BODY)),
    ("a chunk longer than it says", request(CHUNKED, body=b"3\r\n" + BODY + b"\r\n0\r\n\r\n")),
    ("another protocol", b"\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03" + bytes(200)),
    ("noise", bytes(range(256)) * 4 + b"\r\n\r\n"),
]


class Ambiguous(BrokerTestCase):
    async def test_each_is_refused_once_and_the_connection_ends(self):
        for name, data in AMBIGUOUS:
            with self.subTest(name), RawConnection(self.broker) as connection:
                connection.send(data + SECOND)
                connection.end_writing()
                everything, _ = connection.read_to_end()
                self.assertLessEqual(len(re.findall(rb"HTTP/1\.1 \d{3} ", everything)), 1, everything)
                self.assertRegex(everything, rb"^(HTTP/1\.1 (4\d\d|501|505) |$)")
                self.assertNotIn(b"200", everything[:20])

    async def test_each_is_refused_when_it_comes_byte_by_byte(self):
        for name, data in AMBIGUOUS:
            with self.subTest(name), RawConnection(self.broker) as connection:
                try:
                    connection.send_byte_by_byte(data + SECOND)
                    connection.end_writing()
                except (BrokenPipeError, ConnectionResetError):
                    pass  # refused before the end
                everything, _ = connection.read_to_end()
                self.assertLessEqual(len(re.findall(rb"HTTP/1\.1 \d{3} ", everything)), 1, everything)
                self.assertNotIn(b"HTTP/1.1 200", everything)

    async def test_endless_chunk_extensions_are_bounded(self):
        with RawConnection(self.broker) as connection:
            try:
                connection.send(request(CHUNKED) + b"1;")
                for _ in range(64):
                    connection.send(b"x" * 65536)
            except (BrokenPipeError, ConnectionResetError):
                pass
            everything, _ = connection.read_to_end()
            self.assertNotIn(b"HTTP/1.1 200", everything)
        self.assertLess(self.broker.resident_bytes(), 400 * 1024 * 1024)

    async def test_the_broker_serves_on(self):
        for _, data in AMBIGUOUS:
            with RawConnection(self.broker) as connection:
                connection.send(data)
        self.assertEqual(200, http_request(self.broker, "GET", "/healthz").status)


if __name__ == "__main__":
    unittest.main(verbosity=2)
