// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/http/request.h"

#include "tests/support/test_registry.h"

#include <QtTest/QTest>

namespace {

using namespace signalbox::http;

class RequestTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void findsParametersByExactName()
    {
        Request request;
        request.query = {{"groupId", "a"}, {"groupid", "b"}, {"groupId", ""}, {"flag", ""}};
        QCOMPARE(request.value("groupId"), std::optional(QByteArray("a")));
        QCOMPARE(request.values("groupId"), (QList<QByteArray>{"a", ""}));
        QCOMPARE(request.value("flag"), std::optional(QByteArray("")));
        QVERIFY(!request.value("userId"));
        QVERIFY(request.values("userId").isEmpty());
    }

    void findsHeaders()
    {
        Request request;
        request.headers = {{"Origin", "null"}, {"origin", "http://a"}};
        QCOMPARE(request.header("ORIGIN"), QByteArray("null"));
        QCOMPARE(request.headerCount("ORIGIN"), qsizetype(2));
    }
};

} // namespace

SIGNALBOX_TEST(RequestTest)
#include "request_test.moc"
