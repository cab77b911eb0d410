// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/clients_view.h"

#include "ui/format/client_words.h"
#include "ui/format/plain.h"
#include "ui/models/clients_model.h"
#include "ui/widgets/appearance.h"
#include "ui/widgets/line_icon.h"
#include "ui/widgets/plain_tree.h"

#include <QtGui/QClipboard>
#include <QtGui/QGuiApplication>
#include <QtGui/QShortcut>
#include <QtWidgets/QBoxLayout>
#include <QtWidgets/QHeaderView>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QMenu>

namespace signalbox::ui {

using namespace Qt::StringLiterals;

ClientsView::ClientsView(ClientsModel& clients, QWidget* parent)
    : QWidget(parent)
    , m_clients(clients)
    , m_search(new QLineEdit)
    , m_tree(new PlainTree)
{
    m_sorted.setSourceModel(&m_clients);
    m_sorted.setSortRole(ClientsModel::sortRole);
    m_sorted.setSortCaseSensitivity(Qt::CaseInsensitive);
    m_sorted.setFilterCaseSensitivity(Qt::CaseInsensitive);
    m_sorted.setFilterKeyColumn(-1);
    m_search->setPlaceholderText(tr("Find a client"));
    m_search->setAccessibleName(tr("Find a client"));
    m_search->setClearButtonEnabled(true);
    m_search->addAction(lineIcon(u"search"_s), QLineEdit::LeadingPosition);
    connect(m_search, &QLineEdit::textChanged, &m_sorted, &QSortFilterProxyModel::setFilterFixedString);

    setUpTree();
    auto* search = new QHBoxLayout;
    search->setContentsMargins(spacing(1), 0, spacing(1), 0);
    search->addWidget(m_search);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(spacing(1) / 2);
    layout->addLayout(search);
    layout->addWidget(m_tree);
}

void ClientsView::setUpTree()
{
    m_tree->setModel(&m_sorted);
    m_tree->setRootIsDecorated(false);
    m_tree->setSortingEnabled(true);
    m_tree->sortByColumn(-1, Qt::AscendingOrder); // as they came, until a heading is clicked
    m_tree->setAccessibleName(tr("Clients"));
    m_tree->setEmptyText(tr("Nobody is connected."));
    m_tree->setContextMenuPolicy(Qt::CustomContextMenu);
    m_tree->setColumnSample(ClientsModel::NameColumn, u"● meter-17"_s);
    m_tree->setColumnSample(ClientsModel::GroupsColumn, u"(no group)"_s);
    m_tree->setColumnSample(ClientsModel::QueueColumn, u"9.9 KB"_s);
    for (const int column :
         {ClientsModel::ReceivedColumn, ClientsModel::SentColumn, ClientsModel::IdColumn,
          ClientsModel::PathColumn, ClientsModel::DialectColumn, ClientsModel::AddressColumn,
          ClientsModel::RoundTripColumn, ClientsModel::SinceColumn, ClientsModel::TagsColumn}) {
        m_tree->setColumnHidden(column, true);
    }
    m_tree->header()->setStretchLastSection(false);
    m_tree->header()->setMinimumSectionSize(spacing(5));
    m_tree->header()->setSectionResizeMode(ClientsModel::NameColumn, QHeaderView::Stretch);
    m_tree->header()->setSectionsMovable(true);
    m_tree->offerColumns();
    connect(m_tree, &QWidget::customContextMenuRequested, this, &ClientsView::showMenu);
    connect(m_tree->selectionModel(), &QItemSelectionModel::currentChanged, this,
            &ClientsView::selectionChanged);
    auto* remove = new QShortcut(QKeySequence::Delete, m_tree);
    remove->setContext(Qt::WidgetShortcut);
    connect(remove, &QShortcut::activated, this, [this] {
        if (const ClientId client = selectedClient(); !client.isNull()) {
            Q_EMIT disconnectWanted(client);
        }
    });
}

ClientId ClientsView::selectedClient() const
{
    const QModelIndex current = m_sorted.mapToSource(m_tree->currentIndex());
    return current.isValid() ? m_clients.client(current.row()).client : ClientId();
}

void ClientsView::showMenu(const QPoint& position)
{
    const link::ClientInfo* info = m_clients.find(selectedClient());
    if (info == nullptr || !m_tree->indexAt(position).isValid()) {
        return;
    }
    const ClientId client = info->client;
    const QByteArray user = info->user.bytes();
    QMenu menu;
    menu.addAction(tr("&Message to %1 …").arg(plainMenuText(clientLabel(clientName(*info), client))), this,
                   [this, client] {
                       Q_EMIT messageWanted({{RecipientType::Client, client.text()}});
                   });
    if (!user.isEmpty()) {
        menu.addAction(tr("Message to &user %1 …").arg(plainMenuText(plainName(user))), this, [this, user] {
            Q_EMIT messageWanted({{RecipientType::User, user}});
        });
    }
    menu.addAction(tr("&Copy the id"), this,
                   [client] { QGuiApplication::clipboard()->setText(QString::fromLatin1(client.text())); });
    menu.addSeparator();
    menu.addAction(tr("&Disconnect …\tDel"), this, [this, client] { Q_EMIT disconnectWanted(client); });
    menu.exec(m_tree->viewport()->mapToGlobal(position));
}

} // namespace signalbox::ui
