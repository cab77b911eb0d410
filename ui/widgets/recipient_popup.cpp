// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/recipient_popup.h"

#include "ui/models/recipient_completer.h"

#include <QtGui/QKeyEvent>
#include <QtWidgets/QAbstractItemView>
#include <QtWidgets/QCompleter>
#include <QtWidgets/QLineEdit>

namespace signalbox::ui {

namespace {

constexpr int visibleRows = 12;

} // namespace

RecipientPopup::RecipientPopup(QLineEdit& line, RecipientCompleter& model)
    : QObject(&line)
    , m_line(line)
    , m_model(model)
    , m_completer(new QCompleter(&model, this))
{
    // The model has filtered already; the completer shows its rows below the
    // line.
    m_completer->setCompletionMode(QCompleter::UnfilteredPopupCompletion);
    m_completer->setMaxVisibleItems(visibleRows);
    m_completer->setWidget(&m_line);
    m_completer->popup()->setAccessibleName(tr("Who could be meant"));
    m_completer->popup()->installEventFilter(this); // after the completer's own, so that it is asked first
    m_line.installEventFilter(this);
    connect(m_completer->popup(), &QAbstractItemView::clicked, this,
            [this](const QModelIndex& index) { choose(index.row()); });
}

void RecipientPopup::open()
{
    m_model.complete(m_line.text());
    if (m_model.rowCount() == 0) {
        m_completer->popup()->hide();
        return;
    }
    m_completer->complete();
    m_completer->popup()->setCurrentIndex({}); // Enter takes what is typed until something is chosen
}

void RecipientPopup::choose(int row)
{
    m_completer->popup()->hide();
    const Recipient recipient = m_model.recipient(row);
    Q_EMIT chosen(recipient);
}

bool RecipientPopup::keyPressed(int key)
{
    const bool isOpen = m_completer->popup()->isVisible();
    const QModelIndex current = m_completer->popup()->currentIndex();
    const bool isTab = key == Qt::Key_Tab;
    if (key == Qt::Key_Down && !isOpen) {
        open();
        return true;
    }
    if (key == Qt::Key_Return || key == Qt::Key_Enter || isTab) {
        if (isOpen && current.isValid()) {
            choose(current.row());
            return true;
        }
        m_completer->popup()->hide();
        if (m_line.text().isEmpty()) {
            return !isTab; // Tab goes on to the next field
        }
        Q_EMIT typedWanted();
        return true;
    }
    if (key == Qt::Key_Comma && !m_line.text().isEmpty()) {
        m_completer->popup()->hide();
        Q_EMIT typedWanted();
        return true;
    }
    return false;
}

bool RecipientPopup::eventFilter(QObject* object, QEvent* event)
{
    if (event->type() == QEvent::KeyPress) {
        const auto& key = static_cast<const QKeyEvent&>(*event);
        if ((key.modifiers() & (Qt::ControlModifier | Qt::AltModifier)) == 0 && keyPressed(key.key())) {
            return true;
        }
    }
    return QObject::eventFilter(object, event);
}

} // namespace signalbox::ui
