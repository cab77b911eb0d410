// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/shortcuts_dialog.h"

#include "ui/widgets/appearance.h"

#include <QtGui/QAction>
#include <QtWidgets/QBoxLayout>
#include <QtWidgets/QDialogButtonBox>
#include <QtWidgets/QHeaderView>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QTreeWidget>

namespace signalbox::ui {

using namespace Qt::StringLiterals;

namespace {

QString keysText(const QAction& action)
{
    QStringList keys;
    for (const QKeySequence& key : action.shortcuts()) {
        keys += key.toString(QKeySequence::NativeText);
    }
    return keys.join(u", "_s);
}

} // namespace

ShortcutsDialog::ShortcutsDialog(const QList<QAction*>& actions, QWidget* parent)
    : QDialog(parent)
{
    setWindowTitle(tr("Keyboard shortcuts"));
    auto* list = new QTreeWidget;
    list->setHeaderHidden(true);
    list->setRootIsDecorated(false);
    list->setColumnCount(2);
    list->setFrameShape(QFrame::NoFrame);
    list->setAccessibleName(tr("Keys and what they do"));
    const auto add = [list](const QString& keys, const QString& what) {
        list->addTopLevelItem(new QTreeWidgetItem(QStringList{keys, what}));
    };
    for (const QAction* action : actions) {
        if (const QString keys = keysText(*action); !keys.isEmpty()) {
            add(keys, action->text().remove(u'&'));
        }
    }
    add(tr("Space"), tr("Pause, in the list of frames"));
    add(tr("End"), tr("Follow the newest frame, in the list of frames"));
    add(tr("any letter"), tr("Filter, in the list of frames"));
    add(tr("Del"), tr("Disconnect, in the list of clients; take out, on a recipient"));
    list->resizeColumnToContents(0);
    list->setMinimumSize(spacing(60), spacing(64));
    auto* search = new QLineEdit;
    search->setPlaceholderText(tr("Search"));
    search->setAccessibleName(tr("Search the keys"));
    search->setClearButtonEnabled(true);
    connect(search, &QLineEdit::textChanged, list, [list](const QString& text) {
        for (int row = 0; row < list->topLevelItemCount(); ++row) {
            QTreeWidgetItem* item = list->topLevelItem(row);
            item->setHidden(!item->text(0).contains(text, Qt::CaseInsensitive) &&
                            !item->text(1).contains(text, Qt::CaseInsensitive));
        }
    });
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Close);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto* layout = new QVBoxLayout(this);
    layout->addWidget(search);
    layout->addWidget(list);
    search->setFocus();
    layout->addWidget(buttons);
}

} // namespace signalbox::ui
