// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/link/frame_detail.h"
#include "ui/format/frame_export.h"

#include <QtCore/QObject>

#include <functional>

namespace signalbox::ui {

class CommandSender;
class FrameActions;
class FramesView;

/// Puts the current row of the frames list into the clipboard, in one form or another. Main thread.
class FrameCopies final : public QObject {
    Q_OBJECT

public:
    /// All of it must outlive it. `brokerUrl`: ws://127.0.0.1:5210; empty while it does not listen.
    FrameCopies(FramesView& view, CommandSender& commands, const FrameActions& actions,
                std::function<QByteArray()> brokerUrl);

Q_SIGNALS:
    /// In words, when something could not be copied, or not all of it.
    void failed(const QString& what);

private:
    void copyRow();
    void copy(FrameCopy format);
    void copyCurl();
    void copyCurlOf(const link::FrameDetail& detail);
    void fetch(quint64 number, std::function<void(const link::FrameDetail& detail)> then);

    FramesView& m_view;
    CommandSender& m_commands;
    std::function<QByteArray()> m_brokerUrl;
};

} // namespace signalbox::ui
