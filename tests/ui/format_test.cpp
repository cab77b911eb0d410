// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/core/recipient_words.h"
#include "tests/support/test_registry.h"
#include "tests/ui/samples.h"
#include "ui/format/client_words.h"
#include "ui/format/frame_words.h"
#include "ui/format/numbers.h"
#include "ui/format/plain.h"
#include "ui/format/routing_words.h"
#include "ui/format/times.h"
#include "ui/models/frame_filter.h"
#include "ui/models/traffic_rate.h"

#include <QtTest/QtTest>

using namespace signalbox;
using namespace signalbox::tests;
using namespace signalbox::ui;

class FormatTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void writesBytes_data();
    void writesBytes();
    void writesDurations_data();
    void writesDurations();
    void writesPayloadsOnOneLine_data();
    void writesPayloadsOnOneLine();
    void namesAClientWithoutAUser_data();
    void namesAClientWithoutAUser();
    void writesRecipients();
    void writesWhereARowWent();
    void saysWhoWouldGetIt_data();
    void saysWhoWouldGetIt();
    void writesRowsOfEachKind_data();
    void writesRowsOfEachKind();
    void writesPingsAsTextOrBytes();
    void writesDifferences_data();
    void writesDifferences();
    void saysWhatWasRefused();
    void filterFindsEachField_data();
    void filterFindsEachField();
    void measuresRates();
    void doesNotFlickerAtOneMessageASecond();
};

