// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/filter/completion.h"

#include <QtCore/QObject>
#include <QtCore/QStringListModel>

class QCompleter;
class QLineEdit;

namespace signalbox::ui {

/// The list under the field of the filter: fields with what they are, operators, values that were seen. Opens
/// while one types; Enter, Tab or the mouse takes what is chosen. Owner: the line.
class FilterPopup final : public QObject {
    Q_OBJECT

public:
    /// `line` must outlive the popup.
    FilterPopup(QLineEdit& line, filter::SeenValues seen);

    /// Opens it for what stands at the cursor; closes it where nothing is to be said.
    void open();
    [[nodiscard]] QCompleter& completer() { return *m_completer; }
    [[nodiscard]] const filter::Completion& completion() const { return m_completion; }
    void choose(int row);

protected:
    bool eventFilter(QObject* object, QEvent* event) override;

private:
    bool keyPressed(int key);
    [[nodiscard]] bool isWorthShowing() const;

    QLineEdit& m_line;
    filter::SeenValues m_seen;
    QStringListModel m_texts;
    QCompleter* m_completer;
    filter::Completion m_completion;
};

} // namespace signalbox::ui
