// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/broker/control_frames.h"

#include "tests/support/control_caller.h"
#include "tests/support/test_registry.h"

#include <QtCore/QJsonArray>
#include <QtCore/QJsonDocument>
#include <QtCore/QJsonObject>

using namespace signalbox;
using namespace Qt::StringLiterals;
using tests::ControlCaller;
using tests::RawPeer;
using tests::RunningBroker;

class ControlFramesTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_broker = std::make_unique<RunningBroker>(Settings(), 2);
        m_caller = std::make_unique<ControlCaller>(*m_broker);
    }
    void cleanup()
    {
        m_caller.reset();
        m_broker.reset();
    }

    void areFoundByAFilterAndReadByTheirNumber()
    {
        RawPeer peer(m_broker->url({}));
        peer.handshake("/ws?userId=ann");
        QTRY_COMPARE(m_broker->clients().size(), 1);
        QTRY_COMPARE(found("kind%20%3D%3D%20opened").size(), 1);
        const int number = found("kind%20%3D%3D%20opened").first().toObject().value(u"number"_s).toInt();
        QVERIFY(number > 0);
        const auto whole = m_caller->get("/frames/" + QByteArray::number(number));
        QCOMPARE(whole.status, 200);
        QVERIFY(whole.body.contains("userId=ann"));
    }

    void thatAreNotKeptAreSaidToBe_data()
    {
        QTest::addColumn<QByteArray>("number");
        QTest::newRow("one that never was") << QByteArray("999999");
        QTest::newRow("none") << QByteArray("first");
    }
    void thatAreNotKeptAreSaidToBe()
    {
        QFETCH(const QByteArray, number);
        const auto reply = m_caller->get("/frames/" + number);
        QCOMPARE(reply.status, 404);
        QVERIFY(reply.body.contains("frame.not_kept"));
    }

    void needAFilterThatMeansSomething()
    {
        const auto reply = m_caller->get("/frames?filter=dirction%20%3D%3D%20received");
        QCOMPARE(reply.status, 400);
        QVERIFY(reply.body.contains("direction"));
    }

private:
    QJsonArray found(const QByteArray& filter)
    {
        const auto reply = QJsonDocument::fromJson(m_caller->get("/frames?filter=" + filter).body);
        return reply.object().value(u"frames"_s).toArray();
    }

    std::unique_ptr<RunningBroker> m_broker;
    std::unique_ptr<ControlCaller> m_caller;
};

SIGNALBOX_TEST(ControlFramesTest)
#include "control_frames_test.moc"
