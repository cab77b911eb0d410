// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QByteArray>
#include <QtCore/QList>

#include <optional>

namespace signalbox::ui {

/// One header field, without blanks around its value.
struct HttpField {
    QByteArray name;
    QByteArray value;
};

/// An HTTP request or answer taken apart, for looking at: the broker has read it already.
struct HttpMessage {
    QByteArray startLine; ///< "POST /a HTTP/1.1"; empty: the bytes are no HTTP
    QList<HttpField> fields;
    QByteArray body;
    qsizetype headBytes = 0; ///< as far as the empty line, that one too

    /// The first field of that name, in any case.
    [[nodiscard]] std::optional<QByteArray> field(const QByteArray& name) const;
};

[[nodiscard]] HttpMessage readHttpMessage(const QByteArray& bytes);

} // namespace signalbox::ui
