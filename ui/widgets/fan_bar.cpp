// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/fan_bar.h"

#include "ui/format/numbers.h"
#include "ui/format/plain.h"
#include "ui/widgets/appearance.h"
#include "ui/widgets/flow_layout.h"
#include "ui/widgets/line_icon.h"
#include "ui/widgets/palette.h"

#include <QtGui/QPainter>
#include <QtWidgets/QBoxLayout>
#include <QtWidgets/QLabel>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QToolButton>

#include <utility>

namespace signalbox::ui {

FanBar::FanBar(QWidget* parent)
    : QFrame(parent)
    , m_heading(new QLabel)
    , m_answer(new QLabel)
    , m_mend(new QPushButton)
    , m_close(new QToolButton)
{
    m_heading->setTextFormat(Qt::PlainText);
    QFont bold = font();
    bold.setBold(true);
    m_heading->setFont(bold);
    m_heading->setWordWrap(true);
    m_close->setIcon(lineIcon(QStringLiteral("close")));
    m_close->setIconSize(QSize(spacing(1) + 4, spacing(1) + 4));
    m_close->setAutoRaise(true);
    m_close->setAccessibleName(tr("Show the clients without the message"));
    m_close->setToolTip(tr("Show the clients without the message (Esc)"));
    connect(m_close, &QToolButton::clicked, this, &FanBar::closeWanted);
    auto* buttons = new FlowLayout(spacing(1) / 2);
    for (const FanPart part : {FanPart::Got, FanPart::Waits, FanPart::Dropped, FanPart::LeftOut}) {
        auto* button = new QToolButton;
        button->setCheckable(true);
        button->setAutoRaise(true);
        button->setAccessibleName(tr("Only one part of the clients"));
        connect(button, &QToolButton::clicked, this, &FanBar::choose);
        buttons->addWidget(button);
        m_buttons.emplace_back(part, button);
    }
    m_answer->setTextFormat(Qt::PlainText);
    m_answer->setWordWrap(true);
    m_mend->setAccessibleName(tr("What would mend it"));
    connect(m_mend, &QPushButton::clicked, this, &FanBar::mendWanted);
    setAnswer({}, {});
    auto* top = new QHBoxLayout;
    top->addWidget(m_heading, 1);
    top->addWidget(m_close, 0, Qt::AlignTop);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(spacing(1), spacing(1) / 2, spacing(1) / 2, spacing(1) / 2);
    layout->setSpacing(0);
    layout->addLayout(top);
    layout->addLayout(buttons);
    layout->addWidget(m_answer);
    layout->addWidget(m_mend, 0, Qt::AlignLeft);
    hide();
}

void FanBar::setFan(const Fan& fan)
{
    const bool isShown = !fan.isEmpty();
    if (fan.number() != std::exchange(m_number, fan.number())) {
        setAnswer({}, {});
    }
    if (!isShown && !m_parts.isEmpty()) {
        for (const auto& [part, button] : m_buttons) {
            button->setChecked(false);
        }
        choose();
    }
    if (isShown) {
        m_heading->setText(fan.heading());
        for (const auto& [part, button] : m_buttons) {
            const QString count = countText(fan.count(part));
            button->setText(part == FanPart::Got       ? tr("● %1 got it").arg(count)
                            : part == FanPart::Waits   ? tr("◐ %1 wait").arg(count)
                            : part == FanPart::Dropped ? tr("✕ %1 lost").arg(count)
                                                       : tr("○ %1 left out").arg(count));
            button->setAccessibleName(tr("Only these clients: %1").arg(button->text().sliced(2)));
            button->setVisible(fan.count(part) > 0 || button->isChecked());
        }
    }
    setVisible(isShown);
}

void FanBar::setAnswer(const QString& sentence, const QString& mend)
{
    m_answer->setText(sentence);
    m_answer->setVisible(!sentence.isEmpty());
    m_mend->setText(plainMenuText(mend));
    m_mend->setVisible(!mend.isEmpty());
}

QString FanBar::answer() const
{
    return m_answer->text();
}

QString FanBar::heading() const
{
    return m_heading->text();
}

QToolButton& FanBar::button(FanPart wanted) const
{
    for (const auto& [part, button] : m_buttons) {
        if (part == wanted) {
            return *button;
        }
    }
    Q_UNREACHABLE();
}

void FanBar::choose()
{
    m_parts.clear();
    for (const auto& [part, button] : m_buttons) {
        if (button->isChecked()) {
            m_parts.insert(part);
        }
    }
    Q_EMIT partsChosen(m_parts);
}

void FanBar::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.fillRect(rect(), colorsFor(palette()).headFill);
}

} // namespace signalbox::ui
