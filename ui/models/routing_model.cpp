// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/routing_model.h"

#include "ui/format/plain.h"

#include <algorithm>

namespace signalbox::ui {

void RoutingModel::setLines(std::vector<RoutingLine> lines)
{
    beginResetModel();
    m_lines = std::move(lines);
    m_mendTexts.clear();
    filter();
    endResetModel();
}

void RoutingModel::updateLines(std::vector<RoutingLine> lines)
{
    QHash<ClientId, size_t> places;
    for (size_t place = 0; place < m_lines.size(); ++place) {
        places.insert(m_lines[place].client, place);
    }
    const auto isKnown = [&places](const RoutingLine& line) { return places.contains(line.client); };
    if (lines.size() != m_lines.size() || !std::all_of(lines.begin(), lines.end(), isKnown)) {
        setLines(std::move(lines));
        return;
    }
    for (RoutingLine& line : lines) {
        m_lines[places.value(line.client)] = std::move(line);
    }
    if (!m_shown.empty()) {
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
    }
}

void RoutingModel::setFilter(const QString& text)
{
    beginResetModel();
    m_filter = text.trimmed();
    filter();
    endResetModel();
}

void RoutingModel::filter()
{
    m_shown.clear();
    for (size_t place = 0; place < m_lines.size(); ++place) {
        const RoutingLine& line = m_lines[place];
        const bool matches = m_filter.isEmpty() || line.name.contains(m_filter, Qt::CaseInsensitive) ||
                             line.reason.contains(m_filter, Qt::CaseInsensitive) ||
                             line.state.contains(m_filter, Qt::CaseInsensitive);
        if (matches) {
            m_shown.push_back(place);
        }
    }
}

void RoutingModel::setMendText(ClientId client, const QString& text)
{
    m_mendTexts.insert(client, text);
    const auto found = std::find_if(m_shown.begin(), m_shown.end(),
                                    [this, client](size_t place) { return m_lines[place].client == client; });
    if (found != m_shown.end()) {
        const QModelIndex cell = index(static_cast<int>(found - m_shown.begin()), MendColumn);
        Q_EMIT dataChanged(cell, cell);
    }
}

int RoutingModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_shown.size());
}

int RoutingModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QString RoutingModel::text(const RoutingLine& line, int column) const
{
    switch (column) {
    case StateColumn:
        return line.state;
    case ClientColumn:
        return line.name;
    case ReasonColumn:
        return line.reason;
    default:
        return m_mendTexts.contains(line.client) ? m_mendTexts.value(line.client) : mendText(line.mend);
    }
}

QVariant RoutingModel::data(const QModelIndex& index, int role) const
{
    if (!index.isValid()) {
        return {};
    }
    const RoutingLine& shown = line(index.row());
    switch (role) {
    case Qt::DisplayRole:
        return text(shown, index.column());
    case Qt::ToolTipRole:
        return plainToolTip(text(shown, index.column()));
    case Qt::AccessibleTextRole:
        return tr("%1: %2, %3").arg(shown.name, shown.state.section(u' ', 1), shown.reason);
    case meaningRole:
        if (index.column() == MendColumn) {
            return QVariant::fromValue(m_mendTexts.contains(shown.client) ? Meaning::Muted
                                                                          : Meaning::Incoming);
        }
        return QVariant::fromValue(index.column() == StateColumn ? routingPlaceMeaning(shown.place)
                                                                 : Meaning::Normal);
    default:
        return {};
    }
}

QVariant RoutingModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole) {
        return {};
    }
    switch (section) {
    case StateColumn:
        return tr("State");
    case ClientColumn:
        return tr("Client");
    case ReasonColumn:
        return tr("Why");
    default:
        return tr("What helps");
    }
}

} // namespace signalbox::ui
