// SPDX-License-Identifier: GPL-3.0-or-later
// The rules of STYLE that a program can check, as one function each: what is wrong with this file?
#include "tests/architecture/source_tree.h"
#include "tests/support/test_registry.h"

#include <QtCore/QRegularExpression>
#include <QtTest/QTest>

using namespace Qt::StringLiterals;

namespace signalbox::tests {

namespace {

constexpr qsizetype maxHeaderLines = 150;
constexpr qsizetype maxSourceLines = 500;

/// A connection can only be born from QWebSocketServer::newConnection, and this is the file that listens to
/// it.
const QString connectionBirthplace = u"server/transport/upgrader.cpp"_s;
/// Makes the Connection out of what was born there.
const QStringList connectionMakers{u"server/broker/client_table.cpp"_s, u"server/broker/console_desk.cpp"_s};
/// Threads exchange values through a Mailbox. Who holds a mutex all the same, and why, stands here.
const QStringList mutexHolders{};

QString lacksLicence(const SourceFile& file)
{
    static const QRegularExpression commented(
        u"\\.(h|cpp|in|cmake|sh|py|js|mjs|ts|html|css|svg|xml|toml|supp|desktop)$|/(CMakeLists\\.txt|run)$"_s);
    static const QString line = u"SPDX-License-Identifier: "_s;
    // lupdate writes the translations, and keeps no comment.
    const bool expected = commented.match(file.path).hasMatch() &&
                          !file.path.startsWith("resources/translations/signalbox_"_L1);
    return expected && !file.text.section(u'\n', 0, 3).contains(line) ? u"no SPDX line at the top"_s
                                                                      : QString();
}

QString isTooLong(const SourceFile& file)
{
    const qsizetype most = file.isHeader() ? maxHeaderLines : maxSourceLines;
    const bool ours = file.isCode() && !file.path.startsWith("tests/"_L1);
    return ours && file.lineCount() > most ? u"%1 lines, %2 at most"_s.arg(file.lineCount()).arg(most)
                                           : QString();
}

QString asksForThePlatform(const SourceFile& file)
{
    static const QRegularExpression condition(
        u"^[ \\t]*#[ \\t]*(if|ifdef|ifndef|elif)\\b.*\\b(Q_OS_\\w+|__linux__|__unix__|__APPLE__|_WIN32)\\b"_s,
        QRegularExpression::MultilineOption);
    static const QRegularExpression namedForIt(u"_(unix|linux|windows|macos)(_test)?\\.(h|cpp)$"_s);
    const bool wrong =
        file.isCode() && condition.match(file.text).hasMatch() && !namedForIt.match(file.path).hasMatch();
    return wrong ? u"asks for the platform: such code lies in a file named for it (…_unix.cpp)"_s : QString();
}

QString postponesWork(const SourceFile& file)
{
    static const QRegularExpression mark(u"\\b(TO"
                                         "DO|FIX"
                                         "ME|XX"
                                         "X)\\b"_s);
    const QRegularExpressionMatch match = mark.match(file.text);
    return match.hasMatch() ? u"says "_s + match.captured() : QString();
}

QString holdsAMutex(const SourceFile& file)
{
    static const QRegularExpression mutex(
        u"\\bstd::\\w*mutex\\b|\\bQMutex\\b|\\bQRecursiveMutex\\b|\\bQReadWriteLock\\b|\\bQWaitCondition\\b"_s);
    const bool wrong = file.isCode() && file.isIn("server"_L1) && !mutexHolders.contains(file.path) &&
                       mutex.match(file.code()).hasMatch();
    return wrong ? u"holds a mutex: only values cross threads, through a Mailbox"_s : QString();
}

QString bearsAConnection(const SourceFile& file)
{
    static const QRegularExpression birth(u"QWebSocketServer::newConnection\\b|\\bhandleConnection\\("_s);
    static const QRegularExpression make(
        u"\\b(make_unique|make_shared)<(\\w+::)*Connection>|\\bnew (\\w+::)*Connection\\b"_s);
    static const QRegularExpression webSocket(
        u"\\b(make_unique|make_shared)<QWebSocket>|\\bnew QWebSocket\\b"_s);
    if (!file.isCode() || !(file.isIn("server"_L1) || file.isIn("app"_L1))) {
        return {};
    }
    const QString code = file.code();
    if (file.path != connectionBirthplace && birth.match(code).hasMatch()) {
        return u"only %1 takes connections from a QWebSocketServer"_s.arg(connectionBirthplace);
    }
    if (!connectionMakers.contains(file.path) && make.match(code).hasMatch()) {
        return u"only %1 make a Connection"_s.arg(connectionMakers.join(u" and "));
    }
    const bool serverSide = file.isIn("server/transport"_L1) || file.isIn("server/broker"_L1);
    return serverSide && webSocket.match(code).hasMatch() ? u"the broker's side never makes a QWebSocket"_s
                                                          : QString();
}

QStringList faults(const SourceFile& file)
{
    static constexpr auto rules = {&lacksLicence,  &isTooLong,   &asksForThePlatform,
                                   &postponesWork, &holdsAMutex, &bearsAConnection};
    QStringList found;
    for (const auto rule : rules) {
        if (const QString fault = rule(file); !fault.isEmpty()) {
            found.append(u"%1: %2"_s.arg(file.path, fault));
        }
    }
    return found;
}

QString licensed(const QString& text)
{
    return u"// SPDX-License-Identifier: GPL-3.0-or-later\n"_s + text;
}

} // namespace

class SourceRulesTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void judgesAFile_data()
    {
        QTest::addColumn<QString>("path");
        QTest::addColumn<QString>("text");
        QTest::addColumn<bool>("right");

