// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/link/frame_detail.h"
#include "ui/models/detail_model.h"

#include <QtWidgets/QWidget>

class QLabel;
class QSplitter;
class QTabWidget;

namespace signalbox::ui {

class BrokerState;
class BytesPane;
class BytesView;
class HandshakeView;
class ImageView;
class LinkedTree;
class WhoGotPanel;

/// The selected frame: its detail as a tree, and beside it its bytes, its handshake, who got it, its picture.
/// What is pointed at in the tree, the diagram or the bytes lights up in the others, and a sentence below
/// explains it.
class DetailView final : public QWidget {
    Q_OBJECT

public:
    /// `state` must outlive the view.
    explicit DetailView(BrokerState& state, QWidget* parent = nullptr);

    void show(const link::FrameDetail& detail);
    /// Shows a sentence instead of a frame; an empty one says how to select one.
    void showNothing(const QString& why = {});
    /// Brings *Who got this?* to the front, ready for a question.
    void showWhoGot();
    void askWhyNot();

    [[nodiscard]] QSplitter& splitter() { return *m_splitter; }
    [[nodiscard]] QTabWidget& tabs() { return *m_tabs; }
    [[nodiscard]] LinkedTree& tree() { return *m_tree; }
    [[nodiscard]] BytesPane& bytesPane() { return *m_bytes; }
    [[nodiscard]] BytesView& bytes();
    [[nodiscard]] HandshakeView& handshake() { return *m_handshake; }
    [[nodiscard]] WhoGotPanel& whoGot() { return *m_whoGot; }
    [[nodiscard]] ImageView& picture() { return *m_picture; }
    /// What explains the thing that is pointed at, or else the current line.
    [[nodiscard]] QString sentence() const;

Q_SIGNALS:
    /// Another row of the list was asked for: a fragment of the same message.
    void frameWanted(quint64 number);

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    void build();
    void buildTabs();
    void connectTree();
    void connectBytes();
    void showTabs(const link::FrameDetail& detail);
    void chooseLine(const QModelIndex& index);
    void pointLine(const QModelIndex& index);
    void openLine(const QModelIndex& index);
    void selectQuietly(const QModelIndex& index);
    void setSentence(const QString& text);
    void followDeliveries(const std::vector<link::DeliveryUpdate>& updates);
    void replaceSentence(const QString& before, const QString& now);

    BrokerState& m_state;
    DetailModel m_model;
    MessageId m_message;       ///< of the frame that is shown; null: it carries none
    QString m_currentSentence; ///< of the current line, for when nothing is pointed at
    bool m_prefersWhoGot = false;
    bool m_isQuiet = false; ///< the selection follows the bytes, not the other way round
    QSplitter* m_splitter;
    QTabWidget* m_tabs;
    LinkedTree* m_tree;
    BytesPane* m_bytes;
    HandshakeView* m_handshake;
    WhoGotPanel* m_whoGot;
    ImageView* m_picture;
    QLabel* m_sentence;
};

} // namespace signalbox::ui
