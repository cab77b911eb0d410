// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/frame_acts.h"

#include "ui/format/client_words.h"
#include "ui/format/plain.h"
#include "ui/models/command_sender.h"
#include "ui/models/filter_term.h"
#include "ui/models/frames_model.h"
#include "ui/widgets/frame_actions.h"
#include "ui/widgets/frame_filtering.h"
#include "ui/widgets/frames_tree.h"
#include "ui/widgets/frames_view.h"

#include <QtGui/QAction>
#include <QtWidgets/QMenu>

#include <algorithm>

namespace signalbox::ui {

using namespace Qt::StringLiterals;
using link::FrameRow;

namespace {

bool mayHoldRequest(const FrameRow& row)
{
    switch (row.kind) {
    case link::RowKind::Opened:
    case link::RowKind::Refused:
    case link::RowKind::Answered:
    case link::RowKind::Called:
        return true;
    case link::RowKind::Push: // what it came with
        return row.sender == link::SenderKind::Http;
    case link::RowKind::Frame:
    case link::RowKind::Closed:
    case link::RowKind::Joined:
    case link::RowKind::Left:
    case link::RowKind::OperatorAct:
    case link::RowKind::Gap:
        return false;
    }
    Q_UNREACHABLE();
}

} // namespace

FrameActs::FrameActs(const Parts& parts, QObject* parent)
    : QObject(parent)
    , m_parts(parts)
    , m_copies(parts.view, parts.commands, parts.actions, parts.brokerUrl)
{
    connectMarks();
    connectFilter();
    connect(&m_copies, &FrameCopies::failed, this, &FrameActs::failed);
    connect(m_parts.actions.goToRelated, &QAction::triggered, this, &FrameActs::goToRelated);
    FramesTree& tree = m_parts.view.tree();
    tree.setContextMenuPolicy(Qt::CustomContextMenu);
    connect(&tree, &QWidget::customContextMenuRequested, this, &FrameActs::showMenu);
}

void FrameActs::connectMarks()
{
    const FrameActions& actions = m_parts.actions;
    FramesModel& model = m_parts.model;
    const auto current = [this] { return m_parts.view.tree().currentIndex(); };
    connect(actions.markFrame, &QAction::triggered, this, [&model, current] { model.toggleMark(current()); });
    connect(actions.ignoreFrame, &QAction::triggered, this,
            [&model, current] { model.toggleIgnored(current()); });
    connect(actions.timeReference, &QAction::triggered, this,
            [&model, current] { model.toggleReference(current()); });
    using Step = QModelIndex (*)(const FramesModel&, const QModelIndex&, StepDirection);
    const auto steps = [this, &model, current](QAction* action, Step step, StepDirection direction) {
        connect(action, &QAction::triggered, this,
                [this, &model, current, step, direction] { go(step(model, current(), direction)); });
    };
    steps(actions.nextMark, markStep, StepDirection::Next);
    steps(actions.previousMark, markStep, StepDirection::Previous);
    connect(actions.nextInConversation, &QAction::triggered, this,
            [this] { stepInConversation(StepDirection::Next); });
    connect(actions.previousInConversation, &QAction::triggered, this,
            [this] { stepInConversation(StepDirection::Previous); });
}

void FrameActs::connectFilter()
{
    const FrameActions& actions = m_parts.actions;
    using filter::Composition;
    const auto connectFields = [this](const QList<QAction*>& acts, Composition composition) {
        for (QAction* action : acts) {
            connect(action, &QAction::triggered, this, [this, action, composition] {
                const FrameRow* row = m_parts.view.currentFrame();
                const auto field = action->data().value<filter::Field>();
                if (const QString condition = row == nullptr ? QString() : shownCondition(*row, field);
                    !condition.isEmpty()) {
                    m_parts.filtering.compose(composition, condition);
                }
            });
        }
    };
    connectFields(actions.filterTo, Composition::AndSelected);
    connectFields(actions.filterOut, Composition::AndNotSelected);
    for (QAction* action : actions.applyFilter) {
        connect(action, &QAction::triggered, this, [this, action] {
            if (const QString condition = cellCondition(); !condition.isEmpty()) {
                m_parts.filtering.compose(action->data().value<Composition>(), condition);
            }
        });
    }
    for (QAction* action : actions.prepareFilter) {
        connect(action, &QAction::triggered, this, [this, action] {
            if (const QString condition = cellCondition(); !condition.isEmpty()) {
                m_parts.filtering.prepare(action->data().value<Composition>(), condition);
            }
        });
    }
    connect(actions.showConversation, &QAction::triggered, this, [this] {
        if (const ClientId client = followedClient(); !client.isNull()) {
            m_parts.filtering.setTo(u"with:"_s + QString::fromLatin1(client.text()));
        }
    });
    connect(actions.rangeFromHere, &QAction::triggered, this, [this] { setRangeEnd(true); });
    connect(actions.rangeToHere, &QAction::triggered, this, [this] { setRangeEnd(false); });
}

// A message that was reached on the way comes from somebody else: the
// conversation stays the one it was.
ClientId FrameActs::followedClient() const
{
    const QModelIndex current = m_parts.view.tree().currentIndex();
    if (!current.isValid()) {
        return {};
    }
    const bool isFollowed =
        !current.parent().isValid() && m_parts.model.frame(current).number == m_followedRow;
    return isFollowed ? m_followed : conversationClient(m_parts.model, current);
}

void FrameActs::stepInConversation(StepDirection direction)
{
    const ClientId client = followedClient();
    const QModelIndex current = m_parts.view.tree().currentIndex();
    const QModelIndex next = conversationStep(m_parts.model, current, direction, client);
    if (next.isValid()) {
        m_followed = client;
        m_followedRow = m_parts.model.frame(next).number;
        go(next);
    }
}

void FrameActs::go(const QModelIndex& index)
{
    if (index.isValid()) {
        m_parts.view.tree().setCurrentIndex(index);
    }
}

// From the first row to here, or from here to the last one, as long as the other end was not said.
void FrameActs::setRangeEnd(bool isStart)
{
    const FrameRow* row = m_parts.view.currentFrame();
    if (row == nullptr) {
        return;
    }
    TimeRange range = m_parts.view.range().value_or(m_parts.model.timeline().bins(1).range);
    (isStart ? range.from : range.to) = row->time;
    if (range.from > range.to) {
        (isStart ? range.to : range.from) = row->time;
    }
    m_parts.view.setRange(range);
}

void FrameActs::goToRelated()
{
    const FrameRow* row = m_parts.view.currentFrame();
    if (row == nullptr || row->kind == link::RowKind::Gap) {
        return;
    }
    m_parts.commands.send(link::FetchFrame{row->number}, this, [this](const link::CommandAnswer& answer) {
        const auto* detail = std::get_if<link::FrameDetail>(&answer.result);
        if (detail == nullptr || detail->related.empty()) {
            Q_EMIT failed(tr("No other row is about this message."));
        } else if (const QModelIndex related = m_parts.model.indexOf(detail->related.front().number);
                   related.isValid()) {
            m_parts.view.goTo(related);
        } else {
            Q_EMIT failed(tr("The row is not in the list: the filter hides it, or it is no longer kept."));
        }
    });
}

void FrameActs::showMenu(const QPoint& position)
{
    const FramesTree& tree = m_parts.view.tree();
    if (m_parts.view.currentFrame() == nullptr || !tree.indexAt(position).isValid()) {
        return;
    }
    QMenu menu;
    fill(menu);
    menu.exec(tree.viewport()->mapToGlobal(position));
}

void FrameActs::fill(QMenu& menu)
{
    const FrameRow* row = m_parts.view.currentFrame();
    if (row == nullptr) {
        return;
    }
    const FrameActions& actions = m_parts.actions;
    const quint64 number = row->number;
    if (!row->message.isNull()) {
        menu.addAction(tr("&Who got this?"), this, [this, number] { Q_EMIT recipientsWanted(number); });
    }
    if (!row->about.isNull() || !row->message.isNull()) {
        menu.addAction(actions.goToRelated);
    }
    if (!followedClient().isNull()) {
        menu.addAction(actions.showConversation);
    }
    if (row->kind != link::RowKind::Gap) {
        fillFilters(menu);
    }
    menu.addActions({actions.rangeFromHere, actions.rangeToHere});
    if (!row->client.isNull()) {
        menu.addSeparator();
        fillClient(menu);
    }
    menu.addSeparator();
    menu.addActions({actions.markFrame, actions.ignoreFrame, actions.timeReference});
    menu.addSeparator();
    menu.addAction(actions.copyRow);
    if (row->kind != link::RowKind::Gap) {
        menu.addActions({actions.copyPayload, actions.copyJson, actions.copyHex});
        if (mayHoldRequest(*row)) {
            menu.addAction(actions.copyCurl);
        }
    }
}

QString FrameActs::cellCondition() const
{
    using filter::Field;
    const FrameRow* row = m_parts.view.currentFrame();
    if (row == nullptr) {
        return {};
    }
    switch (static_cast<FramesModel::Column>(m_parts.view.tree().currentIndex().column())) {
    case FramesModel::NumberColumn:
        return shownCondition(*row, Field::Number);
    case FramesModel::FromColumn:
        return shownCondition(*row, Field::From);
    case FramesModel::DirectionColumn:
        return shownCondition(*row, Field::Direction);
    case FramesModel::ToColumn:
        return shownCondition(*row, Field::To);
    case FramesModel::TypeColumn:
        return shownCondition(*row, Field::Type);
    case FramesModel::LengthColumn:
        return shownCondition(*row, Field::Length);
    case FramesModel::ActionColumn:
        return shownCondition(*row, Field::Action);
    case FramesModel::SummaryColumn:
        return summaryCondition(*row);
    case FramesModel::TimeColumn:
    case FramesModel::DeltaColumn:
    case FramesModel::ColumnCount:
        break; // the range of time is for those
    }
    return {};
}

void FrameActs::fillFilters(QMenu& menu)
{
    if (const QString condition = cellCondition(); !condition.isEmpty()) {
        QMenu* apply = menu.addMenu(tr("&Apply as filter"));
        apply->addSection(plainMenuText(plainName(condition.toUtf8())));
        apply->addActions(m_parts.actions.applyFilter);
        QMenu* prepare = menu.addMenu(tr("Pre&pare as filter"));
        prepare->addSection(plainMenuText(plainName(condition.toUtf8())));
        prepare->addActions(m_parts.actions.prepareFilter);
    }
    const FrameRow& row = *m_parts.view.currentFrame();
    const auto fillTerms = [this, &row](QMenu* terms, const QList<QAction*>& acts) {
        for (QAction* action : acts) {
            const QByteArray value = shownValue(row, action->data().value<filter::Field>());
            if (!value.isEmpty()) { // the menu's own entry says the value; the action does not
                const QString text = tr("%1: %2").arg(action->text(), plainMenuText(plainName(value)));
                terms->addAction(text, action, &QAction::trigger);
            }
        }
    };
    fillTerms(menu.addMenu(tr("&Filter to this")), m_parts.actions.filterTo);
    fillTerms(menu.addMenu(tr("&Not this")), m_parts.actions.filterOut);
}

void FrameActs::fillClient(QMenu& menu)
{
    const FrameRow& row = *m_parts.view.currentFrame();
    const ClientId client = row.client;
    const QString name = plainMenuText(clientLabel(plainName(row.user), client));
    menu.addAction(tr("&Message to %1 …").arg(name), this, [this, client] {
        Q_EMIT messageWanted({{RecipientType::Client, client.text()}});
    });
    menu.addAction(tr("M&ute %1 …").arg(name), this, [this, client] { Q_EMIT muteWanted(client); });
    menu.addAction(tr("&Disconnect %1 …").arg(name), this,
                   [this, client] { Q_EMIT disconnectWanted(client); });
}

} // namespace signalbox::ui
