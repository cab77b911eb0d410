// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QByteArray>
#include <QtCore/QString>
#include <QtCore/QStringList>

#include <vector>

namespace signalbox::app {

/// One option of the command line.
struct OptionText {
    QStringList names; ///< "h", "help"
    QString value;     ///< "ADDR:PORT"; empty: takes none
    QString purpose;
    QByteArray setting; ///< the key of the configuration that it sets; empty: none

    [[nodiscard]] const QString& longName() const { return names.last(); }
};

/// One word that stands for a task of its own.
struct CommandText {
    QString name;
    QString arguments; ///< "[FILE]"
    QString purpose;
};

// The one list of each, for the parser, the help, and "did you mean".

[[nodiscard]] const std::vector<OptionText>& commandLineOptions();
[[nodiscard]] const std::vector<CommandText>& commandLineCommands();

} // namespace signalbox::app
