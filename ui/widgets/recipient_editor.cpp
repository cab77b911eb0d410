// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/recipient_editor.h"

#include "ui/format/routing_words.h"
#include "ui/models/clients_model.h"
#include "ui/widgets/appearance.h"
#include "ui/widgets/flow_layout.h"
#include "ui/widgets/line_icon.h"
#include "ui/widgets/recipient_chip.h"

#include <QtWidgets/QBoxLayout>
#include <QtWidgets/QComboBox>
#include <QtWidgets/QCompleter>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QToolButton>

#include <set>

namespace signalbox::ui {

RecipientEditor::RecipientEditor(const ClientsModel& clients, QWidget* parent)
    : QWidget(parent)
    , m_clients(clients)
    , m_chips(new QWidget)
    , m_chipLayout(new FlowLayout(4, m_chips))
    , m_type(new QComboBox)
    , m_value(new QLineEdit)
    , m_add(new QToolButton)
{
    for (const RecipientType type :
         {RecipientType::Group, RecipientType::User, RecipientType::Client, RecipientType::Tag,
          RecipientType::All, RecipientType::AllButUser, RecipientType::AllButClient}) {
        m_type->addItem(recipientTypeText(type), QVariant::fromValue(type));
    }
    m_type->setAccessibleName(tr("Type of the recipient"));
    m_value->setAccessibleName(tr("Name of the recipient"));
    m_add->setIcon(lineIcon(QStringLiteral("plus")));
    m_add->setAutoRaise(true);
    m_add->setToolTip(tr("Add this recipient (Enter)"));
    m_add->setAccessibleName(tr("Add recipient"));
    auto* completer = new QCompleter(&m_completions, this);
    completer->setFilterMode(Qt::MatchContains);
    completer->setCaseSensitivity(Qt::CaseInsensitive);
    m_value->setCompleter(completer);

    auto* row = new QHBoxLayout;
    row->setSpacing(4);
    row->addWidget(m_type);
    row->addWidget(m_value, 1);
    row->addWidget(m_add);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(4);
    column->addWidget(m_chips);
    column->addLayout(row);

    connect(m_type, &QComboBox::currentIndexChanged, this, &RecipientEditor::typeChanged);
    connect(m_value, &QLineEdit::textEdited, this, &RecipientEditor::refreshCompletions);
    connect(m_value, &QLineEdit::textChanged, this, &RecipientEditor::changed);
    connect(m_value, &QLineEdit::returnPressed, this, &RecipientEditor::addTyped);
    connect(m_add, &QToolButton::clicked, this, &RecipientEditor::addTyped);
    typeChanged();
    rebuildChips();
}

RecipientType RecipientEditor::type() const
{
    return m_type->currentData().value<RecipientType>();
}

Recipients RecipientEditor::recipients() const
{
    Recipients recipients = m_recipients;
    if (type() != RecipientType::All && !m_value->text().isEmpty()) {
        recipients.push_back({type(), m_value->text().toUtf8()});
    }
    return recipients;
}

void RecipientEditor::setRecipients(const Recipients& recipients)
{
    m_recipients = recipients;
    m_value->clear();
    rebuildChips();
    Q_EMIT changed();
}

void RecipientEditor::addTyped()
{
    if (type() != RecipientType::All && m_value->text().isEmpty()) {
        return;
    }
    Recipients recipients = this->recipients();
    if (type() == RecipientType::All) {
        recipients.push_back({RecipientType::All, {}});
    }
    setRecipients(recipients);
}

void RecipientEditor::remove(size_t index)
{
    Recipients recipients = m_recipients;
    recipients.erase(recipients.begin() + static_cast<std::ptrdiff_t>(index));
    m_recipients = recipients;
    rebuildChips();
    m_value->setFocus();
    Q_EMIT changed();
}

void RecipientEditor::rebuildChips()
{
    while (QLayoutItem* item = m_chipLayout->takeAt(0)) {
        item->widget()->hide();
        item->widget()->deleteLater(); // it may be the one whose click brought us here
        delete item;
    }
    for (size_t index = 0; index < m_recipients.size(); ++index) {
        auto* chip = new RecipientChip(m_recipients[index]);
        connect(chip, &RecipientChip::removeWanted, this, [this, index] { remove(index); });
        m_chipLayout->addWidget(chip);
    }
    m_chips->setVisible(!m_recipients.empty());
    m_chips->updateGeometry();
}

void RecipientEditor::typeChanged()
{
    const bool isNamed = type() != RecipientType::All;
    m_value->setEnabled(isNamed);
    m_value->setPlaceholderText(isNamed ? tr("name, then Enter") : tr("everyone, then +"));
    refreshCompletions();
    Q_EMIT changed();
}

void RecipientEditor::refreshCompletions()
{
    m_completions.setStringList(names(type()));
}

QStringList RecipientEditor::names(RecipientType type) const
{
    std::set<QString> found;
    for (int row = 0; row < m_clients.rowCount(); ++row) {
        const link::ClientInfo& info = m_clients.client(row);
        switch (type) {
        case RecipientType::Group:
            for (const GroupName& group : info.groups) {
                found.insert(group.text());
            }
            break;
        case RecipientType::Tag:
            for (const TagName& tag : info.tags) {
                found.insert(tag.text());
            }
            break;
        case RecipientType::User:
        case RecipientType::AllButUser:
            found.insert(info.user.text());
            break;
        case RecipientType::Client:
        case RecipientType::AllButClient:
            found.insert(QString::fromLatin1(info.client.text()));
            break;
        case RecipientType::All:
            break;
        }
    }
    found.erase(QString());
    return {found.begin(), found.end()};
}

} // namespace signalbox::ui
