// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/frame_filter.h"

#include <QtCore/QTimer>

class QLineEdit;

namespace signalbox::ui {

class FramesModel;
class FramesView;

/// What the filter is: the text in its field, changed by hand or by a row's menu, and the range of time that
/// was selected above the list. Hands both to the model. Main thread.
class FrameFiltering final : public QObject {
    Q_OBJECT

public:
    /// All three must outlive it.
    FrameFiltering(QLineEdit& field, FramesView& view, FramesModel& model, QObject* parent = nullptr);

    void add(const FilterTerm& term);   ///< at once; the field shows it
    void setTo(const FilterTerm& term); ///< alone
    void clear();                       ///< the text and the range
    void type(const QString& text);     ///< goes on in the field

private:
    void apply();

    QLineEdit& m_field;
    FramesView& m_view;
    FramesModel& m_model;
    QTimer m_delay;
};

} // namespace signalbox::ui
