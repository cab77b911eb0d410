// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/control/page.h"

#include "server/control/route_parts.h"
#include "tests/http/make_request.h"
#include "tests/support/test_registry.h"

#include <QtTest/QTest>

#include <algorithm>

using namespace signalbox;
using namespace signalbox::control;
using signalbox::tests::makeGet;

class PageTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void readsWhatIsAskedFor()
    {
        const PageWish wish = wishOf("sort=-user&limit=7&offset=20");
        QCOMPARE(wish.sort, QByteArray("user"));
        QVERIFY(wish.descending);
        QCOMPARE(wish.limit, 7);
        QCOMPARE(wish.offset, 20);
        const PageWish standard = wishOf("");
        QCOMPARE(standard.sort, QByteArray("id"));
        QVERIFY(!standard.descending && !standard.after);
        QCOMPARE(standard.limit, 100);
    }

    void walksTheWholeListByCursorInEveryOrder_data()
    {
        QTest::addColumn<QByteArray>("sort");
        QTest::addColumn<int>("limit");
        for (const char* const sort : {"id", "-id", "user", "-user"}) {
            for (const int limit : {1, 7, 100, 1000}) {
                QTest::addRow("%s by %d", sort, limit) << QByteArray(sort) << limit;
            }
        }
    }
    void walksTheWholeListByCursorInEveryOrder()
    {
        QFETCH(const QByteArray, sort);
        QFETCH(const int, limit);
        const std::vector<Place> places = manyPlaces(100);
        std::vector<size_t> seen;
        QByteArray cursor;
        do {
            const PageWish wish = wishOf("sort=" + sort + "&limit=" + QByteArray::number(limit) +
                                         (cursor.isEmpty() ? QByteArray() : "&cursor=" + cursor));
            const Page page = choosePage(places, wish);
            QCOMPARE(page.total, 100);
            QVERIFY(page.indices.size() <= static_cast<size_t>(limit));
            seen.insert(seen.end(), page.indices.begin(), page.indices.end());
            cursor = page.nextCursor;
        } while (!cursor.isEmpty());
        QCOMPARE(seen, indicesInOrder(places, sort.startsWith('-')));
    }

    void givesTheSameByOffset()
    {
        const std::vector<Place> places = manyPlaces(100);
        const std::vector<size_t> all = indicesInOrder(places, false);
        for (const int offset : {0, 1, 50, 95, 99, 100, 1000}) {
            PageWish wish;
            wish.limit = 10;
            wish.offset = offset;
            const Page page = choosePage(places, wish);
            const auto begin = all.begin() + std::min<qsizetype>(offset, 100);
            const auto end = all.begin() + std::min<qsizetype>(offset + 10, 100);
            QCOMPARE(page.indices, std::vector<size_t>(begin, end));
            QCOMPARE(page.nextCursor.isEmpty(), offset + 10 >= 100);
        }
    }

    void goesOnWhereItWasThoughOthersCameAndWent()
    {
        std::vector<Place> places{{0, "a", 1, 0}, {0, "b", 2, 1}, {0, "c", 3, 2}};
        const Page first = choosePage(places, wishOf("sort=user&limit=2"));
        places = {{0, "aa", 9, 0}, {0, "c", 3, 1}, {0, "d", 4, 2}}; // b, the last one seen, is gone
        const Page second = choosePage(places, wishOf("sort=user&limit=2&cursor=" + first.nextCursor));
        QCOMPARE(second.indices, (std::vector<size_t>{1, 2}));
        QVERIFY(second.nextCursor.isEmpty());
    }

    void takesAnyBytesIntoACursor()
    {
        const std::vector<Place> places{{-5, "a b \xC3\xA9 ", 1, 0}, {-5, "a b \xC3\xA9!", 1, 1}};
        const Page first = choosePage(places, wishOf("sort=user&limit=1"));
        const Page second = choosePage(places, wishOf("sort=user&limit=1&cursor=" + first.nextCursor));
        QCOMPARE(second.indices, (std::vector<size_t>{1}));
    }

    void refusesACursorThatItDidNotGive_data()
    {
        QTest::addColumn<QByteArray>("query");
        QTest::addColumn<QByteArray>("code");
        const auto cursor = [](const QByteArray& text) {
            return "sort=user&cursor=" + text.toBase64(QByteArray::Base64UrlEncoding);
        };
        const QByteArray bad = "control.bad_cursor";
        QTest::newRow("empty") << QByteArray("cursor=") << bad;
        QTest::newRow("no base64") << QByteArray("cursor=%25") << bad;
        QTest::newRow("other sort") << cursor("id 0 3 ") << bad;
        QTest::newRow("other direction") << cursor("-user 0 3 ann") << bad;
        QTest::newRow("no id") << cursor("user 0 x ann") << bad;
        QTest::newRow("no number") << cursor("user  3 ann") << bad;
        QTest::newRow("cut") << cursor("user 0 3") << bad;
        QTest::newRow("with an offset")
            << cursor("user 0 3 ann") + "&offset=3" << QByteArray("control.bad_parameter");
    }
    void refusesACursorThatItDidNotGive()
    {
        QFETCH(const QByteArray, query);
        const http::Request request = makeGet("/x?" + query);
        const std::vector<Parameter> known = route_parts::clientPaging();
        const auto read = readPage(ParameterReader(request, known));
        QVERIFY(std::holds_alternative<http::HttpError>(read));
        QTEST(std::get<http::HttpError>(read).code, "code");
    }

private:
    static PageWish wishOf(const QByteArray& query)
    {
        const http::Request request = makeGet("/x?" + query);
        const std::vector<Parameter> known = route_parts::clientPaging();
        return std::get<PageWish>(readPage(ParameterReader(request, known)));
    }

    /// Many of them share their text.
    static std::vector<Place> manyPlaces(int count)
    {
        std::vector<Place> places;
        for (int i = 0; i < count; ++i) {
            const int mixed = i * 37 % count;
            places.push_back({mixed % 3, QByteArray::number(mixed % 5), static_cast<quint64>(mixed),
                              static_cast<size_t>(i)});
        }
        return places;
    }

    static std::vector<size_t> indicesInOrder(std::vector<Place> places, bool descending)
    {
        std::sort(places.begin(), places.end());
        if (descending) {
            std::reverse(places.begin(), places.end());
        }
        std::vector<size_t> indices;
        for (const Place& place : places) {
            indices.push_back(place.index);
        }
        return indices;
    }
};

SIGNALBOX_TEST(PageTest)
#include "page_test.moc"
