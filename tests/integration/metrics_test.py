# SPDX-License-Identifier: GPL-3.0-or-later
"""/metrics, read by Prometheus' own Python client; the dashboard; who may read."""

import asyncio
import json
import re
import unittest
from pathlib import Path

from broker_process import BrokerTestCase, skip_program
from clients import Client, http_request, post, to, until

try:
    from prometheus_client.parser import text_string_to_metric_families
except ImportError:
    skip_program("python3-prometheus-client is not installed")

RESOURCES = Path(__file__).resolve().parents[2] / "resources"
PROMETHEUS = "application/openmetrics-text;version=1.0.0,text/plain;version=0.0.4;q=0.5,*/*;q=0.1"


class MetricsTestCase(BrokerTestCase):
    def families(self):
        answer = http_request(self.broker, "GET", "/metrics", headers={"Accept": PROMETHEUS, **self.credentials()})
        self.assertEqual(200, answer.status, answer.body)
        self.assertEqual("text/plain; version=0.0.4; charset=utf-8", answer.headers["content-type"])
        return {family.name: family for family in text_string_to_metric_families(answer.body.decode())}

    def credentials(self):
        token = Path(self.broker.profile, "state", "operator_token").read_text(encoding="ascii").strip()
        return {"Authorization": "Bearer " + token}

    def values(self):
        """By the name of the sample, with its labels: 'signalbox_webhook_calls_total{result=taken}'."""
        found = {}
        for family in self.families().values():
            for sample in family.samples:
                labels = ",".join(f"{name}={value}" for name, value in sample.labels.items())
                found[sample.name + (f"{{{labels}}}" if labels else "")] = sample.value
        return found


class Numbers(MetricsTestCase):
    arguments = ("--set", "threads.workers=2")

    async def test_what_happened_is_counted(self):
        before = self.values()
        clients = [await Client.connect(self.broker, groups=["room"], user=f"u{n}") for n in range(4)]
        await clients[0].send({"action": "a", "message": "x" * 100, "recipients": to(("group", "room"))})
        for client in clients:
            await client.next()
        post(self.broker, {"action": "a", "recipients": to(("user", "u1"))})
        await clients[0].send("no envelope")
        await clients[0].next()
        await clients[3].close()
        grown = {"signalbox_clients": 3, "signalbox_clients_opened_total": 4, "signalbox_clients_ended_total{reason=peer_closed}": 1,
                 "signalbox_clients_ended_total{reason=vanished}": 0, "signalbox_groups": 1, "signalbox_messages_received_total": 3,
                 "signalbox_messages_refused_total": 1, "signalbox_deliveries_total": 5, "signalbox_deliveries_dropped_total": 0,
                 "signalbox_message_size_bytes_count": 3, "signalbox_message_size_bytes_bucket{le=64}": 2,
                 "signalbox_push_recipients_count": 1, "signalbox_push_recipients_sum": 1, "signalbox_push_recipients_bucket{le=0}": 0}

        def difference():
            now = self.values()
            return {name: now[name] - before[name] for name in grown}

        try:
            await until(lambda: difference() == grown)
        finally:
            self.assertEqual(grown, difference())
        now = self.values()
        self.assertGreaterEqual(now["signalbox_delivery_delay_seconds_count"], 3)  # a worker with recipients counts for itself
        self.assertLess(now["signalbox_delivery_delay_seconds_sum"], 60)
        self.assertGreater(now["signalbox_http_request_duration_seconds_count"], 1)
        self.assertGreater(now["process_resident_memory_bytes"], 1_000_000)
        self.assertEqual((1, 2, 10_000), (now["signalbox_ready"], now["signalbox_workers"], now["signalbox_clients_limit"]))
        for client in clients[:3]:
            await client.close()

    async def test_every_metric_has_a_name_of_the_conventions(self):
        for family in self.families().values():
            with self.subTest(family.name):
                self.assertRegex(family.name, r"^(signalbox|process)_[a-z_]+$")
                self.assertIn(family.type, ("counter", "gauge", "histogram"))
                self.assertRegex(family.documentation, r"^[A-Z].*\.$")
                self.assertNotRegex(family.name, r"_(milliseconds|ms|minutes|kilobytes|kb)$")
                self.assertTrue(family.samples)

    async def test_buckets_only_grow_and_end_with_the_count(self):
        http_request(self.broker, "GET", "/healthz")
        families = [family for family in self.families().values() if family.type == "histogram"]
        self.assertGreaterEqual(len(families), 5)
        for family in families:
            with self.subTest(family.name):
                buckets = [(float(sample.labels["le"]), sample.value) for sample in family.samples if sample.name.endswith("_bucket")]
                self.assertEqual(sorted(buckets), buckets)
                self.assertEqual(sorted(count for _, count in buckets), [count for _, count in buckets])
                self.assertEqual(float("inf"), buckets[-1][0])
                count, = [sample.value for sample in family.samples if sample.name.endswith("_count")]
                self.assertEqual(count, buckets[-1][1])

    async def test_many_scrapers_at_once(self):
        answers = await asyncio.gather(*(asyncio.to_thread(self.values) for _ in range(20)))
        self.assertEqual(1, len({frozenset(answer) for answer in answers}))  # the same names in each

    async def test_the_dashboard_asks_for_nothing_that_is_not_served(self):
        dashboard = json.loads((RESOURCES / "grafana-dashboard.json").read_text(encoding="utf-8"))
        queries = [target["expr"] for panel in dashboard["panels"] for target in panel.get("targets", ())]
        self.assertGreater(len(queries), 10)
        served = {name.partition("{")[0] for name in self.values()}
        for query in queries:
            named = re.findall(r"\b(?:signalbox|process)_[a-z_]+\b", query)
            with self.subTest(query):
                self.assertTrue(named)
                self.assertEqual(set(), set(named) - served)
        labels = {name: set(sample.labels) for family in self.families().values() for name, sample in
                  ((sample.name, sample) for sample in family.samples)}
        for query in queries:
            for label in re.findall(r"\bby ?\(([^)]*)\)", query):
                for name in filter(None, (part.strip() for part in label.split(","))):
                    self.assertTrue(any(name in known for known in labels.values()) or name == "instance", f"{name} of {query}")


