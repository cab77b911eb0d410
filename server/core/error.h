// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QByteArray>
#include <QtCore/QString>

namespace signalbox {

/// What went wrong, for a person and for a program.
///
/// `code` is stable and documented ("envelope.not_json"); `message` is one English sentence that says what
/// to do. Neither ever holds content that a peer sent, unless it was made printable first.
struct Error {
    QByteArray code;
    QString message;

    friend bool operator==(const Error&, const Error&) = default;
};

} // namespace signalbox
