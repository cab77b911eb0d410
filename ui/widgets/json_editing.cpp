// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/json_editing.h"

#include "ui/models/json_format.h"

#include <QtGui/QTextCursor>
#include <QtWidgets/QPlainTextEdit>

namespace signalbox::ui {

Result<void> formatJsonIn(QPlainTextEdit& editor)
{
    const Result<QByteArray> formatted = formattedJson(editor.toPlainText().toUtf8());
    if (!formatted) {
        return formatted.error();
    }
    QTextCursor cursor(editor.document());
    cursor.select(QTextCursor::Document);
    cursor.insertText(QString::fromUtf8(*formatted));
    return {};
}

} // namespace signalbox::ui
