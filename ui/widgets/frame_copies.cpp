// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/frame_copies.h"

#include "ui/format/curl_command.h"
#include "ui/models/command_sender.h"
#include "ui/widgets/frame_actions.h"
#include "ui/widgets/frames_tree.h"
#include "ui/widgets/frames_view.h"

#include <QtGui/QAction>
#include <QtGui/QClipboard>
#include <QtGui/QGuiApplication>
#include <QtWidgets/QHeaderView>

#include <algorithm>

namespace signalbox::ui {

using link::FrameRow;

FrameCopies::FrameCopies(FramesView& view, CommandSender& commands, const FrameActions& actions,
                         std::function<QByteArray()> brokerUrl)
    : m_view(view)
    , m_commands(commands)
    , m_brokerUrl(std::move(brokerUrl))
{
    connect(actions.copyRow, &QAction::triggered, this, &FrameCopies::copyRow);
    connect(&m_view.tree(), &FramesTree::copyWanted, this, &FrameCopies::copyRow);
    connect(actions.copyPayload, &QAction::triggered, this, [this] { copy(FrameCopy::Payload); });
    connect(actions.copyJson, &QAction::triggered, this, [this] { copy(FrameCopy::Json); });
    connect(actions.copyHex, &QAction::triggered, this, [this] { copy(FrameCopy::Hex); });
    connect(actions.copyCurl, &QAction::triggered, this, &FrameCopies::copyCurl);
}

// The columns that are shown, as they stand.
void FrameCopies::copyRow()
{
    const QModelIndex current = m_view.tree().currentIndex();
    const QHeaderView& header = *m_view.tree().header();
    QStringList cells;
    for (int place = 0; current.isValid() && place < header.count(); ++place) {
        const int column = header.logicalIndex(place);
        if (!header.isSectionHidden(column)) {
            cells += current.siblingAtColumn(column).data().toString();
        }
    }
    if (!cells.isEmpty()) {
        QGuiApplication::clipboard()->setText(cells.join(u'\t'));
    }
}

void FrameCopies::copy(FrameCopy format)
{
    const FrameRow* row = m_view.currentFrame();
    if (row == nullptr || row->kind == link::RowKind::Gap) {
        return;
    }
    fetch(row->number, [format](const link::FrameDetail& detail) {
        QGuiApplication::clipboard()->setText(frameText(detail, format));
    });
}

void FrameCopies::fetch(quint64 number, std::function<void(const link::FrameDetail& detail)> then)
{
    m_commands.send(link::FetchFrame{number}, this,
                    [this, then = std::move(then)](const link::CommandAnswer& answer) {
                        const auto* detail = std::get_if<link::FrameDetail>(&answer.result);
                        if (detail != nullptr && detail->kept) {
                            then(*detail);
                        } else {
                            Q_EMIT failed(tr("Nothing was copied: the frame is no longer kept."));
                        }
                    });
}

// Of a message that came over HTTP, the request that it came with.
void FrameCopies::copyCurl()
{
    const FrameRow* row = m_view.currentFrame();
    if (row == nullptr || row->kind == link::RowKind::Gap) {
        return;
    }
    fetch(row->number, [this](const link::FrameDetail& detail) {
        const auto request = std::ranges::find_if(detail.related, [](const link::RelatedRow& other) {
            return other.kind == link::RowKind::Answered;
        });
        if (detail.handshakeRequest.isEmpty() && request != detail.related.end()) {
            fetch(request->number, [this](const link::FrameDetail& other) { copyCurlOf(other); });
        } else {
            copyCurlOf(detail);
        }
    });
}

void FrameCopies::copyCurlOf(const link::FrameDetail& detail)
{
    const CurlCommand command = curlCommand(detail, m_brokerUrl());
    if (command.text.isEmpty()) {
        Q_EMIT failed(tr("Nothing was copied: this row holds no HTTP request."));
        return;
    }
    QGuiApplication::clipboard()->setText(command.text);
    if (command.lacksBody) {
        Q_EMIT failed(tr("Copied without the body: the request was refused before that was read."));
    }
}

} // namespace signalbox::ui
