// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/bytes_pane.h"

#include "ui/models/detail_tree.h"
#include "ui/models/frame_anatomy.h"
#include "ui/widgets/bytes_view.h"
#include "ui/widgets/header_diagram.h"

#include <QtCore/QSignalBlocker>
#include <QtWidgets/QAbstractItemView>
#include <QtWidgets/QBoxLayout>
#include <QtWidgets/QComboBox>

namespace signalbox::ui {

using namespace Qt::StringLiterals;

BytesPane::BytesPane(QWidget* parent)
    : QWidget(parent)
    , m_choice(new QComboBox(this))
    , m_diagram(new HeaderDiagram)
    , m_bytes(new BytesView)
{
    build();
}

void BytesPane::build()
{
    m_choice->setAccessibleName(tr("Which bytes are shown"));
    m_choice->view()->setAccessibleName(m_choice->accessibleName());
    m_choice->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    m_choice->setFrame(false);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_diagram);
    layout->addWidget(m_bytes, 1);
    connect(m_choice, &QComboBox::activated, this, [this] {
        if (shown() != Shown::Message) {
            m_prefersWire = shown() == Shown::Wire;
        }
        showChosen();
    });
    connect(m_diagram, &HeaderDiagram::fieldHovered, this, [this](int field) {
        pointField(field);
        Q_EMIT fieldPointed(field, sentenceOfField(field));
    });
    connect(m_diagram, &HeaderDiagram::fieldChosen, this, [this](int field) {
        pointField(field);
        Q_EMIT fieldChosen(field, sentenceOfField(field));
    });
    connect(m_bytes, &BytesView::byteHovered, this, [this](qsizetype byte) {
        pointByte(byte);
        Q_EMIT bytePointed(source(), byte, sentenceOf(byte));
    });
    connect(m_bytes, &BytesView::byteChosen, this, [this](qsizetype byte) {
        pointByte(byte);
        Q_EMIT byteChosen(source(), byte, sentenceOf(byte));
    });
}

void BytesPane::show(const link::FrameDetail& detail)
{
    m_detail = detail;
    m_bytes->setEmptyText(tr("No bytes went over the wire."));
    fillChoice();
    m_diagram->setAnatomy(frameAnatomy(detail.headerBytes, detail.payload, detail.row.direction));
    m_diagram->setVisible(!m_diagram->anatomy().empty());
    showChosen();
}

void BytesPane::showNothing(const QString& hint)
{
    show({});
    m_bytes->setEmptyText(hint);
}

void BytesPane::fillChoice()
{
    const QSignalBlocker blocker(m_choice);
    m_choice->clear();
    const auto add = [this](const QString& text, Shown shown) {
        m_choice->addItem(text, static_cast<int>(shown));
    };
    add(tr("Unmasked"), Shown::Unmasked);
    if (m_detail.row.header.masked && !m_detail.headerBytes.isEmpty()) {
        add(tr("As on the wire"), Shown::Wire);
    }
    if (!m_detail.message.isEmpty() && !m_detail.fragments.empty()) {
        add(tr("Whole message"), Shown::Message);
    }
    const int wire = m_choice->findData(static_cast<int>(Shown::Wire));
    m_choice->setCurrentIndex(m_prefersWire && wire >= 0 ? wire : 0);
    m_choice->setVisible(m_choice->count() > 1);
}

BytesPane::Shown BytesPane::shown() const
{
    return static_cast<Shown>(m_choice->currentData().toInt());
}

BytesSource BytesPane::source() const
{
    return shown() == Shown::Message ? BytesSource::Message : BytesSource::Frame;
}

void BytesPane::showNext()
{
    m_choice->setCurrentIndex((m_choice->currentIndex() + 1) % m_choice->count());
    Q_EMIT m_choice->activated(m_choice->currentIndex());
}

void BytesPane::showChosen()
{
    switch (shown()) {
    case Shown::Unmasked:
        m_bytes->setBytes(frameBytes(m_detail));
        break;
    case Shown::Wire:
        m_bytes->setBytes({m_detail.headerBytes + wirePayload(m_detail.headerBytes, m_detail.payload),
                           m_detail.headerBytes.size()});
        break;
    case Shown::Message:
        m_bytes->setBytes({m_detail.message, 0});
        break;
    }
}

void BytesPane::point(const DetailNode& node)
{
    const bool isHere = node.offset >= 0 && node.source == source();
    m_bytes->point(isHere ? node.offset : -1, node.length);
    if (node.field >= 0) {
        m_diagram->pointField(node.field);
    } else {
        m_diagram->point(node.source == BytesSource::Frame ? node.offset : -1, node.length);
    }
}

void BytesPane::mark(const DetailNode& node)
{
    if (node.offset >= 0 && node.source != source()) {
        const Shown wanted = node.source == BytesSource::Message ? Shown::Message
                             : m_prefersWire                     ? Shown::Wire
                                                                 : Shown::Unmasked;
        m_choice->setCurrentIndex(std::max(0, m_choice->findData(static_cast<int>(wanted))));
        showChosen();
    }
    m_bytes->mark(node.offset, node.length);
    point(node);
}

void BytesPane::pointByte(qsizetype byte)
{
    m_diagram->point(source() == BytesSource::Frame ? byte : -1, 1);
    m_bytes->point(byte, 1);
}

void BytesPane::pointField(int field)
{
    const auto& anatomy = m_diagram->anatomy();
    m_diagram->pointField(field);
    const bool isHere = field >= 0 && field < std::ssize(anatomy) && source() == BytesSource::Frame;
    const auto place = static_cast<size_t>(std::max(0, field));
    m_bytes->point(isHere ? anatomy[place].offset : -1, isHere ? anatomy[place].length : 0);
}

QString BytesPane::sentenceOf(qsizetype byte) const
{
    if (byte < 0 || source() != BytesSource::Frame || m_detail.headerBytes.isEmpty()) {
        return {};
    }
    return byteSentence(m_diagram->anatomy(), m_detail.headerBytes, m_detail.payload, byte);
}

QString BytesPane::sentenceOfField(int field) const
{
    if (field < 0 || field >= std::ssize(m_diagram->anatomy())) {
        return {};
    }
    const FrameField& shown = m_diagram->anatomy()[static_cast<size_t>(field)];
    return u"%1 %2: %3"_s.arg(shown.name, shown.value, shown.sentence);
}

} // namespace signalbox::ui
