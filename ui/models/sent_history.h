// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/sent_log.h"

#include <QtCore/QAbstractListModel>

namespace signalbox::ui {

/// The messages that were sent from here, today and before, newest first, as far as they hold what is
/// searched for. Main thread. Limit: 300 rows; the search finds older ones.
class SentHistory final : public QAbstractListModel {
    Q_OBJECT

public:
    static constexpr size_t maxRows = 300;

    explicit SentHistory(const QString& folder, QObject* parent = nullptr);

    [[nodiscard]] bool isKept() const { return m_log.isKept(); }
    [[nodiscard]] int damagedLines() const { return m_damaged; }
    [[nodiscard]] bool isAll() const { return m_isAll; }
    [[nodiscard]] const Draft& draft(int row) const;
    void setSearch(const QString& text);
    /// The error when it could not be written; it is in the list all the same.
    Result<void> add(const SentMessage& message);

    int rowCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;

private:
    SentLog m_log;
    QString m_search;
    std::vector<SentMessage> m_messages; ///< oldest first
    int m_damaged = 0;
    bool m_isAll = true;
};

} // namespace signalbox::ui
