// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/draft_preview.h"

#include "ui/format/plain.h"
#include "ui/format/routing_words.h"
#include "ui/models/draft.h"
#include "ui/widgets/appearance.h"
#include "ui/widgets/meaning_label.h"

#include <QtWidgets/QBoxLayout>
#include <QtWidgets/QPlainTextEdit>

namespace signalbox::ui {

namespace {

constexpr qsizetype maxShownBytes = 20'000;
constexpr int shownLines = 5;

} // namespace

DraftPreview::DraftPreview(QWidget* parent)
    : QWidget(parent)
    , m_to(new MeaningLabel(Meaning::Muted))
    , m_text(new QPlainTextEdit)
{
    m_to->setWordWrap(true);
    m_text->setReadOnly(true);
    m_text->setFont(monospacedFont());
    m_text->setTabChangesFocus(true);
    m_text->setAccessibleName(tr("The selected message"));
    m_text->setFixedHeight(m_text->fontMetrics().lineSpacing() * shownLines + spacing(2));
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(spacing(1) / 2);
    column->addWidget(m_to);
    column->addWidget(m_text);
}

void DraftPreview::setDraft(const Draft& draft)
{
    const QString to = recipientsText(draft.recipients);
    switch (draft.kind) {
    case MessageKind::RawText:
        m_to->setText(tr("to %1, raw text").arg(to));
        break;
    case MessageKind::RawBinary:
        m_to->setText(tr("to %1, raw bytes").arg(to));
        break;
    case MessageKind::Envelope:
        m_to->setText(tr("to %1, an envelope written as text").arg(to));
        break;
    case MessageKind::String:
    case MessageKind::Value:
        m_to->setText(tr("to %1, action %2").arg(to, plainName(draft.action)));
        break;
    }
    m_text->setPlainText(draft.file.isEmpty() ? QString::fromUtf8(draft.message.left(maxShownBytes))
                                              : tr("the bytes of %1").arg(plainName(draft.file.toUtf8())));
}

} // namespace signalbox::ui
