// SPDX-License-Identifier: GPL-3.0-or-later
// Rows as lines, for a person and for a program.
#include "app/shell/frame_json.h"
#include "app/shell/frame_line.h"
#include "tests/support/test_registry.h"

#include <QtCore/QJsonDocument>
#include <QtCore/QJsonObject>
#include <QtTest/QTest>

using namespace signalbox;
using namespace signalbox::app;
using namespace Qt::StringLiterals;

namespace {

link::FrameRow textFrame(const QByteArray& payload)
{
    link::FrameRow row;
    row.number = 12;
    row.time = WallTime(std::chrono::microseconds(1'700'000'000'000'042));
    row.client = ClientId(3);
    row.user = "ann";
    row.header.masked = true;
    row.header.payloadBytes = quint64(payload.size());
    row.payload = payload;
    row.preview = payload.first(std::min<qsizetype>(payload.size(), 120));
    return row;
}

QJsonObject parsed(const link::FrameRow& row)
{
    FrameJson json;
    const QByteArray line = json.line(row);
    return line.contains('\n') ? QJsonObject() : QJsonDocument::fromJson(line).object();
}

} // namespace

class FrameTextTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void saysWhatAFrameWas()
    {
        const QJsonObject json = parsed(textFrame("hello"));
        QCOMPARE(json[u"number"].toInt(), 12);
        QCOMPARE(json[u"time"].toString(), u"2023-11-14T22:13:20.000Z"_s);
        QCOMPARE(json[u"kind"].toString(), u"frame"_s);
        QCOMPARE(json[u"direction"].toString(), u"received"_s);
        QCOMPARE(json[u"client"].toString(), u"c3"_s);
        QCOMPARE(json[u"user"].toString(), u"ann"_s);
        QCOMPARE(json[u"opcode"].toString(), u"text"_s);
        QVERIFY(json[u"fin"].toBool() && json[u"mask"].toBool());
        QCOMPARE(json[u"length"].toInt(), 5);
        QCOMPARE(json[u"payload"].toString(), u"hello"_s);
    }

    void opensTheMessage_data()
    {
        QTest::addColumn<QByteArray>("payload");
        QTest::addColumn<QByteArray>("message"); // as it stands in the line
        QTest::newRow("a text") << QByteArray("hello") << QByteArray("\"message\":\"hello\"");
        QTest::newRow("of an envelope")
            << QByteArray("{\"action\":\"a\",\"message\":\"hi\"}") << QByteArray("\"message\":\"hi\"}");
        QTest::newRow("a string that holds JSON")
            << QByteArray("{\"action\":\"a\",\"message\":\"{\\\"price\\\":12.50}\"}")
            << QByteArray("\"message\":{\"price\":12.50}}");
        QTest::newRow("a number that no double holds")
            << QByteArray("{\"action\":\"a\",\"message\":18446744073709551617}")
            << QByteArray("\"message\":18446744073709551617}");
        QTest::newRow("absent") << QByteArray("{\"action\":\"a\"}") << QByteArray("\"message\":null}");
        QTest::newRow("JSON on several lines")
            << QByteArray("{\"a\":\n1}") << QByteArray("\"message\":{\"a\": 1}}");
    }

    void opensTheMessage()
    {
        QFETCH(QByteArray, payload);
        QFETCH(QByteArray, message);
        FrameJson json;
        const QByteArray line = json.line(textFrame(payload));
        QVERIFY2(line.contains(message), line.constData());
        QVERIFY(!line.contains('\n'));
        QVERIFY(!QJsonDocument::fromJson(line).isNull());
    }

    void writesOtherBytesInBase64()
    {
        link::FrameRow row = textFrame(QByteArray("\xff\x00", 2));
        row.header.opcode = websocket::Opcode::Binary;
        const QJsonObject json = parsed(row);
        QCOMPARE(json[u"payloadBase64"].toString(), u"/wA="_s);
        QVERIFY(!json.contains(u"payload") && !json.contains(u"message"));
    }

    void hasTheWordOfEachKind()
    {
        const auto kinds = QMetaEnum::fromType<link::RowKind>();
        QSet<QString> words;
        for (int i = 0; i < kinds.keyCount(); ++i) {
            link::FrameRow row;
            row.kind = static_cast<link::RowKind>(kinds.value(i));
            row.text = "GET /";
            const QString word = parsed(row)[u"kind"].toString();
            QVERIFY2(!word.isEmpty(), kinds.key(i));
            QVERIFY(frameLine(row).contains(word) || row.kind == link::RowKind::Frame);
            words.insert(word);
        }
        QCOMPARE(words.size(), kinds.keyCount());
    }

    void makesALineForAPerson()
    {
        const QString line = frameLine(textFrame("{\"a\":1}"));
        QVERIFY2(line.contains(u"← c3 ann"), qPrintable(line));
        QVERIFY(line.endsWith(u"7  {\"a\":1}"));
    }

    void letsNoPeerWriteToTheTerminal()
    {
        link::FrameRow row = textFrame("\x1b[31mred\nsecond line\r");
        row.user = "\x1b]0;title\x07";
        const QString line = frameLine(row);
        for (const QChar character : line) {
            QVERIFY(character.category() != QChar::Other_Control);
        }
    }

    void saysThatAPayloadGoesOn() { QVERIFY(frameLine(textFrame(QByteArray(500, 'x'))).endsWith(u"x…")); }
};

SIGNALBOX_TEST(FrameTextTest)
#include "frame_text_test.moc"
