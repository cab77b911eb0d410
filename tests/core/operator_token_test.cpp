// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/core/operator_token.h"

#include "server/core/random_token.h"
#include "tests/support/test_registry.h"

#include <QtTest/QTest>

using namespace signalbox;

class OperatorTokenTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void matchesItselfAlone()
    {
        const QByteArray text = randomToken();
        const OperatorToken token(text);
        QVERIFY(token.matches(text));
        QVERIFY(!token.matches(text.chopped(1)));
        QVERIFY(!token.matches(text + '0'));
        QVERIFY(!token.matches(""));
        QVERIFY(!token.matches(randomToken()));
    }

    void isMatchedByNothingWhenThereIsNone()
    {
        QVERIFY(OperatorToken().isNull());
        QVERIFY(!OperatorToken().matches(""));
        QVERIFY(!OperatorToken().matches(randomToken()));
    }

    void writesRandomTokens()
    {
        QVERIFY(isRandomToken(randomToken()));
        QVERIFY(randomToken() != randomToken());
        QVERIFY(!isRandomToken(randomToken().toUpper() + 'A'));
        QVERIFY(!isRandomToken(QByteArray(64, 'g')));
        QVERIFY(!isRandomToken(""));
    }
};

SIGNALBOX_TEST(OperatorTokenTest)
#include "operator_token_test.moc"
