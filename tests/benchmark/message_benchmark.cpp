// SPDX-License-Identifier: GPL-3.0-or-later
// What it costs to check a text, to read an envelope, and to find who gets it.
#include "server/message/envelope_parser.h"
#include "server/routing/resolver.h"
#include "server/websocket/utf8_validator.h"

#include "tests/routing/population.h"

#include <QtTest/QTest>

using namespace signalbox;

class MessageBenchmark final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void checkUtf8_data();
    void checkUtf8();
    void parseEnvelope_data();
    void parseEnvelope();
    void resolve_data();
    void resolve();
};

void MessageBenchmark::checkUtf8_data()
{
    QTest::addColumn<QByteArray>("text");
    for (const int bytes : {16, 128, 1024, 65536}) {
        QTest::addRow("%d bytes of ASCII", bytes) << QByteArray(bytes, 'a');
        QTest::addRow("%d bytes of umlauts", bytes) << QByteArray("ä").repeated(bytes / 2);
    }
}

void MessageBenchmark::checkUtf8()
{
    QFETCH(QByteArray, text);
    bool valid = false;
    QBENCHMARK
    {
        valid = websocket::isUtf8(text);
    }
    QVERIFY(valid);
}

void MessageBenchmark::parseEnvelope_data()
{
    QTest::addColumn<int>("bytes");
    for (const int bytes : {128, 1024, 8192}) {
        QTest::addRow("%d bytes", bytes) << bytes;
    }
}

void MessageBenchmark::parseEnvelope()
{
    QFETCH(int, bytes);
    QByteArray text = R"({"action":"say","recipients":[{"type":"group","value":"bench"}],"message":")";
    text += QByteArray(bytes - text.size() - 2, 'x') + R"("})";
    message::EnvelopeParser parser;
    bool ok = false;
    QBENCHMARK
    {
        ok = parser.parse(text).ok();
    }
    QVERIFY(ok);
}

void MessageBenchmark::resolve_data()
{
    QTest::addColumn<QByteArray>("recipients");
    QTest::addColumn<int>("expected");
    QTest::newRow("1,000 of 5,000, by group") << QByteArray("group:g0") << 1000;
    QTest::newRow("one of 5,000, by user") << QByteArray("user:u7") << 1;
    QTest::newRow("all but one of a group") << QByteArray("group:g0 allButUser:u5") << 999;
    QTest::newRow("everybody") << QByteArray("all") << 5000;
}

void MessageBenchmark::resolve()
{
    QFETCH(QByteArray, recipients);
    QFETCH(int, expected);
    routing::MemberIndex index;
    for (int i = 0; i < 5000; ++i) {
        const QByteArray number = QByteArray::number(i);
        Q_UNUSED(index.add(routing::tests::memberFrom(static_cast<quint64>(i) + 1,
                                                      "u" + number + "@g" + QByteArray::number(i % 5))));
    }
    const Recipients wanted = routing::tests::recipientsFrom(recipients);
    routing::Resolver resolver;
    std::vector<routing::MemberSlot> reached;
    QBENCHMARK
    {
        reached.clear();
        resolver.reach(wanted, index, reached);
    }
    QCOMPARE(reached.size(), static_cast<size_t>(expected));
}

QTEST_APPLESS_MAIN(MessageBenchmark)
#include "message_benchmark.moc"
