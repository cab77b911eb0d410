# SPDX-License-Identifier: GPL-3.0-or-later
"""Frames written by hand (RFC 6455 sections 5 and 7): the good ones, and what each bad one is answered with."""

import struct
import unittest

from broker_process import BrokerTestCase
from raw_client import (BINARY, CLOSE, CONTINUATION, PING, PONG, TEXT, Ended, RawConnection, apply_mask, close_payload, frame,
                        frame_header)

LIMIT = 1024 * 1024  # of a message, by default
MASK = b"\x01\x02\x03\x04"


def raw(header, payload=b""):
    return header + MASK + apply_mask(payload, MASK)


PROTOCOL_ERRORS = [
    ("an unmasked text frame", frame(TEXT, b"hello", mask=False)),
    ("an unmasked ping", frame(PING, b"", mask=False)),
    ("an unmasked close", frame(CLOSE, close_payload(1000), mask=False)),
    *[(f"reserved bit {bit}", frame(TEXT, b"hello", rsv=1 << (3 - bit))) for bit in (1, 2, 3)],
    ("a reserved bit on a ping", frame(PING, b"", rsv=4)),
    *[(f"reserved opcode {opcode:#x}", frame(opcode, b"")) for opcode in (3, 4, 5, 6, 7, 0xB, 0xC, 0xD, 0xE, 0xF)],
    ("a ping of 126 bytes", frame(PING, b"x" * 126)),
    ("a pong of 126 bytes", frame(PONG, b"x" * 126)),
    ("a close of 126 bytes", frame(CLOSE, close_payload(1000, b"x" * 124))),
    ("a fragmented ping", frame(PING, b"x", fin=False)),
    ("a fragmented close", frame(CLOSE, close_payload(1000), fin=False)),
    ("a continuation of nothing", frame(CONTINUATION, b"x")),
    ("a first fragment of nothing", frame(CONTINUATION, b"x", fin=False)),
    ("a new message within a message", frame(TEXT, b"a", fin=False) + frame(TEXT, b"b")),
    ("binary within text", frame(TEXT, b"a", fin=False) + frame(BINARY, b"b")),
    ("5 bytes with a 16-bit length", raw(frame_header(TEXT, 5, form=16), b"hello")),
    ("125 bytes with a 16-bit length", raw(frame_header(TEXT, 125, form=16), b"x" * 125)),
    ("5 bytes with a 64-bit length", raw(frame_header(TEXT, 5, form=64), b"hello")),
    ("65535 bytes with a 64-bit length", raw(frame_header(TEXT, 65535, form=64), b"x" * 65535)),
    ("a ping with a 16-bit length", raw(frame_header(PING, 5, form=16), b"hello")),
    ("a length with its highest bit set", frame_header(TEXT, 1 << 63, form=64) + MASK),
    ("a close of one byte", frame(CLOSE, b"\x03")),
    *[(f"close code {code}", frame(CLOSE, close_payload(code)))
      for code in (0, 1, 999, 1004, 1005, 1006, 1015, 1016, 1100, 2000, 2999, 5000, 65535)],
]

BAD_UTF8 = [
    ("a byte that begins nothing", b"\x80"),
    ("a byte that is never there", b"abc\xff"),
    ("an overlong slash", b"\xc0\xaf"),
    ("an overlong NUL", b"\xc0\x80"),
    ("an overlong form of three", b"\xe0\x80\xaf"),
    ("an overlong form of four", b"\xf0\x80\x80\xaf"),
    ("a surrogate", b"\xed\xa0\x80"),
    ("beyond the last character", b"\xf4\x90\x80\x80"),
    ("five bytes", b"\xf8\x88\x80\x80\x80"),
    ("a character that is cut off", "€".encode()[:2]),
    ("a character that is cut off by another", b"\xe2\x82a"),
]

GOOD_CODES = (1000, 1001, 1002, 1003, 1007, 1008, 1009, 1010, 1011, 1012, 1013, 1014, 3000, 3999, 4000, 4008, 4999)


