// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/composer_line.h"

#include "ui/format/plain.h"
#include "ui/widgets/appearance.h"

#include <QtWidgets/QBoxLayout>
#include <QtWidgets/QLabel>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QToolButton>

namespace signalbox::ui {

ComposerLine::ComposerLine(QWidget* parent)
    : QWidget(parent)
    , m_unfold(new QToolButton)
    , m_to(new QLabel)
    , m_message(new QLineEdit)
    , m_send(new QPushButton)
{
    m_unfold->setArrowType(Qt::DownArrow);
    m_unfold->setAutoRaise(true);
    m_unfold->setAccessibleName(tr("Unfold the composer"));
    m_unfold->setToolTip(tr("Unfold"));
    m_to->setTextFormat(Qt::PlainText);
    m_message->setAccessibleName(tr("Message"));
    m_message->setPlaceholderText(tr("Message"));
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(spacing(1), spacing(1) / 2, spacing(1), 0);
    row->addWidget(m_unfold);
    row->addWidget(m_to);
    row->addWidget(m_message, 1);
    row->addWidget(m_send);
    connect(m_unfold, &QToolButton::clicked, this, &ComposerLine::unfoldWanted);
    connect(m_message, &QLineEdit::textEdited, this, &ComposerLine::edited);
    connect(m_message, &QLineEdit::returnPressed, this, &ComposerLine::sendWanted);
    connect(m_send, &QPushButton::clicked, this, &ComposerLine::sendWanted);
}

void ComposerLine::setContent(const QString& recipients, const QString& message)
{
    const QString to = tr("To %1").arg(recipients);
    m_to->setText(fontMetrics().elidedText(to, Qt::ElideRight, spacing(11)));
    m_to->setToolTip(plainToolTip(to));
    const bool isOneLine = !message.contains(u'\n');
    m_message->setReadOnly(!isOneLine);
    m_message->setToolTip(isOneLine ? QString() : tr("It has several lines: unfold to change it"));
    if (const QString text = isOneLine ? message : plainPayload(message.toUtf8());
        text != m_message->text()) {
        m_message->setText(text);
    }
}

void ComposerLine::setSend(const QString& words, bool isEnabled)
{
    m_send->setText(words);
    m_send->setEnabled(isEnabled);
}

void ComposerLine::takeFocus()
{
    m_message->setFocus(Qt::ShortcutFocusReason);
}

} // namespace signalbox::ui
