// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/filter_popup.h"

#include "ui/format/filter_words.h"
#include "ui/format/plain.h"

#include <QtGui/QKeyEvent>
#include <QtWidgets/QAbstractItemView>
#include <QtWidgets/QCompleter>
#include <QtWidgets/QLineEdit>

namespace signalbox::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int visibleRows = 12;

QString lineOf(const filter::Candidate& candidate)
{
    const QString text = plainName(candidate.text.toUtf8());
    return candidate.meaning.isEmpty() ? text : text + u"  –  "_s + fieldMeaning(candidate.meaning);
}

} // namespace

FilterPopup::FilterPopup(QLineEdit& line, filter::SeenValues seen)
    : QObject(&line)
    , m_line(line)
    , m_seen(std::move(seen))
    , m_completer(new QCompleter(&m_texts, this))
{
    m_completer->setCompletionMode(QCompleter::UnfilteredPopupCompletion);
    m_completer->setMaxVisibleItems(visibleRows);
    m_completer->setWidget(&m_line);
    m_completer->popup()->setAccessibleName(tr("What can stand here in the filter"));
    m_completer->popup()->installEventFilter(this); // after the completer's own, so that it is asked first
    m_line.installEventFilter(this);
    connect(&m_line, &QLineEdit::textEdited, this, &FilterPopup::open);
    connect(m_completer->popup(), &QAbstractItemView::clicked, this,
            [this](const QModelIndex& index) { choose(index.row()); });
}

// All fields at once are shown when they are asked for (Down), not whenever a blank was typed; and what is
// there whole needs no list.
bool FilterPopup::isWorthShowing() const
{
    if (m_completion.candidates.isEmpty()) {
        return false;
    }
    const filter::Candidate& first = m_completion.candidates.first();
    const QString typed = m_line.text().sliced(m_completion.position, m_completion.length);
    const bool isWhole = m_completion.candidates.size() == 1 && first.text == typed;
    return !isWhole && (m_completion.length > 0 || first.kind != filter::Candidate::Kind::Field);
}

void FilterPopup::open()
{
    m_completion = filter::complete(m_line.text(), m_line.cursorPosition(), m_seen);
    if (!isWorthShowing()) {
        m_completer->popup()->hide();
        return;
    }
    QStringList lines;
    for (const filter::Candidate& candidate : m_completion.candidates) {
        lines.append(lineOf(candidate));
    }
    m_texts.setStringList(lines);
    m_completer->complete();
    m_completer->popup()->setCurrentIndex({}); // Enter takes what is typed until something is chosen
}

void FilterPopup::choose(int row)
{
    m_completer->popup()->hide();
    if (row < 0 || row >= m_completion.candidates.size()) {
        return;
    }
    const filter::Candidate candidate = m_completion.candidates[row];
    QString text = m_line.text();
    const bool isFollowed = text.mid(m_completion.position + m_completion.length).startsWith(u' ');
    const QString blank = isFollowed ? QString() : u" "_s;
    text.replace(m_completion.position, m_completion.length, candidate.text + blank);
    m_line.setText(text);
    m_line.setCursorPosition(static_cast<int>(m_completion.position + candidate.text.size()) + 1);
    if (candidate.kind != filter::Candidate::Kind::Value) {
        open();
    }
}

bool FilterPopup::keyPressed(int key)
{
    const bool isOpen = m_completer->popup()->isVisible();
    const QModelIndex current = m_completer->popup()->currentIndex();
    if (key == Qt::Key_Down && !isOpen) {
        m_completion = filter::complete(m_line.text(), m_line.cursorPosition(), m_seen);
        QStringList lines;
        for (const filter::Candidate& candidate : m_completion.candidates) {
            lines.append(lineOf(candidate));
        }
        m_texts.setStringList(lines);
        m_completer->complete();
        return true;
    }
    if (isOpen && (key == Qt::Key_Return || key == Qt::Key_Enter || key == Qt::Key_Tab)) {
        const bool isChosen = current.isValid() || key == Qt::Key_Tab;
        isChosen ? choose(current.isValid() ? current.row() : 0) : m_completer->popup()->hide();
        return isChosen;
    }
    return false;
}

bool FilterPopup::eventFilter(QObject* object, QEvent* event)
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
