// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/control/path_names.h"

#include "tests/support/test_registry.h"

#include <QtTest/QTest>

using namespace signalbox;
using namespace signalbox::control;

class PathNamesTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void readsTheIdOfAClient()
    {
        QCOMPARE(readClientId("c3").value(), ClientId(3));
        for (const char* const text : {"", "c", "3", "c03", "C3", "c-1", "c3 ", "m3"}) {
            QCOMPARE(readClientId(text).error().code, QByteArray("client.not_found"));
        }
    }

    void readsTheNameOfAGroup()
    {
        QCOMPARE(readGroupName("a/b c").value().bytes(), QByteArray("a/b c"));
        QCOMPARE(readGroupName(QByteArray(129, 'a')).error().code, QByteArray("group.name_too_long"));
        QCOMPARE(readGroupName("\xFF").error().code, QByteArray("group.name_not_utf8"));
        QCOMPARE(readGroupName("a\n").error().code, QByteArray("group.name_has_control_character"));
    }

    void readsTheNameOfATag()
    {
        QCOMPARE(readTagName("vip").value().bytes(), QByteArray("vip"));
        QCOMPARE(readTagName(QByteArray(129, 'a')).error().code, QByteArray("tag.name_too_long"));
    }
};

SIGNALBOX_TEST(PathNamesTest)
#include "path_names_test.moc"
