// SPDX-License-Identifier: GPL-3.0-or-later
// What a desktop and systemd read about the program, judged by their own tools.
#include "tests/support/test_registry.h"

#include <QtCore/QDir>
#include <QtCore/QFile>
#include <QtCore/QProcess>
#include <QtCore/QRegularExpression>
#include <QtCore/QStandardPaths>
#include <QtCore/QTemporaryDir>
#include <QtCore/QXmlStreamReader>
#include <QtTest/QTest>

using namespace Qt::StringLiterals;

namespace signalbox::tests {

namespace {

const QString id = u"org.signalbox.Signalbox"_s;

QString source(const QString& path)
{
    return QDir(QStringLiteral(SIGNALBOX_SOURCE_DIR)).filePath(path);
}

QString contents(const QString& path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
}

struct Outcome {
    int status = -1;
    QString said;
};

Outcome run(const QString& program, const QStringList& arguments)
{
    QProcess process;
    process.setProcessChannelMode(QProcess::MergedChannels);
    process.start(program, arguments);
    const bool finished = process.waitForFinished();
    return {finished ? process.exitCode() : -1, QString::fromUtf8(process.readAll())};
}

} // namespace

class DesktopFilesTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void theDesktopEntryIsValid()
    {
        const Outcome outcome = run(u"desktop-file-validate"_s, {source(u"packaging/%1.desktop"_s.arg(id))});
        QVERIFY2(outcome.status == 0, qPrintable(outcome.said));
        QCOMPARE(outcome.said, QString()); // it only warns of much that is wrong
    }

    void theMetainfoIsValid()
    {
        const QString appstreamcli = QStandardPaths::findExecutable(u"appstreamcli"_s);
        if (appstreamcli.isEmpty()) {
            QSKIP("appstreamcli is not installed");
        }
        const Outcome outcome =
            run(appstreamcli, {u"validate"_s, u"--no-net"_s, source(u"packaging/%1.metainfo.xml"_s.arg(id))});
        QVERIFY2(outcome.status == 0, qPrintable(outcome.said));
    }

    void oneNameJoinsEntryIconAndMetainfo()
    {
        const QString entry = contents(source(u"packaging/%1.desktop"_s.arg(id)));
        QVERIFY(entry.contains(u"\nIcon=%1\n"_s.arg(id)));
        QVERIFY(entry.contains("\nExec=signalbox\n"_L1));
        QXmlStreamReader metainfo(contents(source(u"packaging/%1.metainfo.xml"_s.arg(id))));
        QString metainfoId;
        while (!metainfo.atEnd()) {
            if (metainfo.readNextStartElement() && metainfo.name() == "id"_L1) {
                metainfoId = metainfo.readElementText();
                break;
            }
            if (metainfo.name() != "component"_L1) {
                break;
            }
        }
        QCOMPARE(metainfoId, id);
    }

    void theIconIsWellFormedAndSquare()
    {
        QXmlStreamReader icon(contents(source(u"resources/icons/%1.svg"_s.arg(id))));
        QVERIFY(icon.readNextStartElement());
        QCOMPARE(icon.attributes().value("width"_L1), icon.attributes().value("height"_L1));
        while (!icon.atEnd()) {
            icon.readNext();
        }
        QVERIFY2(!icon.hasError(), qPrintable(icon.errorString()));
    }

    void theUnitHasNoOpenPlace()
    {
        const QString unit = contents(QStringLiteral(SIGNALBOX_BINARY_DIR "/packaging/signalbox.service"));
        QVERIFY(!unit.isEmpty());
        QVERIFY(!unit.contains("@SIGNALBOX"_L1) && !unit.contains("@CMAKE"_L1));
        QVERIFY(unit.contains("/signalbox --no-gui\n"_L1));
        QVERIFY(unit.contains("/signalbox check-config\n"_L1));
        QVERIFY(unit.contains("\nRestartPreventExitStatus=2 78\n"_L1));
    }

    void systemdUnderstandsTheUnit()
    {
        const QString analyze = QStandardPaths::findExecutable(u"systemd-analyze"_s);
        if (analyze.isEmpty()) {
            QSKIP("systemd is not installed");
        }
        const QTemporaryDir
            directory; // a copy that starts a program which is there: the real one is not installed
        QString unit = contents(QStringLiteral(SIGNALBOX_BINARY_DIR "/packaging/signalbox.service"));
        unit.replace(QRegularExpression(u"=/\\S*/signalbox"_s), u"=/bin/true"_s);
        QFile copy(directory.filePath(u"signalbox.service"_s));
        QVERIFY(copy.open(QIODevice::WriteOnly));
        copy.write(unit.toUtf8());
        copy.close();
        const Outcome outcome = run(analyze, {u"verify"_s, u"--man=no"_s, copy.fileName()});
        QVERIFY2(outcome.status == 0, qPrintable(outcome.said));
        QVERIFY2(!outcome.said.contains("signalbox.service:"_L1), qPrintable(outcome.said));
    }
};

} // namespace signalbox::tests

using signalbox::tests::DesktopFilesTest;
SIGNALBOX_TEST(DesktopFilesTest)
#include "desktop_files_test.moc"
