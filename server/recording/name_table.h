// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QByteArray>
#include <QtCore/QHash>

#include <vector>

namespace signalbox::recording {

/// Names that kept rows share: each is stored once, has a small index, and goes when its last user goes.
/// Index 0 is the empty name and needs no counting.
///
/// Thread: capture. Owner: KeptFrames.
class NameTable final {
public:
    using Index = quint32;

    /// The index of `name`, with one more user.
    [[nodiscard]] Index add(const QByteArray& name);
    void retain(Index index);
    void release(Index index);

    [[nodiscard]] QByteArray name(Index index) const { return m_slots.at(index).name; }
    [[nodiscard]] qint64 heldBytes() const { return m_heldBytes; }
    [[nodiscard]] qsizetype count() const { return m_indexes.size(); }

private:
    struct Slot {
        QByteArray name;
        quint32 users = 0;
    };

    [[nodiscard]] static qint64 costBytes(const QByteArray& name);

    std::vector<Slot> m_slots{1};
    std::vector<Index> m_free;
    QHash<QByteArray, Index> m_indexes;
    qint64 m_heldBytes = 0;
};

} // namespace signalbox::recording
