// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/colour_rules.h"

#include <QtCore/QMetaEnum>

#include <algorithm>

namespace signalbox::ui {

void ColourRules::setRules(const QList<ColourRule>& rules)
{
    m_rules = rules.first(std::min(rules.size(), maxRules));
    m_filters.clear();
    for (const ColourRule& rule : m_rules) {
        auto read = filter::read(rule.filter);
        const auto* filter = std::get_if<filter::Filter>(&read);
        m_filters.push_back(filter == nullptr ? filter::Filter() : *filter);
    }
    Q_EMIT changed();
}

std::optional<Meaning> ColourRules::colourOf(const link::FrameRow& row) const
{
    m_subject.set(row, {});
    for (size_t at = 0; at < m_filters.size(); ++at) {
        if (!m_filters[at].isEmpty() && m_filters[at].matches(m_subject)) {
            return m_rules[static_cast<qsizetype>(at)].colour;
        }
    }
    return std::nullopt;
}

QStringList ColourRules::asTexts() const
{
    QStringList texts;
    for (const ColourRule& rule : m_rules) {
        texts << rule.filter
              << QString::fromLatin1(
                     QMetaEnum::fromType<Meaning>().valueToKey(static_cast<int>(rule.colour)));
    }
    return texts;
}

void ColourRules::restore(const QStringList& texts)
{
    QList<ColourRule> rules;
    for (qsizetype at = 0; at + 1 < texts.size(); at += 2) {
        bool isKnown = false;
        const int colour =
            QMetaEnum::fromType<Meaning>().keyToValue(texts[at + 1].toLatin1().constData(), &isKnown);
        rules.append({texts[at], isKnown ? static_cast<Meaning>(colour) : Meaning::Warning});
    }
    setRules(rules);
}

} // namespace signalbox::ui
