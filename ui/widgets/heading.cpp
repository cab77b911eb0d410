// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/heading.h"

#include "ui/widgets/meaning_label.h"

namespace signalbox::ui {

QLabel* heading(const QString& text)
{
    auto* label = new MeaningLabel(Meaning::Muted);
    QFont capitals = label->font();
    capitals.setPointSizeF(capitals.pointSizeF() * 0.85);
    capitals.setBold(true);
    capitals.setCapitalization(QFont::AllUppercase);
    capitals.setLetterSpacing(QFont::PercentageSpacing, 106);
    label->setFont(capitals);
    label->setText(text);
    return label;
}

} // namespace signalbox::ui
