// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/test_registry.h"
#include "tests/ui/samples.h"
#include "ui/models/ended_clients.h"

#include <QtTest/QtTest>

using namespace signalbox;
using namespace signalbox::tests;

namespace {

link::ClientEnd endOf(quint64 id, const QByteArray& user)
{
    link::ClientEnd end = ended(id);
    end.user = UserName::trusted(user);
    return end;
}

} // namespace

class EndedClientsTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void findsAnEndByClientAndTheLastByUser()
    {
        ui::EndedClients ends;
        ends.add(endOf(3, "ann"));
        ends.add(endOf(5, "ann"));
        ends.add(endOf(6, {}));
        QCOMPARE(ends.find(ClientId(3))->client, ClientId(3));
        QCOMPARE(ends.lastOf(UserName::trusted("ann"))->client, ClientId(5));
        QVERIFY(ends.find(ClientId(4)) == nullptr);
        QVERIFY(ends.lastOf(UserName::trusted("bob")) == nullptr);
        QVERIFY(ends.lastOf(UserName()) == nullptr);
    }

    void forgetsTheOldestFirst()
    {
        ui::EndedClients ends(2);
        ends.add(endOf(3, "ann"));
        ends.add(endOf(4, "bob"));
        ends.add(endOf(5, "bob"));
        QCOMPARE(ends.size(), 2U);
        QVERIFY(ends.find(ClientId(3)) == nullptr);
        QVERIFY(ends.lastOf(UserName::trusted("ann")) == nullptr);
        ends.add(endOf(6, "eve"));
        QVERIFY(ends.find(ClientId(4)) == nullptr);
        QCOMPARE(ends.lastOf(UserName::trusted("bob"))->client, ClientId(5));
    }

    void takesAnEndThatIsToldTwiceOnce()
    {
        ui::EndedClients ends;
        ends.add(endOf(3, "ann"));
        ends.add(endOf(3, "ann"));
        QCOMPARE(ends.size(), 1U);
    }
};

SIGNALBOX_TEST(EndedClientsTest)
#include "ended_clients_test.moc"
