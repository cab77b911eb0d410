// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/control/mute_body.h"

#include "tests/support/test_registry.h"

#include <QtTest/QTest>

using namespace signalbox;
using namespace signalbox::control;
using namespace std::chrono_literals;

class MuteBodyTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void readsUntilWhen_data()
    {
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<qint64>("seconds"); // since 1970; -1: for ever
        QTest::newRow("no body") << QByteArray() << qint64(-1);
        QTest::newRow("nothing in it") << QByteArray("{}") << qint64(-1);
        QTest::newRow("seconds") << QByteArray(R"({"seconds":60})") << qint64(1'060);
        QTest::newRow("time") << QByteArray(R"({"until":"1970-01-01T00:30:00Z"})") << qint64(1'800);
        QTest::newRow("time with a zone")
            << QByteArray(R"({"until":"1970-01-01T01:30:00+01:00"})") << qint64(1'800);
    }
    void readsUntilWhen()
    {
        QFETCH(const QByteArray, body);
        QFETCH(const qint64, seconds);
        const auto until = std::get<WallTime>(readMute(body, m_now));
        QVERIFY(until == (seconds < 0 ? WallTime::max() : WallTime(std::chrono::seconds(seconds))));
    }

    void refusesWhatCannotBe_data()
    {
        QTest::addColumn<QByteArray>("body");
        QTest::newRow("past") << QByteArray(R"({"until":"1970-01-01T00:01:00Z"})");
        QTest::newRow("without a zone") << QByteArray(R"({"until":"1970-01-01T00:30:00"})");
        QTest::newRow("no time") << QByteArray(R"({"until":"soon"})");
        QTest::newRow("null") << QByteArray(R"({"until":null})");
        QTest::newRow("none") << QByteArray(R"({"seconds":0})");
        QTest::newRow("a fraction") << QByteArray(R"({"seconds":1.5})");
        QTest::newRow("a text") << QByteArray(R"({"seconds":"60"})");
        QTest::newRow("too many") << QByteArray(R"({"seconds":99999999999})");
        QTest::newRow("both") << QByteArray(R"({"seconds":60,"until":"1970-01-01T00:30:00Z"})");
    }
    void refusesWhatCannotBe()
    {
        QFETCH(const QByteArray, body);
        const auto read = readMute(body, m_now);
        QVERIFY(std::holds_alternative<http::HttpError>(read));
        QCOMPARE(std::get<http::HttpError>(read).code, QByteArray("control.bad_member"));
    }

private:
    const WallTime m_now{1'000s};
};

SIGNALBOX_TEST(MuteBodyTest)
#include "mute_body_test.moc"
