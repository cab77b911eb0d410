// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/templates_view.h"

#include "ui/format/plain.h"
#include "ui/models/message_templates.h"
#include "ui/widgets/appearance.h"
#include "ui/widgets/draft_preview.h"
#include "ui/widgets/meaning_label.h"
#include "ui/widgets/plain_tree.h"
#include "ui/widgets/search_list.h"

#include <QtGui/QAction>
#include <QtWidgets/QBoxLayout>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QPushButton>

namespace signalbox::ui {

TemplatesView::TemplatesView(MessageTemplates& templates, std::function<Draft()> draft, QWidget* parent)
    : QWidget(parent)
    , m_templates(templates)
    , m_draft(std::move(draft))
    , m_list(new SearchList(templates))
    , m_preview(new DraftPreview)
    , m_name(new QLineEdit)
    , m_pick(new QPushButton(tr("F&ill in")))
    , m_save(new QPushButton(tr("&Save")))
    , m_rename(new QPushButton(tr("Re&name")))
    , m_remove(new QPushButton(tr("&Delete")))
    , m_undo(new QPushButton(tr("&Undo")))
    , m_state(new MeaningLabel(Meaning::Muted))
{
    m_name->setPlaceholderText(tr("Name of the template"));
    m_name->setAccessibleName(tr("Name of the template"));
    m_pick->setToolTip(tr("Write this message (double click or Enter)"));
    m_save->setToolTip(tr("Keep the message that is being written under this name"));
    m_rename->setToolTip(tr("Give the selected template this name"));
    m_list->list().setAccessibleName(tr("Templates"));
    m_list->list().setEmptyText(templates.isKept() ? tr("A message that you save here can be picked again.")
                                                   : tr("There is no folder to keep templates in."));
    m_list->search().setPlaceholderText(tr("Search the templates"));
    m_state->setWordWrap(true);
    m_state->hide();
    m_undo->hide();
    auto* remove = new QAction(this);
    remove->setShortcut(QKeySequence(Qt::Key_Delete));
    remove->setShortcutContext(Qt::WidgetShortcut);
    m_list->list().addAction(remove);
    buildLayout();
    connect(remove, &QAction::triggered, this, &TemplatesView::remove);
    connect(m_list, &SearchList::searchChanged, &m_templates, &MessageTemplates::setSearch);
    connect(m_list, &SearchList::selectionChanged, this, [this] {
        if (m_list->row() >= 0 && !m_name->hasFocus()) { // what is written there is being written
            m_name->setText(m_templates.name(m_list->row()));
        }
        selectionChanged();
    });
    connect(m_list, &SearchList::picked, this, [this](int row) { Q_EMIT picked(m_templates.draft(row)); });
    connect(m_pick, &QPushButton::clicked, this, [this] { Q_EMIT picked(m_templates.draft(m_list->row())); });
    connect(m_name, &QLineEdit::textChanged, this, &TemplatesView::selectionChanged);
    connect(m_name, &QLineEdit::returnPressed, this, &TemplatesView::save);
    connect(m_save, &QPushButton::clicked, this, &TemplatesView::save);
    connect(m_rename, &QPushButton::clicked, this, &TemplatesView::rename);
    connect(m_remove, &QPushButton::clicked, this, &TemplatesView::remove);
    connect(m_undo, &QPushButton::clicked, this, &TemplatesView::undo);
    selectionChanged();
}

void TemplatesView::buildLayout()
{
    auto* name = new QHBoxLayout;
    name->addWidget(m_name, 1);
    name->addWidget(m_save);
    auto* buttons = new QHBoxLayout;
    buttons->addWidget(m_pick, 1);
    buttons->addWidget(m_rename, 1);
    buttons->addWidget(m_remove, 1);
    auto* state = new QHBoxLayout;
    state->addWidget(m_state, 1);
    state->addWidget(m_undo);
    auto* column = new QVBoxLayout(this);
    const int gap = spacing(1);
    column->setContentsMargins(gap, gap, gap, gap);
    column->setSpacing(gap / 2 + 2);
    column->addWidget(m_list, 1);
    column->addWidget(m_preview);
    column->addLayout(state);
    column->addLayout(buttons);
    column->addLayout(name);
}

void TemplatesView::selectionChanged()
{
    const bool isSelected = m_list->row() >= 0;
    m_save->setEnabled(m_templates.isKept() && !m_name->text().trimmed().isEmpty());
    m_rename->setEnabled(isSelected && !m_name->text().trimmed().isEmpty());
    m_remove->setEnabled(isSelected);
    m_pick->setEnabled(isSelected);
    m_preview->setVisible(isSelected);
    if (isSelected) {
        m_preview->setDraft(m_templates.draft(m_list->row()));
    }
    const int damaged = m_templates.damagedFiles();
    m_list->setNote(damaged == 0   ? QString()
                    : damaged == 1 ? tr("1 file in the folder is no template.")
                                   : tr("%1 files in the folder are no templates.").arg(damaged));
}

void TemplatesView::say(const Result<void>& result, const QString& words)
{
    m_state->setMeaning(result ? Meaning::Muted : Meaning::Bad);
    m_state->setText(result ? words : result.error().message);
    m_state->setVisible(!m_state->text().isEmpty());
    m_undo->setVisible(m_removed.has_value());
}

void TemplatesView::save()
{
    const QString name = m_name->text();
    const Result<void> saved = m_templates.save(name, m_draft());
    m_removed.reset();
    say(saved, {});
    if (saved) {
        m_list->select(m_templates.rowOf(name));
    }
}

void TemplatesView::rename()
{
    if (m_list->row() < 0) {
        return;
    }
    const QString name = m_name->text();
    const Result<void> renamed = m_templates.rename(m_templates.name(m_list->row()), name);
    m_removed.reset();
    say(renamed, {});
    if (renamed) {
        m_list->select(m_templates.rowOf(name));
    }
}

void TemplatesView::remove()
{
    const int row = m_list->row();
    if (row < 0) {
        return;
    }
    const QString name = m_templates.name(row);
    const Draft draft = m_templates.draft(row);
    const Result<void> removed = m_templates.remove(name);
    m_removed = removed ? std::optional(std::pair(name, draft)) : std::nullopt;
    say(removed, tr("Deleted: %1").arg(plainName(name.toUtf8())));
}

void TemplatesView::undo()
{
    if (m_removed) {
        const auto [name, draft] = *std::exchange(m_removed, std::nullopt);
        say(m_templates.save(name, draft), {});
    }
}

} // namespace signalbox::ui
