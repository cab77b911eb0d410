// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/link/frame_row.h"

#include <QtCore/QSet>
#include <QtCore/QStringListModel>

namespace signalbox::ui {

/// The actions that messages had since the window was opened, for completion:
/// the newest first. Main thread. Limit: 200.
class SeenActions final : public QStringListModel {
    Q_OBJECT

public:
    static constexpr int maxActions = 200;

    using QStringListModel::QStringListModel;

    void learn(const std::vector<link::FrameRow>& rows);
    void learn(const QByteArray& action);

private:
    QSet<QByteArray> m_known;
    QByteArray m_last; ///< most rows have the action of the row before
};

} // namespace signalbox::ui
