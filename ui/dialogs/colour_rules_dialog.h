// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/colour_rules.h"

#include <QtWidgets/QDialog>

class QBoxLayout;
class QComboBox;
class QLineEdit;

namespace signalbox::ui {

/// The rules that colour rows, one line for each: a filter and a colour. A filter with a fault says so in its
/// line's tool tip and colour. An empty line is no rule.
class ColourRulesDialog final : public QDialog {
    Q_OBJECT

public:
    /// `rules` must outlive the dialog; they change when it is accepted.
    explicit ColourRulesDialog(ColourRules& rules, QWidget* parent = nullptr);

    void addLine(const ColourRule& rule = {});
    [[nodiscard]] QLineEdit& filterOf(int line) { return *m_lines[line].filter; }
    [[nodiscard]] QComboBox& colourOf(int line) { return *m_lines[line].colour; }
    void accept() override;

private:
    struct Line {
        QLineEdit* filter;
        QComboBox* colour;
    };

    void judge(QLineEdit& filter);

    ColourRules& m_rules;
    QBoxLayout* m_layout;
    QList<Line> m_lines;
};

} // namespace signalbox::ui
