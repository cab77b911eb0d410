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
        wrong.note(m_ann, now());
        m_clock.advance(10s);
        wrong.note(m_ann, now());
        m_clock.advance(10s);
        QVERIFY(!wrong.shutOutFor(m_ann, now()));
        wrong.note(m_ann, now());
        QCOMPARE(wrong.shutOutFor(m_ann, now()), std::optional(40s));
        m_clock.advance(39s + 500ms);
        QCOMPARE(wrong.shutOutFor(m_ann, now()), std::optional(1s));
        m_clock.advance(500ms);
        QVERIFY(!wrong.shutOutFor(m_ann, now()));
        wrong.note(m_ann, now()); // the third within a minute again
        QCOMPARE(wrong.shutOutFor(m_ann, now()), std::optional(10s));
    }

    void letsOthersIn()
    {
        WrongTokens wrong(1);
        wrong.note(m_ann, now());
        QVERIFY(wrong.shutOutFor(m_ann, now()));
        QVERIFY(!wrong.shutOutFor(m_ben, now()));
    }

    void shutsNobodyOutWhenToldSo()
    {
        WrongTokens wrong(0);
        for (int i = 0; i < 100; ++i) {
            wrong.note(m_ann, now());
        }
        QVERIFY(!wrong.shutOutFor(m_ann, now()));
    }

    void forgetsTheOneThatWasQuietLongestWhenThereAreTooMany()
    {
        WrongTokens wrong(1);
        wrong.note(m_ann, now());
        wrong.note(m_ben, now());
        wrong.note(m_ann, now());
        for (quint32 i = 0; i < WrongTokens::maxAddresses - 1; ++i) {
            wrong.note(QHostAddress(0x0A000000U + i), now());
        }
        QVERIFY(wrong.shutOutFor(m_ann, now()));
        QVERIFY(!wrong.shutOutFor(m_ben, now()));
    }

private:
    [[nodiscard]] SteadyTime now() const { return m_clock.steadyNow(); }

    tests::ManualClock m_clock;
    const QHostAddress m_ann{QStringLiteral("203.0.113.7")};
    const QHostAddress m_ben{QStringLiteral("2001:db8::7")};
};

SIGNALBOX_TEST(WrongTokensTest)
#include "wrong_tokens_test.moc"
