// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QByteArray>
#include <QtCore/QByteArrayView>

namespace signalbox::control {

/// Looks for one text in many, ASCII letters in any case. Allocates nothing for a text that it looks into.
class TextSearch final {
public:
    explicit TextSearch(QByteArrayView wanted)
        : m_wanted(wanted)
    {
    }

    [[nodiscard]] bool isIn(QByteArrayView text) const;

private:
    QByteArrayView m_wanted; ///< the caller keeps its bytes
};

} // namespace signalbox::control
