// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/frame_filter.h"

#include <algorithm>
#include <array>

namespace signalbox::ui {

using link::FrameRow;
using link::RowKind;

namespace {

char lowered(char character)
{
    return character >= 'A' && character <= 'Z' ? static_cast<char>(character + ('a' - 'A')) : character;
}

bool holds(QByteArrayView text, QByteArrayView word)
{
    return std::search(text.begin(), text.end(), word.begin(), word.end(),
                       [](char left, char right) { return lowered(left) == right; }) != text.end();
}

QByteArrayView kindWord(const FrameRow& row)
{
    switch (row.kind) {
    case RowKind::Frame:
        return websocket::opcodeName(row.header.opcode);
    case RowKind::Push:
        return "push";
    case RowKind::Opened:
        return "opened";
    case RowKind::Closed:
        return "ended";
    case RowKind::Joined:
        return "joined";
    case RowKind::Left:
        return "left";
    case RowKind::Refused:
        return "refused";
    case RowKind::OperatorAct:
        return "operator act";
    case RowKind::Gap:
        return "gap";
    }
    Q_UNREACHABLE();
}

} // namespace

FrameFilter::FrameFilter(const QString& text)
{
    for (const QByteArray& word : text.toUtf8().simplified().split(' ')) {
        if (!word.isEmpty()) {
            QByteArray low = word;
            std::transform(low.begin(), low.end(), low.begin(), lowered);
            m_words.append(low);
        }
    }
}

bool FrameFilter::matches(const FrameRow& row) const
{
    if (m_words.isEmpty() || row.kind == RowKind::Gap) {
        return true;
    }
    const QByteArray client = row.client.isNull() ? QByteArray() : row.client.text();
    const std::array<QByteArrayView, 9> fields{row.user,        row.action, row.preview,
                                               row.target,      row.text,   row.origin,
                                               row.claimedUser, client,     kindWord(row)};
    return std::all_of(m_words.begin(), m_words.end(), [&fields](const QByteArray& word) {
        return std::any_of(fields.begin(), fields.end(),
                           [&word](QByteArrayView field) { return holds(field, word); });
    });
}

} // namespace signalbox::ui
