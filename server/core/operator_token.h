// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QByteArray>
#include <QtCore/QByteArrayView>

namespace signalbox {

/// What the operator token is recognised by: its digest alone, so that nothing which holds this can tell the
/// token. A value; any thread.
class OperatorToken final {
public:
    /// Nothing matches.
    OperatorToken() = default;
    explicit OperatorToken(QByteArrayView token);

    /// Takes the same time whatever is presented.
    [[nodiscard]] bool matches(QByteArrayView presented) const;
    [[nodiscard]] bool isNull() const { return m_digest.isEmpty(); }

    friend bool operator==(const OperatorToken&, const OperatorToken&) = default;

private:
    QByteArray m_digest; ///< SHA-256
};

} // namespace signalbox
