// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/client_history.h"

#include "ui/format/client_words.h"
#include "ui/format/meaning.h"
#include "ui/models/broker_state.h"
#include "ui/models/frame_cells.h"
#include "ui/widgets/appearance.h"
#include "ui/widgets/heading.h"
#include "ui/widgets/plain_tree.h"

#include <QtWidgets/QBoxLayout>
#include <QtWidgets/QHeaderView>
#include <QtWidgets/QLabel>

namespace signalbox::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr size_t shownFrames = 10;
constexpr size_t shownConnections = 20;
constexpr int numberRole = Qt::UserRole;

PlainTree* shortList(QStandardItemModel& model, const QString& name, const QString& emptyText)
{
    auto* list = new PlainTree;
    list->setModel(&model);
    list->setHeaderHidden(true);
    list->header()->setMinimumSectionSize(spacing(2));
    list->header()->setDefaultSectionSize(spacing(2)); // the last one takes what is left, and no more
    list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff); // the whole is in the tooltip
    list->setRootIsDecorated(false);
    list->setAccessibleName(name);
    list->setEmptyText(emptyText);
    list->setMinimumHeight(spacing(9));
    return list;
}

QList<QStandardItem*> cellsOf(const LoggedFrame& entry)
{
    FrameContext context;
    context.fragments = entry.fragments ? *entry.fragments : 0;
    const FrameCells frame(entry.row, context);
    QList<QStandardItem*> cells;
    for (const FramesModel::Column column : {FramesModel::TimeColumn, FramesModel::TypeColumn,
                                             FramesModel::LengthColumn, FramesModel::SummaryColumn}) {
        auto* item = new QStandardItem(frame.data(column, Qt::DisplayRole).toString());
        item->setData(frame.data(column, meaningRole), meaningRole);
        item->setToolTip(frame.data(column, Qt::ToolTipRole).toString());
        cells += item;
    }
    cells.first()->setData(QVariant::fromValue(entry.row.number), numberRole);
    return cells;
}

} // namespace

ClientHistory::ClientHistory(BrokerState& state, QWidget* parent)
    : QWidget(parent)
    , m_state(state)
    , m_frames(
          shortList(m_frameItems, tr("Last frames of the client"), tr("None of the kept frames is its own.")))
    , m_connections(shortList(m_connectionItems, tr("Earlier connections of the user"),
                              tr("No earlier connection is remembered.")))
{
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(spacing(1));
    column->addWidget(heading(tr("Last frames")));
    column->addWidget(m_frames, 2);
    column->addWidget(heading(tr("Earlier connections of the user")));
    column->addWidget(m_connections, 1);
    const auto wanted = [this](const QModelIndex& index) {
        Q_EMIT frameWanted(index.siblingAtColumn(0).data(numberRole).toULongLong());
    };
    connect(m_frames, &QAbstractItemView::clicked, this, wanted);
    connect(m_frames, &QAbstractItemView::activated, this, wanted);
}

void ClientHistory::showClient(ClientId client)
{
    m_client = client;
    m_lastFrame = 0;
    m_frameItems.clear();
    m_connectionItems.clear();
}

void ClientHistory::refresh()
{
    fillFrames();
    fillConnections();
}

void ClientHistory::fillFrames()
{
    const FramesModel& frames = m_state.frames();
    const std::vector<const LoggedFrame*> found = frames.newestOf(m_client, shownFrames);
    const quint64 newest = found.empty() ? 0 : found.front()->row.number;
    if (newest == m_lastFrame) {
        return; // what was chosen stays chosen
    }
    m_lastFrame = newest;
    m_frameItems.clear();
    for (const LoggedFrame* entry : found) {
        m_frameItems.appendRow(cellsOf(*entry));
    }
    for (int column = 0; column + 1 < m_frameItems.columnCount(); ++column) {
        m_frames->resizeColumnToContents(column);
    }
}

void ClientHistory::fillConnections()
{
    const link::ClientInfo* info = m_state.clients().find(m_client);
    const link::ClientEnd* own = m_state.ended().find(m_client);
    const UserName user = info != nullptr ? info->user : own != nullptr ? own->user : UserName();
    const std::vector<link::ClientEnd> ends = m_state.ended().allOf(user, shownConnections);
    if (static_cast<int>(ends.size()) == m_connectionItems.rowCount()) {
        return;
    }
    m_connectionItems.clear();
    for (const link::ClientEnd& end : ends) {
        auto* item = new QStandardItem(QString::fromLatin1(end.client.text()) + u"  "_s +
                                       endText(end, m_state.clients().now()));
        item->setData(QVariant::fromValue(endMeaning(end.reason)), meaningRole);
        item->setToolTip(item->text());
        m_connectionItems.appendRow(item);
    }
}

} // namespace signalbox::ui
