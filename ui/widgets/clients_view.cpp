// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/clients_view.h"

#include "ui/format/client_words.h"
#include "ui/widgets/appearance.h"
#include "ui/widgets/column_fit.h"
#include "ui/widgets/fan_bar.h"
#include "ui/widgets/line_icon.h"
#include "ui/widgets/plain_tree.h"

#include <QtGui/QKeyEvent>
#include <QtWidgets/QBoxLayout>
#include <QtWidgets/QHeaderView>
#include <QtWidgets/QLineEdit>

namespace signalbox::ui {

using namespace Qt::StringLiterals;

ClientsView::ClientsView(ClientsModel& clients, QWidget* parent)
    : QWidget(parent)
    , m_clients(clients)
    , m_sorted(clients)
    , m_search(new QLineEdit)
    , m_fanBar(new FanBar)
    , m_tree(new PlainTree)
{
    setUpSearch();
    setUpTree();
    setUpColumns();
    connect(m_fanBar, &FanBar::closeWanted, this, &ClientsView::endFan);
    connect(m_fanBar, &FanBar::partsChosen, &m_sorted, &SortedClients::setParts);
    connect(&m_clients, &ClientsModel::fanChanged, this, &ClientsView::showFan);
    auto* search = new QHBoxLayout;
    search->setContentsMargins(spacing(1), 0, spacing(1), 0);
    search->addWidget(m_search);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(spacing(1) / 2);
    layout->addLayout(search);
    layout->addWidget(m_fanBar);
    layout->addWidget(m_tree, 1);
}

void ClientsView::setUpSearch()
{
    m_search->setPlaceholderText(tr("Find by name, group, id, path"));
    m_search->setAccessibleName(tr("Find a client"));
    m_search->setClearButtonEnabled(true);
    m_search->addAction(lineIcon(u"search"_s), QLineEdit::LeadingPosition);
    connect(m_search, &QLineEdit::textChanged, this, [this](const QString& text) {
        m_sorted.setSearch(text);
        m_tree->setEmptyText(m_sorted.isSearched() ? tr("No client has this in its name, groups, id or path.")
                                                   : tr("Nobody is connected."));
    });
}

void ClientsView::setUpTree()
{
    // Before the view hears of it and would choose a neighbour, on whom the next key would act.
    connect(&m_sorted, &QAbstractItemModel::rowsAboutToBeRemoved, this,
            [this](const QModelIndex&, int first, int last) {
                const int row = m_tree->currentIndex().row();
                if (row >= first && row <= last) {
                    m_tree->setCurrentIndex({});
                }
            });
    m_tree->setModel(&m_sorted);
    m_tree->setRootIsDecorated(false);
    m_tree->setSortingEnabled(true);
    m_tree->sortByColumn(-1, Qt::AscendingOrder); // as they came, until a heading is clicked
    m_tree->setAccessibleName(tr("Clients"));
    m_tree->setEmptyText(tr("Nobody is connected."));
    m_tree->setContextMenuPolicy(Qt::CustomContextMenu);
    m_tree->viewport()->installEventFilter(this);
    m_tree->installEventFilter(this);
    m_search->installEventFilter(this);
    connect(m_tree, &QWidget::customContextMenuRequested, this, &ClientsView::showMenu);
    connect(m_tree->selectionModel(), &QItemSelectionModel::currentChanged, this,
            &ClientsView::selectionChanged);
    const auto wanted = [this](const QModelIndex& index) { Q_EMIT cardWanted(m_sorted.client(index)); };
    connect(m_tree, &QAbstractItemView::activated, this, wanted);
}

void ClientsView::setUpColumns()
{
    using enum ColumnSaving::How;
    ColumnFit& fit = m_tree->fit();
    const auto sample = [&fit](ClientColumn column, const QString& best, const QString& least = {}) {
        fit.setSample(static_cast<int>(column), best, least);
    };
    sample(ClientColumn::Name, u"● meter-17 ◇ test"_s, u"● meter-17"_s);
    sample(ClientColumn::Fan, u"◐ waits, 999 KB"_s, u"○ left out"_s);
    sample(ClientColumn::Groups, noGroupText(), u"red, bl…"_s);
    sample(ClientColumn::Queue, u"999 KB"_s);
    sample(ClientColumn::ReceivedRate, u"1,204"_s);
    sample(ClientColumn::SentRate, u"1,204"_s);
    sample(ClientColumn::Id, u"c10204"_s);
    sample(ClientColumn::RoundTrip, u"99.9 ms"_s);
    sample(ClientColumn::ConnectedFor, u"23 h 59 min"_s);
    sample(ClientColumn::Path, u"/chat/room"_s);
    sample(ClientColumn::Address, u"127.0.0.1:40312"_s);
    sample(ClientColumn::UserAgent, u"Mozilla/5.0 Firefox"_s);
    QList<int> hidden{static_cast<int>(ClientColumn::ReceivedRate), static_cast<int>(ClientColumn::SentRate)};
    for (int column = static_cast<int>(ClientColumn::Id); column < ClientsModel::columns; ++column) {
        hidden << column;
    }
    fit.setHiddenAtFirst(hidden);
    fit.setFlexible({static_cast<int>(ClientColumn::Name), static_cast<int>(ClientColumn::Fan)});
    fit.setSavings({{static_cast<int>(ClientColumn::Name), Shrink, u"● ann  ◇ test"_s},
                    {static_cast<int>(ClientColumn::Groups), Shrink},
                    {static_cast<int>(ClientColumn::Name), Shrink},
                    {static_cast<int>(ClientColumn::Fan), Shrink},
                    {static_cast<int>(ClientColumn::Queue), Hide},
                    {static_cast<int>(ClientColumn::Groups), Hide}});
    m_tree->header()->setSectionsMovable(true);
    m_tree->setFixedColumn(static_cast<int>(ClientColumn::Fan));
    m_tree->offerColumns();
    offerColumns();
}

// While a message is selected: what it was for each, beside the name; the others make room.
void ClientsView::offerColumns()
{
    QList<int> offered{static_cast<int>(ClientColumn::Name)};
    for (int column = 1; column < ClientsModel::columns; ++column) {
        if ((column == static_cast<int>(ClientColumn::Fan)) == m_showsFan) {
            offered << column;
        }
    }
    m_tree->fit().setOffered(offered);
}

void ClientsView::showFan()
{
    const Fan& fan = m_clients.fan();
    m_fanBar->setFan(fan);
    if (m_showsFan == !fan.isEmpty()) {
        return;
    }
    m_showsFan = !fan.isEmpty();
    offerColumns();
    m_sorted.settle();
    if (m_showsFan) {
        m_tree->scrollToTop();
    }
}

void ClientsView::endFan()
{
    m_clients.setFan({});
}

bool ClientsView::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == m_tree->viewport() && (event->type() == QEvent::Enter || event->type() == QEvent::Leave)) {
        m_sorted.setHeld(event->type() == QEvent::Enter);
    }
    if (event->type() == QEvent::ShortcutOverride || event->type() == QEvent::KeyPress) {
        const auto* key = static_cast<QKeyEvent*>(event);
        const bool clears = key->key() == Qt::Key_Escape && watched != m_tree->viewport() &&
                            (m_showsFan || !m_search->text().isEmpty());
        if (clears && event->type() == QEvent::ShortcutOverride) {
            event->accept(); // ours before the window's
            return true;
        }
        if (clears) {
            m_showsFan ? endFan() : m_search->clear();
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
}

ClientId ClientsView::selectedClient() const
{
    return m_sorted.client(m_tree->currentIndex());
}

void ClientsView::select(ClientId client)
{
    if (const QModelIndex index = m_sorted.indexOf(client); index.isValid()) {
        m_tree->setCurrentIndex(index);
        m_tree->scrollTo(index);
    }
}

void ClientsView::showMenu(const QPoint& position)
{
    if (const QModelIndex index = m_tree->indexAt(position); index.isValid()) {
        Q_EMIT menuWanted(m_sorted.client(index), m_tree->viewport()->mapToGlobal(position));
    }
}

} // namespace signalbox::ui
