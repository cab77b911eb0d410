// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/webhook/request_headers.h"

#include "tests/support/test_registry.h"

#include <QtTest/QTest>

using namespace signalbox;
using namespace signalbox::webhook;
using Headers = QList<std::pair<QByteArray, QByteArray>>;

class RequestHeadersTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void saysWhoSentIt()
    {
        Call call;
        call.message = MessageId(18);
        call.client = ClientId(3);
        call.attempts = 2;
        const Headers nobody = requestHeaders(call);
        QCOMPARE(nobody.size(), 5);
        QVERIFY(nobody.contains(std::pair<QByteArray, QByteArray>("Content-Type", "application/json")));
        QVERIFY(nobody.contains(std::pair<QByteArray, QByteArray>("X-Signalbox-Message", "m18")));
        QVERIFY(nobody.contains(std::pair<QByteArray, QByteArray>("X-Signalbox-Attempt", "2")));
        QVERIFY(nobody.contains(std::pair<QByteArray, QByteArray>("X-Signalbox-Client", "c3")));

        call.user = UserName::trusted("J\xc3\xb6rg, %");
        call.groups = {GroupName::trusted("a,b"), GroupName::trusted("red")};
        const Headers somebody = requestHeaders(call);
        QVERIFY(
            somebody.contains(std::pair<QByteArray, QByteArray>("X-Signalbox-User", "J%C3%B6rg%2C%20%25")));
        QVERIFY(somebody.contains(std::pair<QByteArray, QByteArray>("X-Signalbox-Groups", "a%2Cb,red")));
    }
};

SIGNALBOX_TEST(RequestHeadersTest)
#include "request_headers_test.moc"
