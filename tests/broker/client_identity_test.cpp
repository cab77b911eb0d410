// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/broker/client_identity.h"

#include "tests/support/test_registry.h"

#include <QtTest/QTest>

using namespace signalbox;
using namespace signalbox::broker;

class ClientIdentityTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void readsNames_data()
    {
        QTest::addColumn<Query>("query");
        QTest::addColumn<QByteArray>("user");
        QTest::addColumn<QByteArrayList>("groups");
        QTest::addColumn<QByteArrayList>("tags");
        const QByteArrayList none;
        QTest::newRow("nothing") << Query{} << QByteArray() << none << none;
        QTest::newRow("userId") << Query{{"userId", "ann"}} << QByteArray("ann") << none << none;
        QTest::newRow("user") << Query{{"user", "ann"}} << QByteArray("ann") << none << none;
        QTest::newRow("the same user twice")
            << Query{{"user", "ann"}, {"userId", "ann"}} << QByteArray("ann") << none << none;
        QTest::newRow("groupId repeats") << Query{{"groupId", "red"}, {"groupId", "blue"}} << QByteArray()
                                         << QByteArrayList{"red", "blue"} << none;
        QTest::newRow("group is an alias")
            << Query{{"group", "red"}} << QByteArray() << QByteArrayList{"red"} << none;
        QTest::newRow("each group once")
            << Query{{"groupId", "red"}, {"group", "red"}} << QByteArray() << QByteArrayList{"red"} << none;
        QTest::newRow("an empty group is none") << Query{{"groupId", ""}} << QByteArray() << none << none;
        QTest::newRow("names are not trimmed")
            << Query{{"groupId", "red  "}} << QByteArray() << QByteArrayList{"red  "} << none;
        QTest::newRow("tags") << Query{{"tags", "a,b"}} << QByteArray() << none << QByteArrayList{"a", "b"};
        QTest::newRow("empty tags are none")
            << Query{{"tags", ",a,,"}} << QByteArray() << none << QByteArrayList{"a"};
    }

    void readsNames()
    {
        QFETCH(Query, query);
        const auto identity = readIdentity(request(query), Limits());
        QVERIFY(identity.ok());
        QTEST(identity->user.bytes(), "user");
        QTEST(bytes(identity->groups), "groups");
        QTEST(bytes(identity->tags), "tags");
    }

    void refusesBadNames_data()
    {
        QTest::addColumn<Query>("query");
        QTest::addColumn<QByteArray>("code");
        const QByteArray longName(129, 'x');
        QTest::newRow("long group") << Query{{"groupId", longName}} << QByteArray("group.name_too_long");
        QTest::newRow("long user") << Query{{"userId", longName}} << QByteArray("user.name_too_long");
        QTest::newRow("long tag") << Query{{"tags", "a," + longName}} << QByteArray("tag.name_too_long");
        QTest::newRow("control character")
            << Query{{"groupId", "a\nb"}} << QByteArray("group.name_has_control_character");
        QTest::newRow("not UTF-8") << Query{{"groupId", "\xff"}} << QByteArray("group.name_not_utf8");
        QTest::newRow("two users") << Query{{"user", "ann"}, {"user", "bob"}} << QByteArray("user.ambiguous");
        Query many;
        for (int i = 0; i <= Limits().maxGroupsPerClient; ++i) {
            many += {"groupId", QByteArray::number(i)};
        }
        QTest::newRow("129 groups") << many << QByteArray("group.too_many");
    }

    void refusesBadNames()
    {
        QFETCH(Query, query);
        const auto identity = readIdentity(request(query), Limits());
        QVERIFY(!identity.ok());
        QTEST(identity.error().code, "code");
    }

private:
    using Query = QList<http::QueryParameter>;

    static http::Request request(const Query& query)
    {
        http::Request request;
        request.query = query;
        return request;
    }

    template <typename Name>
    static QByteArrayList bytes(const QList<Name>& names)
    {
        QByteArrayList list;
        for (const Name& name : names) {
            list += name.bytes();
        }
        return list;
    }
};

SIGNALBOX_TEST(ClientIdentityTest)
#include "client_identity_test.moc"
