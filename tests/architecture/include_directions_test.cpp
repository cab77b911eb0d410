// SPDX-License-Identifier: GPL-3.0-or-later
// Linking alone does not keep the layers apart: on Debian every Qt header lies on the include path. So this
// test reads the #include lines, and the table of ARCHITECTURE.md with them.
#include "tests/architecture/source_tree.h"
#include "tests/support/test_registry.h"

#include <QtCore/QRegularExpression>
#include <QtTest/QTest>

using namespace Qt::StringLiterals;

namespace signalbox::tests {

namespace {

struct Layer {
    QString folder;
    QStringList mayInclude; ///< beside itself
    QStringList qtModules;
};

const QStringList& everyServerFolder()
{
    static const QStringList folders{
        u"server/core"_s,      u"server/settings"_s, u"server/websocket"_s,   u"server/message"_s,
        u"server/routing"_s,   u"server/http"_s,     u"server/link"_s,        u"server/transport"_s,
        u"server/recording"_s, u"server/broker"_s,   u"server/testclients"_s, u"server/webhook"_s,
        u"server/managed"_s,   u"server/control"_s,  u"server/filter"_s,      u"server/remote"_s,
        u"server/xsockets"_s,  u"server/services"_s, u"server/scripts"_s,     u"server/dispatch"_s,
    };
    return folders;
}

/// The table. A new edge is a decision: it is written here and in ARCHITECTURE.md, in the same commit.
const QList<Layer>& layers()
{
    static const QStringList pure{u"QtCore"_s};
    static const QStringList network{u"QtCore"_s, u"QtNetwork"_s, u"QtWebSockets"_s};
    static const QString core = u"server/core"_s;
    static const QString websocket = u"server/websocket"_s;
    static const QString link = u"server/link"_s;
    static const QString filter = u"server/filter"_s;
    static const QList<Layer> table{
        {core, {}, network},
        {u"server/settings"_s, {core}, network},
        {websocket, {core}, pure},
        {u"server/message"_s, {core}, pure},
        {u"server/routing"_s, {core}, pure},
        {u"server/http"_s, {core}, network},
        {u"server/dispatch"_s, {core}, pure},
        {u"server/transport"_s, {core, websocket, u"server/http"_s, u"server/dispatch"_s}, network},
        {link, {core, websocket}, network},
        {filter, {core, websocket, u"server/message"_s, link}, pure},
        {u"server/recording"_s,
         {core, websocket, u"server/message"_s, u"server/routing"_s, link, filter, u"server/xsockets"_s},
         pure},
        {u"server/managed"_s, {core, u"server/http"_s, link, u"server/message"_s}, pure},
        {u"server/xsockets"_s, {core, u"server/message"_s}, pure},
        {u"server/control"_s,
         {core, websocket, u"server/settings"_s, u"server/routing"_s, u"server/http"_s, link,
          u"server/message"_s, filter},
         pure},
        {u"server/broker"_s, everyServerFolder(), network},
        {u"server/webhook"_s, {core, u"server/settings"_s}, network},
        {u"server/testclients"_s, {core, link}, network},
        {u"server/remote"_s, {core, link}, network},
        {u"server/services"_s, {core, link}, network},
        {u"server/scripts"_s, {core, websocket, u"server/services"_s}, {u"QtCore"_s, u"QtQml"_s}},
        {u"ui"_s, {core, link, filter}, {u"QtCore"_s, u"QtGui"_s, u"QtWidgets"_s, u"QtSvg"_s, u"QtDBus"_s}},
        {u"app"_s, everyServerFolder(), network},
        {u"server"_s, {}, network}, // the precompiled header
    };
    return table;
}

/// The folder of the table that a path lies in: "server/core" for "server/core/ids.h".
QString layerOf(const QString& path)
{
    const qsizetype depth = path.startsWith("server/"_L1) && path.count(u'/') > 1 ? 1 : 0;
    return path.section(u'/', 0, static_cast<int>(depth));
}

const Layer* findLayer(const QString& folder)
{
    for (const Layer& layer : layers()) {
        if (layer.folder == folder) {
            return &layer;
        }
    }
    return nullptr;
}

/// What is wrong with a Qt or system header in this layer; empty when nothing is.
QString judgeSystemHeader(const Layer& layer, const QString& header)
{
    static const QRegularExpression qtHeader(u"^(Qt[A-Za-z]+)/|^(Q[A-Za-z]+)$"_s);
    const QRegularExpressionMatch match = qtHeader.match(header);
    if (match.hasMatch() && match.captured(1).isEmpty()) {
        return u"a Qt header is included with its module: <QtCore/QString>"_s;
    }
    if (match.hasMatch() && !layer.qtModules.contains(match.captured(1))) {
        return u"%1 may not use %2"_s.arg(layer.folder, match.captured(1));
    }
    static const QStringList sansSockets{u"server/settings"_s, u"server/http"_s, u"server/link"_s};
    static const QRegularExpression socket(u"^Qt(Network|WebSockets)/Q.*(Socket|Server)$"_s);
    if (sansSockets.contains(layer.folder) && socket.match(header).hasMatch()) {
        return u"%1 knows no socket"_s.arg(layer.folder);
    }
    static const QStringList sansIo{u"server/websocket"_s, u"server/message"_s, u"server/routing"_s,
                                    u"server/filter"_s, u"server/xsockets"_s};
    static const QRegularExpression inputOrTime(
        u"^(QtCore/Q(Thread.*|Mutex|.*Timer|SocketNotifier|EventLoop)|thread|mutex|sys/.*|netinet/.*|unistd\\.h)$"_s);
    if (sansIo.contains(layer.folder) && inputOrTime.match(header).hasMatch()) {
        return u"%1 knows no socket, timer or thread"_s.arg(layer.folder);
    }
    return {};
}

/// What is wrong with an #include "…" in this file; empty when nothing is.
QString judgeOwnHeader(const Layer& layer, const SourceFile& file, const QString& header)
{
    if (header == file.name().section(u'.', 0, 0) + u".moc"_s) {
        return {};
    }
    const QString target = layerOf(header);
    if (!header.contains(u'/') || findLayer(target) == nullptr) {
        return u"ours are included by their path from the root, and never those of tests"_s;
    }
    if (target != layer.folder && !layer.mayInclude.contains(target)) {
        return u"%1 may not include %2"_s.arg(layer.folder, target);
    }
    return {};
}

QStringList wrongIncludes(const SourceFile& file)
{
    static const QRegularExpression include(u"^[ \\t]*#[ \\t]*include[ \\t]*([\"<])([^\">]+)[\">]"_s,
                                            QRegularExpression::MultilineOption);
    const Layer* layer = findLayer(layerOf(file.path));
    if (layer == nullptr) {
        return {u"%1: its folder has no row in the table"_s.arg(file.path)};
    }
    QStringList wrong;
    for (const QRegularExpressionMatch& match : include.globalMatch(file.text)) {
        const QString header = match.captured(2);
        const QString fault = match.captured(1) == u"<" ? judgeSystemHeader(*layer, header)
                                                        : judgeOwnHeader(*layer, file, header);
        if (!fault.isEmpty()) {
            wrong.append(u"%1 includes %2: %3"_s.arg(file.path, header, fault));
        }
    }
    return wrong;
}

/// The second column of the table in ARCHITECTURE.md, as folders.
QStringList documentedFolders(const QString& cell)
{
    static const QRegularExpression remark(u"\\([^)]*\\)[^,]*$|;.*|`"_s);
    if (cell.startsWith("everything"_L1)) {
        return everyServerFolder();
    }
    QStringList folders;
    for (QString name : cell.split(u',')) {
        const bool later = name.trimmed().startsWith("(later)"_L1);
        name = name.remove(remark).trimmed();
        if (!later && name != u"nothing of ours") {
            folders.append(u"server/"_s + name);
        }
    }
    return folders;
}

} // namespace

class IncludeDirectionsTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void judgesAnInclude_data()
    {
        QTest::addColumn<QString>("file");
        QTest::addColumn<QString>("line");
        QTest::addColumn<bool>("right");

