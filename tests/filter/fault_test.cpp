// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/filter/fault.h"

#include "tests/support/test_registry.h"

#include <QtCore/QSet>
#include <QtCore/QStringList>
#include <QtTest/QTest>

using namespace Qt::StringLiterals;
using namespace signalbox;
using namespace signalbox::filter;

class FaultTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void everySentenceIsThereOnce()
    {
        QSet<QByteArray> sentences;
        for (const char* sentence : faultSentences()) {
            QVERIFY(!sentences.contains(sentence));
            sentences.insert(sentence);
        }
        QVERIFY(sentences.contains(missingValue));
        QVERIFY(sentences.contains(tooDeep));
    }

    void whatIsQuotedIsPlainAndShort()
    {
        const QString sentence = faultSentence("%1 and %2.", {u"a\u202E%2"_s, QString(500, u'x')});
        QVERIFY(!sentence.contains(u'\u202E'));
        QVERIFY(sentence.contains(u"%2 and xxx"_s));
        QVERIFY(sentence.size() < 200);
    }

    void anErrorSaysThePlace()
    {
        const Error error = errorOf({"filter.syntax", u"Oh."_s, 4, 2});
        QCOMPARE(error.code, QByteArray("filter.syntax"));
        QCOMPARE(error.message, u"At 5: Oh."_s);
    }
};

SIGNALBOX_TEST(FaultTest)
#include "fault_test.moc"
