// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/empty_state.h"

#include "ui/widgets/appearance.h"
#include "ui/widgets/line_icon.h"

#include <QtGui/QAction>
#include <QtGui/QClipboard>
#include <QtGui/QGuiApplication>
#include <QtWidgets/QBoxLayout>
#include <QtWidgets/QLabel>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QToolButton>

namespace signalbox::ui {

using namespace Qt::StringLiterals;

EmptyState::EmptyState(QWidget* parent)
    : QWidget(parent)
    , m_title(new QLabel)
    , m_text(new QLabel)
    , m_lineBox(new QWidget)
    , m_line(new QLineEdit)
    , m_copy(new QToolButton)
    , m_buttons(new QHBoxLayout)
{
    setAutoFillBackground(true);
    setBackgroundRole(QPalette::Base);
    QFont large = font();
    large.setPointSizeF(large.pointSizeF() * 1.4);
    m_title->setFont(large);
    m_text->setWordWrap(true);
    m_line->setReadOnly(true);
    m_line->setFont(monospacedFont());
    m_line->setAccessibleName(tr("Line to copy"));
    m_copy->setIcon(lineIcon(u"copy"_s));
    m_copy->setToolTip(tr("Copy"));
    m_copy->setAccessibleName(tr("Copy"));
    m_copy->setAutoRaise(true);
    connect(m_copy, &QToolButton::clicked, this, &EmptyState::copyLine);
    for (QLabel* label : {m_title, m_text}) {
        label->setTextFormat(Qt::PlainText);
        label->setAlignment(Qt::AlignCenter);
    }
    auto* line = new QHBoxLayout(m_lineBox);
    line->setContentsMargins(0, 0, 0, 0);
    line->addWidget(m_line);
    line->addWidget(m_copy);

    auto* column = new QVBoxLayout;
    column->setSpacing(spacing(2));
    column->addStretch(2);
    column->addWidget(m_title);
    column->addWidget(m_text);
    column->addWidget(m_lineBox);
    column->addLayout(m_buttons);
    column->addStretch(3);
    auto* row = new QHBoxLayout(this);
    row->addStretch(1);
    row->addLayout(column, 6);
    row->addStretch(1);
}

void EmptyState::setContent(const Content& content)
{
    m_title->setText(content.title);
    m_text->setText(content.text);
    m_line->setText(content.line);
    m_line->setCursorPosition(0);
    m_lineBox->setVisible(!content.line.isEmpty());
    if (content.actions == m_actions) {
        return;
    }
    m_actions = content.actions;
    while (QLayoutItem* item = m_buttons->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    m_buttons->addStretch();
    for (QAction* action : content.actions) {
        auto* button = new QPushButton(action->text());
        connect(button, &QPushButton::clicked, action, &QAction::trigger);
        m_buttons->addWidget(button);
    }
    m_buttons->addStretch();
}

void EmptyState::copyLine()
{
    QGuiApplication::clipboard()->setText(m_line->text());
}

} // namespace signalbox::ui
