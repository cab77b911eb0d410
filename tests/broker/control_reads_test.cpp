// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/broker/control_reads.h"

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

class ControlReadsTest final : public QObject {
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

    void sayWhoIsHereAndWhoWas()
    {
        auto ann = std::make_unique<RawPeer>(m_broker->url({}));
        ann->handshake("/ws?userId=ann&groupId=red");
        QTRY_COMPARE(m_broker->clients().size(), 1);
        const QByteArray id = m_broker->clients().begin()->client.text();
        QCOMPARE(object("/clients/" + id).value(u"user"_s), u"ann"_s);
        QCOMPARE(list("/clients", u"clients"_s).size(), 1);
        QCOMPARE(m_caller->get("/ended_clients/" + id).status, 404);
        ann.reset();
        QTRY_COMPARE(m_broker->ends().size(), size_t(1));
        QCOMPARE(m_caller->get("/clients/" + id).status, 404);
        QCOMPARE(object("/ended_clients/" + id).value(u"user"_s), u"ann"_s);
        QCOMPARE(list("/ended_clients", u"clients"_s).size(), 1);
    }

    void tellGroupsFromTheDefaultGroup()
    {
        RawPeer red(m_broker->url({}));
        RawPeer nobodys(m_broker->url({}));
        red.handshake("/ws?groupId=red");
        nobodys.handshake("/ws?userId=bob");
        QTRY_COMPARE(m_broker->clients().size(), 2);
        const QJsonArray groups = list("/groups", u"groups"_s);
        QCOMPARE(groups.size(), 1);
        QCOMPARE(groups.first().toObject().value(u"name"_s), u"red"_s);
        QCOMPARE(list("/groups/red/clients", u"clients"_s).size(), 1);
        const QJsonArray others = list("/default_group/clients", u"clients"_s);
        QCOMPARE(others.size(), 1);
        QCOMPARE(others.first().toObject().value(u"user"_s), u"bob"_s);
        QCOMPARE(m_caller->get("/default_group").status, 200);
        QCOMPARE(m_caller->get("/groups/blue").status, 404);
    }

    void describeTheBroker()
    {
        QCOMPARE(list("/listeners", u"listeners"_s).size(), 1);
        QVERIFY(object("/statistics").contains(u"clients"_s));
        QVERIFY(object("/configuration").contains(u"limits"_s));
        QCOMPARE(object("/openapi.json").value(u"openapi"_s).toString().first(3), u"3.1"_s);
        QVERIFY(!object("").isEmpty());
    }

private:
    QJsonDocument json(const QByteArray& path)
    {
        const ControlCaller::Reply reply = m_caller->get(path);
        return reply.status == 200 ? QJsonDocument::fromJson(reply.body) : QJsonDocument();
    }
    QJsonObject object(const QByteArray& path) { return json(path).object(); }
    QJsonArray list(const QByteArray& path, const QString& name)
    {
        return object(path).value(name).toArray();
    }

    std::unique_ptr<RunningBroker> m_broker;
    std::unique_ptr<ControlCaller> m_caller;
};

SIGNALBOX_TEST(ControlReadsTest)
#include "control_reads_test.moc"
