// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/command_palette.h"

#include "ui/format/fuzzy_match.h"
#include "ui/widgets/appearance.h"
#include "ui/widgets/meaning_label.h"

#include <QtCore/QCoreApplication>
#include <QtGui/QAction>
#include <QtGui/QKeyEvent>
#include <QtWidgets/QBoxLayout>
#include <QtWidgets/QHeaderView>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QTreeWidget>

#include <algorithm>
#include <array>

namespace signalbox::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype mostRows = 14;

QString plainText(const QAction& action)
{
    return action.text().remove(u'&');
}

} // namespace

CommandPalette::CommandPalette(const QList<QAction*>& actions, QWidget* parent)
    : QDialog(parent)
    , m_actions(actions)
    , m_search(new QLineEdit)
    , m_list(new QTreeWidget)
    , m_nothing(new MeaningLabel(Meaning::Muted))
{
    setWindowTitle(tr("Commands"));
    m_search->setPlaceholderText(tr("What to do? A few letters of it are enough"));
    m_search->setAccessibleName(tr("Search the commands"));
    m_search->setMinimumWidth(spacing(60));
    m_search->installEventFilter(this);
    m_list->setHeaderHidden(true);
    m_list->setRootIsDecorated(false);
    m_list->setUniformRowHeights(true);
    m_list->setColumnCount(2);
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setAccessibleName(tr("Commands that fit"));
    m_list->header()->setStretchLastSection(false);
    m_list->header()->setSectionResizeMode(0, QHeaderView::Stretch);
    m_list->header()->setSectionResizeMode(1, QHeaderView::ResizeToContents);
    m_list->setVerticalScrollMode(QAbstractItemView::ScrollPerItem);
    m_nothing->setText(tr("No command is called that, or it cannot be run now."));
    auto* layout = new QVBoxLayout(this);
    layout->setSizeConstraint(QLayout::SetFixedSize); // as high as what fits needs
    layout->addWidget(m_search);
    layout->addWidget(m_nothing);
    layout->addWidget(m_list);
    connect(m_search, &QLineEdit::textChanged, this, &CommandPalette::fill);
    connect(m_search, &QLineEdit::returnPressed, this, &CommandPalette::run);
    connect(m_list, &QTreeWidget::itemActivated, this, &CommandPalette::run);
    fill();
}

void CommandPalette::fill()
{
    const int rowHeight = spacing(3);
    QList<std::pair<int, QAction*>> fitting;
    for (QAction* action : m_actions) {
        const int fit = fuzzyMatch(m_search->text(), plainText(*action));
        if (fit > 0 && action->isEnabled()) {
            fitting.append({fit, action});
        }
    }
    std::stable_sort(fitting.begin(), fitting.end(),
                     [](const auto& one, const auto& other) { return one.first > other.first; });
    m_list->clear();
    for (const auto& [fit, action] : fitting) {
        const QString key = action->shortcut().toString(QKeySequence::NativeText);
        auto* item = new QTreeWidgetItem(m_list, {plainText(*action), key});
        item->setData(0, Qt::UserRole, QVariant::fromValue(action));
        item->setTextAlignment(1, Qt::AlignRight | Qt::AlignVCenter);
        item->setSizeHint(0, QSize(0, rowHeight));
    }
    m_list->setCurrentItem(m_list->topLevelItem(0));
    m_list->setFixedHeight(rowHeight * static_cast<int>(std::min(fitting.size(), mostRows)));
    m_list->setVisible(!fitting.isEmpty());
    m_nothing->setVisible(fitting.isEmpty());
}

void CommandPalette::run()
{
    const QTreeWidgetItem* item = m_list->currentItem();
    if (item == nullptr) {
        return;
    }
    auto* action = item->data(0, Qt::UserRole).value<QAction*>();
    accept(); // first, so that the focus is where the action expects it
    action->trigger();
}

bool CommandPalette::eventFilter(QObject* watched, QEvent* event)
{
    static constexpr std::array listKeys{Qt::Key_Up, Qt::Key_Down, Qt::Key_PageUp, Qt::Key_PageDown};
    if (watched == m_search && event->type() == QEvent::KeyPress) {
        const int key = static_cast<QKeyEvent*>(event)->key();
        if (std::find(listKeys.begin(), listKeys.end(), key) != listKeys.end()) {
            return QCoreApplication::sendEvent(m_list, event);
        }
    }
    return QDialog::eventFilter(watched, event);
}

} // namespace signalbox::ui
