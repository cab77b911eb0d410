// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/http/header_list.h"

#include "tests/support/test_registry.h"

#include <QtTest/QTest>

namespace {

using namespace signalbox::http;

class HeaderListTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void findsNamesInAnyCase()
    {
        const HeaderList headers{{"Content-Type", "text/plain"}, {"X-One", "1"}};
        QCOMPARE(headers.value("content-TYPE"), QByteArray("text/plain"));
        QCOMPARE(headers.value("Content"), QByteArray());
        QVERIFY(headers.contains("x-one"));
        QVERIFY(!headers.contains("x-two"));
    }

    void keepsOrderAndRepetition()
    {
        HeaderList headers{{"A", "1"}};
        headers.add("b", "2");
        headers.add(HeaderList{{"a", "3"}});
        QCOMPARE(headers.values("A"), (QList<QByteArray>{"1", "3"}));
        QCOMPARE(headers.count("a"), qsizetype(2));
        QCOMPARE(headers.value("a"), QByteArray("1"));
        QCOMPARE(headers.size(), qsizetype(3));
    }

    void readsListsAcrossFields()
    {
        const HeaderList headers{{"Connection", "keep-alive, UPGRADE"}, {"connection", " close\t"}};
        QVERIFY(headers.listContains("Connection", "upgrade"));
        QVERIFY(headers.listContains("Connection", "Close"));
        QVERIFY(!headers.listContains("Connection", "grade"));
        QVERIFY(!headers.listContains("Upgrade", "upgrade"));
    }
};

} // namespace

SIGNALBOX_TEST(HeaderListTest)
#include "header_list_test.moc"
