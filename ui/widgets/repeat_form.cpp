// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/repeat_form.h"

#include "ui/format/numbers.h"
#include "ui/widgets/appearance.h"

#include <QtWidgets/QBoxLayout>
#include <QtWidgets/QCheckBox>
#include <QtWidgets/QDateTimeEdit>
#include <QtWidgets/QLabel>
#include <QtWidgets/QSpinBox>

namespace signalbox::ui {

namespace {

constexpr int maxCount = 1'000'000;
constexpr int maxIntervalMilliseconds = 86'400'000;

QSpinBox* spinBox(int largest, int value)
{
    auto* box = new QSpinBox;
    box->setRange(1, largest);
    box->setValue(value);
    box->setGroupSeparatorShown(true);
    box->setLocale(displayLocale());
    box->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
    return box;
}

QDateTime soon()
{
    return QDateTime::currentDateTime().addSecs(60);
}

} // namespace

RepeatForm::RepeatForm(QWidget* parent)
    : QWidget(parent)
    , m_count(spinBox(maxCount, 1))
    , m_interval(spinBox(maxIntervalMilliseconds, 1'000))
    , m_isLater(new QCheckBox(tr("&At")))
    , m_time(new QDateTimeEdit(soon()))
{
    m_count->setAccessibleName(tr("How many times"));
    m_count->setSuffix(tr(" ×"));
    m_interval->setAccessibleName(tr("Milliseconds between two"));
    m_interval->setSuffix(tr(" ms"));
    m_interval->setEnabled(false);
    m_isLater->setToolTip(tr("Send at this time; it can be cancelled until then"));
    m_time->setAccessibleName(tr("When to send"));
    m_time->setDisplayFormat(QStringLiteral("yyyy-MM-dd HH:mm:ss"));
    m_time->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
    m_time->setEnabled(false);
    auto* repeat = new QHBoxLayout;
    auto* label = new QLabel(tr("&Repeat"));
    label->setBuddy(m_count);
    repeat->addWidget(label);
    repeat->addWidget(m_count, 2);
    repeat->addWidget(new QLabel(tr("every")));
    repeat->addWidget(m_interval, 3);
    auto* later = new QHBoxLayout;
    later->addWidget(m_isLater);
    later->addWidget(m_time, 1);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(spacing(1) / 2);
    column->addLayout(repeat);
    column->addLayout(later);
    connect(m_count, &QSpinBox::valueChanged, m_interval,
            [this](int count) { m_interval->setEnabled(count > 1); });
    connect(m_isLater, &QCheckBox::toggled, this, [this](bool isLater) {
        m_time->setEnabled(isLater);
        if (isLater &&
            m_time->dateTime() < QDateTime::currentDateTime()) { // the window has been open for long
            m_time->setDateTime(soon());
        }
    });
    connect(m_count, &QSpinBox::valueChanged, this, &RepeatForm::changed);
    connect(m_isLater, &QCheckBox::toggled, this, &RepeatForm::changed);
}

SendSchedule::Plan RepeatForm::plan() const
{
    SendSchedule::Plan plan;
    plan.count = m_count->value();
    plan.interval = std::chrono::milliseconds(m_interval->value());
    if (m_isLater->isChecked()) {
        plan.startAt = WallTime(std::chrono::milliseconds(m_time->dateTime().toMSecsSinceEpoch()));
    }
    return plan;
}

void RepeatForm::clear()
{
    m_count->setValue(1);
    m_isLater->setChecked(false);
}

} // namespace signalbox::ui
