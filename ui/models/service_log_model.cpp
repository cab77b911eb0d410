// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/service_log_model.h"

#include "ui/format/plain.h"
#include "ui/format/service_words.h"
#include "ui/format/times.h"

#include <algorithm>
#include <array>

namespace signalbox::ui {

using namespace Qt::StringLiterals;

void ServiceLogModel::apply(const link::ServicesLogged& event)
{
    if (event.whole) {
        beginResetModel();
        m_lines.clear();
        for (const link::ServiceLogLine& line : event.lines) {
            m_lines[line.service].push_back(line);
        }
        endResetModel();
        return;
    }
    std::vector<link::ServiceLogLine> shownOnes;
    for (const link::ServiceLogLine& line : event.lines) {
        if (line.service == m_shown) {
            shownOnes.push_back(line);
            continue;
        }
        Lines& lines = m_lines[line.service];
        lines.push_back(line);
        while (lines.size() > maxLines) {
            lines.pop_front();
        }
    }
    addShown(shownOnes);
}

void ServiceLogModel::addShown(const std::vector<link::ServiceLogLine>& lines)
{
    if (lines.empty()) {
        return;
    }
    Lines& rows = m_lines[m_shown];
    const int first = static_cast<int>(rows.size());
    beginInsertRows({}, first, first + static_cast<int>(lines.size()) - 1);
    rows.insert(rows.end(), lines.begin(), lines.end());
    endInsertRows();
    if (const int tooMany = static_cast<int>(rows.size()) - maxLines; tooMany > 0) {
        beginRemoveRows({}, 0, tooMany - 1);
        rows.erase(rows.begin(), rows.begin() + tooMany);
        endRemoveRows();
    }
}

void ServiceLogModel::keepOnly(const std::vector<link::ServiceInfo>& services)
{
    const auto isGone = [&services](const QByteArray& file) {
        return std::ranges::find(services, file, &link::ServiceInfo::file) == services.end();
    };
    if (isGone(m_shown) && !shown().empty()) {
        beginResetModel();
        m_lines.remove(m_shown);
        endResetModel();
    }
    m_lines.removeIf(
        [&isGone, this](const auto& entry) { return entry.key() != m_shown && isGone(entry.key()); });
}

void ServiceLogModel::show(const QByteArray& service)
{
    if (service != m_shown) {
        beginResetModel();
        m_shown = service;
        endResetModel();
    }
}

const ServiceLogModel::Lines& ServiceLogModel::shown() const
{
    static const Lines none;
    const auto found = m_lines.constFind(m_shown);
    return found == m_lines.constEnd() ? none : *found;
}

QString ServiceLogModel::text(const link::ServiceLogLine& line, int column) const
{
    switch (column) {
    case TimeColumn:
        return timeText(line.time);
    case LevelColumn:
        return serviceLogLevelText(line.level);
    case TextColumn:
        return line.ofBroker ? tr("Signalbox: %1").arg(plainScriptText(line.text))
                             : plainScriptText(line.text);
    default:
        return {};
    }
}

QString ServiceLogModel::asText() const
{
    QStringList lines;
    for (const link::ServiceLogLine& line : shown()) {
        lines += u"%1  %2  %3"_s.arg(text(line, TimeColumn), text(line, LevelColumn), text(line, TextColumn));
    }
    return lines.join(u'\n');
}

int ServiceLogModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(shown().size());
}

int ServiceLogModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : TextColumn + 1;
}

QVariant ServiceLogModel::data(const QModelIndex& index, int role) const
{
    if (!index.isValid()) {
        return {};
    }
    const link::ServiceLogLine& line = shown()[static_cast<size_t>(index.row())];
    switch (role) {
    case Qt::DisplayRole:
        return text(line, index.column());
    case Qt::ToolTipRole:
        return plainToolTip(text(line, TextColumn));
    case Qt::AccessibleTextRole:
        return u"%1, %2"_s.arg(text(line, LevelColumn), text(line, TextColumn));
    case meaningRole:
        if (index.column() == TimeColumn) {
            return static_cast<int>(Meaning::Muted);
        }
        return static_cast<int>(index.column() == TextColumn && line.ofBroker &&
                                        line.level == link::ServiceLogLevel::Info
                                    ? Meaning::Muted
                                    : serviceLogLevelMeaning(line.level));
    default:
        return {};
    }
}

QVariant ServiceLogModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole || section < 0 || section > TextColumn) {
        return {};
    }
    const std::array names{tr("Time"), tr("Level"), tr("Text")};
    return names.at(static_cast<size_t>(section));
}

} // namespace signalbox::ui
