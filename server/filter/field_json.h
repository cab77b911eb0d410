// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/filter/field.h"
#include "server/filter/subject.h"

namespace signalbox::filter {

/// The value of `message` or `payload`, or of what a path leads to inside it.
[[nodiscard]] message::JsonFinding findJson(Field field, message::JsonLookup::Path path, Subject& subject);

} // namespace signalbox::filter