void FormatTest::writesBytes_data()
{
    QTest::addColumn<qint64>("bytes");
    QTest::addColumn<QString>("text");
    QTest::newRow("0") << qint64(0) << QStringLiteral("0 B");
    QTest::newRow("1023") << qint64(1'023) << QStringLiteral("1,023 B");
    QTest::newRow("1024") << qint64(1'024) << QStringLiteral("1.0 KB");
    QTest::newRow("9626") << qint64(9'626) << QStringLiteral("9.4 KB");
    QTest::newRow("10 KB") << qint64(10 * 1'024) << QStringLiteral("10 KB");
    QTest::newRow("just under 1 MB") << qint64(1'048'575) << QStringLiteral("1.0 MB");
    QTest::newRow("41 MB") << qint64(41 * 1'048'576) << QStringLiteral("41 MB");
}

void FormatTest::writesBytes()
{
    QFETCH(const qint64, bytes);
    QFETCH(const QString, text);
    QCOMPARE(bytesText(bytes), text);
}

void FormatTest::writesDurations_data()
{
    QTest::addColumn<qint64>("us");
    QTest::addColumn<QString>("text");
    QTest::newRow("400 us") << qint64(400) << QStringLiteral("0.4 ms");
    QTest::newRow("38 ms") << qint64(38'000) << QStringLiteral("38 ms");
    QTest::newRow("1.2 s") << qint64(1'200'000) << QStringLiteral("1.2 s");
    QTest::newRow("59 s") << qint64(59'000'000) << QStringLiteral("59 s");
    QTest::newRow("3 min") << qint64(180'000'000) << QStringLiteral("3 min");
    QTest::newRow("2 h 5 min") << qint64(7'500'000'000) << QStringLiteral("2 h 5 min");
}

void FormatTest::writesDurations()
{
    QFETCH(const qint64, us);
    QFETCH(const QString, text);
    QCOMPARE(durationText(std::chrono::microseconds(us)), text);
}

void FormatTest::writesPayloadsOnOneLine_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("text");
    QTest::newRow("json") << QByteArray(R"({"a":"x\ny"})") << QStringLiteral(R"({"a":"x\ny"})");
    QTest::newRow("two lines and a tab") << QByteArray("a\nb\tc") << QStringLiteral("a⏎b⇥c");
    QTest::newRow("controls") << QByteArray("a\0\x1b[1m\x7f", 7)
                              << QStringLiteral("a\\u{0}\\u{1b}[1m\\u{7f}");
    QTest::newRow("bidirectional override") << QByteArray("a\xE2\x80\xAE"
                                                          "b")
                                            << QStringLiteral("a\\u{202e}b");
    QTest::newRow("not UTF-8") << QByteArray("a\xff"
                                             "b")
                               << QStringLiteral("a\uFFFDb");
}

void FormatTest::writesPayloadsOnOneLine()
{
    QFETCH(const QByteArray, bytes);
    QFETCH(const QString, text);
    QCOMPARE(plainPayload(bytes), text);
    QVERIFY(plainPayload(QByteArray(5'000, 'x')).size() <= maxCellCharacters);
}

void FormatTest::namesAClientWithoutAUser_data()
{
    QTest::addColumn<QByteArray>("agent");
    QTest::addColumn<QByteArray>("path");
    QTest::addColumn<QString>("name");
    QTest::newRow("browser") << QByteArray("Mozilla/5.0 (X11) AppleWebKit/537.36 Chrome/131.0 Safari/537.36")
                             << QByteArray("/ws") << QStringLiteral("Chrome, /ws");
    QTest::newRow("edge") << QByteArray("Mozilla/5.0 Chrome/131.0 Safari/537.36 Edg/131.0") << QByteArray()
                          << QStringLiteral("Edge");
    QTest::newRow("unknown program") << QByteArray("Meter/2.1 (fw)") << QByteArray("/raw")
                                     << QStringLiteral("Meter, /raw");
    QTest::newRow("only a path") << QByteArray() << QByteArray("/echo") << QStringLiteral("/echo");
    QTest::newRow("nothing") << QByteArray() << QByteArray() << QStringLiteral("unnamed");
}

void FormatTest::namesAClientWithoutAUser()
{
    QFETCH(const QByteArray, agent);
    QFETCH(const QByteArray, path);
    QFETCH(const QString, name);
    link::ClientInfo info = client(7, {});
    info.userAgent = agent;
    info.path = path;
    QCOMPARE(clientName(info), name);
}

void FormatTest::writesRecipients()
{
    QCOMPARE(recipientsText({}), QStringLiteral("clients without a group"));
    QCOMPARE(recipientsText({{RecipientType::AllButUser, "ann"}, {RecipientType::Group, "red"}}),
             QStringLiteral("group red − user ann"));
    QCOMPARE(recipientsText({{RecipientType::AllButClient, "c3"}}), QStringLiteral("all − client c3"));
}

void FormatTest::writesWhereARowWent()
{
    const QList<Recipients> lists{{{RecipientType::All, {}}},
                                  {{RecipientType::Group, "red"}},
                                  {{RecipientType::User, "ann lee"}},
                                  {{RecipientType::Client, "c7"}},
                                  {{RecipientType::Tag, "floor-2"}},
                                  {{RecipientType::AllButUser, "ann"}},
                                  {{RecipientType::AllButClient, "c3"}},
                                  {{RecipientType::User, "ann"}, {RecipientType::Group, "red"}}};
    for (const Recipients& recipients : lists) {
        const QByteArray words = recipientsInWords(recipients);
        QCOMPARE(targetText(words), QString::fromUtf8(words)); // which the broker says in English
    }
    QCOMPARE(targetText({}), QString());
}

void FormatTest::saysWhoWouldGetIt_data()
{
    QTest::addColumn<qint64>("reached");
    QTest::addColumn<qint64>("clients");
    QTest::addColumn<QString>("text");
    QTest::newRow("no client") << qint64(0) << qint64(0) << QStringLiteral("Nobody would get it: 0 clients");
    QTest::newRow("0 of 12") << qint64(0) << qint64(12)
                             << QStringLiteral("Nobody would get it: 0 of 12 clients");
    QTest::newRow("1 of 1") << qint64(1) << qint64(1) << QStringLiteral("The only client would get it");
    QTest::newRow("3 of 1200") << qint64(3) << qint64(1'200)
                               << QStringLiteral("3 of 1,200 clients would get it");
}

void FormatTest::saysWhoWouldGetIt()
{
    QFETCH(const qint64, reached);
    QFETCH(const qint64, clients);
    QFETCH(const QString, text);
    QCOMPARE(previewText(reached, clients), text);
}

void FormatTest::writesRowsOfEachKind_data()
{
    QTest::addColumn<int>("kind");
    QTest::addColumn<QString>("from");
    QTest::addColumn<QString>("to");
    QTest::addColumn<QString>("type");
    QTest::addColumn<QString>("summary");
    const auto add = [](const char* name, link::RowKind kind, const char* from, const char* to,
                        const char* type, const char* summary) {
        QTest::newRow(name) << static_cast<int>(kind) << QString::fromUtf8(from) << QString::fromUtf8(to)
                            << QString::fromUtf8(type) << QString::fromUtf8(summary);
    };
    add("frame", link::RowKind::Frame, "ann c3", "broker", "≡ text", "hello");
    add("push", link::RowKind::Push, "HTTP", "(no group) (0)", "⇒ push", "hello");
    add("opened", link::RowKind::Opened, "ann c3", "broker", "✓ opened", "words");
    add("closed", link::RowKind::Closed, "ann c3", "broker", "✕ ended", "vanished: 1006 abnormal, “words”");
    add("refused", link::RowKind::Refused, "https://shop.example", "broker", "✕ refused: request",
        "1006 words");
    add("act", link::RowKind::OperatorAct, "operator", "ann c3", "✎ act", "words");
}

void FormatTest::writesRowsOfEachKind()
{
    QFETCH(const int, kind);
    link::FrameRow row = frame(1);
    row.kind = static_cast<link::RowKind>(kind);
    row.sender = link::SenderKind::Http;
    row.text = "words";
    row.code = 1006;
    row.end = EndReason::Vanished;
    row.origin = "https://shop.example";
    row.address = "127.0.0.1:40312";
    const FrameWords words(row);
    QTEST(words.from(), "from");
    QTEST(words.to(), "to");
    QTEST(words.type(), "type");
    QTEST(words.summary(), "summary");
    row.origin.clear();
    if (row.kind == link::RowKind::Refused) { // no browser: then its address is what is known
        QCOMPARE(words.from(), QStringLiteral("127.0.0.1:40312"));
    }
}

void FormatTest::writesPingsAsTextOrBytes()
{
    link::FrameRow row = frame(1);
    row.header.opcode = websocket::Opcode::Ping;
    row.preview = QByteArray("\0\0\0\0\0\0\1\x2a", 8);
    QCOMPARE(FrameWords(row).summary(), QStringLiteral("00 00 00 00 00 00 01 2a"));
    row.preview = "still there?";
    QCOMPARE(FrameWords(row).summary(), QStringLiteral("still there?"));
}

void FormatTest::writesDifferences_data()
{
    QTest::addColumn<qint64>("us");
    QTest::addColumn<QString>("text");
    const auto add = [](qint64 us, const char* text) {
        QTest::newRow(text) << us << QString::fromUtf8(text);
    };
    add(0, "+0.000 ms");
    add(214, "+0.214 ms");
    add(9'999, "+9.999 ms");
    add(38'204, "+38 ms");
    add(1'204'000, "+1.204 s");
    add(-2'000'000, "−2.000 s");
    add(7'501'000'000, "+2:05:01");
}

void FormatTest::writesDifferences()
{
    QFETCH(const qint64, us);
    QTEST(differenceText(std::chrono::microseconds(us)), "text");
}

void FormatTest::saysWhatWasRefused()
{
    QCOMPARE(refusedPartText("http.origin_refused"), QStringLiteral("Origin"));
    QCOMPARE(refusedPartText("http.host_refused"), QStringLiteral("Host"));
    QCOMPARE(refusedPartText("handshake.method"), QStringLiteral("handshake"));
    QCOMPARE(refusedPartText("http.too_many_clients"), QStringLiteral("too many"));
    QCOMPARE(refusedPartText("http.not_found"), QStringLiteral("request"));
}

void FormatTest::filterFindsEachField_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<bool>("found");
    for (const char* word : {"ANN", "c3", "say", "price", "red", "text", "rstrahl", "red price", ""}) {
        QTest::newRow(word) << QString::fromUtf8(word) << true;
    }
    for (const char* word : {"bob", "binary", "c33", "red blue", "pricey"}) {
        QTest::newRow(word) << QString::fromUtf8(word) << false;
    }
}

void FormatTest::filterFindsEachField()
{
    QFETCH(const QString, text);
    QFETCH(const bool, found);
    link::FrameRow row = routed(1, 18);
    row.preview = R"({"Price":12})";
    row.claimedUser = "rstrahl";
    QCOMPARE(FrameFilter(text).matches(row), found);
}

void FormatTest::measuresRates()
{
    TrafficRate rate;
    link::Statistics statistics;
    statistics.time = sampleTime;
    rate.add(statistics);
    QCOMPARE(rate.received(), 0.0);
    statistics.time += std::chrono::seconds(2);
    statistics.messagesReceived = 80;
    statistics.deliveries = 6'000;
    rate.add(statistics);
    QCOMPARE(rate.received(), 40.0);
    QCOMPARE(rate.delivered(), 3'000.0);
    QCOMPARE(rate.history().size(), size_t(1));
    rate.add(statistics); // no time has passed
    QCOMPARE(rate.received(), 40.0);
}

void FormatTest::doesNotFlickerAtOneMessageASecond()
{
    TrafficRate rate;
    link::Statistics statistics;
    statistics.time = sampleTime;
    for (int quarter = 0; quarter < 400; ++quarter) {
        statistics.time += std::chrono::milliseconds(250);
        statistics.messagesReceived = static_cast<quint64>(quarter / 4);
        rate.add(statistics);
        if (quarter >= 12) {
            QCOMPARE(rate.received(), 1.0);
        }
    }
    QCOMPARE(rate.history().size(), TrafficRate::historyLength); // a minute, in seconds
    QCOMPARE(rate.history().back(), 1.0);
    statistics.time -= std::chrono::hours(1); // the clock is set back
    rate.add(statistics);
    QCOMPARE(rate.received(), 1.0);
}

SIGNALBOX_TEST(FormatTest)
#include "format_test.moc"
