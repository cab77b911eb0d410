// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/services/connection_store.h"

#include "tests/support/test_registry.h"

#include <QtTest/QTest>

using namespace signalbox;
using namespace signalbox::services;

class ConnectionStoreTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { m_store = {}; }

    void givesANameToAnotherConnection()
    {
        QVERIFY(m_store.store("0", ann));
        QCOMPARE(*m_store.stored("0"), ann);
        QVERIFY(m_store.store("0", bob));
        QCOMPARE(*m_store.stored("0"), bob);
        m_store.closed(ann); // who has lost the name takes it from nobody
        QCOMPARE(*m_store.stored("0"), bob);
    }

    void forgetsANameAndLeavesTheConnectionAlone()
    {
        QVERIFY(m_store.store("0", ann));
        QVERIFY(m_store.removeStored("0"));
        QCOMPARE(m_store.stored("0").error().code, QByteArray("service.no_connection"));
    }

    void keepsAGroupThatIsEmpty()
    {
        QVERIFY(m_store.add(bob, "even"));
        QVERIFY(m_store.add(ann, "even"));
        QVERIFY(m_store.add(ann, "even")); // twice is once
        QCOMPARE(*m_store.members("even"), (std::vector<ClientId>{ann, bob}));
        QVERIFY(m_store.remove(ann, "even"));
        m_store.closed(bob);
        QVERIFY(m_store.members("even")->empty());
    }

    void removesAGroupAndLeavesItsMembersConnected()
    {
        QVERIFY(m_store.add(ann, "even"));
        QVERIFY(m_store.removeGroup("even"));
        QCOMPARE(m_store.members("even").error().code, QByteArray("service.no_group"));
        QVERIFY(m_store.add(ann, "even"));
        m_store.closed(ann);
        QVERIFY(m_store.members("even")->empty());
    }

    void saysWhatIsNotThere()
    {
        const auto code = [](const auto& result) { return result.ok() ? QByteArray() : result.error().code; };
        QCOMPARE(code(m_store.stored("0")), QByteArray("service.no_connection"));
        QCOMPARE(code(m_store.removeStored("0")), QByteArray("service.no_connection"));
        QCOMPARE(code(m_store.members("odd")), QByteArray("service.no_group"));
        QCOMPARE(code(m_store.removeGroup("odd")), QByteArray("service.no_group"));
        QCOMPARE(code(m_store.remove(ann, "odd")), QByteArray("service.no_group"));
        QVERIFY(m_store.add(bob, "odd"));
        QCOMPARE(code(m_store.remove(ann, "odd")), QByteArray("service.not_in_group"));
    }

    void refusesNamesThatCannotBeShown()
    {
        for (const QByteArray& name :
             {QByteArray(""), QByteArray("a\nb"), QByteArray("\xFF"), QByteArray(300, 'x')}) {
            QCOMPARE(m_store.store(name, ann).error().code, QByteArray("service.bad_name"));
            QCOMPARE(m_store.add(ann, name).error().code, QByteArray("service.bad_name"));
        }
    }

private:
    const ClientId ann{1};
    const ClientId bob{2};
    ConnectionStore m_store;
};

SIGNALBOX_TEST(ConnectionStoreTest)
#include "connection_store_test.moc"
