// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/broker/service_journal.h"

#include "tests/support/test_registry.h"

#include <QtTest/QTest>

using namespace signalbox;
using namespace signalbox::broker;
using namespace Qt::StringLiterals;

class ServiceJournalTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void numbersItsLines()
    {
        ServiceJournal journal("a.js");
        write(journal, u"one"_s);
        write(journal, u"two"_s);
        const auto lines = journal.linesAfter(1);
        QCOMPARE(lines.size(), size_t(1));
        QCOMPARE(lines.front().number, quint64(2));
        QCOMPARE(lines.front().service, QByteArray("a.js"));
        QCOMPARE(lines.front().text, u"two"_s);
    }

    void forgetsTheOldestOfTooMany()
    {
        ServiceJournal journal("a.js");
        for (size_t line = 0; line < ServiceJournal::maxLines + 3; ++line) {
            write(journal, u"x"_s);
        }
        QCOMPARE(journal.linesAfter(0).size(), ServiceJournal::maxLines);
        QCOMPARE(journal.linesAfter(0).front().number, quint64(4));
        QCOMPARE(journal.lastNumber(), quint64(ServiceJournal::maxLines + 3));
    }

    void forgetsTheOldestOfTooMuch()
    {
        ServiceJournal journal("a.js");
        for (int line = 0; line < 3; ++line) {
            write(journal, QString(ServiceJournal::maxCharacters / 2, u'x'));
        }
        QCOMPARE(journal.linesAfter(0).size(), size_t(2));
    }

    void countsWhatWentWrong()
    {
        ServiceJournal journal("a.js");
        journal.fail({{}, u"a.js"_s, 3, u"first"_s});
        journal.fail({{}, u"a.js"_s, 4, u"second"_s});
        QCOMPARE(journal.errors(), quint64(2));
        QCOMPARE(journal.lastError()->line, 4);
    }

private:
    static void write(ServiceJournal& journal, const QString& text)
    {
        link::ServiceLogLine line;
        line.text = text;
        journal.write(std::move(line));
    }
};

SIGNALBOX_TEST(ServiceJournalTest)
#include "service_journal_test.moc"
