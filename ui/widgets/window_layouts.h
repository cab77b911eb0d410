// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/window_parts.h"

#include <QtCore/QByteArray>
#include <QtCore/QMap>
#include <QtCore/QObject>

namespace signalbox::ui {

class WindowState;

/// Inspect: the list, the tree and the bytes, for somebody who looks for one frame. Operate: groups and the
/// composer large, for somebody who has something to say.
enum class LayoutChoice { Inspect, Operate };

/// The two layouts of the window. Each has docks and sizes of its own that outlive a visit to the other, and
/// a restart. Main thread. Owner: the main window.
class WindowLayouts final : public QObject {
    Q_OBJECT

public:
    explicit WindowLayouts(const WindowParts& parts);

    [[nodiscard]] LayoutChoice choice() const { return m_choice; }
    void choose(LayoutChoice choice);
    void toggle();
    /// Both, to what they are at first, the columns of the lists too.
    void reset();
    /// The docks, when the text has grown by that.
    void growWithText(double factor);

    void save(WindowState& state);
    void restore(const WindowState& state);

Q_SIGNALS:
    void changed(LayoutChoice choice);

private:
    /// Bytes of Qt's own saveState().
    struct Places {
        QByteArray docks;
        QByteArray centre;
        QByteArray detail;
    };

    [[nodiscard]] Places places() const;
    void apply();
    void arrange();
    void arrangeInspect();
    void arrangeOperate();
    void setDockWidths(int clients, int composer);

    WindowParts m_parts;
    LayoutChoice m_choice = LayoutChoice::Inspect;
    QMap<LayoutChoice, Places> m_places; ///< of those that were left
};

} // namespace signalbox::ui
