// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/control/routes.h"

#include "tests/support/test_registry.h"

#include <QtCore/QSet>
#include <QtTest/QTest>

using namespace signalbox;
using namespace signalbox::control;

class RoutesTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void findsWhatAPathNames_data()
    {
        QTest::addColumn<QByteArray>("path");
        QTest::addColumn<QByteArray>("name");
        QTest::addColumn<QList<QByteArray>>("values");
        using Values = QList<QByteArray>;
        QTest::newRow("root") << QByteArray("/api/v1") << QByteArray("describe") << Values{};
        QTest::newRow("root with a slash") << QByteArray("/api/v1/") << QByteArray("describe") << Values{};
        QTest::newRow("list") << QByteArray("/api/v1/clients") << QByteArray("listClients") << Values{};
        QTest::newRow("one") << QByteArray("/api/v1/clients/c3") << QByteArray("getClient") << Values{"c3"};
        QTest::newRow("slashes") << QByteArray("//api/v1//clients/c3/") << QByteArray("getClient")
                                 << Values{"c3"};
        QTest::newRow("encoded") << QByteArray("/api/v1/groups/a%2Fb%20c") << QByteArray("getGroup")
                                 << Values{"a/b c"};
        QTest::newRow("plus") << QByteArray("/api/v1/groups/a+b/clients") << QByteArray("listGroupClients")
                              << Values{"a+b"};
        QTest::newRow("encoded word")
            << QByteArray("/api/v1/%63lients") << QByteArray("listClients") << Values{};
        QTest::newRow("encoded slash") << QByteArray("/api%2Fv1/clients") << QByteArray() << Values{};
        QTest::newRow("case") << QByteArray("/api/v1/Clients") << QByteArray() << Values{};
        QTest::newRow("too deep") << QByteArray("/api/v1/clients/c3/x/y/z") << QByteArray() << Values{};
        QTest::newRow("elsewhere") << QByteArray("/v1/clients") << QByteArray() << Values{};
    }
    void findsWhatAPathNames()
    {
        QFETCH(const QByteArray, path);
        QFETCH(const QByteArray, name);
        const PathMatch match = matchPath(path);
        const Route* const route = match.route("GET");
        QCOMPARE(route != nullptr ? route->name.toByteArray() : QByteArray(), name);
        if (route != nullptr) {
            QTEST(match.values, "values");
            QCOMPARE(match.route("HEAD"), route);
        } else {
            QVERIFY(match.methods().isEmpty());
        }
    }

    void saysWhatMayBeDone()
    {
        const PathMatch match = matchPath("/api/v1/statistics");
        QCOMPARE(match.methods(), QByteArray("GET, HEAD"));
        QCOMPARE(match.route("POST"), nullptr);
    }

    void namesEachOperationOnce()
    {
        QSet<QByteArray> names;
        QSet<QByteArray> places;
        for (const Route& route : routes()) {
            names.insert(route.name.toByteArray());
            places.insert(route.method.toByteArray() + route.path.toByteArray());
            QVERIFY2(!route.successes.empty() && !route.summary.isEmpty(), route.name.constData());
        }
        QCOMPARE(names.size(), static_cast<qsizetype>(routes().size()));
        QCOMPARE(places.size(), static_cast<qsizetype>(routes().size()));
    }
};

SIGNALBOX_TEST(RoutesTest)
#include "routes_test.moc"
