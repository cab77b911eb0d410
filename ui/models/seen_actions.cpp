// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/seen_actions.h"

#include "ui/format/plain.h"

namespace signalbox::ui {

void SeenActions::learn(const std::vector<link::FrameRow>& rows)
{
    for (const link::FrameRow& row : rows) {
        const bool isReserved = row.isXSockets && row.message.isNull(); // a topic that the format uses itself
        if (!row.action.isEmpty() && !isReserved && row.action != m_last) {
            learn(row.action);
        }
    }
}

void SeenActions::learn(const QByteArray& action)
{
    m_last = action;
    const QString text = QString::fromUtf8(action);
    // One that cannot be shown as it is cannot be chosen as it is.
    if (action.isEmpty() || m_known.contains(action) || plainName(action) != text) {
        return;
    }
    if (rowCount() == maxActions) {
        const QModelIndex last = index(rowCount() - 1);
        m_known.remove(last.data().toString().toUtf8());
        removeRow(last.row());
    }
    m_known.insert(action);
    insertRow(0);
    setData(index(0), text);
}

} // namespace signalbox::ui
