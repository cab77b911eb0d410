// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/detail_wiring.h"

#include "ui/models/broker_state.h"
#include "ui/widgets/actions.h"
#include "ui/widgets/bytes_pane.h"
#include "ui/widgets/detail_view.h"
#include "ui/widgets/frames_tree.h"
#include "ui/widgets/frames_view.h"
#include "ui/widgets/linked_tree.h"

#include <QtGui/QAction>

namespace signalbox::ui {

DetailWiring::DetailWiring(const WindowParts& parts)
    : m_parts(parts)
{
    const DetailActions& actions = parts.actions.detail;
    DetailView* view = parts.detail;
    connect(actions.whoGotThis, &QAction::triggered, view, &DetailView::showWhoGot);
    connect(actions.whyNot, &QAction::triggered, view, &DetailView::askWhyNot);
    connect(actions.nextBytes, &QAction::triggered, &view->bytesPane(), &BytesPane::showNext);
    connect(view, &DetailView::frameWanted, this, &DetailWiring::goToFrame);
}

void DetailWiring::goToFrame(quint64 number)
{
    const QModelIndex row = m_parts.state.frames().indexOf(number);
    if (row.isValid()) {
        m_parts.frames->tree().setCurrentIndex(row);
        m_parts.frames->tree().scrollTo(row);
        return;
    }
    // The filter hides it, so the list cannot go there.
    const auto show = [view = m_parts.detail](const link::CommandAnswer& answer) {
        if (const auto* detail = std::get_if<link::FrameDetail>(&answer.result)) {
            view->show(*detail);
        }
    };
    m_parts.state.commands().send(link::FetchFrame{number}, this, show);
}

} // namespace signalbox::ui
