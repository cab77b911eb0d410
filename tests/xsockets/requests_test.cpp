// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/xsockets/requests.h"

#include "tests/support/test_registry.h"

#include <QtTest/QTest>

using namespace signalbox::xsockets;

class RequestsTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void readsWhatIsSubscribedTo()
    {
        for (const char* data : {R"({"T":"say","A":true})", R"({"t":"say","a":true,"x":1})"}) {
            const auto request = readSubscriptionRequest(data);
            QVERIFY2(request, data);
            QCOMPARE(request->topic, QByteArray("say"));
            QVERIFY(request->confirm);
        }
        QVERIFY(!readSubscriptionRequest(R"({"T":"say","A":false})")->confirm);
        QVERIFY(!readSubscriptionRequest(R"({"T":"say"})")->confirm);
        QCOMPARE(readSubscriptionRequest(R"("say")")->topic, QByteArray("say"));
        for (const char* data : {"null", "1", "[]", "{}", R"({"T":1})"}) {
            QVERIFY2(!readSubscriptionRequest(data), data);
        }
    }

    void readsWhatIsStored()
    {
        const auto request = readStorageRequest("{\"K\":\"color\",\"V\":\"\\\"red\\\"\"}");
        QVERIFY(request);
        QCOMPARE(request->key, QByteArray("color"));
        QCOMPARE(request->value, QByteArray(R"("red")"));
        QCOMPARE(readStorageRequest(R"({"k":"color","v":{"a":1}})")->value, QByteArray(R"({"a":1})"));
        QVERIFY(readStorageRequest("{}")->key.isEmpty());
        QVERIFY(!readStorageRequest(R"({"K":1})"));
        QVERIFY(!readStorageRequest("null"));
    }

    void writesAnswers()
    {
        QCOMPARE(openedData("a", "b", "c"), QByteArray(R"({"CI":"a","PI":"b","C":"c"})"));
        QCOMPARE(acknowledgementText("c", 65535), QByteArray(R"({"C":"c","T":"9","D":"null","I":65535})"));
        QCOMPARE(confirmationData("say"), QByteArray(R"({"T":"say","A":true})"));
        const QByteArray expected = "{\"K\":\"k\",\"V\":\"\\\"red\\\"\"}";
        QCOMPARE(storageData("k", R"("red")"), expected);
    }
};

SIGNALBOX_TEST(RequestsTest)
#include "requests_test.moc"
