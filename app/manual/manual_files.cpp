// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/manual/manual_files.h"

#include "app/manual/declarations_section.h"
#include "app/manual/manual_sections.h"
#include "app/manual/shell_completion.h"

#include <QtCore/QFile>

#include <iterator>

namespace signalbox::app {

using namespace Qt::StringLiterals;

namespace {

Result<QByteArray> contentOf(const QString& path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) {
        return Error{"manual.no_file", u"%1: %2"_s.arg(path, file.errorString())};
    }
    return file.readAll();
}

/// A line "@NAME@" of the template becomes the section.
Result<QByteArray> filledIn(const QString& path, const QByteArray& name, const QByteArray& section)
{
    Result<QByteArray> page = contentOf(path);
    if (!page) {
        return page;
    }
    const QByteArray place = "\n@" + name + "@\n";
    if (!page->contains(place)) {
        return Error{"manual.no_place", u"%1 has no line @%2@"_s.arg(path, QString::fromLatin1(name))};
    }
    return page.value().replace(place, '\n' + section);
}

Result<QByteArray> commandPage(const QString& templates)
{
    Result<QByteArray> page =
        filledIn(templates + u"signalbox.1.in"_s, "OPTIONS", optionsSection(commandLineOptions()));
    if (page) {
        page.value().replace("\n@COMMANDS@\n", '\n' + commandsSection(manualCommands()));
    }
    return page;
}

Result<QByteArray> servicesPage(const QString& source, const QString& templates)
{
    const Result<QByteArray> declarations =
        contentOf(source + u"/resources/services/signalbox-service.d.ts"_s);
    return declarations ? filledIn(templates + u"signalbox-services.7.in"_s, "DECLARATIONS",
                                   declarationsSection(QString::fromUtf8(*declarations)))
                        : declarations;
}

} // namespace

Result<std::vector<ManualFile>> makeManual(const QString& source)
{
    const QString templates = source + u"/packaging/manual/"_s;
    const Result<QByteArray> settings = contentOf(source + u"/resources/signalbox.toml"_s);
    const Result<QByteArray> readme = contentOf(source + u"/README.md"_s);
    if (!settings || !readme) {
        return settings ? readme.error() : settings.error();
    }
    const Result<QByteArray> pages[] = {
        commandPage(templates),
        filledIn(templates + u"signalbox.toml.5.in"_s, "SETTINGS",
                 settingsSection(QString::fromUtf8(*settings))),
        filledIn(templates + u"signalbox-protocol.7.in"_s, "CODES", codesSection(QString::fromUtf8(*readme))),
        servicesPage(source, templates)};
    const QString names[] = {u"signalbox.1"_s, u"signalbox.toml.5"_s, u"signalbox-protocol.7"_s,
                             u"signalbox-services.7"_s};
    std::vector<ManualFile> files;
    for (size_t i = 0; i < std::size(pages); ++i) {
        if (!pages[i]) {
            return pages[i].error();
        }
        files.push_back({names[i], pages[i].value()});
    }
    files.push_back({u"signalbox.bash"_s, bashCompletion()});
    files.push_back({u"_signalbox"_s, zshCompletion()});
    return files;
}

} // namespace signalbox::app
