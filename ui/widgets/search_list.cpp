// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/search_list.h"

#include "ui/widgets/appearance.h"
#include "ui/widgets/line_icon.h"
#include "ui/widgets/meaning_label.h"
#include "ui/widgets/plain_tree.h"

#include <QtGui/QKeyEvent>
#include <QtWidgets/QBoxLayout>
#include <QtWidgets/QLineEdit>

#include <algorithm>

namespace signalbox::ui {

namespace {

constexpr std::chrono::milliseconds pause{80};

} // namespace

SearchList::SearchList(QAbstractItemModel& model, QWidget* parent)
    : QWidget(parent)
    , m_search(new QLineEdit)
    , m_list(new PlainTree)
    , m_note(new MeaningLabel(Meaning::Muted))
{
    m_search->setPlaceholderText(tr("Search"));
    m_search->setAccessibleName(tr("Search"));
    m_search->setClearButtonEnabled(true);
    m_search->addAction(lineIcon(QStringLiteral("search")), QLineEdit::LeadingPosition);
    m_search->installEventFilter(this);
    m_list->setModel(&model);
    m_list->setHeaderHidden(true);
    m_list->setRootIsDecorated(false);
    m_list->setTextElideMode(Qt::ElideRight);
    m_note->setWordWrap(true);
    m_note->hide();
    m_pause.setSingleShot(true);
    m_pause.setInterval(pause);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(spacing(1) / 2);
    column->addWidget(m_search);
    column->addWidget(m_list, 1);
    column->addWidget(m_note);
    connect(m_search, &QLineEdit::textChanged, &m_pause, qOverload<>(&QTimer::start));
    connect(&m_pause, &QTimer::timeout, this, [this] { Q_EMIT searchChanged(m_search->text()); });
    connect(m_list, &QAbstractItemView::activated, this,
            [this](const QModelIndex& index) { Q_EMIT picked(index.row()); });
    connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this,
            &SearchList::selectionChanged);
    connect(m_search, &QLineEdit::returnPressed, this, [this] {
        if (m_list->model()->rowCount() > 0) {
            Q_EMIT picked(std::max(0, row()));
        }
    });
    connect(&model, &QAbstractItemModel::modelReset, this, &SearchList::selectionChanged);
}

int SearchList::row() const
{
    return m_list->currentIndex().row();
}

void SearchList::select(int row)
{
    m_list->setCurrentIndex(m_list->model()->index(row, 0));
}

void SearchList::setNote(const QString& words)
{
    m_note->setText(words);
    m_note->setVisible(!words.isEmpty());
}

bool SearchList::eventFilter(QObject* object, QEvent* event)
{
    if (event->type() == QEvent::KeyPress && static_cast<const QKeyEvent&>(*event).key() == Qt::Key_Down) {
        select(0);
        m_list->setFocus(Qt::TabFocusReason);
        return true;
    }
    return QWidget::eventFilter(object, event);
}

} // namespace signalbox::ui
