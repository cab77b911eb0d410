// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QByteArray>
#include <QtCore/QString>
#include <QtCore/QStringList>

#include <variant>
#include <vector>

namespace signalbox {

/// Where a setting got its value from.
struct SettingOrigin {
    enum class Source { Default, File, Environment, CommandLine };

    Source source = Source::Default;
    QString place; ///< the file, the variable, or the option; empty for a default
    int line = 0;  ///< of a file
    int column = 0;

    /// "default", "/etc/signalbox/signalbox.toml:12:3", "SIGNALBOX_LOG_LEVEL", "--set".
    [[nodiscard]] QString text() const;
    friend bool operator==(const SettingOrigin&, const SettingOrigin&) = default;
};

/// A value from the environment or the command line: text that may mean any type.
struct PlainText {
    QString text;
};

/// A value of the file that no setting takes: a fraction, a date, a table.
struct OtherValue {
    QString kind; ///< in words: "a fraction"
};

/// A value as it was written, before it has met the type of its key.
using WrittenValue = std::variant<PlainText, QString, qint64, bool, QStringList, OtherValue>;

struct WrittenSetting {
    QByteArray key; ///< "limits.max_header"; the writer's bytes
    WrittenValue value;
    SettingOrigin origin;
};

/// One [[name]] of the file.
struct WrittenTable {
    QByteArray name;
    SettingOrigin origin;
    std::vector<WrittenSetting> entries; ///< keys without the name
};

} // namespace signalbox
