// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/frames_view.h"

#include "ui/format/numbers.h"
#include "ui/format/times.h"
#include "ui/models/frames_model.h"
#include "ui/widgets/appearance.h"
#include "ui/widgets/frames_tree.h"
#include "ui/widgets/traffic_strip.h"

#include <QtCore/QEvent>
#include <QtCore/QScopedValueRollback>
#include <QtWidgets/QBoxLayout>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QScrollBar>
#include <QtWidgets/QStackedLayout>
#include <QtWidgets/QToolButton>

namespace signalbox::ui {

FramesView::FramesView(FramesModel& model, QWidget* parent)
    : QWidget(parent)
    , m_model(model)
    , m_body(new QWidget(this))
    , m_strip(new TrafficStrip(model))
    , m_rangeChip(new QToolButton)
    , m_pages(new QStackedLayout)
    , m_tree(new FramesTree(model))
    , m_empty(new EmptyState)
    , m_pill(new QPushButton(m_tree))
{
    buildStrip();
    m_pages->setContentsMargins(0, 0, 0, 0);
    m_pages->addWidget(m_empty);
    m_pages->addWidget(m_tree);
    m_pill->setDefault(true);
    m_pill->setAccessibleName(tr("Go to the newest frame"));
    m_pill->hide();
    m_tree->viewport()->installEventFilter(this);
    connect(m_pill, &QPushButton::clicked, this, &FramesView::pillClicked);
    connect(&m_model, &FramesModel::ledgerChanged, this, &FramesView::updatePill);
    connect(m_tree, &FramesTree::followWanted, this, &FramesView::follow);
    connect(m_tree->verticalScrollBar(), &QScrollBar::valueChanged, this, &FramesView::scrolled);
    connect(m_tree->selectionModel(), &QItemSelectionModel::selectionChanged, this,
            &FramesView::selectionChanged);
    connect(&m_model, &FramesModel::rowsShown, this, &FramesView::rowsShown);
    connect(m_tree, &FramesTree::aboutToLoseRows, this, &FramesView::keepPlace);
    connect(&m_model, &QAbstractItemModel::rowsRemoved, this, &FramesView::restorePlace);
    connect(&m_model, &QAbstractItemModel::modelReset, this, &FramesView::modelReset);
    updatePage();
}

void FramesView::buildStrip()
{
    m_rangeChip->setAccessibleName(tr("Take the range of time away"));
    m_rangeChip->setFocusPolicy(Qt::TabFocus);
    m_rangeChip->hide();
    connect(m_rangeChip, &QToolButton::clicked, this, [this] { setRange(std::nullopt); });
    connect(m_strip, &TrafficStrip::rangeSelected, this, &FramesView::setRange);
    auto* above = new QHBoxLayout;
    above->setContentsMargins(0, 0, 0, 0);
    above->addWidget(m_strip, 1);
    above->addWidget(m_rangeChip);
    auto* body = new QVBoxLayout(m_body);
    body->setContentsMargins(0, 0, 0, 0);
    body->setSpacing(0);
    body->addLayout(above);
    body->addLayout(m_pages, 1);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_body);
}

const link::FrameRow* FramesView::currentFrame() const
{
    const QModelIndex current = m_tree->currentIndex();
    return current.isValid() ? &m_model.frame(current) : nullptr;
}

void FramesView::setRange(const std::optional<TimeRange>& range)
{
    if (m_range == range) {
        return;
    }
    m_range = range;
    m_strip->setRange(range);
    m_rangeChip->setVisible(range.has_value());
    if (range) {
        m_rangeChip->setText(tr("%1 ×").arg(rangeText(range->from, range->to)));
    }
    Q_EMIT rangeChanged();
}

void FramesView::setEmptyContent(const EmptyState::Content& content)
{
    m_empty->setContent(content);
}

void FramesView::follow()
{
    m_isFollowing = true;
    m_newRows = 0;
    const QScopedValueRollback<bool> guard(m_isScrolling, true);
    m_tree->scrollToBottom();
    updatePill();
}

void FramesView::rowsShown(int rows)
{
    updatePage();
    if (m_isFollowing) {
        if (m_body->isVisible()) { // hidden, the list costs nothing; it goes to its end when it is seen again
            follow();
        }
    } else {
        m_newRows += rows;
        updatePill();
    }
}

void FramesView::scrolled()
{
    if (m_isScrolling) {
        return;
    }
    const QScrollBar* bar = m_tree->verticalScrollBar();
    m_isFollowing = bar->value() == bar->maximum();
    if (m_isFollowing) {
        m_newRows = 0;
    }
    updatePill();
}

