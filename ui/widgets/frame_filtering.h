// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/filter/composition.h"
#include "server/filter/fault.h"

#include <QtCore/QTimer>

#include <optional>

class QLineEdit;

namespace signalbox::ui {

class FramesModel;
class FramesView;

/// What the filter is: the text in its field, changed by hand or by a row's menu, and the range of time that
/// was selected above the list. Hands both to the model as long as the text has no fault; with one the list
/// stays as it was. Main thread.
class FrameFiltering final : public QObject {
    Q_OBJECT

public:
    /// All three must outlive it.
    FrameFiltering(QLineEdit& field, FramesView& view, FramesModel& model, QObject* parent = nullptr);

    /// How the text of the field was read.
    struct Reading {
        QString text;    ///< as it stands in the field
        QString meaning; ///< in words; empty: there is no filter
        std::optional<filter::Fault> fault{};
    };
    [[nodiscard]] const Reading& reading() const { return m_reading; }

    void compose(filter::Composition composition, const QString& condition); ///< at once; the field shows it
    void prepare(filter::Composition composition, const QString& condition); ///< in the field, to go on from
    void setTo(const QString& text);
    void clear();                   ///< the text and the range
    void type(const QString& text); ///< goes on in the field

Q_SIGNALS:
    void readingChanged();
    /// A filter without a fault stood for a while, or was asked for by a menu.
    void applied(const QString& text);

private:
    void read();
    void apply();
    void settle();

    QLineEdit& m_field;
    FramesView& m_view;
    FramesModel& m_model;
    Reading m_reading;
    QTimer m_delay;
    QTimer m_settled;
    bool m_isPrepared = false; ///< the text waits for Enter
};

} // namespace signalbox::ui
