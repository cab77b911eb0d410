// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/link/frame_detail.h"
#include "ui/models/detail_node.h"

#include <QtWidgets/QWidget>

class QComboBox;

namespace signalbox::ui {

class BytesView;
class HeaderDiagram;

/// The header of a frame as a diagram above its bytes, linked: what is pointed at in one lights up in the
/// other. Shows the payload unmasked or as on the wire, or the whole message of a fragment.
class BytesPane final : public QWidget {
    Q_OBJECT

public:
    enum class Shown { Unmasked, Wire, Message };

    explicit BytesPane(QWidget* parent = nullptr);

    void show(const link::FrameDetail& detail);
    /// Shows a hint in place of bytes.
    void showNothing(const QString& hint);

    /// Lights up what a line of the detail was read from; a node without bytes lights up nothing.
    void point(const DetailNode& node);
    /// Marks it, and brings its bytes into view; switches to the bytes that it was read from.
    void mark(const DetailNode& node);
    /// The next way to show the bytes that this frame has.
    void showNext();

    [[nodiscard]] Shown shown() const;
    [[nodiscard]] QComboBox& choice() { return *m_choice; }
    [[nodiscard]] BytesView& bytes() { return *m_bytes; }
    [[nodiscard]] HeaderDiagram& diagram() { return *m_diagram; }

Q_SIGNALS:
    /// A byte is pointed at; negative: none. The sentence says what it is.
    void bytePointed(signalbox::ui::BytesSource source, qsizetype byte, const QString& sentence);
    /// A byte was clicked, or the cursor came to it.
    void byteChosen(signalbox::ui::BytesSource source, qsizetype byte, const QString& sentence);
    void fieldPointed(int field, const QString& sentence);
    void fieldChosen(int field, const QString& sentence);

private:
    void build();
    void fillChoice();
    void showChosen();
    void pointByte(qsizetype byte);
    void pointField(int field);
    [[nodiscard]] QString sentenceOf(qsizetype byte) const;
    [[nodiscard]] QString sentenceOfField(int field) const;
    [[nodiscard]] BytesSource source() const;

    link::FrameDetail m_detail;
    bool m_prefersWire = false;
    QComboBox* m_choice; ///< stands in the corner of the tabs, so it is the detail view's to place
    HeaderDiagram* m_diagram;
    BytesView* m_bytes;
};

} // namespace signalbox::ui
