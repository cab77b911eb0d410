// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/draft.h"

#include <QtWidgets/QWidget>

class QPushButton;

namespace signalbox::ui {

class DraftPreview;
class SearchList;
class SentHistory;

/// What was sent, searched on disk. A click shows it below the list; a double click
/// or Enter fills it into the composer; or it is sent again with its variables
/// filled in anew.
class HistoryView final : public QWidget {
    Q_OBJECT

public:
    /// `history` must outlive the view.
    explicit HistoryView(SentHistory& history, QWidget* parent = nullptr);

    [[nodiscard]] SearchList& list() { return *m_list; }

Q_SIGNALS:
    void picked(const signalbox::ui::Draft& draft);
    void sendWanted(const signalbox::ui::Draft& draft);

private:
    void refresh();

    SentHistory& m_history;
    SearchList* m_list;
    DraftPreview* m_preview;
    QPushButton* m_pick;
    QPushButton* m_send;
};

} // namespace signalbox::ui