// Rows go at the front; what the user reads stays where it is.
void FramesView::keepPlace()
{
    m_isScrolling = true;
    m_place = m_isFollowing ? QModelIndex() : m_tree->indexAt(QPoint(0, 0));
}

void FramesView::restorePlace()
{
    if (m_place.isValid()) {
        m_tree->scrollTo(m_place, QAbstractItemView::PositionAtTop);
    }
    m_place = QModelIndex();
    m_isScrolling = false;
    updatePage();
}

void FramesView::modelReset()
{
    m_newRows = 0;
    updatePage();
    if (const QModelIndex selected = m_model.indexOf(m_selected); selected.isValid()) {
        m_tree->setCurrentIndex(selected);
    }
    follow();
}

void FramesView::updatePage()
{
    // Gaps always pass the filter, but a list of nothing else is no match.
    const bool hasRows = m_model.isFiltered() ? m_model.ledger().shown > 0 : m_model.rowCount() > 0;
    m_strip->setVisible(m_model.timeline().size() > 0);
    m_pages->setCurrentWidget(hasRows ? static_cast<QWidget*>(m_tree) : m_empty);
}

void FramesView::pillClicked()
{
    if (m_model.isPaused()) {
        Q_EMIT m_tree->pauseWanted();
    } else {
        follow();
    }
}

void FramesView::updatePill()
{
    const bool isPaused = m_model.isPaused();
    const bool isShown = isPaused || (!m_isFollowing && m_newRows > 0);
    m_pill->setVisible(isShown);
    if (isShown) {
        m_pill->setText(isPaused ? tr("▷ paused, %1 waiting").arg(countText(m_model.ledger().waiting))
                                 : tr("▾ %1 new").arg(countText(static_cast<qint64>(m_newRows))));
        m_pill->setAccessibleName(isPaused ? tr("Go on, the list is paused") : tr("Go to the newest frame"));
        m_pill->adjustSize();
        const QRect area = m_tree->viewport()->geometry();
        m_pill->move(area.center().x() - m_pill->width() / 2, area.bottom() - m_pill->height() - spacing(1));
        m_pill->raise();
    }
}

// A row that is gone does not end the reading of its detail: only another selection does.
void FramesView::selectionChanged()
{
    const QModelIndexList rows = m_tree->selectionModel()->selectedRows();
    if (!rows.isEmpty()) {
        m_selected = m_model.frame(rows.first()).number;
        Q_EMIT frameSelected(m_selected);
    }
}

void FramesView::selectNext()
{
    select(frameStep(m_model, m_tree->currentIndex(), StepDirection::Next));
}

void FramesView::selectPrevious()
{
    select(frameStep(m_model, m_tree->currentIndex(), StepDirection::Previous));
}

void FramesView::selectMatch(StepDirection direction)
{
    const QModelIndex current =
        m_tree->selectionModel()->hasSelection() ? m_tree->currentIndex() : QModelIndex();
    goTo(matchStep(m_model, current, direction));
}

void FramesView::goTo(const QModelIndex& index)
{
    if (index.isValid()) {
        m_tree->setCurrentIndex(index);
        m_tree->scrollTo(index, QAbstractItemView::PositionAtCenter);
    }
}

// With nothing selected the newest row is next.
void FramesView::select(const QModelIndex& wanted)
{
    const bool hasSelection = m_tree->selectionModel()->hasSelection();
    const QModelIndex index = hasSelection ? wanted : m_model.index(m_model.rowCount() - 1, 0);
    if (index.isValid()) {
        m_tree->setCurrentIndex(index);
    }
}

// A view that is not told would lay out every batch for nobody.
void FramesView::showEvent(QShowEvent* event)
{
    QWidget::showEvent(event);
    window()->installEventFilter(this);
}

void FramesView::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    updatePill();
}

bool FramesView::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == window() && event->type() == QEvent::WindowStateChange) {
        m_body->setVisible(!window()->isMinimized());
    }
    // The viewport's size changes the scroll bar's range without the user having scrolled.
    if (watched == m_tree->viewport() && (event->type() == QEvent::Resize || event->type() == QEvent::Show)) {
        if (m_isFollowing) {
            const auto followStill = [this] {
                if (m_isFollowing) {
                    follow();
                }
            };
            QMetaObject::invokeMethod(this, followStill, Qt::QueuedConnection);
        }
    }
    return QWidget::eventFilter(watched, event);
}

} // namespace signalbox::ui
