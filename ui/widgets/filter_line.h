// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/frame_filtering.h"

#include <QtWidgets/QWidget>

class QBoxLayout;
class QToolButton;

namespace signalbox::ui {

class FilterMemory;
class MeaningLabel;

/// The line below the toolbar: how the filter was read, or what is wrong with it and where; how far the
/// search through what is kept has come; the filters that were kept, as buttons, and the last ones. Hidden
/// while there is nothing to say. Main thread.
class FilterLine final : public QWidget {
    Q_OBJECT

public:
    /// `memory` must outlive it.
    explicit FilterLine(FilterMemory& memory, QWidget* parent = nullptr);

    void setReading(const FrameFiltering::Reading& reading);
    /// Of the rows that are kept so many were looked at; nothing once that is all.
    void setProgress(quint64 searched, quint64 toSearch);
    /// Asks for a name under which `text` is kept.
    void askForName(const QString& text);

    [[nodiscard]] QString text() const;
    [[nodiscard]] QToolButton& recentButton() { return *m_recent; }
    [[nodiscard]] QList<QToolButton*> keptButtons() const { return m_kept; }

Q_SIGNALS:
    void chosen(const QString& text);
    void keepWanted();

private:
    void rebuild();
    void fillRecent();
    void updateText();
    QToolButton* addButton(const QString& text, const QString& toolTip);
    void offerForgetting(const QString& name, const QPoint& place);

    FilterMemory& m_memory;
    MeaningLabel* m_glyph;
    MeaningLabel* m_text;
    QBoxLayout* m_buttons;
    QToolButton* m_keep;
    QToolButton* m_recent;
    QList<QToolButton*> m_kept;
    FrameFiltering::Reading m_reading;
    quint64 m_searched = 0;
    quint64 m_toSearch = 0; ///< 0: nothing is searched
};

} // namespace signalbox::ui
