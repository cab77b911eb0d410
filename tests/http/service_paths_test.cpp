// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/http/service_paths.h"

#include "tests/support/test_registry.h"

#include <QtTest/QTest>

using namespace signalbox;
using namespace signalbox::http;

class ServicePathsTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void findsAServiceByItsWholePath_data()
    {
        QTest::addColumn<QByteArray>("path");
        QTest::addColumn<QByteArray>("service");
        QTest::addColumn<QByteArray>("methods");
        QTest::newRow("socket") << QByteArray("/chat/ws") << QByteArray("chat.js") << QByteArray("GET");
        QTest::newRow("base path alone") << QByteArray("/chat") << QByteArray("") << QByteArray("");
        QTest::newRow("below the socket") << QByteArray("/chat/ws/more") << QByteArray("") << QByteArray("");
        QTest::newRow("another case") << QByteArray("/Chat/ws") << QByteArray("") << QByteArray("");
        QTest::newRow("resource") << QByteArray("/storeInfo/rm/7") << QByteArray("store_info.js")
                                  << QByteArray("GET, HEAD");
        QTest::newRow("empty variable") << QByteArray("/storeInfo/rm/") << QByteArray("") << QByteArray("");
        QTest::newRow("two methods") << QByteArray("/storeInfo/7") << QByteArray("store_info.js")
                                     << QByteArray("POST, GET, HEAD");
        QTest::newRow("resource at the base path")
            << QByteArray("/root") << QByteArray("root.js") << QByteArray("POST");
        QTest::newRow("the first has it")
            << QByteArray("/twice/ws") << QByteArray("a.js") << QByteArray("GET");
    }
    void findsAServiceByItsWholePath()
    {
        QFETCH(const QByteArray, path);
        const ServiceTarget target = findService(routes(), path);
        QTEST(target.service, "service");
        QTEST(serviceMethods(target), "methods");
    }

    void saysWhatStandsInTheBraces()
    {
        const ServiceTarget target = findService(routes(), "/storeInfo/rm/seven");
        QCOMPARE(target.resources.size(), 1);
        QCOMPARE(target.resources.front().path, QByteArray("/rm/{id}"));
        QCOMPARE(target.resources.front().parameters, (QList<QueryParameter>{{"id", "seven"}}));
        QVERIFY(!target.isSocket);
        QVERIFY(findService(routes(), "/chat/ws").isSocket);
    }

private:
    static ServiceRoutes routes()
    {
        return {
            {"chat.js", "/chat", "/ws", {}},
            {"store_info.js", "/storeInfo", {}, {{"POST", "/{id}"}, {"GET", "/rm/{id}"}, {"GET", "/{id}"}}},
            {"root.js", "/root", {}, {{"POST", "/"}}},
            {"a.js", "/twice", "/ws", {}},
            {"b.js", "/twice", "/ws", {}}};
    }
};

SIGNALBOX_TEST(ServicePathsTest)
#include "service_paths_test.moc"
