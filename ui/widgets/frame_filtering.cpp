// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/frame_filtering.h"

#include "ui/format/filter_words.h"
#include "ui/models/frames_model.h"
#include "ui/widgets/frames_view.h"

#include <QtWidgets/QLineEdit>

namespace signalbox::ui {

namespace {

// A keystroke must show rows within 100 ms; typing on must not filter for each letter.
constexpr std::chrono::milliseconds filterDelay{40};
/// A filter that stood for so long is one to come back to.
constexpr std::chrono::seconds settleDelay{3};

} // namespace

FrameFiltering::FrameFiltering(QLineEdit& field, FramesView& view, FramesModel& model, QObject* parent)
    : QObject(parent)
    , m_field(field)
    , m_view(view)
    , m_model(model)
{
    m_delay.setSingleShot(true);
    m_delay.setInterval(filterDelay);
    m_settled.setSingleShot(true);
    m_settled.setInterval(settleDelay);
    connect(&m_field, &QLineEdit::textChanged, this, [this] {
        read();
        m_isPrepared = false;
        m_delay.start();
        m_settled.start();
    });
    connect(&m_field, &QLineEdit::returnPressed, this, [this] {
        m_isPrepared = false;
        apply();
        settle();
    });
    connect(&m_delay, &QTimer::timeout, this, &FrameFiltering::apply);
    connect(&m_settled, &QTimer::timeout, this, &FrameFiltering::settle);
    connect(&m_view, &FramesView::rangeChanged, this, &FrameFiltering::apply);
}

void FrameFiltering::compose(filter::Composition composition, const QString& condition)
{
    setTo(filter::composed(m_field.text(), composition, condition));
    settle();
}

void FrameFiltering::prepare(filter::Composition composition, const QString& condition)
{
    m_field.setText(filter::composed(m_field.text(), composition, condition));
    m_delay.stop();
    m_settled.stop();
    m_isPrepared = true;
    m_field.setFocus(Qt::OtherFocusReason);
}

void FrameFiltering::setTo(const QString& text)
{
    m_field.setText(text);
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

void FrameFiltering::read()
{
    const QString text = m_field.text();
    const auto read = filter::read(text);
    if (const auto* fault = std::get_if<filter::Fault>(&read)) {
        m_reading = {text, faultText(*fault), *fault};
    } else {
        m_reading = {text, readingText(std::get<filter::Filter>(read)), std::nullopt};
    }
    Q_EMIT readingChanged();
}

// With a fault the list stays as it was: half a filter is not what is wanted.
void FrameFiltering::apply()
{
    m_delay.stop();
    FrameFilter filter = m_model.filter();
    if (!m_reading.fault && !m_isPrepared) {
        filter = FrameFilter(m_field.text());
    }
    filter.setRange(m_view.range());
    if (!filter.isEmpty() || m_model.isFiltered()) {
        m_model.setFilter(filter);
    }
}

void FrameFiltering::settle()
{
    m_settled.stop();
    if (!m_reading.fault && !m_reading.meaning.isEmpty()) {
        Q_EMIT applied(m_field.text().trimmed());
    }
}

} // namespace signalbox::ui
