// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/filter/filter.h"
#include "ui/format/meaning.h"
#include "ui/models/logged_subject.h"

#include <QtCore/QList>
#include <QtCore/QObject>
#include <QtCore/QStringList>

#include <optional>
#include <vector>

namespace signalbox::ui {

/// A filter and the colour of the rows that fulfil it: Good is green, Warning amber, Bad red, Incoming blue,
/// Outgoing violet, in shades that every theme has.
struct ColourRule {
    QString filter;
    Meaning colour = Meaning::Warning;

    friend bool operator==(const ColourRule&, const ColourRule&) = default;
};

/// Which colour a row of the list has: that of the first rule that it fulfils. Of a payload the rules see
/// what the list has, its first 120 bytes. A rule with a fault colours nothing. Main thread.
class ColourRules final : public QObject {
    Q_OBJECT

public:
    static constexpr qsizetype maxRules = 30;

    using QObject::QObject;

    [[nodiscard]] const QList<ColourRule>& rules() const { return m_rules; }
    void setRules(const QList<ColourRule>& rules);
    [[nodiscard]] std::optional<Meaning> colourOf(const link::FrameRow& row) const;

    /// Filters and colours in turn, for a file of settings.
    [[nodiscard]] QStringList asTexts() const;
    void restore(const QStringList& texts);

Q_SIGNALS:
    void changed();

private:
    QList<ColourRule> m_rules;
    std::vector<filter::Filter> m_filters; ///< of each rule; empty where it has a fault
    mutable LoggedSubject m_subject;       ///< buffers
};

} // namespace signalbox::ui