        const QString line = u"int x;\n"_s;
        const QString birth = licensed(u"connect(s, &QWebSocketServer::newConnection, this, f);\n"_s);
        QTest::newRow("licensed") << u"server/core/x.h"_s << licensed(line) << true;
        QTest::newRow("no licence") << u"server/core/x.h"_s << line << false;
        QTest::newRow("script without licence") << u"packaging/x.sh"_s << u"#!/bin/sh\n"_s << false;
        QTest::newRow("data needs none") << u"tests/http/x.json"_s << u"{}\n"_s << true;
        QTest::newRow("150 lines of header") << u"ui/x.h"_s << licensed(line.repeated(149)) << true;
        QTest::newRow("151 lines of header") << u"ui/x.h"_s << licensed(line.repeated(150)) << false;
        QTest::newRow("500 lines of source") << u"ui/x.cpp"_s << licensed(line.repeated(499)) << true;
        QTest::newRow("501 lines of source") << u"ui/x.cpp"_s << licensed(line.repeated(500)) << false;
        QTest::newRow("platform") << u"app/x.cpp"_s << licensed(u"#ifdef Q_OS_UNIX\n"_s) << false;
        QTest::newRow("platform, named so")
            << u"app/x_unix.cpp"_s << licensed(u"#ifdef Q_OS_UNIX\n"_s) << true;
        QTest::newRow("postponed") << u"app/x.cpp"_s << licensed(u"// TO"_s + u"DO: more"_s) << false;
        QTest::newRow("mutex") << u"server/link/x.h"_s << licensed(u"std::mutex m;\n"_s) << false;
        QTest::newRow("mutex in words") << u"server/link/x.h"_s << licensed(u"// no std::mutex\n"_s) << true;
        QTest::newRow("mutex of Qt") << u"server/link/x.cpp"_s << licensed(u"QMutex m;\n"_s) << false;
        QTest::newRow("birth") << connectionBirthplace << birth << true;
        QTest::newRow("birth elsewhere") << u"server/broker/x.cpp"_s << birth << false;
        QTest::newRow("made elsewhere")
            << u"server/broker/x.cpp"_s
            << licensed(u"auto c = std::make_unique<transport::Connection>(1);\n"_s) << false;
        QTest::newRow("a client on the broker's side")
            << u"server/broker/x.cpp"_s << licensed(u"auto* c = new QWebSocket(origin);\n"_s) << false;
        QTest::newRow("a client of ours")
            << u"server/testclients/x.cpp"_s << licensed(u"auto* c = new QWebSocket(origin);\n"_s) << true;
    }

    void judgesAFile()
    {
        QFETCH(QString, path);
        QFETCH(QString, text);
        QFETCH(bool, right);
        QCOMPARE(faults({path, text}).isEmpty(), right);
    }

    void everyFileKeepsTheRules()
    {
        const QList<SourceFile> files = readSourceTree(
            {u"server"_s, u"ui"_s, u"app"_s, u"resources"_s, u"tests"_s, u"packaging"_s, u".ci"_s});
        QVERIFY2(files.size() > 50, "the source tree was not found");
        qsizetype found = 0;
        for (const SourceFile& file : files) {
            for (const QString& fault : faults(file)) {
                qWarning("%s", qPrintable(fault));
                ++found;
            }
        }
        QCOMPARE(found, 0);
    }

    void documentsLinkToWhatExists_data()
    {
        QTest::addColumn<QString>("document");
        for (const char* name : {"README.md", "ARCHITECTURE.md", "CONTRIBUTING.md", "CHANGELOG.md"}) {
            QTest::newRow(name) << QString::fromLatin1(name);
        }
    }

    void documentsLinkToWhatExists()
    {
        QFETCH(QString, document);
        static const QRegularExpression link(u"\\]\\(([^):#]+)(#[^)]*)?\\)"_s);
        const QString text = readSourceFile(document).text;
        QVERIFY(!text.isEmpty());
        for (const QRegularExpressionMatch& match : link.globalMatch(text)) {
            QVERIFY2(!readSourceFile(match.captured(1)).text.isEmpty(), qPrintable(match.captured(1)));
        }
    }

    void connectionsAreBornWhereTheRuleSays()
    {
        const QString birth = readSourceFile(connectionBirthplace).code();
        QVERIFY(birth.contains("QWebSocketServer::newConnection"_L1));
        for (const QString& path : connectionMakers) {
            const QString maker = readSourceFile(path).code();
            QCOMPARE(maker.count("make_unique<transport::Connection>"_L1), maker.isEmpty() ? 0 : 1);
        }
    }
};

} // namespace signalbox::tests

using signalbox::tests::SourceRulesTest;
SIGNALBOX_TEST(SourceRulesTest)
#include "source_rules_test.moc"
