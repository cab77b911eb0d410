# SPDX-License-Identifier: GPL-3.0-or-later
"""A TCP client that writes requests and frames by hand, the wrong ones too."""

import base64
import hashlib
import json
import os
import socket
import struct
from dataclasses import dataclass, field

from broker_process import PATIENCE

GUID = b"258EAFA5-E914-47DA-95CA-C5AB0DC85B11"  # RFC 6455 section 1.3

CONTINUATION, TEXT, BINARY, CLOSE, PING, PONG = 0x0, 0x1, 0x2, 0x8, 0x9, 0xA


def accept_for(key):
    return base64.b64encode(hashlib.sha1(key.encode() + GUID).digest()).decode()


def frame_header(opcode, length, *, fin=True, rsv=0, masked=True, form=None):
    """The first bytes of a frame without its mask; `form` 7, 16 or 64 forces the length's form."""
    form = form or (7 if length < 126 else 16 if length < 65536 else 64)
    first = (0x80 if fin else 0) | (rsv << 4) | opcode
    mask_bit = 0x80 if masked else 0
    if form == 7:
        return bytes([first, mask_bit | length])
    if form == 16:
        return bytes([first, mask_bit | 126]) + struct.pack("!H", length)
    return bytes([first, mask_bit | 127]) + struct.pack("!Q", length)


def apply_mask(payload, mask):
    """RFC 6455 section 5.3."""
    length = len(payload)
    keys = (mask * (length // 4 + 1))[:length]
    return (int.from_bytes(payload, "big") ^ int.from_bytes(keys, "big")).to_bytes(length, "big")


def frame(opcode, payload=b"", *, mask=True, **form):
    """A whole frame as a client sends it."""
    header = frame_header(opcode, len(payload), masked=mask, **form)
    if not mask:
        return header + payload
    key = os.urandom(4)
    return header + key + apply_mask(payload, key)


def close_payload(code, reason=b""):
    return struct.pack("!H", code) + reason


@dataclass
class Frame:
    fin: bool
    rsv: int
    opcode: int
    masked: bool
    payload: bytes

    @property
    def close_code(self):
        """The code of a close frame, 1005 for an empty one."""
        return struct.unpack("!H", self.payload[:2])[0] if self.payload else 1005


@dataclass
class Response:
    status: int
    reason: str
    headers: list = field(default_factory=list)
    body: bytes = b""

    def header(self, name):
        values = [value for key, value in self.headers if key.lower() == name.lower()]
        return values[0] if values else None

    def json(self):
        return json.loads(self.body)


class Ended(Exception):
    """The broker ended the connection; `by_reset` tells how."""

    def __init__(self, by_reset):
        super().__init__("reset" if by_reset else "end of stream")
        self.by_reset = by_reset


class RawConnection:
    def __init__(self, broker, *, receive_buffer=None, within=10):
        self._socket = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
        if receive_buffer is not None:
            self._socket.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, receive_buffer)
        self._socket.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        self._socket.settimeout(within * PATIENCE)
        self._socket.connect(("127.0.0.1", broker.port))
        self._host = broker.authority
        self._received = b""

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.close()

    def close(self):
        self._socket.close()

    def set_timeout(self, seconds):
        self._socket.settimeout(seconds * PATIENCE)

    # Bytes

    def send(self, data):
        self._socket.sendall(data)

    def send_byte_by_byte(self, data):
        for index in range(len(data)):
            self._socket.sendall(data[index:index + 1])

    def end_writing(self):
        self._socket.shutdown(socket.SHUT_WR)

    def read(self, count):
        while len(self._received) < count:
            self._receive()
        taken, self._received = self._received[:count], self._received[count:]
        return taken

    def read_until(self, mark):
        while mark not in self._received:
            self._receive()
        taken, _, self._received = self._received.partition(mark)
        return taken + mark

    def read_to_end(self):
        """All that is left, and how it ended."""
        try:
            while True:
                self._receive()
        except Ended as end:
            taken, self._received = self._received, b""
            return taken, end

    def _receive(self):
        try:
            data = self._socket.recv(65536)
        except ConnectionResetError:
            raise Ended(by_reset=True) from None
        if not data:
            raise Ended(by_reset=False)
        self._received += data

    # HTTP

    def request_head(self, method, target, headers=(), *, host=None, version="HTTP/1.1"):
        lines = [f"{method} {target} {version}", f"Host: {host or self._host}"]
        lines += [f"{name}: {value}" for name, value in headers]
        return ("\r\n".join(lines) + "\r\n\r\n").encode("latin-1")

    def request(self, method, target, headers=(), body=b"", *, host=None):
        if body:
            headers = [*headers, ("Content-Length", len(body))]
        self.send(self.request_head(method, target, headers, host=host) + body)
        return self.read_response(method)

    def read_response(self, method="GET"):
        head = self.read_until(b"\r\n\r\n").decode("latin-1")
        status_line, *lines = head.rstrip("\r\n").split("\r\n")
        version, status, reason = (status_line + " ").split(" ", 2)
        assert version == "HTTP/1.1", status_line
        headers = [tuple(part.strip() for part in line.split(":", 1)) for line in lines]
        response = Response(int(status), reason.strip(), headers)
        if method != "HEAD" and response.status >= 200 and response.status not in (204, 304):
            response.body = self._read_body(response)
        return response

    def _read_body(self, response):
        if (response.header("Transfer-Encoding") or "").lower() != "chunked":
            return self.read(int(response.header("Content-Length") or 0))
        body = b""
        while length := int(self.read_until(b"\r\n").split(b";")[0], 16):
            body += self.read(length)
            self.read_until(b"\r\n")
        self.read_until(b"\r\n")
        return body

    # WebSocket

    def handshake_head(self, path="/ws", headers=(), *, key="dGhlIHNhbXBsZSBub25jZQ==", version="13", host=None):
        fields = [("Upgrade", "websocket"), ("Connection", "Upgrade")]
        if key is not None:
            fields.append(("Sec-WebSocket-Key", key))
        if version is not None:
            fields.append(("Sec-WebSocket-Version", version))
        return self.request_head("GET", path, [*fields, *headers], host=host)

    def handshake(self, path="/ws", headers=(), **form):
        """Asks for an upgrade; the answer, whatever it is."""
        self.send(self.handshake_head(path, headers, **form))
        return self.read_response()

    def open(self, path="/ws", headers=()):
        """An upgrade that must succeed."""
        response = self.handshake(path, headers)
        assert response.status == 101, (response, response.body)
        return self

    def send_frame(self, opcode, payload=b"", **form):
        self.send(frame(opcode, payload, **form))

    def read_frame(self):
        first, second = self.read(2)
        length = second & 0x7F
        if length == 126:
            length = struct.unpack("!H", self.read(2))[0]
        elif length == 127:
            length = struct.unpack("!Q", self.read(8))[0]
        key = self.read(4) if second & 0x80 else None
        payload = self.read(length)
        if key:
            payload = apply_mask(payload, key)
        return Frame(bool(first & 0x80), (first >> 4) & 0x7, first & 0x0F, key is not None, payload)
