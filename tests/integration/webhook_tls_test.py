# SPDX-License-Identifier: GPL-3.0-or-later
"""The webhook over https: an application of an authority that the test made, and those that are to be refused."""

import asyncio
import shutil
import ssl
import subprocess
import tempfile
import unittest
from pathlib import Path

from broker_process import AsyncTestCase, BrokerProcess, need_program, run_signalbox
from clients import Client, to, until
from webhook_application import WebhookApplication

need_program("openssl")


class Authority:
    """Signs certificates for servers; `file` is its own, in PEM form."""

    def __init__(self, folder, name="test authority"):
        self.folder = Path(tempfile.mkdtemp(dir=folder))
        self.file = self.folder / "ca.pem"
        self._openssl("req", "-x509", "-newkey", "rsa:2048", "-nodes", "-keyout", self.folder / "ca.key", "-out", self.file,
                      "-subj", f"/CN={name}", "-days", "2", "-addext", "basicConstraints=critical,CA:TRUE")

    @staticmethod
    def _openssl(*arguments):
        subprocess.run(["openssl", *map(str, arguments)], check=True, capture_output=True)

    def server(self, names="IP:127.0.0.1", days=2):
        """An SSLContext with a certificate for these names."""
        folder = Path(tempfile.mkdtemp(dir=self.folder))
        (folder / "names").write_text(f"subjectAltName={names}\n", encoding="ascii")
        self._openssl("req", "-newkey", "rsa:2048", "-nodes", "-keyout", folder / "key", "-out", folder / "request", "-subj", "/CN=x")
        self._openssl("x509", "-req", "-in", folder / "request", "-CA", self.file, "-CAkey", self.folder / "ca.key", "-CAcreateserial",
                      "-days", days, "-extfile", folder / "names", "-out", folder / "certificate")
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(folder / "certificate", folder / "key")
        return context


class Tls(AsyncTestCase):
    async def asyncSetUp(self):
        await super().asyncSetUp()
        self.folder = tempfile.mkdtemp(prefix="signalbox-tls-")
        self.addCleanup(shutil.rmtree, self.folder)
        self.authority = Authority(self.folder)

    def application(self, context):
        application = WebhookApplication(tls=context)
        self.addCleanup(application.stop)
        return application

    async def outcome(self, application, **settings):
        """What a client that sent one message hears: nothing, or the error."""
        settings = {"url": application.url, "retries": 0, "mode": "both", **settings}
        broker = BrokerProcess(settings={f"webhook.{key}": value for key, value in settings.items()})
        self.addCleanup(lambda: broker.is_running() and broker.stop())
        anna = await Client.connect(broker)
        await anna.send({"action": "a", "message": "secret", "recipients": to("all")})
        self.assertEqual("secret", (await anna.next_json())["message"])
        heard = asyncio.ensure_future(anna.next_json())
        await until(lambda: application.taken or heard.done())
        error = heard.result() if heard.done() else None
        heard.cancel()
        await anna.close()
        await asyncio.to_thread(broker.stop)
        broker.assert_clean()
        return error

    async def test_an_authority_of_ones_own_is_trusted_when_it_is_named(self):
        application = self.application(self.authority.server())
        self.assertIsNone(await self.outcome(application, ca_file=self.authority.file))
        self.assertEqual("secret", application.taken[0].json()["message"])

    async def test_what_is_not_to_be_trusted_is_refused_and_the_reason_said(self):
        other = Authority(self.folder, "another authority")
        for name, context, settings, words in (
                ("nobody trusts it", self.authority.server(), {}, "webhook.ca_file"),
                ("another authority is trusted", self.authority.server(), {"ca_file": other.file}, "nobody who is trusted"),
                ("expired", self.authority.server(days=-1), {"ca_file": self.authority.file}, "expired"),
                ("another host", self.authority.server("DNS:elsewhere.example"), {"ca_file": self.authority.file}, "another host")):
            with self.subTest(name):
                application = self.application(context)
                error = await self.outcome(application, **settings)
                self.assertEqual(("$error", "webhook.tls_failed"), (error["action"], error["code"]))
                self.assertIn(words, error["message"])
                self.assertEqual([], application.calls)

    async def test_a_file_without_a_certificate_stops_the_start(self):
        file = Path(self.folder, "empty.pem")
        file.write_text("nothing\n", encoding="ascii")
        for path, words in ((file, f"no certificate in PEM form can be read from {file}"), ("ca.pem", "absolute path")):
            done = run_signalbox("--no-gui", "--set", "webhook.url=https://localhost/", "--set", f"webhook.ca_file={path}")
            self.assertIn(done.returncode, (2, 78))
            self.assertIn(words, done.stderr)


if __name__ == "__main__":
    unittest.main()
