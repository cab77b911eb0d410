// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QByteArray>
#include <QtCore/QByteArrayView>

#include <array>

namespace signalbox::filter {

/// ASCII letters in lower case; other bytes as they are.
[[nodiscard]] constexpr char lowered(char character)
{
    return character >= 'A' && character <= 'Z' ? static_cast<char>(character + ('a' - 'A')) : character;
}
[[nodiscard]] bool isSameText(QByteArrayView left, QByteArrayView right);

/// Looks for one text in many, in any case of its ASCII letters (Horspool). A value.
class CaselessSearch final {
public:
    CaselessSearch() = default;
    explicit CaselessSearch(const QByteArray& wanted);

    [[nodiscard]] bool isIn(QByteArrayView text) const;

private:
    QByteArray m_wanted;                ///< in lower case
    std::array<quint32, 256> m_steps{}; ///< how far to go on when this byte stands under the last one
};

} // namespace signalbox::filter
