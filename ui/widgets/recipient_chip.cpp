// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/recipient_chip.h"

#include "ui/format/plain.h"
#include "ui/format/routing_words.h"
#include "ui/widgets/appearance.h"
#include "ui/widgets/elided_label.h"
#include "ui/widgets/line_icon.h"
#include "ui/widgets/palette.h"

#include <QtGui/QKeyEvent>
#include <QtGui/QPainter>
#include <QtWidgets/QBoxLayout>
#include <QtWidgets/QToolButton>

namespace signalbox::ui {

RecipientChip::RecipientChip(const Recipient& recipient, QWidget* parent)
    : QFrame(parent)
{
    const QString text = recipientText(recipient);
    setFocusPolicy(Qt::StrongFocus);
    setAccessibleName(tr("Recipient %1").arg(text));
    setToolTip(plainToolTip(text));
    auto* cross = new QToolButton;
    cross->setIcon(lineIcon(QStringLiteral("close")));
    cross->setIconSize(QSize(spacing(1) + 4, spacing(1) + 4));
    cross->setAutoRaise(true);
    cross->setFocusPolicy(Qt::NoFocus); // the chip itself has the focus and the key
    cross->setAccessibleName(tr("Take out %1").arg(text));
    connect(cross, &QToolButton::clicked, this, &RecipientChip::removeWanted);
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(spacing(1), 1, 2, 1);
    layout->setSpacing(2);
    layout->addWidget(new ElidedLabel(text));
    layout->addWidget(cross);
}

void RecipientChip::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Delete || event->key() == Qt::Key_Backspace) {
        Q_EMIT removeWanted();
        return;
    }
    if (event->key() == Qt::Key_Left || event->key() == Qt::Key_Right) {
        Q_EMIT moveWanted(event->key() == Qt::Key_Left ? -1 : 1);
        return;
    }
    const bool isTyped = !event->text().isEmpty() && event->text().at(0).isPrint() &&
                         (event->modifiers() & ~(Qt::ShiftModifier | Qt::KeypadModifier)) == 0;
    if (isTyped) {
        Q_EMIT typed(event->text());
        return;
    }
    QFrame::keyPressEvent(event);
}

void RecipientChip::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const Colors& colors = colorsFor(palette());
    painter.setBrush(colors.headFill);
    painter.setPen(hasFocus() ? colors.accent : colors.headFill);
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), 4, 4);
}

} // namespace signalbox::ui
