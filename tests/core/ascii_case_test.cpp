// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/core/ascii_case.h"
#include "tests/support/test_registry.h"

#include <QtTest/QTest>

using namespace signalbox;

class AsciiCaseTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void findsWordsInAnyCase();
    void knowsThatNoOtherByteIsALetter();
};

void AsciiCaseTest::findsWordsInAnyCase()
{
    QVERIFY(equalButForCase("groupId", "groupId"));
    QVERIFY(equalButForCase("GROUPID", "groupId"));
    QVERIFY(equalButForCase("groupid", "groupId"));
    QVERIFY(equalButForCase("", ""));
    QVERIFY(!equalButForCase("groupI", "groupId"));
    QVERIFY(!equalButForCase("groupIds", "groupId"));
    QVERIFY(!equalButForCase("userId", "action"));
}

void AsciiCaseTest::knowsThatNoOtherByteIsALetter()
{
    for (char letter = 'a'; letter <= 'z'; ++letter) {
        for (int byte = 0; byte < 256; ++byte) {
            const char other = static_cast<char>(byte);
            const bool same = other == letter || other == letter - 'a' + 'A';
            QCOMPARE(equalButForCase(QByteArrayView(&other, 1), QByteArrayView(&letter, 1)), same);
        }
    }
}

SIGNALBOX_TEST(AsciiCaseTest)
#include "ascii_case_test.moc"
