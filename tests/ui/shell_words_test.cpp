// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/format/shell_words.h"

#include "tests/support/test_registry.h"

#include <QtCore/QProcess>
#include <QtTest/QtTest>

#include <algorithm>

using namespace signalbox;
using namespace Qt::StringLiterals;

class ShellWordsTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void bashReadsTheSameBytes_data();
    void bashReadsTheSameBytes();
    void quotesNoMoreThanItMust();
    void holdsNothingThatATerminalActsUpon();
    void printfWritesAnyBytes();

private:
    static QByteArray said(const QByteArray& command)
    {
        QProcess bash;
        bash.start(u"bash"_s, {u"--norc"_s, u"-c"_s, QString::fromUtf8(command)});
        return bash.waitForFinished() ? bash.readAllStandardOutput() : bash.errorString().toUtf8();
    }
};

void ShellWordsTest::bashReadsTheSameBytes_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("nothing") << QByteArray();
    QTest::newRow("plain") << QByteArray("http://127.0.0.1:5210/a_b-c.d,e");
    QTest::newRow("blanks") << QByteArray("a  b ");
    QTest::newRow("quotes") << QByteArray(R"(it's "so" '' $HOME `id` \n !!)");
    QTest::newRow("lines") << QByteArray("a\r\n\tb\n");
    QTest::newRow("a quote between lines") << QByteArray("a'\n\\'b");
    QTest::newRow("letters of the world") << QByteArray("äöü → 日本");
    QTest::newRow("a digit behind a control character") << QByteArray("\x01"
                                                                      "2\x1b[31m");
    QTest::newRow("no UTF-8") << QByteArray("\xff\xfe\x80"
                                            "ab");
    QTest::newRow("turned around") << QByteArray("a\u202Eb");
    QTest::newRow("begins with @ and -") << QByteArray("@-x");
    QTest::newRow("a comment") << QByteArray("# none; rm -rf /");
}

void ShellWordsTest::bashReadsTheSameBytes()
{
    QFETCH(QByteArray, bytes);
    QCOMPARE(said("printf %s " + ui::shellWord(bytes)), bytes);
    QCOMPARE(said("printf " + ui::printfWord(bytes)), bytes);
}

void ShellWordsTest::quotesNoMoreThanItMust()
{
    QCOMPARE(ui::shellWord("http://a/b?"), QByteArray("'http://a/b?'")); // bash would look for files
    QCOMPARE(ui::shellWord("http://a/b"), QByteArray("http://a/b"));
    QCOMPARE(ui::shellWord("a b"), QByteArray("'a b'"));
    QCOMPARE(ui::shellWord("it's"), QByteArray("'it'\\''s'"));
    QCOMPARE(ui::shellWord("a\nb"), QByteArray("$'a\\nb'"));
    QCOMPARE(ui::shellWord({}), QByteArray("''"));
}

void ShellWordsTest::holdsNothingThatATerminalActsUpon()
{
    QByteArray all;
    for (int byte = 1; byte < 256; ++byte) {
        all += static_cast<char>(byte);
    }
    for (const QByteArray& word : {ui::shellWord(all), ui::printfWord(all)}) {
        QVERIFY(std::ranges::all_of(word, [](char byte) { return byte >= 0x20 && byte < 0x7f; }));
    }
}

void ShellWordsTest::printfWritesAnyBytes()
{
    QByteArray all;
    for (int byte = 0; byte < 256; ++byte) {
        all += static_cast<char>(byte);
    }
    QCOMPARE(said("printf " + ui::printfWord(all + "7%s\\")), all + "7%s\\");
}

SIGNALBOX_TEST(ShellWordsTest)
#include "shell_words_test.moc"