class Access(MetricsTestCase):
    def test_the_operator_token_is_needed(self):
        for headers, code in (({}, "http.token_required"), ({"Authorization": "Bearer " + "0" * 64}, "http.token_refused"),
                              ({"Authorization": "Basic eDp4"}, "http.token_refused")):
            with self.subTest(headers):
                answer = http_request(self.broker, "GET", "/metrics", headers=headers)
                self.assertEqual((401, code, "Bearer"), (answer.status, answer.json()["error"]["code"], answer.headers["www-authenticate"]))
        self.assertEqual(200, http_request(self.broker, "GET", "/metrics", headers=self.credentials()).status)
        answer = http_request(self.broker, "HEAD", "/metrics", headers=self.credentials())
        self.assertEqual((200, b""), (answer.status, answer.body))

    def test_pages_of_others_and_other_methods_are_refused(self):
        for method, headers, status in (("GET", {"Origin": "https://shop.example"}, 403), ("GET", {"Host": "shop.example"}, 421),
                                        ("POST", {}, 405), ("DELETE", {}, 405)):
            with self.subTest((method, headers)):
                self.assertEqual(status, http_request(self.broker, method, "/metrics", headers={**self.credentials(), **headers}).status)


class Everyone(MetricsTestCase):
    settings = {"metrics.access": "everyone"}

    def credentials(self):
        return {}

    def test_no_token_is_needed_where_that_is_wanted(self):
        self.assertIn("signalbox_clients", self.values())


class Off(BrokerTestCase):
    settings = {"endpoints.metrics.enabled": "false", "metrics.access": "everyone"}

    def test_it_can_be_switched_off(self):
        answer = http_request(self.broker, "GET", "/metrics")
        self.assertEqual((404, "http.not_found"), (answer.status, answer.json()["error"]["code"]))


if __name__ == "__main__":
    unittest.main()
