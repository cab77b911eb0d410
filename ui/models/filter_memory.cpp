// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/filter_memory.h"

#include <algorithm>

namespace signalbox::ui {

void FilterMemory::keep(const QString& name, const QString& text)
{
    const auto known =
        std::find_if(m_kept.begin(), m_kept.end(), [&name](const Kept& one) { return one.name == name; });
    if (known != m_kept.end()) {
        known->text = text;
    } else if (m_kept.size() < maxKept) {
        m_kept.append({name, text});
    }
    Q_EMIT changed();
}

void FilterMemory::forget(const QString& name)
{
    m_kept.removeIf([&name](const Kept& one) { return one.name == name; });
    Q_EMIT changed();
}

// What was typed on takes the place of its beginning: "pri", "price".
void FilterMemory::remember(const QString& text)
{
    m_recent.removeAll(text);
    if (!m_recent.isEmpty() && text.startsWith(m_recent.first())) {
        m_recent.removeFirst();
    }
    m_recent.prepend(text);
    m_recent = m_recent.first(std::min(m_recent.size(), maxRecent));
    Q_EMIT changed();
}

QStringList FilterMemory::keptAsTexts() const
{
    QStringList texts;
    for (const Kept& one : m_kept) {
        texts << one.name << one.text;
    }
    return texts;
}

void FilterMemory::restore(const QStringList& kept, const QStringList& recent)
{
    m_kept.clear();
    for (qsizetype at = 0; at + 1 < kept.size() && m_kept.size() < maxKept; at += 2) {
        m_kept.append({kept[at], kept[at + 1]});
    }
    m_recent = recent.first(std::min(recent.size(), maxRecent));
    Q_EMIT changed();
}

} // namespace signalbox::ui
