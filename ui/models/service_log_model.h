// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/link/service_events.h"

#include <QtCore/QAbstractTableModel>
#include <QtCore/QHash>

#include <deque>

namespace signalbox::ui {

/// What one service has logged, the newest line last; of the others it is kept for when they are shown. Main
/// thread. Limit: maxLines for each service.
class ServiceLogModel final : public QAbstractTableModel {
    Q_OBJECT

public:
    enum Column { TimeColumn, LevelColumn, TextColumn };
    static constexpr int maxLines = 500;

    using QAbstractTableModel::QAbstractTableModel;

    void apply(const link::ServicesLogged& event);
    /// Of services that are there no more nothing is kept.
    void keepOnly(const std::vector<link::ServiceInfo>& services);
    void show(const QByteArray& service);
    /// Of the service that is shown: "10:12:01.204  ▲ warning  text", one line each.
    [[nodiscard]] QString asText() const;

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    using Lines = std::deque<link::ServiceLogLine>;

    void addShown(const std::vector<link::ServiceLogLine>& lines);
    [[nodiscard]] const Lines& shown() const;
    [[nodiscard]] QString text(const link::ServiceLogLine& line, int column) const;

    QHash<QByteArray, Lines> m_lines; ///< by service
    QByteArray m_shown;
};

} // namespace signalbox::ui
