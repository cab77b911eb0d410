// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/filter/filter.h"

#include <QtCore/QString>

namespace signalbox::ui {

/// What is wrong with a filter, in the window's language.
[[nodiscard]] QString faultText(const filter::Fault& fault);
/// How a filter was read: "searching payloads for hello", or the filter as it is written canonically; empty
/// for none.
[[nodiscard]] QString readingText(const filter::Filter& filter);
/// What a field is, out of its English meaning (filter::FieldInfo).
[[nodiscard]] QString fieldMeaning(const QString& meaning);

} // namespace signalbox::ui
