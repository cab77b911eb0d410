// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtWidgets/QWidget>

class QPlainTextEdit;

namespace signalbox::ui {

struct Draft;
class MeaningLabel;

/// A message that was kept, to read before it is filled in or sent again: to
/// whom and as what it goes, and its text. Limit: the first 20,000 bytes.
class DraftPreview final : public QWidget {
    Q_OBJECT

public:
    explicit DraftPreview(QWidget* parent = nullptr);

    void setDraft(const Draft& draft);

private:
    MeaningLabel* m_to;
    QPlainTextEdit* m_text;
};

} // namespace signalbox::ui
