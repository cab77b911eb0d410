// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/dock.h"

#include "ui/widgets/appearance.h"
#include "ui/widgets/heading.h"
#include "ui/widgets/line_icon.h"
#include "ui/widgets/meaning_label.h"

#include <QtWidgets/QBoxLayout>
#include <QtWidgets/QToolButton>

namespace signalbox::ui {

Dock::Dock(const QString& name, const QString& title, QWidget* content, QWidget* parent)
    : QDockWidget(title, parent)
    , m_count(new MeaningLabel(Meaning::Muted))
{
    setObjectName(name);
    setWidget(content);
    auto* close = new QToolButton;
    close->setIcon(lineIcon(QStringLiteral("close")));
    close->setIconSize(QSize(spacing(1) + 4, spacing(1) + 4));
    close->setAutoRaise(true);
    close->setFocusPolicy(Qt::NoFocus); // View has an entry with a key for it
    close->setAccessibleName(tr("Close %1").arg(title));
    close->setToolTip(tr("Close; comes back from the View menu"));
    connect(close, &QToolButton::clicked, this, &QDockWidget::close);
    auto* bar = new QWidget;
    auto* layout = new QHBoxLayout(bar);
    layout->setContentsMargins(spacing(1), 2, 2, 2);
    layout->setSpacing(spacing(1));
    layout->addWidget(heading(title));
    layout->addWidget(m_count);
    layout->addStretch();
    layout->addWidget(close);
    setTitleBarWidget(bar);
}

void Dock::setCount(const QString& count)
{
    m_count->setText(count);
}

} // namespace signalbox::ui
