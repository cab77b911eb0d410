// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/format/meaning.h"

#include <QtWidgets/QToolBar>

class QLineEdit;
class QToolButton;

namespace signalbox::ui {

class Actions;
class BrokerState;
class MeaningLabel;

/// The toolbar: whether the broker listens and where, the filter of the frames, pause and clear.
class ListeningBar final : public QToolBar {
    Q_OBJECT

public:
    /// `state` and `actions` must outlive the bar.
    ListeningBar(BrokerState& state, Actions& actions, QWidget* parent = nullptr);

    [[nodiscard]] QLineEdit& filterEdit() { return *m_filter; }
    /// Green behind a filter that was read, red behind one with a fault; Normal without one.
    void setFilterMeaning(Meaning meaning);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    void updateListening();
    void fitUrl();
    void updatePause(bool isPaused);
    void colourFilter();

    BrokerState& m_state;
    Actions& m_actions;
    MeaningLabel* m_listening;
    QToolButton* m_startStop;
    QLineEdit* m_url;
    QLineEdit* m_filter;
    Meaning m_filterMeaning = Meaning::Normal;
};

} // namespace signalbox::ui
