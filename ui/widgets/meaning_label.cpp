// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/meaning_label.h"

#include "ui/widgets/palette.h"

#include <QtCore/QEvent>
#include <QtWidgets/QApplication>

namespace signalbox::ui {

MeaningLabel::MeaningLabel(Meaning meaning, QWidget* parent)
    : QLabel(parent)
    , m_meaning(meaning)
{
    setTextFormat(Qt::PlainText);
    setForegroundRole(QPalette::WindowText); // in a toolbar it would be that of buttons
    applyColor();
}

void MeaningLabel::setMeaning(Meaning meaning)
{
    if (meaning != m_meaning) {
        m_meaning = meaning;
        applyColor();
    }
}

void MeaningLabel::changeEvent(QEvent* event)
{
    QLabel::changeEvent(event);
    if (event->type() == QEvent::PaletteChange) {
        applyColor();
    }
}

void MeaningLabel::applyColor()
{
    const QColor color = meaningColor(QApplication::palette(), m_meaning);
    if (palette().color(QPalette::WindowText) != color) { // setting it is itself a change
        QPalette colors;
        colors.setColor(QPalette::WindowText, color);
        setPalette(colors);
    }
}

} // namespace signalbox::ui
