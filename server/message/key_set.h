// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QByteArray>
#include <QtCore/QByteArrayView>
#include <QtCore/QSet>

#include <array>

namespace signalbox::message {

/// The keys of one object that were met, to find two that are equal but for the case of ASCII letters. Names
/// are views: they have to live as long as the set.
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
        for (size_t i = 0; i < m_fewCount; ++i) {
            if (m_few[i].compare(name, Qt::CaseInsensitive) == 0) {
                return false;
            }
        }
        if (m_fewCount < m_few.size()) {
            m_few[m_fewCount++] = name;
            return true;
        }
        const qsizetype before = m_more.size();
        m_more.insert(name.toByteArray().toLower());
        return m_more.size() > before;
    }

private:
    unsigned m_known = 0;
    std::array<QByteArrayView, 8> m_few; ///< those that came first: most envelopes have no more
    size_t m_fewCount = 0;
    QSet<QByteArray> m_more; ///< lower case
};

} // namespace signalbox::message
