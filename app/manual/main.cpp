// SPDX-License-Identifier: GPL-3.0-or-later
// Runs while Signalbox is built, and is not installed: writes the manual pages and the completion of the
// shells.
//   signalbox-manual SOURCE_FOLDER OUTPUT_FOLDER
#include "app/exit_status.h"
#include "app/manual/manual_files.h"

#include <QtCore/QDir>
#include <QtCore/QSaveFile>

#include <cstdio>

namespace {

using namespace signalbox::app;

ExitStatus fail(ExitStatus status, const QString& why)
{
    std::fprintf(stderr, "signalbox-manual: %s\n", why.toLocal8Bit().constData());
    return status;
}

ExitStatus write(const QString& source, const QString& output)
{
    const auto files = makeManual(source);
    if (!files) {
        return fail(ExitStatus::Failure, files.error().message);
    }
    if (!QDir().mkpath(output)) {
        return fail(ExitStatus::Failure, output);
    }
    for (const ManualFile& file : files.value()) {
        QSaveFile written(QDir(output).filePath(file.name));
        if (!written.open(QIODevice::WriteOnly) || written.write(file.content) != file.content.size() ||
            !written.commit()) {
            return fail(ExitStatus::Failure,
                        written.fileName() + QStringLiteral(": ") + written.errorString());
        }
    }
    return ExitStatus::Success;
}

} // namespace

int main(int count, char** arguments)
{
    const ExitStatus status =
        count == 3 ? write(QString::fromLocal8Bit(arguments[1]), QString::fromLocal8Bit(arguments[2]))
                   : fail(ExitStatus::Usage, QStringLiteral("two folders are wanted"));
    return static_cast<int>(status);
}
