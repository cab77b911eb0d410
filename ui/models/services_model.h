// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/link/service_events.h"

#include <QtCore/QAbstractTableModel>
#include <QtCore/QHash>

#include <deque>
#include <optional>

namespace signalbox::ui {

/// The services, by their files, with what they do now. Main thread.
class ServicesModel final : public QAbstractTableModel {
    Q_OBJECT

public:
    enum Column {
        NameColumn,
        StateColumn,
        EndpointColumn,
        ClientsColumn,
        RateColumn,
        TimeColumn,
        ErrorsColumn
    };
    static constexpr std::chrono::seconds averaged{2};

    using QAbstractTableModel::QAbstractTableModel;

    void apply(const link::ServicesChanged& event);
    /// Calls in a second, which fall when nothing is told any more.
    void tick(WallTime now);

    /// Beside the list: the folder, and what is known of all.
    [[nodiscard]] const link::ServicesChanged& overview() const { return m_overview; }
    /// Null: there is no such service.
    [[nodiscard]] const link::ServiceInfo* find(const QByteArray& file) const;
    [[nodiscard]] double rate(const QByteArray& file) const;
    /// Empty: there is no such row.
    [[nodiscard]] QByteArray fileAt(const QModelIndex& index) const;
    [[nodiscard]] QModelIndex indexOf(const QByteArray& file) const;

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

Q_SIGNALS:
    /// Something about a service or the folder is another.
    void changed();
    /// It had to be stopped so often that it is disabled now.
    void disabledByStrikes(const QByteArray& file);

private:
    struct Sample {
        WallTime time{};
        quint64 calls = 0;
    };
    struct Rate {
        std::deque<Sample> samples; ///< oldest first
        double perSecond = 0.0;
    };

    void replaceRows(const std::vector<link::ServiceInfo>& services);
    void tellStrikes(const link::ServicesChanged& before);
    [[nodiscard]] QString text(const link::ServiceInfo& service, int column) const;
    [[nodiscard]] std::optional<int> meaningOf(const link::ServiceInfo& service, int column) const;
    [[nodiscard]] QString sentence(const link::ServiceInfo& service) const;

    link::ServicesChanged m_overview;
    QHash<QByteArray, Rate> m_rates; ///< by file
};

} // namespace signalbox::ui
