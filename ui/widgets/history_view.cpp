// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/history_view.h"

#include "ui/format/numbers.h"
#include "ui/models/sent_history.h"
#include "ui/widgets/appearance.h"
#include "ui/widgets/draft_preview.h"
#include "ui/widgets/plain_tree.h"
#include "ui/widgets/search_list.h"

#include <QtWidgets/QBoxLayout>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QPushButton>

namespace signalbox::ui {

HistoryView::HistoryView(SentHistory& history, QWidget* parent)
    : QWidget(parent)
    , m_history(history)
    , m_list(new SearchList(history))
    , m_preview(new DraftPreview)
    , m_pick(new QPushButton(tr("F&ill in")))
    , m_send(new QPushButton(tr("Se&nd again")))
{
    m_list->list().setAccessibleName(tr("Messages sent before"));
    m_list->list().setEmptyText(tr("What you send is kept here, and found again."));
    m_list->search().setPlaceholderText(tr("Search what was sent"));
    m_pick->setToolTip(tr("Write this message again (double click or Enter)"));
    m_send->setToolTip(tr("Send it as it is, with its variables filled in anew"));
    auto* buttons = new QHBoxLayout;
    buttons->addWidget(m_pick, 1);
    buttons->addWidget(m_send, 1);
    auto* column = new QVBoxLayout(this);
    const int gap = spacing(1);
    column->setContentsMargins(gap, gap, gap, gap);
    column->setSpacing(gap / 2 + 2);
    column->addWidget(m_list, 1);
    column->addWidget(m_preview);
    column->addLayout(buttons);
    connect(m_list, &SearchList::searchChanged, &m_history, &SentHistory::setSearch);
    connect(m_list, &SearchList::selectionChanged, this, &HistoryView::refresh);
    connect(m_list, &SearchList::picked, this, [this](int row) { Q_EMIT picked(m_history.draft(row)); });
    connect(m_pick, &QPushButton::clicked, this, [this] { Q_EMIT picked(m_history.draft(m_list->row())); });
    connect(m_send, &QPushButton::clicked, this,
            [this] { Q_EMIT sendWanted(m_history.draft(m_list->row())); });
    refresh();
}

void HistoryView::refresh()
{
    const bool isSelected = m_list->row() >= 0;
    m_pick->setEnabled(isSelected);
    m_send->setEnabled(isSelected);
    m_preview->setVisible(isSelected);
    if (isSelected) {
        m_preview->setDraft(m_history.draft(m_list->row()));
    }
    QStringList notes;
    if (!m_history.isAll()) {
        notes += tr("The newest %1; search for older ones.")
                     .arg(countText(static_cast<qint64>(SentHistory::maxRows)));
    }
    if (m_history.damagedLines() > 0) {
        notes += tr("Damaged lines that were skipped: %1.").arg(m_history.damagedLines());
    }
    m_list->setNote(notes.join(u' '));
}

} // namespace signalbox::ui
