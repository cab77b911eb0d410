// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/broker/allowed_access.h"
#include "server/core/result.h"

#include <QtCore/QString>

namespace signalbox::broker {

/// Which pages may connect: those that the configuration names, those that the operator lets in for this run,
/// and those that he lets in always. The last are in a file of their own, one origin on a line; an empty line
/// or one that begins with # says nothing.
///
/// Thread: hub. Reads and writes the file in the calling thread: at the start, at a reload and when a person
/// allows an origin always. Of a file over 1 MiB the rest is not read.
class AllowedOrigins final {
public:
    /// `file` may be empty: then nothing can be allowed always.
    AllowedOrigins(AllowedAccess configured, QString file);

    /// All together, for the workers.
    [[nodiscard]] AllowedAccess access() const;
    /// The configuration was read again, and so is the file. What the operator allowed for this run stays.
    void configure(AllowedAccess configured);

    /// The one form in which `origin` is compared. Code: origin.invalid.
    [[nodiscard]] static Result<QByteArray> comparable(const QByteArray& origin);
    /// `origin` is comparable().
    void allowForThisRun(const QByteArray& origin);
    /// In this run in any case; an error says that it is not in the file. Code: origin.not_saved.
    [[nodiscard]] Result<void> allowAlways(const QByteArray& origin);

private:
    [[nodiscard]] QByteArray readFile() const;
    void readOrigins(const QByteArray& text);
    [[nodiscard]] Result<void> save(QByteArray text, const QByteArray& origin) const;

    AllowedAccess m_configured;
    QString m_file;
    QList<QByteArray> m_thisRun;
    QList<QByteArray> m_always;
};

} // namespace signalbox::broker