        QTest::newRow("down") << u"server/broker/hub.cpp"_s << u"#include \"server/core/ids.h\""_s << true;
        QTest::newRow("its own folder") << u"ui/main.cpp"_s << u"#include \"ui/models/x.h\""_s << true;
        QTest::newRow("the window's seam") << u"ui/x.h"_s << u"#include \"server/link/events.h\""_s << true;
        QTest::newRow("its own moc") << u"app/x.cpp"_s << u"#include \"x.moc\""_s << true;
        QTest::newRow("standard") << u"server/core/x.h"_s << u"#include <vector>"_s << true;
        QTest::newRow("widgets in ui") << u"ui/x.h"_s << u"#include <QtWidgets/QWidget>"_s << true;
        QTest::newRow("up") << u"server/core/ids.h"_s << u"#include \"server/link/events.h\""_s << false;
        QTest::newRow("across") << u"server/message/x.h"_s << u"#include \"server/routing/y.h\""_s << false;
        QTest::newRow("ui to the broker") << u"ui/x.h"_s << u"#include \"server/broker/hub.h\""_s << false;
        QTest::newRow("server to ui") << u"server/link/x.h"_s << u"#include \"ui/main_window.h\""_s << false;
        QTest::newRow("app to ui") << u"app/main.cpp"_s << u"#include \"ui/main_window.h\""_s << false;
        QTest::newRow("indented") << u"server/core/x.h"_s << u"  #  include \"app/main.h\""_s << false;
        QTest::newRow("relative") << u"server/core/x.h"_s << u"#include \"ids.h\""_s << false;
        QTest::newRow("a test's header") << u"app/x.cpp"_s << u"#include \"tests/support/y.h\""_s << false;
        QTest::newRow("the moc of another") << u"app/x.cpp"_s << u"#include \"y.moc\""_s << false;
        QTest::newRow("widgets") << u"server/link/x.h"_s << u"#include <QtWidgets/QWidget>"_s << false;
        QTest::newRow("gui") << u"app/x.cpp"_s << u"#include <QtGui/QColor>"_s << false;
        QTest::newRow("no module") << u"ui/x.h"_s << u"#include <QWidget>"_s << false;
        QTest::newRow("socket in ui") << u"ui/x.h"_s << u"#include <QtNetwork/QTcpSocket>"_s << false;
        QTest::newRow("socket") << u"server/routing/x.h"_s << u"#include <QtNetwork/QTcpSocket>"_s << false;
        QTest::newRow("socket in http")
            << u"server/http/x.h"_s << u"#include <QtNetwork/QTcpSocket>"_s << false;
        QTest::newRow("address in http")
            << u"server/http/x.h"_s << u"#include <QtNetwork/QHostAddress>"_s << true;
        QTest::newRow("timer") << u"server/message/x.h"_s << u"#include <QtCore/QTimer>"_s << false;
        QTest::newRow("thread") << u"server/websocket/x.h"_s << u"#include <thread>"_s << false;
        QTest::newRow("unknown folder")
            << u"server/news/x.h"_s << u"#include \"server/core/ids.h\""_s << false;
    }

