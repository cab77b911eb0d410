// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/format/meaning.h"

#include <QtWidgets/QLabel>

namespace signalbox::ui {

/// A plain text in the colour of what it means, in every theme.
class MeaningLabel final : public QLabel {
    Q_OBJECT

public:
    explicit MeaningLabel(Meaning meaning = Meaning::Normal, QWidget* parent = nullptr);

    void setMeaning(Meaning meaning);

protected:
    void changeEvent(QEvent* event) override;

private:
    void applyColor();

    Meaning m_meaning;
};

} // namespace signalbox::ui
