// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/core/result.h"
#include "ui/models/draft.h"

#include <QtCore/QAbstractListModel>

#include <vector>

namespace signalbox::ui {

/// Messages kept under a name: one JSON file for each in a folder, so that they can be compared, shared and
/// mended by hand. Files that are no template are left alone, counted and never shown. Main thread. Limit:
/// 2,000 files are read, of 1 MiB at most.
class MessageTemplates final : public QAbstractListModel {
    Q_OBJECT

public:
    /// An empty `folder` keeps nothing. It is made with the first template.
    explicit MessageTemplates(QString folder, QObject* parent = nullptr);

    [[nodiscard]] bool isKept() const { return !m_folder.isEmpty(); }
    [[nodiscard]] int damagedFiles() const { return m_damaged; }
    [[nodiscard]] QString name(int row) const;
    [[nodiscard]] const Draft& draft(int row) const;
    [[nodiscard]] int rowOf(const QString& name) const; ///< -1: not shown
    /// Shows those whose name, action, message or recipients hold it, in any case.
    void setSearch(const QString& text);
    /// Reads the folder anew: another program may have written there.
    void reload();

    Result<void> save(const QString& name, const Draft& draft); ///< replaces one of the same name
    Result<void> rename(const QString& from, const QString& to);
    Result<void> remove(const QString& name);

    int rowCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;

private:
    struct Template {
        QString name;
        Draft draft;
        QString searched; ///< folded
    };

    [[nodiscard]] QString path(const QString& name) const;
    void show();

    QString m_folder;
    QString m_search;
    int m_damaged = 0;
    std::vector<Template> m_templates; ///< by name
    std::vector<size_t> m_shown;
};

} // namespace signalbox::ui
