// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/core/result.h"
#include "ui/models/draft.h"

#include <QtWidgets/QWidget>

#include <functional>
#include <optional>

class QLineEdit;
class QPushButton;

namespace signalbox::ui {

class MeaningLabel;
class MessageTemplates;
class DraftPreview;
class SearchList;

/// The templates: searched, picked, saved under a name, renamed, deleted. A
/// deleted one can be brought back until the next is deleted.
class TemplatesView final : public QWidget {
    Q_OBJECT

public:
    /// `templates` must outlive the view. `draft`: what is being written, to be
    /// saved.
    TemplatesView(MessageTemplates& templates, std::function<Draft()> draft, QWidget* parent = nullptr);

    [[nodiscard]] SearchList& list() { return *m_list; }
    [[nodiscard]] QLineEdit& nameEdit() { return *m_name; }
    void save();
    void rename();
    void remove();
    void undo();

Q_SIGNALS:
    void picked(const signalbox::ui::Draft& draft);

private:
    void buildLayout();
    void selectionChanged();
    void say(const Result<void>& result, const QString& words);

    MessageTemplates& m_templates;
    std::function<Draft()> m_draft;
    std::optional<std::pair<QString, Draft>> m_removed;
    SearchList* m_list;
    DraftPreview* m_preview;
    QLineEdit* m_name;
    QPushButton* m_pick;
    QPushButton* m_save;
    QPushButton* m_rename;
    QPushButton* m_remove;
    QPushButton* m_undo;
    MeaningLabel* m_state;
};

} // namespace signalbox::ui
