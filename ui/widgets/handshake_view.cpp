// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/handshake_view.h"

#include "ui/format/exchange_words.h"
#include "ui/format/handshake_words.h"
#include "ui/format/plain.h"
#include "ui/models/handshake_tree.h"
#include "ui/widgets/appearance.h"
#include "ui/widgets/column_fit.h"
#include "ui/widgets/linked_tree.h"
#include "ui/widgets/meaning_label.h"
#include "ui/widgets/mend_button.h"

#include <QtWidgets/QBoxLayout>
#include <QtWidgets/QLabel>

namespace signalbox::ui {

using namespace Qt::StringLiterals;

HandshakeView::HandshakeView(CommandSender& commands, QWidget* parent)
    : QWidget(parent)
    , m_refusal(new QWidget)
    , m_why(new MeaningLabel(Meaning::Bad))
    , m_advice(new QLabel)
    , m_session(new MendButton(commands))
    , m_always(new MendButton(commands))
    , m_table(new LinkedTree)
{
    build();
}

void HandshakeView::build()
{
    m_why->setWordWrap(true);
    m_advice->setTextFormat(Qt::PlainText);
    m_advice->setWordWrap(true);
    auto* buttons = new QHBoxLayout;
    buttons->addWidget(m_session);
    buttons->addWidget(m_always);
    buttons->addStretch(1);
    auto* refusal = new QVBoxLayout(m_refusal);
    refusal->setContentsMargins(spacing(1), spacing(1), spacing(1), 0);
    refusal->setSpacing(spacing(1));
    refusal->addWidget(m_why);
    refusal->addWidget(m_advice);
    refusal->addLayout(buttons);
    m_table->setModel(&m_model);
    m_table->setAccessibleName(tr("Header fields of the handshake"));
    setUpColumns();
    connect(m_table->selectionModel(), &QItemSelectionModel::currentChanged, this,
            [this](const QModelIndex& now) {
                if (now.isValid()) {
                    Q_EMIT rangeChosen(m_model.node(now).offset, m_model.node(now).length);
                    Q_EMIT sentenceChanged(sentenceOf(now));
                }
            });
    connect(m_table, &LinkedTree::hovered, this, [this](const QModelIndex& index) {
        Q_EMIT sentenceChanged(sentenceOf(index.isValid() ? index : m_table->currentIndex()));
    });
    // Each button works alone; one that worked makes the other needless.
    connect(m_session, &MendButton::mended, m_always, [this] { m_always->setVisible(false); });
    connect(m_always, &MendButton::mended, m_session, [this] { m_session->setVisible(false); });
    connect(m_session, &MendButton::failed, m_advice, &QLabel::setText);
    connect(m_always, &MendButton::failed, m_advice, &QLabel::setText);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(spacing(1) / 2);
    layout->addWidget(m_refusal);
    layout->addWidget(m_table, 1);
}

// What a field says is a sentence: it gets the room, and as many lines as it needs.
void HandshakeView::setUpColumns()
{
    ColumnFit& fit = m_table->fit();
    fit.setSample(DetailModel::NameColumn, u"  Sec-WebSocket-Extensions"_s, u"  Sec-WebSocket-K"_s);
    fit.setSample(DetailModel::ValueColumn, u"dGhlIHNhbXBsZSBub25jZQ=="_s, u"127.0.0.1:52100"_s);
    fit.setSample(DetailModel::ExplanationColumn, u"Asks to go on as a WebSocket (RFC 6455 §4.1)"_s,
                  u"Asks to go on as a"_s);
    fit.setFlexible({DetailModel::ExplanationColumn});
    fit.setSavings({{DetailModel::NameColumn, ColumnSaving::How::Shrink},
                    {DetailModel::ValueColumn, ColumnSaving::How::Shrink},
                    {DetailModel::ExplanationColumn, ColumnSaving::How::Shrink}});
    m_table->setWrapped();
    fit.apply();
}

void HandshakeView::show(const link::FrameDetail& detail)
{
    m_model.setTree(handshakeTree(detail));
    m_table->expandAll();
    m_table->setEmptyText(tr("The request did not come as far as a header."));
    const bool isFailedCall = detail.row.kind == link::RowKind::Called && !detail.row.text.isEmpty();
    m_refusal->setVisible(detail.row.kind == link::RowKind::Refused || isFailedCall);
    showRefusal(detail.row);
}

void HandshakeView::showRefusal(const link::FrameRow& row)
{
    const QString what = row.origin.isEmpty() ? plainName(row.address) : plainName(row.origin);
    if (row.kind == link::RowKind::Called) {
        m_why->setText(
            tr("⊘ %1: %2, to %3").arg(calledText(row), plainName(row.text), plainName(row.target)));
    } else {
        m_why->setText(
            tr("⊘ Refused with status %1: %2, from %3").arg(row.code).arg(plainName(row.text), what));
    }
    const QString advice = refusalAdvice(row.text);
    m_advice->setText(advice);
    m_advice->setVisible(!advice.isEmpty());
    const bool isOrigin = row.kind == link::RowKind::Refused && row.text == "http.origin_refused" &&
                          !row.origin.isEmpty() && row.origin != "null";
    m_session->setMend(isOrigin ? Mend(link::AllowOrigin{row.origin, false}) : Mend());
    m_always->setMend(isOrigin ? Mend(link::AllowOrigin{row.origin, true}) : Mend());
}

QString HandshakeView::sentenceOf(const QModelIndex& index) const
{
    if (!index.isValid() || m_model.node(index).explanation.isEmpty()) {
        return {};
    }
    return u"%1: %2"_s.arg(m_model.node(index).name, m_model.node(index).explanation);
}

QString HandshakeView::refusal() const
{
    return m_why->text();
}

} // namespace signalbox::ui
