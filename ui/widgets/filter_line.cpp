// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/filter_line.h"

#include "ui/format/numbers.h"
#include "ui/format/plain.h"
#include "ui/models/filter_memory.h"
#include "ui/widgets/appearance.h"
#include "ui/widgets/meaning_label.h"

#include <QtWidgets/QBoxLayout>
#include <QtWidgets/QInputDialog>
#include <QtWidgets/QMenu>
#include <QtWidgets/QToolButton>

#include <utility>

namespace signalbox::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype maxButtonCharacters = 24;
constexpr qsizetype maxEntryCharacters = 80;

QString cut(const QString& text, qsizetype characters)
{
    return plainMenuText(text.size() > characters ? text.first(characters - 1) + u'…' : text);
}

} // namespace

FilterLine::FilterLine(FilterMemory& memory, QWidget* parent)
    : QWidget(parent)
    , m_memory(memory)
    , m_glyph(new MeaningLabel)
    , m_text(new MeaningLabel)
    , m_buttons(new QHBoxLayout)
{
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(spacing(1), spacing(1) / 4, spacing(1), spacing(1) / 4);
    layout->setSpacing(spacing(1) / 2);
    layout->addWidget(m_glyph);
    layout->addWidget(m_text, 1);
    layout->addLayout(m_buttons);
    m_buttons->setSpacing(spacing(1) / 2);
    m_text->setTextFormat(Qt::PlainText);
    m_text->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_text->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    m_keep = addButton(tr("☆ Keep …"), tr("Keep this filter as a button"));
    m_recent = addButton(tr("Recent ▾"), tr("The last filters"));
    m_recent->setPopupMode(QToolButton::InstantPopup);
    m_recent->setMenu(new QMenu(m_recent));
    QSizePolicy room = m_keep->sizePolicy();
    room.setRetainSizeWhenHidden(true); // the list below does not jump
    m_keep->setSizePolicy(room);
    connect(m_keep, &QToolButton::clicked, this, &FilterLine::keepWanted);
    connect(m_recent->menu(), &QMenu::aboutToShow, this, &FilterLine::fillRecent);
    connect(&m_memory, &FilterMemory::changed, this, &FilterLine::rebuild);
    rebuild();
}

QToolButton* FilterLine::addButton(const QString& text, const QString& toolTip)
{
    auto* button = new QToolButton;
    button->setText(text);
    button->setToolTip(toolTip);
    button->setAccessibleName(toolTip);
    button->setAutoRaise(true);
    button->setFocusPolicy(Qt::TabFocus);
    m_buttons->addWidget(button);
    return button;
}

void FilterLine::rebuild()
{
    for (QToolButton* button : std::exchange(m_kept, {})) {
        button->deleteLater();
        button->hide();
    }
    for (const FilterMemory::Kept& kept : m_memory.kept()) {
        QToolButton* button = addButton(cut(kept.name, maxButtonCharacters), plainToolTip(kept.text));
        button->setAccessibleName(tr("Filter %1").arg(kept.name));
        button->setContextMenuPolicy(Qt::CustomContextMenu);
        connect(button, &QToolButton::clicked, this, [this, text = kept.text] { Q_EMIT chosen(text); });
        connect(button, &QWidget::customContextMenuRequested, this,
                [this, button, name = kept.name](const QPoint& place) {
                    offerForgetting(name, button->mapToGlobal(place));
                });
        m_kept.append(button);
        m_buttons->removeWidget(button);
        m_buttons->insertWidget(static_cast<int>(m_kept.size()) - 1, button);
    }
    m_recent->setVisible(!m_memory.recent().isEmpty());
    updateText();
}

void FilterLine::offerForgetting(const QString& name, const QPoint& place)
{
    QMenu menu;
    menu.addAction(tr("&Take this button away"), this, [this, name] { m_memory.forget(name); });
    menu.exec(place);
}

void FilterLine::fillRecent()
{
    m_recent->menu()->clear();
    for (const QString& text : m_memory.recent()) {
        m_recent->menu()->addAction(cut(text, maxEntryCharacters), this,
                                    [this, text] { Q_EMIT chosen(text); });
    }
}

void FilterLine::askForName(const QString& text)
{
    auto* dialog = new QInputDialog(this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setWindowTitle(tr("Keep the filter"));
    dialog->setLabelText(tr("What the button says:"));
    dialog->setTextValue(text.left(maxButtonCharacters));
    connect(dialog, &QInputDialog::textValueSelected, this, [this, text](const QString& name) {
        if (!name.trimmed().isEmpty()) {
            m_memory.keep(name.trimmed(), text);
        }
    });
    dialog->open();
}

void FilterLine::setReading(const FrameFiltering::Reading& reading)
{
    m_reading = reading;
    m_toSearch = 0;
    updateText();
}

void FilterLine::setProgress(quint64 searched, quint64 toSearch)
{
    m_searched = searched;
    m_toSearch = toSearch;
    updateText();
}

QString FilterLine::text() const
{
    return m_text->text();
}

void FilterLine::updateText()
{
    const bool isFault = m_reading.fault.has_value();
    const bool hasFilter = !m_reading.meaning.isEmpty();
    m_glyph->setText(!hasFilter ? QString() : isFault ? u"✕"_s : u"✓"_s);
    m_glyph->setMeaning(isFault ? Meaning::Bad : Meaning::Good);
    m_text->setMeaning(isFault ? Meaning::Bad : Meaning::Muted);
    QString text = m_reading.meaning;
    if (isFault) {
        text = tr("At %1: %2").arg(countText(m_reading.fault->position + 1), text);
    } else if (m_toSearch > 0) {
        text = tr("%1 · %2 of %3 searched").arg(text, countText(m_searched), countText(m_toSearch));
    }
    m_text->setText(text);
    m_text->setToolTip(plainToolTip(text));
    m_keep->setVisible(hasFilter && !isFault);
    setVisible(hasFilter || !m_memory.kept().isEmpty());
}

} // namespace signalbox::ui
