// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/manual/manual_files.h"

#include "app/command_line_options.h"
#include "app/exit_status.h"
#include "server/settings/settings_table.h"
#include "tests/support/test_registry.h"

#include <QtCore/QDir>
#include <QtCore/QFile>
#include <QtCore/QProcess>
#include <QtCore/QRegularExpression>
#include <QtCore/QStandardPaths>
#include <QtCore/QTemporaryDir>
#include <QtTest/QTest>

#include <algorithm>

using namespace signalbox;
using namespace signalbox::app;
using namespace Qt::StringLiterals;

class ManualFilesTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        auto files = makeManual(QStringLiteral(SIGNALBOX_SOURCE_DIR));
        QVERIFY2(files.ok(), files.ok() ? "" : qPrintable(files.error().message));
        m_files = std::move(files).value();
    }

    void areSix()
    {
        QStringList names;
        for (const ManualFile& file : m_files) {
            names.append(file.name);
        }
        QCOMPARE(names, QStringList({u"signalbox.1"_s, u"signalbox.toml.5"_s, u"signalbox-protocol.7"_s,
                                     u"signalbox-services.7"_s, u"signalbox.bash"_s, u"_signalbox"_s}));
    }

    void documentEveryOptionCommandAndExitStatus()
    {
        const QByteArray page = content(u"signalbox.1"_s);
        for (const OptionText& option : commandLineOptions()) {
            const QByteArray name = option.longName().toLatin1().replace('-', "\\-");
            QVERIFY2(page.contains("Fl \\-" + name), name.constData());
        }
        for (const CommandText& command : commandLineCommands()) {
            const QByteArray name = command.name.toLatin1().replace('-', "\\-");
            QVERIFY2(page.contains("\n.It Ic " + name), name.constData());
        }
        for (const ExitStatus status :
             {ExitStatus::Success, ExitStatus::Failure, ExitStatus::Usage, ExitStatus::AddressInUse,
              ExitStatus::NoDisplay, ExitStatus::BadConfiguration}) {
            QVERIFY(page.contains("\n.It " + QByteArray::number(static_cast<int>(status)) + '\n'));
        }
    }

    void documentEverySetting()
    {
        const QByteArray page = content(u"signalbox.toml.5"_s);
        for (const SettingKey& key : settingKeys()) {
            const qsizetype section = page.indexOf(".Ss " + key.section().toByteArray() + '\n');
            QVERIFY2(section > 0, key.name.data());
            const QByteArray rest = key.name.sliced(key.section().size() + 1).toByteArray();
            const qsizetype place = page.indexOf("\n.It Ic " + rest + " = ", section);
            QVERIFY2(place > 0 && place < page.indexOf("\n.Ss ", section + 1), key.name.data());
        }
    }

    void documentCodes()
    {
        const QByteArray page = content(u"signalbox-protocol.7"_s);
        for (const char* const code : {"envelope.not_json", "http.origin_refused", "managed.blank",
                                       "websocket.unmasked_frame", "webhook.timeout", "1001", "4008"}) {
            QVERIFY2(page.contains("\n.It Li " + QByteArray(code)), code);
        }
    }

    void documentEveryFunctionOfServices()
    {
        QFile file(QStringLiteral(SIGNALBOX_SOURCE_DIR "/resources/services/signalbox-service.d.ts"));
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QByteArray page = content(u"signalbox-services.7"_s);
        static const QRegularExpression function(u"\\ndeclare function (\\w+)\\("_s);
        auto functions = function.globalMatch(QString::fromUtf8(file.readAll()));
        QVERIFY(functions.hasNext());
        while (functions.hasNext()) {
            const QByteArray name = functions.next().captured(1).toLatin1();
            QVERIFY2(page.contains(".It Li " + name + '(') || page.contains(".It Li \"" + name + '('), name);
        }
    }

    void pleaseMandoc_data()
    {
        QTest::addColumn<QString>("name");
        for (const ManualFile& file : m_files) {
            if (file.name.back().isDigit()) {
                QTest::newRow(qPrintable(file.name)) << file.name;
            }
        }
    }
    void pleaseMandoc()
    {
        if (QStandardPaths::findExecutable(u"mandoc"_s).isEmpty()) {
            QSKIP("mandoc is not installed");
        }
        QFETCH(const QString, name);
        const QTemporaryDir folder;
        QFile page(folder.filePath(name));
        QVERIFY(page.open(QIODevice::WriteOnly) && page.write(content(name)) > 0);
        page.close();
        QProcess mandoc;
        mandoc.start(u"mandoc"_s, {u"-Tlint"_s, page.fileName()});
        QVERIFY(mandoc.waitForFinished(20'000));
        QStringList complaints =
            QString::fromUtf8(mandoc.readAllStandardOutput()).split(u'\n', Qt::SkipEmptyParts);
        // Whether other pages are installed here says nothing of this one.
        static const QRegularExpression elsewhere(u"referenced manual not found|outdated mandoc\\.db"_s);
        complaints.removeIf([](const QString& line) { return line.contains(elsewhere); });
        QCOMPARE(complaints, QStringList());
    }

    void needTheirSources()
    {
        const QTemporaryDir empty;
        const auto files = makeManual(empty.path());
        QVERIFY(!files.ok());
        QVERIFY(files.error().message.contains(empty.path()));
    }

private:
    [[nodiscard]] QByteArray content(const QString& name) const
    {
        const auto found = std::ranges::find(m_files, name, &ManualFile::name);
        return found == m_files.end() ? QByteArray() : found->content;
    }

    std::vector<ManualFile> m_files;
};

SIGNALBOX_TEST(ManualFilesTest)
#include "manual_files_test.moc"
