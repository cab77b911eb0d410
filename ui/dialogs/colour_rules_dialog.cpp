// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/colour_rules_dialog.h"

#include "ui/format/filter_words.h"
#include "ui/format/plain.h"
#include "ui/widgets/appearance.h"
#include "ui/widgets/palette.h"

#include <QtWidgets/QBoxLayout>
#include <QtWidgets/QComboBox>
#include <QtWidgets/QDialogButtonBox>
#include <QtWidgets/QLabel>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QPushButton>

namespace signalbox::ui {

ColourRulesDialog::ColourRulesDialog(ColourRules& rules, QWidget* parent)
    : QDialog(parent)
    , m_rules(rules)
    , m_layout(new QVBoxLayout)
{
    setWindowTitle(tr("Colour rules"));
    auto* about = new QLabel(
        tr("A row has the colour of the first rule that it fulfils. Of a payload the rules see the "
           "first 120 bytes."));
    about->setWordWrap(true);
    auto* layout = new QVBoxLayout(this);
    layout->addWidget(about);
    layout->addLayout(m_layout);
    for (const ColourRule& rule : m_rules.rules()) {
        addLine(rule);
    }
    addLine();
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Ok | QDialogButtonBox::Cancel);
    QPushButton* add = buttons->addButton(tr("&Add a line"), QDialogButtonBox::ActionRole);
    layout->addWidget(buttons);
    connect(add, &QPushButton::clicked, this, [this] {
        addLine();
        m_lines.last().filter->setFocus();
    });
    connect(buttons, &QDialogButtonBox::accepted, this, &ColourRulesDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
}

void ColourRulesDialog::addLine(const ColourRule& rule)
{
    const QList<std::pair<QString, Meaning>> colours{{tr("amber"), Meaning::Warning},
                                                     {tr("red"), Meaning::Bad},
                                                     {tr("green"), Meaning::Good},
                                                     {tr("blue"), Meaning::Incoming},
                                                     {tr("violet"), Meaning::Outgoing}};
    const Line line{new QLineEdit(rule.filter), new QComboBox};
    for (const auto& [name, colour] : colours) {
        line.colour->addItem(name, QVariant::fromValue(colour));
        if (colour == rule.colour) {
            line.colour->setCurrentIndex(line.colour->count() - 1);
        }
    }
    line.filter->setMinimumWidth(spacing(40));
    line.filter->setAccessibleName(tr("Filter of rule %1").arg(m_lines.size() + 1));
    line.colour->setAccessibleName(tr("Colour of rule %1").arg(m_lines.size() + 1));
    auto* row = new QHBoxLayout;
    row->addWidget(line.filter, 1);
    row->addWidget(line.colour);
    m_layout->addLayout(row);
    m_lines.append(line);
    connect(line.filter, &QLineEdit::textChanged, this, [this, filter = line.filter] { judge(*filter); });
    judge(*line.filter);
}

void ColourRulesDialog::judge(QLineEdit& filter)
{
    const auto read = filter::read(filter.text());
    const auto* fault = std::get_if<filter::Fault>(&read);
    QPalette colours;
    if (fault != nullptr) {
        colours.setColor(QPalette::Base, meaningFill(palette(), Meaning::Bad));
    }
    filter.setPalette(colours);
    filter.setToolTip(fault == nullptr ? QString() : plainToolTip(faultText(*fault)));
}

void ColourRulesDialog::accept()
{
    QList<ColourRule> rules;
    for (const Line& line : m_lines) {
        if (!line.filter->text().trimmed().isEmpty()) {
            rules.append({line.filter->text().trimmed(), line.colour->currentData().value<Meaning>()});
        }
    }
    m_rules.setRules(rules);
    QDialog::accept();
}

} // namespace signalbox::ui
