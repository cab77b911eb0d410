// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/control/body.h"

#include "tests/support/test_registry.h"

#include <QtTest/QTest>

using namespace signalbox;
using namespace signalbox::control;

class BodyTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void takesAnObjectOrNothing()
    {
        for (const char* const body : {"", "{}", R"({"a":1})", R"( {"b":2,"a":1} )"}) {
            QVERIFY2(std::holds_alternative<message::JsonObject>(readBody(body, {"a", "b"})), body);
        }
    }

    void refusesAllElse_data()
    {
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<QByteArray>("code");
        QTest::newRow("no JSON") << QByteArray("{") << QByteArray("control.not_json");
        QTest::newRow("half a surrogate pair")
            << QByteArray(R"({"a":"\ud800"})") << QByteArray("control.not_json");
        QTest::newRow("a list") << QByteArray("[]") << QByteArray("control.bad_body");
        QTest::newRow("null") << QByteArray("null") << QByteArray("control.bad_body");
        QTest::newRow("twice") << QByteArray(R"({"a":1,"a":1})") << QByteArray("control.bad_body");
        QTest::newRow("deep") << R"({"a":)" + QByteArray(70, '[') + QByteArray(70, ']') + '}'
                              << QByteArray("control.bad_body");
        QTest::newRow("unknown") << QByteArray(R"({"a":1,"c":1})") << QByteArray("control.unknown_member");
        QTest::newRow("case") << QByteArray(R"({"A":1})") << QByteArray("control.unknown_member");
    }
    void refusesAllElse()
    {
        QFETCH(const QByteArray, body);
        const auto read = readBody(body, {"a", "b"});
        QVERIFY(std::holds_alternative<http::HttpError>(read));
        QTEST(std::get<http::HttpError>(read).code, "code");
    }
};

SIGNALBOX_TEST(BodyTest)
#include "body_test.moc"
