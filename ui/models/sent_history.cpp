// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/sent_history.h"

#include "ui/format/plain.h"
#include "ui/format/routing_words.h"
#include "ui/format/times.h"

#include <algorithm>

namespace signalbox::ui {

using namespace Qt::StringLiterals;

SentHistory::SentHistory(const QString& folder, QObject* parent)
    : QAbstractListModel(parent)
    , m_log(folder)
{
    setSearch({});
}

void SentHistory::setSearch(const QString& text)
{
    SentLog::Found found = m_log.find(text, maxRows);
    beginResetModel();
    m_search = text;
    m_messages = std::move(found.messages);
    std::reverse(m_messages.begin(), m_messages.end());
    m_damaged = found.damagedLines;
    m_isAll = found.isAll;
    endResetModel();
}

Result<void> SentHistory::add(const SentMessage& message)
{
    Result<void> written = m_log.append(message);
    if (!m_search.isEmpty()) {
        setSearch(m_search);
        return written;
    }
    if (m_messages.size() == maxRows) {
        beginRemoveRows({}, static_cast<int>(maxRows) - 1, static_cast<int>(maxRows) - 1);
        m_messages.erase(m_messages.begin());
        endRemoveRows();
        m_isAll = false;
    }
    beginInsertRows({}, 0, 0);
    m_messages.push_back(message);
    endInsertRows();
    return written;
}

const Draft& SentHistory::draft(int row) const
{
    return m_messages[m_messages.size() - 1 - static_cast<size_t>(row)].draft;
}

int SentHistory::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_messages.size());
}

QVariant SentHistory::data(const QModelIndex& index, int role) const
{
    if (!index.isValid()) {
        return {};
    }
    const SentMessage& message = m_messages[m_messages.size() - 1 - static_cast<size_t>(index.row())];
    const Draft& draft = message.draft;
    const QString what = draft.kind == MessageKind::RawBinary ? tr("binary")
                         : draft.kind == MessageKind::RawText ? tr("raw text")
                                                              : plainName(draft.action);
    switch (role) {
    case Qt::DisplayRole:
        return tr("%1  %2  %3  %4")
            .arg(sinceText(message.time, SystemClock().wallNow()), recipientsText(draft.recipients), what,
                 plainPayload(draft.message));
    case Qt::AccessibleTextRole:
        return tr("%1, %2 to %3").arg(timeText(message.time), what, recipientsText(draft.recipients));
    case Qt::ToolTipRole:
        return plainToolTip(tr("%1 to %2").arg(what, recipientsText(draft.recipients)) + u'\n' +
                            plainPayload(draft.message));
    default:
        return {};
    }
}

} // namespace signalbox::ui
