// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/shell/shell_options.h"

#include "app/command_line.h"
#include "tests/support/test_registry.h"

#include <QtTest/QTest>

using namespace signalbox;
using namespace signalbox::app;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

class ShellOptionsTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void readsWhomAMessageIsFor()
    {
        const auto options = readSendOptions({u"--group"_s, u"ops"_s, u"--group"_s, u"red"_s, u"--user=ann"_s,
                                              u"--client"_s, u"c3"_s, u"--tag"_s, u"t"_s, u"--all"_s,
                                              u"--except-user"_s, u"bob"_s, u"--message"_s, u"hi"_s});
        QVERIFY(options.ok());
        const Recipients expected{{RecipientType::Group, "ops"},     {RecipientType::Group, "red"},
                                  {RecipientType::User, "ann"},      {RecipientType::Client, "c3"},
                                  {RecipientType::Tag, "t"},         {RecipientType::All, {}},
                                  {RecipientType::AllButUser, "bob"}};
        QVERIFY(options->recipients == expected);
        QCOMPARE(options->message, u"hi"_s);
        QCOMPARE(options->action, QByteArray("message"));
        QCOMPARE(options->count, quint64(1));
    }

    void readsRepetition()
    {
        const auto options = readSendOptions({u"--message"_s, u"x"_s, u"--count"_s, u"60"_s, u"--interval"_s,
                                              u"500ms"_s, u"--require-recipients"_s, u"--json"_s});
        QVERIFY(options.ok());
        QCOMPARE(options->count, quint64(60));
        QVERIFY(options->interval == 500ms);
        QVERIFY(options->requireRecipients && options->json);
    }

    void takesADashForTheStandardInput()
    {
        const auto options = readSendOptions({u"--message"_s, u"-"_s});
        QVERIFY(options.ok());
        QCOMPARE(options->message, u"-"_s);
    }

    void refusesWhatMeansNothing_data()
    {
        QTest::addColumn<QStringList>("arguments");
        QTest::addColumn<QByteArray>("code");
        const QStringList message{u"--message"_s, u"x"_s};
        QTest::newRow("no message") << QStringList{u"--all"_s} << QByteArray("usage.missing_message");
        QTest::newRow("count 0") << message + QStringList{u"--count"_s, u"0"_s}
                                 << QByteArray("usage.bad_count");
        QTest::newRow("count x") << message + QStringList{u"--count"_s, u"x"_s}
                                 << QByteArray("usage.bad_count");
        QTest::newRow("interval") << message + QStringList{u"--interval"_s, u"soon"_s}
                                  << QByteArray("usage.bad_interval");
        QTest::newRow("url") << message + QStringList{u"--url"_s, u"http://x"_s}
                             << QByteArray("usage.bad_url");
        QTest::newRow("a word") << message + QStringList{u"ops"_s} << QByteArray("usage.too_much");
        QTest::newRow("unknown") << message + QStringList{u"--grop"_s, u"ops"_s}
                                 << QByteArray("usage.unknown_option");
    }

    void refusesWhatMeansNothing()
    {
        QFETCH(QStringList, arguments);
        const auto options = readSendOptions(arguments);
        QVERIFY(!options.ok());
        QTEST(options.error().code, "code");
    }

    void namesTheNearestOption()
    {
        const auto options = readSendOptions({u"--grop"_s, u"ops"_s});
        QVERIFY(options.error().message.contains(u"--group"));
    }

    void readsTail()
    {
        const auto options = readTailOptions({u"--json"_s, u"--filter"_s, u"opcode == text"_s});
        QVERIFY(options.ok());
        QVERIFY(options->json);
        QCOMPARE(options->filter, u"opcode == text"_s);
    }

    void isReadBehindItsWord()
    {
        const auto send =
            readCommandLine({u"signalbox"_s, u"send"_s, u"--message"_s, u"x"_s, u"--profile"_s, u"/p"_s});
        QVERIFY(send.ok());
        QCOMPARE(send->task, Task::Send);
        QCOMPARE(send->profile, u"/p"_s);
        QCOMPARE(send->send.message, u"x"_s);
        QCOMPARE(readCommandLine({u"signalbox"_s, u"tail"_s})->task, Task::Tail);
    }

    void saysItsOptions()
    {
        for (const OptionText& option : sendOptionTexts()) {
            QVERIFY(sendHelp().contains(u"--"_s + option.longName()));
        }
        for (const OptionText& option : tailOptionTexts()) {
            QVERIFY(tailHelp().contains(u"--"_s + option.longName()));
        }
    }
};

SIGNALBOX_TEST(ShellOptionsTest)
#include "shell_options_test.moc"
