// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/filter/field.h"
#include "server/filter/subject.h"
#include "server/filter/value_visitor.h"

namespace signalbox::filter {

using TextVisitor = ValueVisitor<QByteArrayView>;

/// The values of a field of type Text; empty ones are none. Returns whether the visitor had seen enough.
bool visitTexts(Field field, Subject& subject, const TextVisitor& visit);

} // namespace signalbox::filter
