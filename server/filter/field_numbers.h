// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/filter/field.h"
#include "server/filter/subject.h"
#include "server/filter/value_visitor.h"

namespace signalbox::filter {

using NumberVisitor = ValueVisitor<long double>;

/// The values of a field whose type is compared by numbers: Number, Time, Flag, Word, Client, MessageId (see
/// Literal::number). Returns whether the visitor had seen enough.
bool visitNumbers(Field field, Subject& subject, const NumberVisitor& visit);

} // namespace signalbox::filter
