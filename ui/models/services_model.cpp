// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/services_model.h"

#include "ui/format/numbers.h"
#include "ui/format/plain.h"
#include "ui/format/service_words.h"

#include <algorithm>
#include <array>

namespace signalbox::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int serviceColumns = ServicesModel::ErrorsColumn + 1;

bool haveTheSameFiles(const std::vector<link::ServiceInfo>& one, const std::vector<link::ServiceInfo>& other)
{
    return std::ranges::equal(one, other, {}, &link::ServiceInfo::file, &link::ServiceInfo::file);
}

} // namespace

void ServicesModel::apply(const link::ServicesChanged& event)
{
    const link::ServicesChanged before = m_overview;
    if (haveTheSameFiles(m_overview.services, event.services)) {
        m_overview = event;
        if (const int rows = rowCount(); rows > 0) {
            Q_EMIT dataChanged(index(0, 0), index(rows - 1, serviceColumns - 1));
        }
    } else {
        replaceRows(event.services);
        m_overview = event;
    }
    tellStrikes(before);
    Q_EMIT changed();
}

/// Row by row, so that what is selected stays so: both lists are in the order of the files.
void ServicesModel::replaceRows(const std::vector<link::ServiceInfo>& services)
{
    std::vector<link::ServiceInfo>& rows = m_overview.services;
    size_t at = 0;
    for (const link::ServiceInfo& service : services) {
        while (at < rows.size() && rows[at].file < service.file) {
            beginRemoveRows({}, static_cast<int>(at), static_cast<int>(at));
            m_rates.remove(rows[at].file);
            rows.erase(rows.begin() + static_cast<std::ptrdiff_t>(at));
            endRemoveRows();
        }
        if (at < rows.size() && rows[at].file == service.file) {
            rows[at] = service;
            Q_EMIT dataChanged(index(static_cast<int>(at), 0),
                               index(static_cast<int>(at), serviceColumns - 1));
        } else {
            beginInsertRows({}, static_cast<int>(at), static_cast<int>(at));
            rows.insert(rows.begin() + static_cast<std::ptrdiff_t>(at), service);
            endInsertRows();
        }
        ++at;
    }
    if (at < rows.size()) {
        beginRemoveRows({}, static_cast<int>(at), static_cast<int>(rows.size()) - 1);
        rows.resize(at);
        endRemoveRows();
    }
}

void ServicesModel::tellStrikes(const link::ServicesChanged& before)
{
    for (const link::ServiceInfo& service : m_overview.services) {
        const auto known = std::ranges::find(before.services, service.file, &link::ServiceInfo::file);
        const bool was =
            known != before.services.end() && known->state == link::ServiceState::DisabledByStrikes;
        if (service.state == link::ServiceState::DisabledByStrikes && !was) {
            Q_EMIT disabledByStrikes(service.file);
        }
    }
}

void ServicesModel::tick(WallTime now)
{
    for (const link::ServiceInfo& service : m_overview.services) {
        Rate& rate = m_rates[service.file];
        if (!rate.samples.empty() && rate.samples.back().calls > service.calls) {
            rate = {}; // another service of that name
        }
        rate.samples.push_back({now, service.calls});
        while (rate.samples.size() > 2 && rate.samples[1].time + averaged <= now) {
            rate.samples.pop_front();
        }
        const Sample& first = rate.samples.front();
        const double seconds = std::chrono::duration<double>(now - first.time).count();
        rate.perSecond = seconds > 0.0 ? static_cast<double>(service.calls - first.calls) / seconds : 0.0;
    }
    if (const int rows = rowCount(); rows > 0) {
        Q_EMIT dataChanged(index(0, RateColumn), index(rows - 1, RateColumn));
    }
}

const link::ServiceInfo* ServicesModel::find(const QByteArray& file) const
{
    const auto found = std::ranges::find(m_overview.services, file, &link::ServiceInfo::file);
    return found == m_overview.services.end() ? nullptr : &*found;
}

double ServicesModel::rate(const QByteArray& file) const
{
    return m_rates.value(file).perSecond;
}

QByteArray ServicesModel::fileAt(const QModelIndex& index) const
{
    return index.isValid() ? m_overview.services[static_cast<size_t>(index.row())].file : QByteArray();
}

QModelIndex ServicesModel::indexOf(const QByteArray& file) const
{
    const auto found = std::ranges::find(m_overview.services, file, &link::ServiceInfo::file);
    return found == m_overview.services.end()
               ? QModelIndex()
               : index(static_cast<int>(found - m_overview.services.begin()), 0);
}

int ServicesModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_overview.services.size());
}

int ServicesModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : serviceColumns;
}

QString ServicesModel::text(const link::ServiceInfo& service, int column) const
{
    switch (column) {
    case NameColumn:
        return plainName(service.file);
    case StateColumn:
        return serviceStateText(service.state, m_overview.strikes);
    case EndpointColumn:
        return serviceEndpointText(service);
    case ClientsColumn:
        return countText(service.clients);
    case RateColumn:
        return rateText(rate(service.file));
    case TimeColumn:
        return serviceTimeText(service.times);
    case ErrorsColumn:
        return countText(service.errors);
    default:
        return {};
    }
}

std::optional<int> ServicesModel::meaningOf(const link::ServiceInfo& service, int column) const
{
    if (column == StateColumn) {
        return static_cast<int>(serviceStateMeaning(service.state));
    }
    if (column == ErrorsColumn && service.errors > 0) {
        return static_cast<int>(Meaning::Bad);
    }
    return std::nullopt;
}

QString ServicesModel::sentence(const link::ServiceInfo& service) const
{
    return tr("Service %1, %2, at %3, %n client(s)", nullptr, static_cast<int>(service.clients))
        .arg(text(service, NameColumn), text(service, StateColumn), text(service, EndpointColumn));
}

QVariant ServicesModel::data(const QModelIndex& index, int role) const
{
    if (!index.isValid()) {
        return {};
    }
    const link::ServiceInfo& service = m_overview.services[static_cast<size_t>(index.row())];
    switch (role) {
    case Qt::DisplayRole:
        return text(service, index.column());
    case Qt::ToolTipRole:
        return plainToolTip(index.column() == TimeColumn ? serviceTimesSentence(service.times)
                            : index.column() == ErrorsColumn && service.lastError
                                ? serviceFaultText(*service.lastError)
                                : text(service, index.column()));
    case Qt::TextAlignmentRole:
        return index.column() >= ClientsColumn ? QVariant(Qt::AlignRight | Qt::AlignVCenter) : QVariant();
    case Qt::AccessibleTextRole:
        return sentence(service);
    case meaningRole:
        if (const std::optional<int> meaning = meaningOf(service, index.column())) {
            return *meaning;
        }
        return {};
    default:
        return {};
    }
}

QVariant ServicesModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || section < 0 || section >= serviceColumns) {
        return {};
    }
    if (role == Qt::TextAlignmentRole) {
        return section >= ClientsColumn ? QVariant(Qt::AlignRight | Qt::AlignVCenter) : QVariant();
    }
    if (role == Qt::DisplayRole) {
        const std::array names{tr("Service"), tr("State"), tr("Endpoint"), tr("Clients"),
                               tr("Calls/s"), tr("Time"),  tr("Errors")};
        return names.at(static_cast<size_t>(section));
    }
    return {};
}

} // namespace signalbox::ui
