// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/broker/raw_dialect.h"

#include "server/broker/client_table.h"
#include "server/broker/message_intake.h"

#include "tests/broker/worker_bench.h"
#include "tests/support/test_registry.h"

#include <QtTest/QTest>

using namespace signalbox;
using namespace signalbox::broker;
using tests::FakeStream;
using tests::WorkerBench;
using websocket::Opcode;

class RawDialectTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void writesTheMessageAlone_data()
    {
        QTest::addColumn<QByteArray>("envelope");
        QTest::addColumn<QByteArray>("payload");
        const auto row = [](const char* name, const char* envelope, const QByteArray& payload) {
            QTest::newRow(name) << QByteArray(envelope) << payload;
        };
        row("a string", R"({"action":"a","message":"Hello"})", "Hello");
        row("a string with escapes",
            "{\"action\":\"a\",\"message\":\"a\\\"b\\\\\\n\\u00e4\\ud83d\\ude00\\u0000\"}",
            QByteArray("a\"b\\\n\xC3\xA4\xF0\x9F\x98\x80\0", 12));
        row("blanks", R"({"action":"a","message":"  x "})", "  x ");
        row("an empty string", R"({"action":"a","message":""})", "");
        row("an object, as it stands", R"({"action":"a","message": {"b" : [1, 2]} })", R"({"b" : [1, 2]})");
        row("a large number", R"({"action":"a","message":18446744073709551616})", "18446744073709551616");
        row("null", R"({"action":"a","message":null})", "null");
        row("no message", R"({"action":"a"})", "null");
        row("keys in lower case", R"({"action":"a","groupid":"g","message":"m"})", "m");
    }

    void writesTheMessageAlone()
    {
        QFETCH(QByteArray, envelope);
        QFETCH(QByteArray, payload);
        const auto encoded = RawDialect(m_bench.context).encode(route(envelope));
        QVERIFY(encoded.has_value());
        QCOMPARE(encoded->payloadBytes().toByteArray(), payload);
        QCOMPARE(encoded->frame, websocket::encodeFrame(Opcode::Text, payload));
        QCOMPARE(encoded->header.payloadBytes, static_cast<quint64>(payload.size()));
    }

    void writesBytesAsABinaryFrame()
    {
        RoutedMessage message = route(R"({"action":"message","message":"AP+A","encoding":"base64"})");
        message.form = MessageForm::BinaryEnvelope;
        const auto encoded = RawDialect(m_bench.context).encode(message);
        QVERIFY(encoded.has_value());
        QCOMPARE(encoded->frame, websocket::encodeFrame(Opcode::Binary, QByteArray("\0\xFF\x80", 3)));
    }

    void passesOnWhatTheOperatorWroteAsItIs()
    {
        RoutedMessage message = route(R"({"action":"message"})");
        message.form = MessageForm::Verbatim;
        QVERIFY(!RawDialect(m_bench.context).encode(message).has_value());
    }

    void showsAndCountsWhatClientsSendAndPassesItToNobody()
    {
        RawDialect dialect(m_bench.context);
        ClientTable clients(m_bench.context);
        FakeStream& ann = m_bench.open(clients, dialect);
        std::ignore = m_bench.takeRecords();
        ann.receive(Opcode::Text, R"({"action":"say"})");
        ann.receive(Opcode::Binary, "\x01");
        QVERIFY(m_bench.toWorker<worker_task::Deliver>().empty());
        QVERIFY(ann.written.isEmpty());
        QCOMPARE(m_bench.counters.messagesReceived, quint64(2));
        QCOMPARE(m_bench.counters.messagesIgnored, quint64(2));
        QCOMPARE(clients.find(ClientId(1))->traffic().messagesIgnored, quint64(2));
        QCOMPARE(m_bench.takeRecords(), 2);
        QVERIFY(clients.find(ClientId(1))->connection().isOpen());
    }

private:
    static RoutedMessage route(const QByteArray& envelope)
    {
        MessageIntake intake(10);
        auto accepted = intake.accept(envelope);
        Q_ASSERT(accepted);
        return std::move(accepted).value().message;
    }

    WorkerBench m_bench;
};

SIGNALBOX_TEST(RawDialectTest)
#include "raw_dialect_test.moc"
