// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/control/frame_query.h"

#include "server/control/route_parts.h"
#include "tests/http/make_request.h"
#include "tests/support/test_registry.h"

#include <QtTest/QTest>

using namespace signalbox;
using namespace signalbox::control;
using signalbox::tests::makeGet;

class FrameQueryTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void readsWhatIsAskedFor()
    {
        const auto query = std::get<FrameQuery>(read("filter=opcode%20%3D%3D%20text&limit=7&cursor=813"));
        QCOMPARE(query.filter.text(), QStringLiteral("opcode == text"));
        QCOMPARE(query.limit, 7U);
        QCOMPARE(query.before, 813U);
        const auto standard = std::get<FrameQuery>(read(""));
        QVERIFY(standard.filter.isEmpty());
        QCOMPARE(standard.limit, 100U);
        QCOMPARE(standard.before, 0U);
    }

    void saysWhatIsWrong_data()
    {
        QTest::addColumn<QByteArray>("query");
        QTest::addColumn<QByteArray>("code");
        QTest::newRow("unknown field")
            << QByteArray("filter=colour%3D%3D1") << QByteArray("filter.unknown_field");
        QTest::newRow("unfinished") << QByteArray("filter=opcode%3D%3D") << QByteArray("filter.syntax");
        QTest::newRow("cursor") << QByteArray("cursor=abc") << QByteArray("control.bad_cursor");
        QTest::newRow("first row") << QByteArray("cursor=0") << QByteArray("control.bad_cursor");
    }
    void saysWhatIsWrong()
    {
        QFETCH(const QByteArray, query);
        const auto error = std::get<http::HttpError>(read(query));
        QTEST(error.code, "code");
        QCOMPARE(error.status, 400);
    }

private:
    static std::variant<FrameQuery, http::HttpError> read(const QByteArray& query)
    {
        const http::Request request = makeGet("/x?" + query);
        const std::vector<Parameter> known = route_parts::frameSearch();
        return readFrameQuery(ParameterReader(request, known));
    }
};

SIGNALBOX_TEST(FrameQueryTest)
#include "frame_query_test.moc"
