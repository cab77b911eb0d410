// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/frames_wiring.h"

#include "ui/dialogs/colour_rules_dialog.h"
#include "ui/dialogs/go_to_dialog.h"
#include "ui/models/broker_state.h"
#include "ui/models/filter_memory.h"
#include "ui/models/seen_values.h"
#include "ui/widgets/actions.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/charts_view.h"
#include "ui/widgets/composer.h"
#include "ui/widgets/detail_view.h"
#include "ui/widgets/empty_contents.h"
#include "ui/widgets/filter_line.h"
#include "ui/widgets/filter_popup.h"
#include "ui/widgets/frame_acts.h"
#include "ui/widgets/frame_filtering.h"
#include "ui/widgets/frames_tree.h"
#include "ui/widgets/frames_view.h"
#include "ui/widgets/listening_bar.h"
#include "ui/widgets/main_window.h"

#include <QtGui/QAction>
#include <QtWidgets/QLineEdit>

namespace signalbox::ui {

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
    connect(actions.find, &QAction::triggered, filter, [filter] {
        filter->setFocus(Qt::ShortcutFocusReason);
        filter->selectAll();
    });
    connectFilterLine();
    connect(actions.clearFilter, &QAction::triggered, m_parts.filtering, &FrameFiltering::clear);
    connect(&m_parts.frames->tree(), &FramesTree::typed, m_parts.filtering, &FrameFiltering::type);
    connect(m_parts.frameActs, &FrameActs::messageWanted, m_parts.composer, &Composer::addressTo);
    connect(m_parts.frameActs, &FrameActs::recipientsWanted, m_parts.detail, &DetailView::showWhoGot);
    connect(m_parts.frameActs, &FrameActs::failed, m_parts.banner, &Banner::setText);
    connect(&m_parts.state, &BrokerState::statisticsChanged, m_parts.charts, &ChartsView::refresh);
}

void FramesWiring::connectFilterLine()
{
    FrameFiltering* filtering = m_parts.filtering;
    FilterLine* line = m_parts.filterLine;
    BrokerState& state = m_parts.state;
    new FilterPopup(m_parts.bar->filterEdit(),
                    [&state](filter::Field field) { return seenValues(state, field); });
    connect(filtering, &FrameFiltering::readingChanged, this, [this, filtering, line] {
        const FrameFiltering::Reading& reading = filtering->reading();
        line->setReading(reading);
        m_parts.bar->setFilterMeaning(reading.fault               ? Meaning::Bad
                                      : reading.meaning.isEmpty() ? Meaning::Normal
                                                                  : Meaning::Good);
    });
    connect(filtering, &FrameFiltering::applied, m_parts.filters, &FilterMemory::remember);
    connect(line, &FilterLine::chosen, filtering, &FrameFiltering::setTo);
    connect(line, &FilterLine::keepWanted, m_parts.actions.frames.keepFilter, &QAction::trigger);
    connect(m_parts.actions.frames.keepFilter, &QAction::triggered, this, [filtering, line] {
        if (!filtering->reading().fault && !filtering->reading().meaning.isEmpty()) {
            line->askForName(filtering->reading().text.trimmed());
        }
    });
    connect(m_parts.actions.frames.colourRules, &QAction::triggered, this, [this] {
        auto* dialog = new ColourRulesDialog(*m_parts.colourRules, &m_parts.window);
        dialog->setAttribute(Qt::WA_DeleteOnClose);
        dialog->open();
    });
    connect(&m_parts.state, &BrokerState::framesFound, line, [line](const link::FramesFound& found) {
        line->setProgress(found.searched, found.finished ? 0 : found.toSearch);
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
    connect(actions.nextMatch, &QAction::triggered, this, [this] { stepMatch(StepDirection::Next); });
    connect(actions.previousMatch, &QAction::triggered, this, [this] { stepMatch(StepDirection::Previous); });
    connect(actions.goToFrame, &QAction::triggered, this, &FramesWiring::askForFrame);
    connect(view, &FramesView::frameSelected, this, &FramesWiring::selectFrame);
    connect(&frames, &FramesModel::detailWanted, this, &FramesWiring::fetchDeliveries);
    connect(&frames, &QAbstractItemModel::modelReset, this, &FramesWiring::updateEmptyState);
    connect(&frames, &FramesModel::rowsShown, this, [this] {
        if (m_parts.state.frames().ledger().shown == 0) { // the number of hidden ones is in the text
            updateEmptyState();
        }
    });
    connect(&m_parts.state, &BrokerState::populationChanged, this, &FramesWiring::updateEmptyState);
    connect(&m_parts.state, &BrokerState::listenersChanged, this, &FramesWiring::updateEmptyState);
}

// Without a filter there is nothing to look for yet.
void FramesWiring::stepMatch(StepDirection direction)
{
    if (m_parts.state.frames().isFiltered()) {
        m_parts.frames->selectMatch(direction);
    } else {
        m_parts.actions.frames.find->trigger();
    }
}

void FramesWiring::askForFrame()
{
    auto* dialog = new GoToDialog(m_parts.state.frames(), &m_parts.window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &GoToDialog::chosen, m_parts.frames, &FramesView::goTo);
    dialog->open();
}

void FramesWiring::updateEmptyState()
{
    m_parts.frames->setEmptyContent(emptyFramesContent(m_parts.state, m_parts.actions));
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
    m_parts.state.commands().send(link::FetchFrame{number}, this, [this](const link::CommandAnswer& answer) {
        if (const auto* detail = std::get_if<link::FrameDetail>(&answer.result)) {
            m_parts.state.frames().setDetail(*detail);
        }
    });
}

} // namespace signalbox::ui
