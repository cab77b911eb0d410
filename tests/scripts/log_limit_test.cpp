// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/scripts/log_limit.h"

#include "tests/support/test_registry.h"

#include <QtTest/QTest>

using namespace signalbox::scripts;
using namespace Qt::StringLiterals;

class LogLimitTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void cutsALongLineAtACharacter_data()
    {
        QTest::addColumn<QString>("line");
        QTest::addColumn<QString>("kept");
        QTest::newRow("as long as may be") << QString(8192, u'a') << QString(8192, u'a');
        QTest::newRow("one more") << QString(8193, u'a') << QString(8192, u'a') + u" … 1 byte left out"_s;
        QTest::newRow("inside a character")
            << QString(8191, u'a') + u"é"_s << QString(8191, u'a') + u" … 2 bytes left out"_s;
        QTest::newRow("much") << QString(1'000'000, u'a')
                              << QString(8192, u'a') + u" … 991,808 bytes left out"_s;
    }
    void cutsALongLineAtACharacter()
    {
        QFETCH(const QString, line);
        LogLimit limit;
        QTEST(limit.take(line, m_begin).value_or(QString()), "kept");
    }

    void countsWhatIsTooMuchInASecond()
    {
        LogLimit limit;
        for (int i = 0; i < 200; ++i) {
            QVERIFY(limit.take(u"x"_s, m_begin).has_value());
        }
        QVERIFY(!limit.summaryDue().has_value());
        for (int i = 0; i < 1234; ++i) {
            QVERIFY(!limit.take(u"x"_s, m_begin).has_value());
        }
        QCOMPARE(limit.summaryDue(), m_begin + std::chrono::seconds(1));
        QVERIFY(!limit.takeSummary(m_begin + std::chrono::milliseconds(999)).has_value());
        const auto later = m_begin + std::chrono::seconds(1);
        QCOMPARE(limit.takeSummary(later), u"… 1,234 lines left out"_s);
        QVERIFY(!limit.takeSummary(later).has_value());
        QVERIFY(limit.take(u"x"_s, later).has_value());
    }

private:
    const LogLimit::TimePoint m_begin{std::chrono::hours(5)};
};

SIGNALBOX_TEST(LogLimitTest)
#include "log_limit_test.moc"
