// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/name_chip.h"

#include "ui/format/plain.h"
#include "ui/widgets/appearance.h"
#include "ui/widgets/elided_label.h"
#include "ui/widgets/line_icon.h"
#include "ui/widgets/palette.h"

#include <QtGui/QKeyEvent>
#include <QtGui/QPainter>
#include <QtWidgets/QBoxLayout>
#include <QtWidgets/QToolButton>

namespace signalbox::ui {

NameChip::NameChip(const QString& name, const QString& removal, QWidget* parent)
    : QFrame(parent)
{
    setFocusPolicy(Qt::StrongFocus);
    setAccessibleName(name);
    setToolTip(plainToolTip(name));
    auto* cross = new QToolButton;
    cross->setIcon(lineIcon(QStringLiteral("close")));
    cross->setIconSize(QSize(spacing(1) + 4, spacing(1) + 4));
    cross->setAutoRaise(true);
    cross->setFocusPolicy(Qt::NoFocus); // the chip itself has the focus and the key
    cross->setAccessibleName(removal);
    cross->setToolTip(plainToolTip(removal));
    connect(cross, &QToolButton::clicked, this, &NameChip::removeWanted);
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(spacing(1), 1, 2, 1);
    layout->setSpacing(2);
    layout->addWidget(new ElidedLabel(name));
    layout->addWidget(cross);
}

void NameChip::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Delete || event->key() == Qt::Key_Backspace) {
        Q_EMIT removeWanted();
        return;
    }
    QFrame::keyPressEvent(event);
}

void NameChip::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const Colors& colors = colorsFor(palette());
    painter.setBrush(colors.headFill);
    painter.setPen(hasFocus() ? colors.accent : colors.headFill);
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), 4, 4);
}

} // namespace signalbox::ui
