// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/banner.h"

#include "ui/widgets/appearance.h"
#include "ui/widgets/line_icon.h"
#include "ui/widgets/palette.h"

#include <QtGui/QPainter>
#include <QtWidgets/QBoxLayout>
#include <QtWidgets/QLabel>
#include <QtWidgets/QToolButton>

namespace signalbox::ui {

Banner::Banner(QWidget* parent)
    : QFrame(parent)
    , m_text(new QLabel)
    , m_layout(new QHBoxLayout(this))
{
    m_text->setTextFormat(Qt::PlainText);
    m_text->setWordWrap(true);
    m_text->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred); // no word is as wide as the window
    auto* close = new QToolButton;
    close->setIcon(lineIcon(QStringLiteral("close")));
    close->setAutoRaise(true);
    close->setAccessibleName(tr("Close the warning"));
    close->setToolTip(tr("Close"));
    connect(close, &QToolButton::clicked, this, [this] {
        hide();
        Q_EMIT closed();
    });
    m_layout->setContentsMargins(spacing(1), 4, 4, 4);
    m_layout->addWidget(m_text, 1);
    m_layout->addWidget(close);
    hide();
}

void Banner::setText(const QString& text)
{
    m_text->setText(text.isEmpty() ? QString() : tr("⚠  %1").arg(text));
    setVisible(!text.isEmpty());
}

QString Banner::text() const
{
    return m_text->text();
}

void Banner::addButton(QWidget* button)
{
    m_layout->insertWidget(m_layout->count() - 1, button);
}

void Banner::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    const Colors& colors = colorsFor(palette());
    painter.fillRect(rect(), colors.warningFill);
    painter.fillRect(rect().adjusted(0, height() - 1, 0, 0), colors.line);
}

} // namespace signalbox::ui
