// SPDX-License-Identifier: GPL-3.0-or-later
// Installs the program into a folder, moves that folder, and starts it there: nothing may lead back to the
// build.
#include "tests/support/test_registry.h"

#include <QtCore/QDir>
#include <QtCore/QFile>
#include <QtCore/QProcess>
#include <QtCore/QTemporaryDir>
#include <QtTest/QTest>

using namespace Qt::StringLiterals;

namespace signalbox::tests {

namespace {

constexpr int deadlineMs = 20'000;

QProcessEnvironment emptyEnvironment()
{
    QProcessEnvironment environment;
    environment.insert(u"PATH"_s, u"/usr/bin:/bin"_s);
    environment.insert(u"QT_QPA_PLATFORM"_s, u"offscreen"_s);
    return environment;
}

} // namespace

class InstallTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        QProcess install;
        install.setProcessChannelMode(QProcess::MergedChannels);
        install.start(QStringLiteral(CMAKE_COMMAND), {u"--install"_s, QStringLiteral(SIGNALBOX_BINARY_DIR),
                                                      u"--prefix"_s, path(u"first"_s)});
        QVERIFY(install.waitForFinished(deadlineMs));
        QVERIFY2(install.exitCode() == 0, install.readAll().constData());
        QVERIFY(QDir().rename(path(u"first"_s), path(u"moved here"_s)));
    }

    void hasWhatADesktopAndAServerNeed_data()
    {
        QTest::addColumn<QString>("file");
        for (const char* file :
             {"share/applications/org.signalbox.Signalbox.desktop",
              "share/metainfo/org.signalbox.Signalbox.metainfo.xml",
              "share/icons/hicolor/scalable/apps/org.signalbox.Signalbox.svg",
              "lib/systemd/system/signalbox.service", "share/man/man1/signalbox.1",
              "share/man/man5/signalbox.toml.5", "share/man/man7/signalbox-protocol.7",
              "share/signalbox/services/echo_server.js", "share/signalbox/services/signalbox-service.d.ts",
              "share/bash-completion/completions/signalbox", "share/zsh/site-functions/_signalbox"}) {
            QTest::newRow(file) << QString::fromLatin1(file);
        }
    }

    void hasWhatADesktopAndAServerNeed()
    {
        QFETCH(QString, file);
        QVERIFY(QFile::exists(installed(file)));
    }

    void everyLibraryIsFoundInTheNewPlace()
    {
        QStringList binaries{program()};
        const QDir libraries(installed(QStringLiteral(SIGNALBOX_PRIVATE_LIBDIR)));
        for (const QString& name : libraries.entryList({u"*.so"_s}, QDir::Files)) {
            binaries.append(libraries.filePath(name));
        }
        QVERIFY2(binaries.size() == 4, "the program, the server library, the window and the script host");
        for (const QString& binary : binaries) {
            QProcess ldd;
            ldd.setProcessEnvironment(emptyEnvironment());
            ldd.start(u"ldd"_s, {binary});
            QVERIFY(ldd.waitForFinished(deadlineMs));
            const QString said = QString::fromUtf8(ldd.readAllStandardOutput());
            QVERIFY2(!said.contains("not found"_L1), qPrintable(binary + u": "_s + said));
            QVERIFY2(!said.contains(QStringLiteral(SIGNALBOX_BINARY_DIR)),
                     qPrintable(binary + u": "_s + said));
        }
    }

    void tellsItsVersion()
    {
        QProcess signalbox;
        start(&signalbox, {u"--version"_s});
        QVERIFY(signalbox.waitForFinished(deadlineMs));
        QCOMPARE(signalbox.exitCode(), 0);
        QVERIFY(signalbox.readAllStandardOutput().startsWith("Signalbox "));
    }

    void listensAndStopsCleanly_data()
    {
        QTest::addColumn<QStringList>("arguments");
        QTest::newRow("without a window") << QStringList{u"--no-gui"_s};
        QTest::newRow("with the window, which is loaded from its new place") << QStringList{};
    }

    void listensAndStopsCleanly()
    {
        QFETCH(QStringList, arguments);
        arguments << u"--listen"_s << u"127.0.0.1:0"_s << u"--profile"_s << path(u"profile"_s);
        QProcess signalbox;
        start(&signalbox, arguments);
        QVERIFY(signalbox.waitForStarted(deadlineMs));
        while (!signalbox.canReadLine() && signalbox.waitForReadyRead(deadlineMs)) {
        }
        const QByteArray line = signalbox.readLine();
        QVERIFY2(line.startsWith("listening on ws://127.0.0.1:"),
                 signalbox.readAllStandardError().constData());
        signalbox.terminate();
        QVERIFY(signalbox.waitForFinished(deadlineMs));
        QCOMPARE(signalbox.exitStatus(), QProcess::NormalExit);
        QVERIFY2(signalbox.exitCode() == 0, signalbox.readAllStandardError().constData());
    }

private:
    [[nodiscard]] QString path(const QString& name) const { return m_directory.filePath(name); }
    [[nodiscard]] QString installed(const QString& file) const { return path(u"moved here/"_s + file); }
    [[nodiscard]] QString program() const { return installed(QStringLiteral(SIGNALBOX_BINDIR "/signalbox")); }

    void start(QProcess* process, const QStringList& arguments) const
    {
        process->setProcessEnvironment(emptyEnvironment());
        process->start(program(), arguments);
    }

    QTemporaryDir m_directory;
};

} // namespace signalbox::tests

using signalbox::tests::InstallTest;
SIGNALBOX_TEST(InstallTest)
#include "install_test.moc"
