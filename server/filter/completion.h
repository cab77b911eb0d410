// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/filter/field.h"

#include <QtCore/QList>
#include <QtCore/QString>

#include <functional>

namespace signalbox::filter {

/// One thing that can stand at the cursor.
struct Candidate {
    enum class Kind { Field, Operator, Value };

    Kind kind = Kind::Field;
    QString text;    ///< as it is put in
    QString meaning; ///< of a field, in English

    friend bool operator==(const Candidate&, const Candidate&) = default;
};

/// What can stand in the place of `length` characters at `position`.
struct Completion {
    qsizetype position = 0;
    qsizetype length = 0;
    QList<Candidate> candidates;
};

/// Values that were seen, most wanted first: users for `from`, paths for `message` ("price", "item.id").
using SeenValues = std::function<QStringList(Field)>;

/// The fields, operators and values that can stand at the cursor, those first that begin with what is there.
[[nodiscard]] Completion complete(QStringView text, qsizetype cursor, const SeenValues& seen = {});

} // namespace signalbox::filter
