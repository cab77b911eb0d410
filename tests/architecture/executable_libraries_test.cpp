// SPDX-License-Identifier: GPL-3.0-or-later
// --no-gui runs on a server that has no display library: neither the executable nor the server library needs
// one, nor the JavaScript engine.
#include "tests/support/test_registry.h"

#include <QtCore/QProcess>
#include <QtCore/QRegularExpression>
#include <QtTest/QTest>

using namespace Qt::StringLiterals;

namespace signalbox::tests {

namespace {

/// Whole names, for "libgl" is also the beginning of libglib.
bool isForDisplays(const QString& library)
{
    static const QRegularExpression others(
        u"^lib(X11|X11-xcb|xcb(-.*)?|GL|GLX|GLdispatch|OpenGL|EGL|GLESv2|vulkan|"
        "wayland-.*|xkbcommon(-.*)?|fontconfig|freetype|harfbuzz)$"_s);
    static const QStringList modules{u"libQt6Core"_s, u"libQt6Network"_s, u"libQt6WebSockets"_s};
    const QString name = library.section(u".so"_s, 0, 0);
    if (name.startsWith("libQt6"_L1)) {
        return !modules.contains(name);
    }
    return others.match(name).hasMatch();
}

} // namespace

class ExecutableLibrariesTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void judgesALibraryByItsWholeName_data()
    {
        QTest::addColumn<QString>("library");
        QTest::addColumn<bool>("forDisplays");

        QTest::newRow("glib") << u"libglib-2.0.so.0"_s << false;
        QTest::newRow("the runtime of GCC") << u"libgcc_s.so.1"_s << false;
        QTest::newRow("Qt Core") << u"libQt6Core.so.6"_s << false;
        QTest::newRow("ours") << u"libsignalbox-server.so"_s << false;
        QTest::newRow("Qt Gui") << u"libQt6Gui.so.6"_s << true;
        QTest::newRow("Qt Widgets") << u"libQt6Widgets.so.6"_s << true;
        QTest::newRow("the JavaScript engine") << u"libQt6Qml.so.6"_s << true;
        QTest::newRow("GL") << u"libGL.so.1"_s << true;
        QTest::newRow("X") << u"libX11.so.6"_s << true;
        QTest::newRow("xcb and its parts") << u"libxcb-render.so.0"_s << true;
        QTest::newRow("Wayland") << u"libwayland-client.so.0"_s << true;
    }

    void judgesALibraryByItsWholeName()
    {
        QFETCH(QString, library);
        QFETCH(bool, forDisplays);
        QCOMPARE(isForDisplays(library), forDisplays);
    }

    void needsNoLibraryForDisplays_data()
    {
        QTest::addColumn<QString>("file");
        QTest::newRow("the executable") << QStringLiteral(SIGNALBOX_EXECUTABLE);
        QTest::newRow("the server library") << QStringLiteral(SIGNALBOX_SERVER_LIBRARY);
    }

    void needsNoLibraryForDisplays()
    {
        QFETCH(QString, file);
        QProcess ldd;
        ldd.start(u"ldd"_s, {file});
        QVERIFY(ldd.waitForFinished());
        QCOMPARE(ldd.exitCode(), 0);
        QStringList needed;
        QStringList wrong;
        for (const QString& line : QString::fromUtf8(ldd.readAllStandardOutput()).split(u'\n')) {
            const QString library = line.trimmed().section(u' ', 0, 0).section(u'/', -1);
            needed.append(library);
            if (isForDisplays(library)) {
                wrong.append(library);
            }
        }
        QVERIFY2(needed.join(u' ').contains("libQt6Core.so"_L1), "ldd listed nothing that is known");
        QVERIFY2(wrong.isEmpty(), qPrintable(wrong.join(u' ')));
    }
};

} // namespace signalbox::tests

using signalbox::tests::ExecutableLibrariesTest;
SIGNALBOX_TEST(ExecutableLibrariesTest)
#include "executable_libraries_test.moc"
