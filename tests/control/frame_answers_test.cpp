// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/control/frame_answers.h"

#include "tests/support/test_registry.h"

#include <QtCore/QJsonArray>
#include <QtCore/QJsonDocument>
#include <QtCore/QJsonObject>
#include <QtTest/QTest>

using namespace signalbox;
using namespace signalbox::control;

class FrameAnswersTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void writesWhatARowMeans()
    {
        link::FrameRow row;
        row.number = 812;
        row.client = ClientId(3);
        row.user = "ann";
        row.header.opcode = websocket::Opcode::Text;
        row.header.payloadBytes = 9;
        row.message = MessageId(7);
        row.deliveries = {2, 1, 1, 0};
        row.action = "say";
        row.preview = "{\"action\"";
        const QJsonObject json = frames({row})[0].toObject();
        QCOMPARE(json[u"number"].toInt(), 812);
        QCOMPARE(json[u"kind"].toString(), QStringLiteral("frame"));
        QCOMPARE(json[u"direction"].toString(), QStringLiteral("received"));
        QCOMPARE(json[u"opcode"].toString(), QStringLiteral("text"));
        QCOMPARE(json[u"messageId"].toString(), QStringLiteral("m7"));
        QCOMPARE(json[u"queued"].toInt(), 1);
        QCOMPARE(json[u"preview"].toString(), QStringLiteral("{\"action\""));
        QVERIFY(!json.contains(u"code") && !json.contains(u"fragment"));
    }

    void writesEachKind_data()
    {
        using enum link::RowKind;
        QTest::addColumn<link::RowKind>("kind");
        QTest::addColumn<QString>("word");
        QTest::addColumn<QString>("member");
        QTest::newRow("push") << Push << QStringLiteral("push") << QStringLiteral("preview");
        QTest::newRow("opened") << Opened << QStringLiteral("opened") << QStringLiteral("path");
        QTest::newRow("ended") << Closed << QStringLiteral("ended") << QStringLiteral("end");
        QTest::newRow("joined") << Joined << QStringLiteral("joined") << QStringLiteral("group");
        QTest::newRow("left") << Left << QStringLiteral("left") << QStringLiteral("group");
        QTest::newRow("refused") << Refused << QStringLiteral("refused") << QStringLiteral("error");
        QTest::newRow("answered") << Answered << QStringLiteral("request") << QStringLiteral("method");
        QTest::newRow("called") << Called << QStringLiteral("called") << QStringLiteral("attempt");
        QTest::newRow("act") << OperatorAct << QStringLiteral("act") << QStringLiteral("act");
        QTest::newRow("gap") << Gap << QStringLiteral("gap") << QStringLiteral("rows");
    }
    void writesEachKind()
    {
        QFETCH(const link::RowKind, kind);
        QFETCH(const QString, member);
        link::FrameRow row;
        row.kind = kind;
        const QJsonObject json = frames({row})[0].toObject();
        QTEST(json[u"kind"].toString(), "word");
        QVERIFY(json.contains(member));
    }

    void writesBytesInBase64()
    {
        link::FrameRow row;
        row.preview = "\xFF\x01";
        QCOMPARE(frames({row})[0].toObject()[u"previewBase64"].toString(), QStringLiteral("/wE="));
    }

    void writesWhatWasAsked()
    {
        link::FrameRow row;
        row.kind = link::RowKind::Answered;
        row.text = "POST /__broadcastWebSocket.wc";
        row.code = 200;
        row.address = "127.0.0.1:40312";
        row.took = std::chrono::microseconds(1'250);
        const QJsonObject json = frames({row})[0].toObject();
        QCOMPARE(json[u"method"].toString(), QStringLiteral("POST"));
        QCOMPARE(json[u"path"].toString(), QStringLiteral("/__broadcastWebSocket.wc"));
        QCOMPARE(json[u"took"].toInt(), 1'250);
        QCOMPARE(json[u"address"].toString(), QStringLiteral("127.0.0.1:40312"));
        QVERIFY(!json.contains(u"origin"));
    }

    void writesWhatWasCalled()
    {
        link::FrameRow row;
        row.kind = link::RowKind::Called;
        row.target = "http://localhost/app/__WebSocket.wwd";
        row.code = 503;
        row.attempt = 2;
        row.took = std::chrono::milliseconds(30);
        row.text = "webhook.status";
        const QJsonObject json = frames({row})[0].toObject();
        QCOMPARE(json[u"target"].toString(), QStringLiteral("http://localhost/app/__WebSocket.wwd"));
        QCOMPARE(json[u"attempt"].toInt(), 2);
        QCOMPARE(json[u"took"].toInt(), 30'000);
        QCOMPARE(json[u"error"].toString(), QStringLiteral("webhook.status"));
    }

    void leadsToWhatFollows()
    {
        link::FrameRow row;
        row.number = 5;
        QVERIFY(framesAnswer({row}, 10, 1).body.endsWith(R"("searched":10,"nextCursor":"5"})"));
        QVERIFY(framesAnswer({row}, 10, 2).body.endsWith(R"("searched":10,"nextCursor":null})"));
        QCOMPARE(framesAnswer({}, 0, 1).body, QByteArray(R"({"frames":[],"searched":0,"nextCursor":null})"));
    }

    void writesTheWholeOfOne()
    {
        link::FrameDetail detail;
        detail.row.message = MessageId(7);
        detail.payload = "hello";
        detail.headerBytes = "\x81\x05";
        detail.deliveries = {{ClientId(3), DeliveryState::DroppedSlow}};
        detail.fragments = {4, 5};
        const QJsonObject json = QJsonDocument::fromJson(frameAnswer(detail).body).object();
        QCOMPARE(json[u"payload"].toString(), QStringLiteral("hello"));
        QCOMPARE(json[u"header"].toString(), QStringLiteral("8105"));
        QCOMPARE(json[u"deliveries"][0][u"reason"].toString(), QStringLiteral("slow"));
        QCOMPARE(json[u"fragments"].toArray().size(), 2);
    }

    void writesAHandshakeThatIsNoTextInBase64()
    {
        link::FrameDetail detail;
        detail.row.kind = link::RowKind::Refused;
        detail.handshakeRequest = "\xFF\x01";
        detail.handshakeResponse = "\xFE";
        const QJsonObject json = QJsonDocument::fromJson(frameAnswer(detail).body).object();
        QCOMPARE(json[u"handshakeRequestBase64"].toString(), QStringLiteral("/wE="));
        QCOMPARE(json[u"handshakeResponseBase64"].toString(), QStringLiteral("/g=="));
    }

private:
    static QJsonArray frames(const std::vector<link::FrameRow>& rows)
    {
        return QJsonDocument::fromJson(framesAnswer(rows, 1, 100).body).object()[u"frames"].toArray();
    }
};

SIGNALBOX_TEST(FrameAnswersTest)
#include "frame_answers_test.moc"
