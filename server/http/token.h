// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QByteArray>
#include <QtCore/QByteArrayView>
#include <QtCore/QList>

namespace signalbox::http {

/// One character of a token (RFC 9110 §5.6.2).
[[nodiscard]] bool isTokenCharacter(char character);
/// A token: not empty, token characters only.
[[nodiscard]] bool isToken(QByteArrayView text);
/// Equal but for the case of A to Z.
[[nodiscard]] bool equalIgnoringCase(QByteArrayView left, QByteArrayView right);
/// Text without the spaces and tabs around it.
[[nodiscard]] QByteArrayView withoutBlanks(QByteArrayView text);
/// The elements of a comma-separated list (RFC 9110 §5.6.1) without the blanks around them; empty ones stay.
[[nodiscard]] QList<QByteArray> splitList(QByteArrayView text);
/// Whether it is one of the elements that splitList() would give, in any case.
[[nodiscard]] bool listHas(QByteArrayView list, QByteArrayView element);

} // namespace signalbox::http
