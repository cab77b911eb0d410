// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/broker/wrong_tokens.h"

#include "tests/support/manual_clock.h"
#include "tests/support/test_registry.h"

#include <QtTest/QTest>

using namespace signalbox;
using namespace signalbox::broker;
using namespace std::chrono_literals;

class WrongTokensTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void shutsAnAddressOutUntilTheOldestIsAMinuteOld()
    {
        WrongTokens wrong(3);
        wrong.note(m_ann, guess(), now());
        m_clock.advance(10s);
        wrong.note(m_ann, guess(), now());
        m_clock.advance(10s);
        QVERIFY(!wrong.shutOutFor(m_ann, now()));
        wrong.note(m_ann, guess(), now());
        QCOMPARE(wrong.shutOutFor(m_ann, now()), std::optional(40s));
        m_clock.advance(39s + 500ms);
        QCOMPARE(wrong.shutOutFor(m_ann, now()), std::optional(1s));
        m_clock.advance(500ms);
        QVERIFY(!wrong.shutOutFor(m_ann, now()));
        wrong.note(m_ann, guess(), now()); // the third within a minute again
        QCOMPARE(wrong.shutOutFor(m_ann, now()), std::optional(10s));
    }

    void countsTheSameTokenOnce()
    {
        WrongTokens wrong(2);
        const OperatorToken stale("of last week");
        for (int i = 0; i < 100; ++i) {
            wrong.note(m_ann, stale, now());
            m_clock.advance(1s);
        }
        QVERIFY(!wrong.shutOutFor(m_ann, now()));
        wrong.note(m_ann, guess(), now());
        QVERIFY(wrong.shutOutFor(m_ann, now()));
    }

    void letsOthersIn()
    {
        WrongTokens wrong(1);
        wrong.note(m_ann, guess(), now());
        QVERIFY(wrong.shutOutFor(m_ann, now()));
        QVERIFY(!wrong.shutOutFor(m_ben, now()));
    }

    void shutsNobodyOutWhenToldSo()
    {
        WrongTokens wrong(0);
        for (int i = 0; i < 100; ++i) {
            wrong.note(m_ann, guess(), now());
        }
        QVERIFY(!wrong.shutOutFor(m_ann, now()));
    }

    void forgetsTheOneThatWasQuietLongestWhenThereAreTooMany()
    {
        WrongTokens wrong(1);
        wrong.note(m_ann, guess(), now());
        wrong.note(m_ben, guess(), now());
        wrong.note(m_ann, guess(), now());
        for (quint32 i = 0; i < WrongTokens::maxAddresses - 1; ++i) {
            wrong.note(QHostAddress(0x0A000000U + i), guess(), now());
        }
        QVERIFY(wrong.shutOutFor(m_ann, now()));
        QVERIFY(!wrong.shutOutFor(m_ben, now()));
    }

private:
    [[nodiscard]] SteadyTime now() const { return m_clock.steadyNow(); }

    OperatorToken guess() { return OperatorToken(QByteArray::number(++m_guesses)); }

    int m_guesses = 0;
    tests::ManualClock m_clock;
    const QHostAddress m_ann{QStringLiteral("203.0.113.7")};
    const QHostAddress m_ben{QStringLiteral("2001:db8::7")};
};

SIGNALBOX_TEST(WrongTokensTest)
#include "wrong_tokens_test.moc"
