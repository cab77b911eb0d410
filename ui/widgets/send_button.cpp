// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/send_button.h"

#include "ui/widgets/palette.h"

#include <QtCore/QEvent>
#include <QtWidgets/QApplication>

namespace signalbox::ui {

SendButton::SendButton(QWidget* parent)
    : QPushButton(parent)
{
    setToNobody(false);
}

void SendButton::setToNobody(bool isToNobody)
{
    m_isToNobody = isToNobody;
    setText(tr("%1    Ctrl+↵").arg(words()));
    setAccessibleName(isToNobody ? tr("Send, nobody would get it") : tr("Send"));
    setDefault(!isToNobody);
    applyColors();
}

QString SendButton::words() const
{
    return m_isToNobody ? tr("Send to nobody") : tr("Send");
}

void SendButton::applyColors()
{
    QPalette colors;
    if (m_isToNobody) {
        const Colors& themed = colorsFor(QApplication::palette());
        colors.setColor(QPalette::Button, themed.warningFill);
        colors.setColor(QPalette::ButtonText, themed.warning);
    }
    setPalette(colors);
}

void SendButton::changeEvent(QEvent* event)
{
    QPushButton::changeEvent(event);
    if (event->type() == QEvent::ApplicationPaletteChange) {
        applyColors();
    }
}

} // namespace signalbox::ui
