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
    , m_lines(new QVBoxLayout)
    , m_buttons(new QHBoxLayout)
{
    setAutoFillBackground(true);
    setBackgroundRole(QPalette::Base);
    QFont large = font();
    large.setPointSizeF(large.pointSizeF() * 1.4);
    m_title->setFont(large);
    m_text->setWordWrap(true);
    m_lines->setSpacing(spacing(1));
    for (QLabel* label : {m_title, m_text}) {
        label->setTextFormat(Qt::PlainText);
        label->setAlignment(Qt::AlignCenter);
    }
    auto* column = new QVBoxLayout;
    column->setSpacing(spacing(2));
    column->addStretch(2);
    column->addWidget(m_title);
    column->addWidget(m_text);
    column->addLayout(m_lines);
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
    showLines(content.lines);
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
        const auto follow = [button, action] {
            button->setEnabled(action->isEnabled());
            button->setToolTip(action->isEnabled() ? QString() : action->toolTip());
        };
        connect(action, &QAction::changed, button, follow);
        follow();
        m_buttons->addWidget(button);
    }
    m_buttons->addStretch();
}

void EmptyState::showLines(const QStringList& lines)
{
    if (lines == m_shownLines) {
        return; // what is selected in one stays selected
    }
    m_shownLines = lines;
    while (QLayoutItem* item = m_lines->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    for (const QString& line : lines) {
        addLine(line);
    }
}

void EmptyState::addLine(const QString& text)
{
    auto* box = new QWidget;
    auto* line = new QLineEdit(text);
    line->setReadOnly(true);
    line->setFont(monospacedFont());
    line->setAccessibleName(tr("Line to copy"));
    line->setCursorPosition(0);
    auto* copy = new QToolButton;
    copy->setIcon(lineIcon(u"copy"_s));
    copy->setToolTip(tr("Copy"));
    copy->setAccessibleName(tr("Copy"));
    copy->setAutoRaise(true);
    connect(copy, &QToolButton::clicked, this, [text] { QGuiApplication::clipboard()->setText(text); });
    auto* layout = new QHBoxLayout(box);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(line);
    layout->addWidget(copy);
    m_lines->addWidget(box);
}

} // namespace signalbox::ui
