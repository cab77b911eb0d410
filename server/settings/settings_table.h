// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/core/result.h"
#include "server/settings/settings.h"
#include "server/settings/written_setting.h"

#include <QtCore/QByteArrayView>
#include <QtCore/QString>
#include <QtCore/QStringList>

#include <span>
#include <variant>

namespace signalbox {

/// How to get at one member of Settings.
template <typename T>
struct Member {
    T& (*write)(Settings&);
    const T& (*read)(const Settings&);
};

// The types of settings, each with what bounds it. Both bounds are allowed values.

struct DurationField {
    Member<std::chrono::milliseconds> member;
    std::chrono::milliseconds minimum;
    std::chrono::milliseconds maximum;
    bool zeroMeansNever = false; ///< 0 is allowed below the minimum
};

struct SizeField {
    Member<qint64> member;
    qint64 minimum;
    qint64 maximum;
};

struct IntegerField {
    Member<int> member;
    int minimum;
    int maximum;
};

struct BooleanField {
    Member<bool> member;
};

struct AddressListField {
    Member<QList<ListenAddress>> member;
};

/// A list of texts, each read into the form in which it is compared.
struct TextListField {
    Member<QList<QByteArray>> member;
    Result<QByteArray> (*readItem)(QStringView text);
};

/// A text, read into its one form.
struct TextField {
    Member<QByteArray> member;
    Result<QByteArray> (*readText)(QStringView text);
};

struct ChoiceField {
    QStringList words;
    int (*read)(const Settings&); ///< an index of words
    void (*write)(Settings&, int);
};

using SettingField = std::variant<DurationField, SizeField, IntegerField, BooleanField, AddressListField,
                                  TextListField, TextField, ChoiceField>;

/// One key of the configuration. Its default is what a fresh Settings holds.
struct SettingKey {
    QByteArrayView name; ///< "limits.max_header"
    SettingField field;
    QByteArrayView purpose; ///< one line

    [[nodiscard]] QByteArrayView section() const;
    /// "SIGNALBOX_LIMITS_MAX_HEADER".
    [[nodiscard]] QByteArray variable() const;
};

/// Every key, those of one section together. The one list that the file, the environment, --set and
/// print-config read.
[[nodiscard]] std::span<const SettingKey> settingKeys();
[[nodiscard]] const SettingKey* findSettingKey(QByteArrayView name);

/// The known key that somebody who wrote `name` most likely meant; empty when none is near.
[[nodiscard]] QString nearestSettingKey(QByteArrayView name);

} // namespace signalbox
