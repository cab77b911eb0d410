// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/bytes_grid.h"

#include <QtGui/QFontMetrics>

#include <algorithm>

namespace signalbox::ui {

namespace {

constexpr int hexStart = BytesGrid::offsetDigits + 2; ///< in characters

} // namespace

void BytesGrid::fit(const QFontMetrics& metrics, int margin, int width)
{
    m_cell = std::max(1, metrics.horizontalAdvance(u'0'));
    m_line = metrics.height() + 2;
    m_margin = margin;
    for (const qsizetype bytes : {16, 8, 4}) { // the most that there is room for
        m_bytesPerLine = bytes;
        if (this->width() <= width) {
            return;
        }
    }
}

int BytesGrid::characterStart() const
{
    return hexStart + static_cast<int>(m_bytesPerLine) * 3 + (m_bytesPerLine > 8 ? 2 : 1);
}

int BytesGrid::hexX(qsizetype column) const
{
    const int gap = column >= 8 ? 1 : 0;
    return m_margin + (hexStart + static_cast<int>(column) * 3 + gap) * m_cell;
}

int BytesGrid::characterX(qsizetype column) const
{
    return m_margin + (characterStart() + static_cast<int>(column)) * m_cell;
}

qsizetype BytesGrid::columnAt(int x) const
{
    if (x < hexX(0) - m_cell) {
        return -1;
    }
    if (x >= characterX(0) - m_cell / 2) {
        return std::min<qsizetype>((std::max(x, characterX(0)) - characterX(0)) / m_cell, m_bytesPerLine - 1);
    }
    qsizetype column = 0;
    while (column + 1 < m_bytesPerLine && x >= hexX(column + 1) - m_cell / 2) {
        ++column;
    }
    return column;
}

} // namespace signalbox::ui