class Framing(BrokerTestCase):
    def open(self, path="/echo"):
        connection = RawConnection(self.broker)
        self.addCleanup(connection.close)
        return connection.open(path)

    def assert_closes(self, connection, code):
        """The next frame is a close with `code`; then the stream ends, and not by a reset."""
        answer = connection.read_frame()
        self.assertEqual((CLOSE, code), (answer.opcode, answer.close_code), answer)
        self.assertFalse(answer.masked)
        self.assertLessEqual(len(answer.payload), 125)
        answer.payload[2:].decode()
        try:
            connection.send_frame(CLOSE, close_payload(code))
        except (BrokenPipeError, ConnectionResetError):
            self.fail("reset before the close handshake was done")
        rest, end = connection.read_to_end()
        self.assertEqual((b"", False), (rest, end.by_reset))

    # What must work

    async def test_every_form_of_a_length(self):
        connection = self.open()
        for length in (0, 1, 125, 126, 127, 65535, 65536, 65537, LIMIT - 1, LIMIT):
            with self.subTest(length):
                connection.send_frame(BINARY, b"\xfe" * length)
                answer = connection.read_frame()
                self.assertEqual((True, 0, BINARY, False, length),
                                 (answer.fin, answer.rsv, answer.opcode, answer.masked, len(answer.payload)))
                self.assertEqual(b"\xfe" * length, answer.payload)

    async def test_text_stays_text(self):
        connection = self.open()
        for text in ("", "hello", "é€😀", "\ufeffmark", "a\x00b", "\uffff", "\U0010ffff"):
            with self.subTest(text):
                connection.send_frame(TEXT, text.encode())
                answer = connection.read_frame()
                self.assertEqual((TEXT, text), (answer.opcode, answer.payload.decode()))

    async def test_text_cut_inside_a_character(self):
        connection = self.open()
        data = "é€😀\ufeff".encode()
        for cut in range(len(data) + 1):
            with self.subTest(cut):
                connection.send_frame(TEXT, data[:cut], fin=False)
                connection.send_frame(CONTINUATION, data[cut:])
                self.assertEqual(data, connection.read_frame().payload)
        for index in range(len(data)):
            connection.send_frame(CONTINUATION if index else TEXT, data[index:index + 1], fin=False)
        connection.send_frame(CONTINUATION)
        self.assertEqual((TEXT, data), (lambda answer: (answer.opcode, answer.payload))(connection.read_frame()))

    async def test_a_ping_between_fragments(self):
        connection = self.open()
        connection.send_frame(TEXT, b"one ", fin=False)
        connection.send_frame(PING, b"now")
        answer = connection.read_frame()
        self.assertEqual((PONG, b"now"), (answer.opcode, answer.payload), "at once, not behind the message")
        connection.send_frame(PONG, b"unasked")
        connection.send_frame(CONTINUATION, b"two")
        self.assertEqual(b"one two", connection.read_frame().payload)

    async def test_a_pong_repeats_the_ping(self):
        connection = self.open()
        for payload in (b"", b"hello", bytes(range(125))):
            with self.subTest(len(payload)):
                connection.send_frame(PING, payload)
                answer = connection.read_frame()
                self.assertEqual((PONG, True, payload), (answer.opcode, answer.fin, answer.payload))

    async def test_many_fragments_make_one_message(self):
        connection = self.open()
        connection.send(frame(BINARY, b"", fin=False) + b"".join(frame(CONTINUATION, b"x", fin=False) for _ in range(5000))
                        + frame(CONTINUATION, b""))
        answer = connection.read_frame()
        self.assertEqual((True, b"x" * 5000), (answer.fin, answer.payload))

    async def test_many_frames_in_one_segment(self):
        connection = self.open()
        connection.send(b"".join(frame(TEXT, b"%d" % number) for number in range(1000)))
        self.assertEqual([b"%d" % number for number in range(1000)], [connection.read_frame().payload for _ in range(1000)])

    async def test_a_mask_of_zeros_is_a_mask(self):
        connection = self.open()
        connection.send(frame_header(TEXT, 5) + bytes(4) + b"hello")
        self.assertEqual(b"hello", connection.read_frame().payload)

    # The closing handshake

    async def test_a_close_is_answered_with_the_same_code(self):
        for code in GOOD_CODES:
            with self.subTest(code):
                connection = self.open()
                connection.send_frame(CLOSE, close_payload(code, "adiós".encode()))
                answer = connection.read_frame()
                self.assertEqual((CLOSE, code), (answer.opcode, answer.close_code))
                rest, end = connection.read_to_end()
                self.assertEqual((b"", False), (rest, end.by_reset))

    async def test_an_empty_close_is_answered(self):
        connection = self.open()
        connection.send_frame(CLOSE)
        answer = connection.read_frame()
        self.assertEqual(CLOSE, answer.opcode)
        self.assertIn(answer.close_code, (1000, 1005))
        self.assertFalse(connection.read_to_end()[1].by_reset)

    async def test_what_comes_before_a_close_is_answered_first(self):
        connection = self.open()
        connection.send(frame(TEXT, b"last words") + frame(CLOSE, close_payload(1000)))
        self.assertEqual(b"last words", connection.read_frame().payload)
        self.assertEqual(1000, connection.read_frame().close_code)

    async def test_what_comes_after_a_close_is_not_read(self):
        connection = self.open()
        connection.send(frame(CLOSE, close_payload(1000)) + frame(TEXT, b"too late") + frame(PING, b"too late"))
        self.assertEqual(1000, connection.read_frame().close_code)
        rest, end = connection.read_to_end()
        self.assertEqual((b"", False), (rest, end.by_reset))

    # What must be refused

    async def test_protocol_errors_close_with_1002(self):
        for path in ("/echo", "/ws"):
            for name, data in PROTOCOL_ERRORS:
                with self.subTest(f"{name} at {path}"):
                    connection = self.open(path)
                    connection.send(data)
                    self.assert_closes(connection, 1002)

    async def test_protocol_errors_that_come_byte_by_byte(self):
        for name, data in PROTOCOL_ERRORS:
            if len(data) < 300:
                with self.subTest(name):
                    connection = self.open()
                    try:
                        connection.send_byte_by_byte(data)
                    except (BrokenPipeError, ConnectionResetError):
                        self.fail("reset while the frame was still being sent")
                    self.assert_closes(connection, 1002)

    async def test_text_that_is_no_utf8_closes_with_1007(self):
        for name, payload in BAD_UTF8:
            for form, data in (("whole", frame(TEXT, payload)),
                               ("in fragments", frame(TEXT, payload[:1], fin=False) + frame(CONTINUATION, payload[1:])),
                               ("behind good text", frame(TEXT, b"x" * 70000 + payload))):
                with self.subTest(f"{name}, {form}"):
                    connection = self.open()
                    connection.send(data)
                    self.assert_closes(connection, 1007)

    async def test_a_reason_that_is_no_utf8_closes_with_1007(self):
        connection = self.open()
        connection.send_frame(CLOSE, close_payload(1000, b"\xff"))
        self.assert_closes(connection, 1007)

    async def test_binary_messages_need_not_be_utf8(self):
        connection = self.open()
        connection.send_frame(BINARY, b"\xff\xfe\xc0")
        self.assertEqual(b"\xff\xfe\xc0", connection.read_frame().payload)

    async def test_a_message_beyond_the_limit_closes_with_1009(self):
        for length in (LIMIT + 1, 2 * LIMIT, 4 * LIMIT):
            with self.subTest(length):
                connection = self.open()
                connection.send_frame(BINARY, b"x" * length)  # all of it: the close must arrive nevertheless
                self.assert_closes(connection, 1009)

    async def test_an_announced_length_is_enough(self):
        for length in (LIMIT + 1, 1 << 31, 1 << 40, (1 << 63) - 1):
            with self.subTest(length):
                connection = self.open()
                connection.send(frame_header(BINARY, length, form=64) + MASK)
                answer = connection.read_frame()
                self.assertEqual((CLOSE, 1009), (answer.opcode, answer.close_code))

    async def test_fragments_count_together(self):
        connection = self.open()
        connection.send_frame(TEXT, b"x" * LIMIT, fin=False)
        connection.send_frame(CONTINUATION, b"x")
        self.assert_closes(connection, 1009)

    async def test_an_endless_message_of_tiny_fragments_is_bounded(self):
        before = self.broker.resident_bytes()
        connection = self.open()
        try:
            connection.send(frame(BINARY, b"x", fin=False))
            many = b"".join(frame(CONTINUATION, b"x", fin=False) for _ in range(4096))
            for _ in range(300):
                connection.send(many)
        except (BrokenPipeError, ConnectionResetError):
            pass
        try:
            self.assertEqual(1008, connection.read_frame().close_code)  # websocket.too_many_fragments
        except Ended:
            pass  # cut off while it was still sending
        self.assertLess(self.broker.resident_bytes(), before + 64 * 1024 * 1024)

    async def test_the_largest_text_is_counted_in_bytes(self):
        connection = self.open()
        text = ("€" * (LIMIT // 3)).encode() + b"x" * (LIMIT % 3)
        connection.send_frame(TEXT, text)
        self.assertEqual(text, connection.read_frame().payload)

    async def test_each_end_is_a_line_in_the_log(self):
        connection = self.open()
        known = len(self.broker.log())
        connection.send(frame(TEXT, b"x", mask=False))
        self.assert_closes(connection, 1002)
        self.broker.wait_for_log("protocol error|1002", since=known)


class SmallLimit(BrokerTestCase):
    settings = {"limits.max_message": "4KiB"}

    async def test_the_limit_can_be_set(self):
        with RawConnection(self.broker) as connection:
            connection.open("/echo")
            connection.send_frame(TEXT, b"x" * 4096)
            self.assertEqual(4096, len(connection.read_frame().payload))
            connection.send_frame(TEXT, b"x" * 4097)
            self.assertEqual(struct.pack("!H", 1009), connection.read_frame().payload[:2])


if __name__ == "__main__":
    unittest.main(verbosity=2)
