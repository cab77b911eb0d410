// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/variables_form.h"

#include "ui/format/plain.h"
#include "ui/models/variables.h"
#include "ui/widgets/appearance.h"
#include "ui/widgets/meaning_label.h"

#include <QtWidgets/QFormLayout>
#include <QtWidgets/QLabel>
#include <QtWidgets/QLineEdit>

namespace signalbox::ui {

namespace {

constexpr qsizetype maxLines = 12;

} // namespace

VariablesForm::VariablesForm(QWidget* parent)
    : QWidget(parent)
    , m_rows(new QFormLayout)
    , m_filled(new MeaningLabel(Meaning::Muted))
{
    m_filled->setWordWrap(true);
    m_filled->setFont(monospacedFont());
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(spacing(1) / 2);
    m_rows->setContentsMargins(spacing(2), 0, 0, 0);
    column->addLayout(m_rows);
    column->addWidget(m_filled);
    hide();
}

void VariablesForm::setValues(const QMap<QString, QString>& values)
{
    m_values = values;
    m_names.clear(); // so that setDraft() makes the lines anew
}

void VariablesForm::setDraft(const Draft& draft)
{
    const bool isNeeded = hasVariables(draft);
    setVisible(isNeeded);
    const QStringList names = ownVariables(draft);
    if (const QStringList lines = names.first(std::min(names.size(), maxLines)); lines != m_names) {
        rebuild(lines);
    }
    if (!isNeeded) {
        return;
    }
    const Draft filled = filledIn(draft, {SystemClock().wallNow(), 1, nullptr});
    const QString sample = plainPayload(filled.message).left(maxCellCharacters / 2);
    QStringList missing;
    for (const QString& name : names) {
        if (draft.values.value(name).isEmpty()) {
            missing += plainName(name.toUtf8());
        }
    }
    m_filled->setMeaning(missing.isEmpty() ? Meaning::Muted : Meaning::Warning);
    m_filled->setText(missing.isEmpty()
                          ? tr("for example  %1").arg(sample)
                          : tr("no value: %1 – sent as it stands:  %2").arg(missing.join(u", "), sample));
}

void VariablesForm::rebuild(const QStringList& names)
{
    while (m_rows->rowCount() > 0) {
        m_rows->removeRow(0);
    }
    m_names = names;
    for (const QString& name : names) {
        auto* label = new QLabel(plainName(name.toUtf8()));
        label->setTextFormat(Qt::PlainText);
        auto* line = new QLineEdit(m_values.value(name));
        line->setAccessibleName(tr("Value of %1").arg(plainName(name.toUtf8())));
        line->setObjectName(name);
        connect(line, &QLineEdit::textChanged, this, [this, name](const QString& value) {
            m_values[name] = value;
            Q_EMIT changed();
        });
        m_rows->addRow(label, line);
    }
}

} // namespace signalbox::ui
