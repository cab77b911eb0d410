// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/core/recipient.h"

#include <QtCore/QAbstractListModel>

#include <optional>
#include <vector>

namespace signalbox::ui {

class ClientsModel;

/// What could be meant by what is typed under *To*: everyone, and the groups, users, tags and clients that
/// are there now; those that begin with it first. Main thread. Limit: 40 rows, of any number of clients.
class RecipientCompleter final : public QAbstractListModel {
    Q_OBJECT

public:
    static constexpr size_t maxRows = 40;

    /// `clients` must outlive the completer.
    explicit RecipientCompleter(const ClientsModel& clients, QObject* parent = nullptr);

    /// Reads the clients anew with the next complete().
    void forget() { m_isKnown = false; }
    void complete(const QString& typed);
    [[nodiscard]] const Recipient& recipient(int row) const;
    /// The type that a name without prefix has: that of the group, user, tag or client of exactly this name.
    [[nodiscard]] RecipientType typeOf(const QString& name);

    int rowCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;

private:
    struct Candidate {
        RecipientType type = RecipientType::Group;
        QByteArray name;
        QString folded; ///< for comparing
        qint64 clients = 0;
    };
    struct Match {
        Recipient recipient;
        size_t candidate = 0; ///< into m_candidates; everyone: behind its end
    };

    void read();
    [[nodiscard]] std::vector<size_t> ranked(const QString& folded, bool isExclusion,
                                             std::optional<RecipientType> type) const;
    [[nodiscard]] static QString clientsText(qint64 clients);
    [[nodiscard]] QString text(const Match& match) const;

    const ClientsModel& m_clients;
    bool m_isKnown = false;
    std::vector<Candidate> m_candidates; ///< groups, users, tags, clients; each by name
    std::vector<Match> m_matches;
};

} // namespace signalbox::ui
