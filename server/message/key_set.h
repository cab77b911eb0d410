// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QByteArray>
#include <QtCore/QByteArrayView>
#include <QtCore/QSet>

namespace signalbox::message {

/// The keys of one object that were met, to find two that are equal but for the case of ASCII letters.
class KeySet final {
public:
    /// False when the key was there before. `known` is the number of an EnvelopeKey or a RecipientKey.
    template <typename Key>
    [[nodiscard]] bool addKnown(Key known)
    {
        const unsigned bit = 1U << static_cast<unsigned>(known);
        const bool isNew = (m_known & bit) == 0;
        m_known |= bit;
        return isNew;
    }
    [[nodiscard]] bool addUnknown(QByteArrayView name)
    {
        const qsizetype before = m_unknown.size();
        m_unknown.insert(name.toByteArray().toLower());
        return m_unknown.size() > before;
    }

private:
    unsigned m_known = 0;
    QSet<QByteArray> m_unknown; ///< lower case
};

} // namespace signalbox::message
