// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/go_to_dialog.h"

#include "ui/models/frames_model.h"
#include "ui/widgets/appearance.h"
#include "ui/widgets/meaning_label.h"

#include <QtWidgets/QBoxLayout>
#include <QtWidgets/QDialogButtonBox>
#include <QtWidgets/QLabel>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QPushButton>

namespace signalbox::ui {

GoToDialog::GoToDialog(const FramesModel& frames, QWidget* parent)
    : QDialog(parent)
    , m_frames(frames)
    , m_field(new QLineEdit)
    , m_fault(new MeaningLabel(Meaning::Warning))
{
    setWindowTitle(tr("Go to a frame"));
    auto* label = new QLabel(tr("&Number or time"));
    label->setBuddy(m_field);
    m_field->setAccessibleName(tr("Number or time"));
    m_field->setPlaceholderText(tr("812 or 10:12:01"));
    m_field->setMinimumWidth(spacing(34));
    m_fault->setWordWrap(true);
    m_fault->hide();
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Cancel);
    QPushButton* go = buttons->addButton(tr("&Go"), QDialogButtonBox::AcceptRole);
    connect(buttons, &QDialogButtonBox::accepted, this, &GoToDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(m_field, &QLineEdit::textEdited, m_fault, &QWidget::hide);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(spacing(2), spacing(2), spacing(2), spacing(2));
    layout->setSpacing(spacing(1));
    layout->addWidget(label);
    layout->addWidget(m_field);
    layout->addWidget(m_fault);
    layout->addStretch(1);
    layout->addWidget(buttons);
    go->setDefault(true); // now that it is in the dialog
}

QString GoToDialog::faultText() const
{
    return m_fault->isHidden() ? QString() : m_fault->text();
}

void GoToDialog::accept()
{
    const FrameGoal goal = frameGoal(m_frames, m_field->text());
    if (goal.fault) {
        m_fault->setText(words(*goal.fault));
        m_fault->show();
        m_field->selectAll();
        m_field->setFocus();
        return;
    }
    Q_EMIT chosen(goal.index);
    QDialog::accept();
}

QString GoToDialog::words(FrameGoal::Fault fault) const
{
    switch (fault) {
    case FrameGoal::Fault::NoNumberAndNoTime:
        return tr("That is neither a number nor a time like 10:12 or 10:12:01.204.");
    case FrameGoal::Fault::NotThereYet:
        return tr("No frame has this number yet.");
    case FrameGoal::Fault::NotShown:
        return m_frames.isFiltered() ? tr("It is not shown: the filter hides it, or it is no longer kept.")
                                     : tr("It is no longer kept.");
    case FrameGoal::Fault::NothingLater:
        return tr("No frame that is shown is from then or later.");
    }
    Q_UNREACHABLE();
}

} // namespace signalbox::ui
