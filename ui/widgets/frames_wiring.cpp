// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/frames_wiring.h"

#include "ui/models/broker_state.h"
#include "ui/widgets/actions.h"
#include "ui/widgets/detail_view.h"
#include "ui/widgets/empty_contents.h"
#include "ui/widgets/frames_tree.h"
#include "ui/widgets/frames_view.h"
#include "ui/widgets/listening_bar.h"

#include <QtGui/QAction>
#include <QtGui/QClipboard>
#include <QtGui/QGuiApplication>
#include <QtWidgets/QLineEdit>

namespace signalbox::ui {

namespace {

// A keystroke must show rows within 100 ms; typing on must not filter for each letter.
constexpr std::chrono::milliseconds filterDelay{40};

} // namespace

FramesWiring::FramesWiring(const WindowParts& parts)
    : m_parts(parts)
{
    connectFilter();
    connectList();
    updateEmptyState();
}

void FramesWiring::connectFilter()
{
    const FrameActions& actions = m_parts.actions.frames;
    QLineEdit* filter = &m_parts.bar->filterEdit();
    m_filterTimer.setSingleShot(true);
    m_filterTimer.setInterval(filterDelay);
    connect(filter, &QLineEdit::textChanged, &m_filterTimer, qOverload<>(&QTimer::start));
    connect(&m_filterTimer, &QTimer::timeout, this, &FramesWiring::applyFilter);
    connect(actions.find, &QAction::triggered, filter, [filter] {
        filter->setFocus(Qt::ShortcutFocusReason);
        filter->selectAll();
    });
    connect(actions.clearFilter, &QAction::triggered, filter, &QLineEdit::clear);
    connect(&m_parts.frames->tree(), &FramesTree::typed, filter, [filter](const QString& text) {
        filter->setFocus(Qt::ShortcutFocusReason);
        filter->setText(filter->text() + text);
    });
}

void FramesWiring::connectList()
{
    const FrameActions& actions = m_parts.actions.frames;
    FramesModel& frames = m_parts.state.frames();
    FramesView* view = m_parts.frames;
    connect(actions.pause, &QAction::toggled, &frames, &FramesModel::setPaused);
    connect(actions.pause, &QAction::toggled, this, &FramesWiring::updateEmptyState);
    connect(&view->tree(), &FramesTree::pauseWanted, actions.pause, &QAction::toggle);
    connect(actions.clearList, &QAction::triggered, &frames, &FramesModel::clear);
    connect(actions.follow, &QAction::triggered, view, &FramesView::follow);
    connect(actions.nextFrame, &QAction::triggered, view, &FramesView::selectNext);
    connect(actions.previousFrame, &QAction::triggered, view, &FramesView::selectPrevious);
    connect(actions.copyRow, &QAction::triggered, this, &FramesWiring::copyRow);
    connect(view, &FramesView::frameSelected, this, &FramesWiring::selectFrame);
    connect(&frames, &FramesModel::deliveriesWanted, this, &FramesWiring::fetchDeliveries);
    connect(&frames, &QAbstractItemModel::modelReset, this, &FramesWiring::updateEmptyState);
    connect(&frames, &FramesModel::rowsShown, this, [this] {
        if (m_parts.state.frames().ledger().shown == 0) { // the number of hidden ones is in the text
            updateEmptyState();
        }
    });
    connect(&m_parts.state, &BrokerState::populationChanged, this, &FramesWiring::updateEmptyState);
    connect(&m_parts.state, &BrokerState::listenersChanged, this, &FramesWiring::updateEmptyState);
}

void FramesWiring::updateEmptyState()
{
    m_parts.frames->setEmptyContent(emptyFramesContent(m_parts.state, m_parts.actions));
}

void FramesWiring::applyFilter()
{
    m_parts.state.frames().setFilter(FrameFilter(m_parts.bar->filterEdit().text()));
}

void FramesWiring::selectFrame(quint64 number)
{
    if (number == m_selected) {
        return;
    }
    m_selected = number;
    DetailView* view = m_parts.detail;
    const QModelIndex row = m_parts.state.frames().indexOf(number);
    const bool isMessage = row.isValid() && !m_parts.state.frames().frame(row).message.isNull();
    if (!isMessage) { // from one message to the next the fan changes at once, when the answer is there
        m_parts.state.clients().setFan({});
    }
    if (!row.isValid()) {
        view->showNothing();
        return;
    }
    if (m_parts.state.frames().frame(row).kind == link::RowKind::Gap) {
        view->showNothing(
            tr("These frames are not kept: the room for frames was full, or they came too fast."));
        return;
    }
    m_parts.state.commands().send(link::FetchFrame{number}, this,
                                  [this, view, number](const link::CommandAnswer& answer) {
                                      const auto* detail = std::get_if<link::FrameDetail>(&answer.result);
                                      if (number == m_selected && detail != nullptr) {
                                          view->show(*detail);
                                          m_parts.state.clients().setFan(Fan(*detail));
                                      } else if (const auto* error = std::get_if<Error>(&answer.result);
                                                 number == m_selected && error != nullptr) {
                                          view->showNothing(error->message);
                                      }
                                  });
}

void FramesWiring::fetchDeliveries(quint64 number)
{
    m_parts.state.commands().send(
        link::FetchFrame{number}, this, [this, number](const link::CommandAnswer& answer) {
            if (const auto* detail = std::get_if<link::FrameDetail>(&answer.result)) {
                m_parts.state.frames().setDeliveries(number, detail->deliveries);
            }
        });
}

void FramesWiring::copyRow()
{
    const QModelIndex current = m_parts.frames->tree().currentIndex();
    QStringList cells;
    for (int column = 0; current.isValid() && column < FramesModel::ColumnCount; ++column) {
        cells += current.siblingAtColumn(column).data().toString();
    }
    if (!cells.isEmpty()) {
        QGuiApplication::clipboard()->setText(cells.join(u'\t'));
    }
}

} // namespace signalbox::ui
