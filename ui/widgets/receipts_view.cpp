// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/receipts_view.h"

#include "ui/models/message_sender.h"
#include "ui/models/receipt_copy.h"
#include "ui/models/receipts_model.h"
#include "ui/widgets/appearance.h"
#include "ui/widgets/column_fit.h"
#include "ui/widgets/heading.h"
#include "ui/widgets/line_icon.h"
#include "ui/widgets/plain_tree.h"
#include "ui/widgets/receipt_delegate.h"

#include <QtGui/QAction>
#include <QtGui/QClipboard>
#include <QtGui/QGuiApplication>
#include <QtWidgets/QBoxLayout>
#include <QtWidgets/QLabel>
#include <QtWidgets/QMenu>
#include <QtWidgets/QToolButton>

namespace signalbox::ui {

using namespace Qt::StringLiterals;

ReceiptsView::ReceiptsView(Parts parts, QWidget* parent)
    : QWidget(parent)
    , m_parts(parts)
    , m_tree(new PlainTree)
    , m_again(new QToolButton)
    , m_copy(new QToolButton)
{
    m_tree->setModel(&m_parts.receipts);
    auto* delegate = new ReceiptDelegate(this);
    delegate->setWraps();
    m_tree->setItemDelegateForColumn(ReceiptsModel::StateColumn, delegate);
    m_tree->setHeaderHidden(true);
    m_tree->setIndentation(spacing(2));
    m_tree->setAccessibleName(tr("What became of the messages sent from here"));
    m_tree->setEmptyText(tr("What became of a message appears here, client by client."));
    ColumnFit& fit = m_tree->fit();
    fit.setSample(ReceiptsModel::WhatColumn, u"group red, user ann  10:12:01"_s, u"sleeper c4"_s);
    fit.setSample(ReceiptsModel::StateColumn, u"2 of 3 confirmed, sleeper"_s, u"✓✓ 1.1 ms, 38"_s);
    fit.setFlexible({ReceiptsModel::StateColumn});
    fit.setSavings({{ReceiptsModel::StateColumn, ColumnSaving::How::Shrink},
                    {ReceiptsModel::WhatColumn, ColumnSaving::How::Shrink}});
    m_tree->setWrapped();
    m_silence.setInterval(std::chrono::seconds(1));
    connect(&m_silence, &QTimer::timeout, this, &ReceiptsView::showSilence);
    connect(&m_parts.sender, &MessageSender::sent, this, &ReceiptsView::messageSent);
    connect(&m_parts.receipts, &QAbstractItemModel::rowsInserted, this, &ReceiptsView::selectionChanged);
    addActions();
    buildLayout();
    selectionChanged();
}

void ReceiptsView::buildLayout()
{
    auto* row = new QHBoxLayout;
    row->setContentsMargins(spacing(1), 0, spacing(1), 0);
    row->addWidget(heading(tr("Sent")), 1);
    row->addWidget(m_again);
    row->addWidget(m_copy);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(2);
    column->addLayout(row);
    column->addWidget(m_tree, 1);
}

void ReceiptsView::addActions()
{
    const auto add = [this](const QString& text, void (ReceiptsView::*slot)(), const QKeySequence& key = {}) {
        auto* action = new QAction(text, m_tree);
        action->setShortcut(key);
        action->setShortcutContext(Qt::WidgetShortcut);
        connect(action, &QAction::triggered, this, slot);
        m_tree->addAction(action);
        return action;
    };
    add(tr("Send &again"), &ReceiptsView::sendAgain, QKeySequence(Qt::Key_R));
    add(tr("&Edit again"), &ReceiptsView::editAgain, QKeySequence(Qt::Key_E));
    QAction* text = add(tr("&Copy the receipt as text"), &ReceiptsView::copyAsText, QKeySequence::Copy);
    QAction* json = add(tr("Copy the receipt as &JSON"), &ReceiptsView::copyAsJson);
    m_tree->setContextMenuPolicy(Qt::ActionsContextMenu);
    m_again->setText(tr("Send again"));
    m_again->setToolTip(tr("Send the selected message again, byte for byte (R in the list)"));
    m_again->setAutoRaise(true);
    connect(m_again, &QToolButton::clicked, this, &ReceiptsView::sendAgain);
    auto* menu = new QMenu(m_copy);
    menu->QWidget::addActions({text, json});
    m_copy->setIcon(lineIcon(u"copy"_s));
    m_copy->setMenu(menu);
    m_copy->setPopupMode(QToolButton::InstantPopup);
    m_copy->setAutoRaise(true);
    m_copy->setAccessibleName(tr("Copy the receipt"));
    m_copy->setToolTip(tr("Copy the receipt"));
}

void ReceiptsView::messageSent()
{
    const QModelIndex newest = m_parts.receipts.index(0, 0);
    if (const QModelIndex before = m_parts.receipts.index(1, 0); before.isValid()) {
        m_tree->collapse(before);
    }
    m_tree->expand(newest);
    m_tree->scrollToTop();
}

void ReceiptsView::showSilence()
{
    if (m_parts.receipts.isAnyOpen()) {
        m_parts.receipts.setNow(m_clock.wallNow());
    }
}

void ReceiptsView::showEvent(QShowEvent* event)
{
    QWidget::showEvent(event);
    m_silence.start();
}

void ReceiptsView::hideEvent(QHideEvent* event)
{
    m_silence.stop(); // what is not seen costs nothing
    QWidget::hideEvent(event);
}

void ReceiptsView::selectionChanged()
{
    const bool isAny = m_parts.receipts.rowCount() > 0;
    for (QAction* action : m_tree->actions()) {
        action->setEnabled(isAny);
    }
    m_again->setEnabled(isAny);
    m_copy->setEnabled(isAny);
}

QModelIndex ReceiptsView::current() const
{
    const QModelIndex index = m_tree->currentIndex();
    const QModelIndex message = index.parent().isValid() ? index.parent() : index;
    return message.isValid() ? message.siblingAtColumn(0) : m_parts.receipts.index(0, 0);
}

void ReceiptsView::copyAsText()
{
    if (const ReceiptRecord* record = m_parts.receipts.record(current())) {
        QGuiApplication::clipboard()->setText(receiptAsText(*record, m_parts.names, m_parts.receipts.now()));
    }
}

void ReceiptsView::copyAsJson()
{
    if (const ReceiptRecord* record = m_parts.receipts.record(current())) {
        QGuiApplication::clipboard()->setText(QString::fromUtf8(receiptAsJson(*record, m_parts.names)));
    }
}

void ReceiptsView::sendAgain()
{
    if (const ReceiptRecord* record = m_parts.receipts.record(current())) {
        m_parts.sender.sendAgain(*record);
    }
}

void ReceiptsView::editAgain()
{
    if (const QModelIndex message = current(); message.isValid()) {
        Q_EMIT editWanted(message.row());
    }
}

} // namespace signalbox::ui
