// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/managed/body_reader.h"

#include "tests/support/test_registry.h"

#include <QtTest/QTest>

using namespace signalbox;
using namespace signalbox::managed;

class BodyReaderTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void saysWhereTheBodyStopsBeingJson()
    {
        const BodyReader body("{\"data\":\n \"a\", tags: null}");
        QCOMPARE(body.error()->code, QByteArray("managed.not_json"));
        QVERIFY2(body.error()->reason.contains(u"line 2, column 7"), qPrintable(body.error()->reason));
    }

    void keepsTheFirstError()
    {
        BodyReader body("{\"a\":null}");
        QVERIFY(!body.error());
        QVERIFY(!body.required(body.root(), "a", "a"));
        body.fail(ManagedFault::Blank, "b");
        QCOMPARE(body.error()->code, QByteArray("managed.missing"));
        QCOMPARE(body.error()->property, QByteArray("a"));
    }

    void readsNamesOnceAndNumbersAsTexts()
    {
        BodyReader body("{\"n\":[\"a\",1,\"a\",\"1\"]}");
        QCOMPARE(body.names(*body.root().value("n"), "n", 2, {}), (QList<QByteArray>{"a", "1"}));
        QVERIFY(!body.error());
    }
};

SIGNALBOX_TEST(BodyReaderTest)
#include "body_reader_test.moc"
