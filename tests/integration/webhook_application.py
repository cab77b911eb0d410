# SPDX-License-Identifier: GPL-3.0-or-later
"""A small web application behind the webhook, as the vendor's chat sample is one: it hears of each envelope over HTTP,
turns Markdown into HTML, and answers by a broadcast of its own."""

import html
import json
import re
import threading
import urllib.request
from dataclasses import dataclass
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

PATH = "/app/__WebSocket.wwd"


@dataclass
class Call:
    path: str
    headers: dict
    body: bytes

    def json(self):
        return json.loads(self.body)


class WebhookApplication:
    """Serves on a free port. `answers` decides about each call: a function of the Call that gives a status, or a status
    and headers; None hangs up. What it accepts is in `taken`, all that came in `calls`. With `tls`, an SSLContext, it speaks
    https."""

    def __init__(self, answers=lambda call: 200, port=0, tls=None):
        self.answers = answers
        self.calls = []
        self.taken = []
        self.running = self.most_running = 0
        self._lock = threading.Lock()
        application = self

        class Handler(BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"

            def do_POST(self):
                body = self.rfile.read(int(self.headers["Content-Length"]))
                application.serve(self, Call(self.path, dict(self.headers.items()), body))

            do_GET = do_POST

            def log_message(self, *arguments):
                pass

        class Server(ThreadingHTTPServer):
            daemon_threads = True
            request_queue_size = 64

            def handle_error(self, request, client_address):
                pass  # a caller that did not wait

        self._server = Server(("127.0.0.1", port), Handler)
        self.port = self._server.server_address[1]
        self.scheme = "https" if tls else "http"
        if tls:
            self._server.socket = tls.wrap_socket(self._server.socket, server_side=True)
        self._thread = threading.Thread(target=self._server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True)
        self._thread.start()

    @property
    def url(self):
        return f"{self.scheme}://127.0.0.1:{self.port}{PATH}"

    def serve(self, handler, call):
        with self._lock:
            self.calls.append(call)
            self.running += 1
            self.most_running = max(self.most_running, self.running)
        try:
            answer = self.answers(call)
        finally:
            with self._lock:
                self.running -= 1
        if answer is None:
            handler.close_connection = True
            return
        status, headers = answer if isinstance(answer, tuple) else (answer, {})
        if 200 <= status < 300:
            with self._lock:
                self.taken.append(call)
        body = b"ignored"
        handler.send_response(status)
        for name, value in {"Content-Length": len(body), **headers}.items():
            handler.send_header(name, value)
        handler.end_headers()
        handler.wfile.write(body)

    def stop(self):
        self._server.shutdown()
        self._server.server_close()
        self._thread.join()


def to_html(markdown):
    """As much of Markdown as a chat needs."""
    text = html.escape(markdown, quote=False)
    text = re.sub(r"\*\*(.+?)\*\*", r"<strong>\1</strong>", text)
    text = re.sub(r"`(.+?)`", r"<code>\1</code>", text)
    return re.sub(r"\*(.+?)\*", r"<em>\1</em>", text)


class ChatApplication(WebhookApplication):
    """Broadcasts what it hears to its groups, as HTML. `base_url` is the broker's, set when that one listens."""

    def __init__(self, port=0):
        self.base_url = ""
        super().__init__(self.on_web_socket, port)

    def on_web_socket(self, call):
        envelope = call.json()
        if envelope["action"] == "broadcastchatmessage":
            envelope["message"] = to_html(envelope["message"])
        request = urllib.request.Request(self.base_url + "__broadcastWebSocket.wc", json.dumps(envelope).encode(),
                                         {"Content-Type": "application/json"})
        with urllib.request.urlopen(request, timeout=20) as response:
            response.read()
        return 200


if __name__ == "__main__":  # for the browser's test: prints its URL, reads the broker's, serves until the pipe closes
    import sys

    application = ChatApplication()
    print(application.url, flush=True)
    application.base_url = sys.stdin.readline().strip()
    sys.stdin.read()
