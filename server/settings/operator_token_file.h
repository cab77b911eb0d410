// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/core/result.h"

#include <QtCore/QByteArray>
#include <QtCore/QString>

namespace signalbox {

/// The operator token on disk: one line in a file that only its owner may read. Written under another name
/// and then renamed, so that it is never half there and never readable by others.
///
/// Error codes: token.unsafe_permissions, token.malformed, token.not_found, token.not_written.
class OperatorTokenFile final {
public:
    /// "operator_token" in this folder.
    explicit OperatorTokenFile(const QString& stateFolder);

    [[nodiscard]] const QString& path() const { return m_path; }
    [[nodiscard]] Result<QByteArray> read() const;
    /// Makes one where there is none. Of two programs that start at once both get the same.
    [[nodiscard]] Result<QByteArray> readOrMake() const;
    /// Puts a new one in its place.
    [[nodiscard]] Result<QByteArray> rotate() const;

private:
    enum class Existing { Keep, Replace };
    [[nodiscard]] Result<QByteArray> write(Existing existing) const;

    QString m_folder;
    QString m_path;
};

} // namespace signalbox
