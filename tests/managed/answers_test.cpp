// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/managed/answers.h"

#include "tests/support/test_registry.h"

#include <QtTest/QTest>

using namespace signalbox;
using namespace signalbox::managed;
using namespace std::chrono_literals;

class AnswersTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void writesKeysInTheDocumentedOrder()
    {
        http::Request request;
        request.authority = "mws.example:8080";
        const Reservation reservation{"ab12", {TagName::trusted("a b")}, WallTime(1394779991s)};
        const QByteArray uri = "\"uri\":\"" + socketUri(request, "ab12") + '"';
        QCOMPARE(socketUri(request, "ab12"),
                 "ws:" + QByteArray("/").repeated(2) + "mws.example:8080/?token=ab12");
        const QByteArray expires = R"("expiresAt":"2014-03-14T06:53:11Z")";
        const QByteArray tags = R"("tags":["a b"])";
        QCOMPARE(uriAnswer(reservation, request).body, '{' + expires + ',' + uri + ',' + tags + '}');
        const http::Response created = createdAnswer(reservation, request);
        QCOMPARE(created.status, 201);
        QCOMPARE(created.body, R"({"id":"ab12",)" + tags + ',' + expires + ',' + uri + '}');
        const OpenSocket socket{"ab12", {}, WallTime(1394779991s), ClientId(1)};
        QCOMPARE(socketsAnswer({socket, socket}).body,
                 "{\"results\":[" + socketAnswer(socket).body + ',' + socketAnswer(socket).body + "]}");
        QCOMPARE(socketAnswer(socket).body,
                 QByteArray(R"({"id":"ab12","connectedAt":"2014-03-14T06:53:11Z","tags":[]})"));
    }

    void readsTags()
    {
        QVERIFY(std::get<QList<TagName>>(readTags({}, 3)).isEmpty());
        QCOMPARE(std::get<QList<TagName>>(readTags(R"({"tags":["a",5]})", 3)),
                 (QList<TagName>{TagName::trusted("a"), TagName::trusted("5")}));
        QCOMPARE(std::get<http::HttpError>(readTags(R"({"tags":["1","2","3","4"]})", 3)).code,
                 QByteArray("managed.too_many"));
    }

    void takesAConfigurationThatIsInForce()
    {
        QVERIFY(!checkConfiguration(R"({"identityProvider":"none","name":"Signalbox"})", "none"));
        QVERIFY(!checkConfiguration(configurationAnswer("custom").body, "custom"));
        QCOMPARE(checkConfiguration(R"({"name":"other"})", "none")->property, QByteArray("name"));
    }
};

SIGNALBOX_TEST(AnswersTest)
#include "answers_test.moc"
