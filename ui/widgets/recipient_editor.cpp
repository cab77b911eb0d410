// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/recipient_editor.h"

#include "ui/models/clients_model.h"
#include "ui/models/recipient_text.h"
#include "ui/widgets/appearance.h"
#include "ui/widgets/flow_layout.h"
#include "ui/widgets/line_icon.h"
#include "ui/widgets/meaning_label.h"
#include "ui/widgets/recipient_chip.h"
#include "ui/widgets/recipient_popup.h"

#include <QtGui/QKeyEvent>
#include <QtWidgets/QBoxLayout>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QToolButton>

#include <algorithm>

namespace signalbox::ui {

namespace {

constexpr qint64 staleAfterMilliseconds = 1'000;

} // namespace

RecipientEditor::RecipientEditor(const ClientsModel& clients, QWidget* parent)
    : QWidget(parent)
    , m_completer(clients)
    , m_chips(new QWidget)
    , m_chipLayout(new FlowLayout(4, m_chips))
    , m_value(new QLineEdit)
    , m_add(new QToolButton)
    , m_fault(new MeaningLabel(Meaning::Warning))
    , m_popup(new RecipientPopup(*m_value, m_completer))
{
    m_value->setAccessibleName(tr("Recipient"));
    m_value->setAccessibleDescription(
        tr("A group, user, tag or client; a minus in front leaves one out; Enter "
           "adds it"));
    m_value->setPlaceholderText(tr("group, user, tag, client; − leaves out"));
    m_value->setToolTip(
        tr("group:red, topic:chat/say, user:ann, tag:floor-2, client:c7, everyone, −user:ann"));
    m_add->setIcon(lineIcon(QStringLiteral("plus")));
    m_add->setAutoRaise(true);
    m_add->setToolTip(tr("Add this recipient (Enter), or show who is there"));
    m_add->setAccessibleName(tr("Add recipient"));
    m_fault->setWordWrap(true);
    m_fault->hide();
    auto* row = new QHBoxLayout;
    row->setSpacing(4);
    row->addWidget(m_value, 1);
    row->addWidget(m_add);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(4);
    column->addWidget(m_chips);
    column->addLayout(row);
    column->addWidget(m_fault);
    m_value->installEventFilter(this);
    connect(m_value, &QLineEdit::textEdited, this, &RecipientEditor::edited);
    connect(m_value, &QLineEdit::textChanged, this, &RecipientEditor::changed);
    connect(m_popup, &RecipientPopup::typedWanted, this, &RecipientEditor::addTyped);
    connect(m_popup, &RecipientPopup::chosen, this, &RecipientEditor::add);
    connect(m_add, &QToolButton::clicked, this, [this] {
        m_value->setFocus();
        m_value->text().isEmpty() ? edited() : addTyped();
    });
    rebuildChips();
}

void RecipientEditor::populationChanged()
{
    m_isStale = true;
}

// While clients come and go all the time, they are read once a second.
void RecipientEditor::edited()
{
    if (m_isStale && (!m_sinceRead.isValid() || m_sinceRead.elapsed() > staleAfterMilliseconds)) {
        m_completer.forget();
        m_isStale = false;
        m_sinceRead.start();
    }
    m_fault->hide();
    m_popup->open();
}

Result<Recipient> RecipientEditor::typed() const
{
    const TypedRecipient typed = typedRecipient(m_value->text());
    return recipientOf(typed, m_completer.typeOf(typed.name));
}

Result<Recipients> RecipientEditor::recipients() const
{
    Recipients recipients = m_recipients;
    if (!m_value->text().isEmpty()) {
        const Result<Recipient> typed = this->typed();
        if (!typed) {
            return typed.error();
        }
        recipients.push_back(*typed);
    }
    return recipients;
}

void RecipientEditor::setRecipients(const Recipients& recipients)
{
    m_recipients = recipients;
    m_value->clear();
    m_fault->hide();
    rebuildChips();
    Q_EMIT changed();
}

void RecipientEditor::addTyped()
{
    const Result<Recipient> recipient = typed();
    if (recipient) {
        add(*recipient);
    } else {
        m_fault->setText(recipient.error().message);
        m_fault->show();
    }
}

void RecipientEditor::add(const Recipient& recipient)
{
    Recipients recipients = m_recipients;
    if (std::find(recipients.begin(), recipients.end(), recipient) == recipients.end()) {
        recipients.push_back(recipient);
    }
    setRecipients(recipients);
}

void RecipientEditor::remove(size_t index)
{
    m_recipients.erase(m_recipients.begin() + static_cast<std::ptrdiff_t>(index));
    rebuildChips();
    focusChip(static_cast<int>(index));
    Q_EMIT changed();
}

void RecipientEditor::focusChip(int index)
{
    QLayoutItem* item = index < 0 ? nullptr : m_chipLayout->itemAt(index);
    if (item != nullptr) {
        item->widget()->setFocus(Qt::TabFocusReason);
    } else if (index >= 0) {
        m_value->setFocus(Qt::TabFocusReason);
    }
}

void RecipientEditor::rebuildChips()
{
    while (QLayoutItem* item = m_chipLayout->takeAt(0)) {
        item->widget()->hide();
        item->widget()->deleteLater(); // it may be the one whose click brought us here
        delete item;
    }
    QWidget* before = nullptr;
    for (size_t index = 0; index < m_recipients.size(); ++index) {
        auto* chip = new RecipientChip(m_recipients[index]);
        connect(chip, &RecipientChip::removeWanted, this, [this, index] { remove(index); });
        connect(chip, &RecipientChip::moveWanted, this,
                [this, index](int by) { focusChip(static_cast<int>(index) + by); });
        connect(chip, &RecipientChip::typed, this, [this](const QString& text) {
            m_value->setFocus(Qt::OtherFocusReason);
            m_value->insert(text);
        });
        m_chipLayout->addWidget(chip);
        chip->show(); // now, so that it can have the focus
        if (before != nullptr) {
            setTabOrder(before, chip);
        }
        before = chip;
    }
    if (before != nullptr) {
        setTabOrder(before, m_value);
    }
    m_chips->setVisible(!m_recipients.empty());
    m_chips->updateGeometry();
}

bool RecipientEditor::keyInLine(int key)
{
    const bool isAtStart = m_value->cursorPosition() == 0 && !m_value->hasSelectedText();
    if ((key == Qt::Key_Backspace || key == Qt::Key_Left) && isAtStart && !m_recipients.empty()) {
        focusChip(static_cast<int>(m_recipients.size()) - 1);
        return true;
    }
    return false;
}

bool RecipientEditor::eventFilter(QObject* object, QEvent* event)
{
    if (event->type() == QEvent::KeyPress && keyInLine(static_cast<const QKeyEvent&>(*event).key())) {
        return true;
    }
    return QWidget::eventFilter(object, event);
}

} // namespace signalbox::ui
