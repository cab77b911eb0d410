// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/filter/field.h"

#include <QtCore/QByteArray>
#include <QtCore/QString>

namespace signalbox::filter {

/// How a condition comes to a filter that is there: "apply as filter".
enum class Composition {
    Selected, ///< in its place
    NotSelected,
    AndSelected,
    OrSelected,
    AndNotSelected,
    OrNotSelected,
};

/// field == value, as it is written.
[[nodiscard]] QString equalTo(Field field, const QByteArray& value);
/// A filter with one more condition; where the filter has a fault the condition takes its place. A condition
/// that the filter has already is not added again.
[[nodiscard]] QString composed(const QString& filter, Composition composition, const QString& condition);

} // namespace signalbox::filter
