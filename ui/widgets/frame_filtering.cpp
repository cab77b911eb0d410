// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/frame_filtering.h"

#include "ui/models/frames_model.h"
#include "ui/widgets/frames_view.h"

#include <QtWidgets/QLineEdit>

namespace signalbox::ui {

namespace {

// A keystroke must show rows within 100 ms; typing on must not filter for each letter.
constexpr std::chrono::milliseconds filterDelay{40};

} // namespace

FrameFiltering::FrameFiltering(QLineEdit& field, FramesView& view, FramesModel& model, QObject* parent)
    : QObject(parent)
    , m_field(field)
    , m_view(view)
    , m_model(model)
{
    m_delay.setSingleShot(true);
    m_delay.setInterval(filterDelay);
    connect(&m_field, &QLineEdit::textChanged, &m_delay, qOverload<>(&QTimer::start));
    connect(&m_delay, &QTimer::timeout, this, &FrameFiltering::apply);
    connect(&m_view, &FramesView::rangeChanged, this, &FrameFiltering::apply);
}

void FrameFiltering::add(const FilterTerm& term)
{
    m_field.setText(FrameFilter(m_field.text()).with(term).text());
    apply();
}

void FrameFiltering::setTo(const FilterTerm& term)
{
    m_field.setText(FrameFilter().with(term).text());
    apply();
}

void FrameFiltering::clear()
{
    m_field.clear();
    m_view.setRange(std::nullopt);
    apply();
}

void FrameFiltering::type(const QString& text)
{
    m_field.setFocus(Qt::ShortcutFocusReason);
    m_field.setText(m_field.text() + text);
}

void FrameFiltering::apply()
{
    m_delay.stop();
    FrameFilter filter(m_field.text());
    filter.setRange(m_view.range());
    if (!filter.isEmpty() || m_model.isFiltered()) {
        m_model.setFilter(filter);
    }
}

} // namespace signalbox::ui
