// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtWidgets/QDockWidget>

namespace signalbox::ui {

class MeaningLabel;

/// A dock with a heading in small capitals, a count beside it, and a cross that closes it. It comes back from
/// View.
class Dock final : public QDockWidget {
    Q_OBJECT

public:
    /// `name` is the object's name, by which the layout is saved.
    Dock(const QString& name, const QString& title, QWidget* content, QWidget* parent = nullptr);

    void setCount(const QString& count);

private:
    MeaningLabel* m_count;
};

} // namespace signalbox::ui