    void judgesAnInclude()
    {
        QFETCH(QString, file);
        QFETCH(QString, line);
        QFETCH(bool, right);
        QCOMPARE(wrongIncludes({file, u"#pragma once\n"_s + line + u"\n"_s}).isEmpty(), right);
    }

    void everyIncludeFollowsTheTable()
    {
        int code = 0;
        int wrong = 0;
        for (const SourceFile& file : readSourceTree({u"server"_s, u"ui"_s, u"app"_s})) {
            code += file.isCode() ? 1 : 0;
            for (const QString& fault : file.isCode() ? wrongIncludes(file) : QStringList()) {
                qWarning("%s", qPrintable(fault));
                ++wrong;
            }
        }
        QVERIFY2(code > 20, "the source tree was not found");
        QCOMPARE(wrong, 0);
    }

    void everyFolderOfTheServerIsInTheTable()
    {
        for (const QString& name : foldersIn(u"server"_s)) {
            QVERIFY2(everyServerFolder().contains(u"server/"_s + name), qPrintable(name));
        }
    }

    void theDocumentSaysTheSame()
    {
        static const QRegularExpression row(u"^\\| `([a-z/]+)` \\| ([^|]+) \\|"_s,
                                            QRegularExpression::MultilineOption);
        const QString document =
            readSourceFile(u"ARCHITECTURE.md"_s).text.section(u"\n## Layers"_s, 1).section(u"\n## "_s, 0, 0);
        QStringList documented;
        for (const QRegularExpressionMatch& match : row.globalMatch(document)) {
            const Layer* layer = findLayer(match.captured(1));
            QVERIFY2(layer != nullptr, qPrintable(match.captured(1) + u" is not in this test's table"_s));
            QStringList said = documentedFolders(match.captured(2).trimmed());
            QStringList tested = layer->mayInclude;
            said.sort();
            tested.sort();
            QVERIFY2(said == tested, qPrintable(u"%1: the document says %2, the test %3"_s.arg(
                                         layer->folder, said.join(u", "_s), tested.join(u", "_s))));
            documented.append(layer->folder);
        }
        for (const Layer& layer : layers()) {
            QVERIFY2(documented.contains(layer.folder) || layer.folder == u"server",
                     qPrintable(layer.folder + u" has no row in ARCHITECTURE.md"_s));
        }
    }
};

} // namespace signalbox::tests

using signalbox::tests::IncludeDirectionsTest;
SIGNALBOX_TEST(IncludeDirectionsTest)
#include "include_directions_test.moc"
