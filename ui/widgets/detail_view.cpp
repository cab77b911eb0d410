// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/detail_view.h"

#include "ui/models/broker_state.h"
#include "ui/models/detail_tree.h"
#include "ui/widgets/appearance.h"
#include "ui/widgets/bytes_pane.h"
#include "ui/widgets/bytes_view.h"
#include "ui/widgets/column_fit.h"
#include "ui/widgets/handshake_view.h"
#include "ui/widgets/header_diagram.h"
#include "ui/widgets/image_view.h"
#include "ui/widgets/linked_tree.h"
#include "ui/widgets/meaning_label.h"
#include "ui/widgets/who_got_panel.h"

#include <QtWidgets/QBoxLayout>
#include <QtWidgets/QComboBox>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QSplitter>
#include <QtWidgets/QTabWidget>

#include <utility>

namespace signalbox::ui {

using namespace Qt::StringLiterals;

namespace {

/// The first picture in a tree; empty for none.
QByteArray firstImage(const DetailNode& node)
{
    if (!node.image.isEmpty()) {
        return node.image;
    }
    for (const DetailNode& child : node.children) {
        if (QByteArray image = firstImage(child); !image.isEmpty()) {
            return image;
        }
    }
    return {};
}

/// What is most worth saying about a frame as a whole: the first line that is explained, beside the header's
/// fields. Empty where nothing is.
QString mainSentence(const DetailNode& root)
{
    for (const DetailNode& top : root.children) {
        if (!top.explanation.isEmpty()) {
            return u"%1: %2"_s.arg(top.name, top.explanation);
        }
        for (const DetailNode& child : top.children) {
            if (!child.explanation.isEmpty() && child.field < 0 && child.meaning != Meaning::Normal) {
                return u"%1: %2"_s.arg(child.name, child.explanation);
            }
        }
    }
    return {};
}

bool isHttpRequest(const link::FrameRow& row)
{
    return row.kind == link::RowKind::Answered || row.kind == link::RowKind::Called;
}

/// A window that wide shows most sentences on one line.
constexpr int charactersOfOneLine = 150;

} // namespace

DetailView::DetailView(BrokerState& state, QWidget* parent)
    : QWidget(parent)
    , m_state(state)
    , m_splitter(new QSplitter(Qt::Horizontal))
    , m_tabs(new QTabWidget)
    , m_tree(new LinkedTree)
    , m_bytes(new BytesPane)
    , m_handshake(new HandshakeView(state.commands()))
    , m_whoGot(new WhoGotPanel(state.knownClients(), state.commands()))
    , m_picture(new ImageView)
    , m_sentence(new MeaningLabel)
{
    build();
    buildTabs();
    connectTree();
    connectBytes();
    showNothing();
}

void DetailView::build()
{
    m_tree->setModel(&m_model);
    m_tree->setHeaderHidden(true);
    m_tree->setAccessibleName(tr("Detail of the frame"));
    m_tree->setTextElideMode(Qt::ElideRight); // a value is told by how it begins
    ColumnFit& fit = m_tree->fit();
    fit.setSample(DetailModel::NameColumn, u"    RFC 6455 header"_s, u"    currency"_s);
    fit.setSample(DetailModel::ValueColumn, u"FIN 1  RSV 000  opcode 0x1 text"_s, u"23:51:34.600"_s);
    fit.setFlexible({DetailModel::ValueColumn});
    fit.setHiddenAtFirst({DetailModel::ExplanationColumn}); // below, for the line that is pointed at
    fit.setSavings({{DetailModel::ValueColumn, ColumnSaving::How::Shrink},
                    {DetailModel::NameColumn, ColumnSaving::How::Shrink}});
    fit.apply();
    m_splitter->addWidget(m_tree);
    m_splitter->addWidget(m_tabs);
    m_splitter->setStretchFactor(0, 1);
    m_splitter->setStretchFactor(1, 1);
    m_splitter->setChildrenCollapsible(false);
    m_sentence->setWordWrap(true);
    m_sentence->setAccessibleName(tr("What it says"));
    m_sentence->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_sentence->setAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    m_sentence->setContentsMargins(spacing(1), 0, spacing(1), 0);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_splitter, 1);
    layout->addWidget(m_sentence);
}

void DetailView::buildTabs()
{
    m_tabs->setDocumentMode(true);
    m_tabs->setAccessibleName(tr("Views of the frame"));
    m_tabs->tabBar()->setAccessibleName(tr("Views of the frame"));
    m_tabs->addTab(m_bytes, tr("Bytes"));
    m_tabs->addTab(m_handshake, tr("Handshake"));
    m_tabs->addTab(m_whoGot, tr("Who got this?"));
    m_tabs->addTab(m_picture, tr("Picture"));
    m_tabs->setCornerWidget(&m_bytes->choice());
    connect(m_tabs, &QTabWidget::currentChanged, this, [this] {
        m_bytes->choice().setVisible(m_tabs->currentWidget() == m_bytes && m_bytes->choice().count() > 1);
    });
    connect(m_tabs, &QTabWidget::tabBarClicked, this,
            [this](int index) { m_prefersWhoGot = m_tabs->widget(index) == m_whoGot; });
    connect(m_handshake, &HandshakeView::rangeChosen, this, [this](qsizetype offset, qsizetype length) {
        DetailNode node;
        node.offset = offset;
        node.length = length;
        m_bytes->mark(node);
    });
    connect(m_handshake, &HandshakeView::sentenceChanged, this, &DetailView::setSentence);
    connect(&m_state, &BrokerState::deliveriesAdded, m_whoGot, &WhoGotPanel::addDeliveries);
    connect(&m_state, &BrokerState::deliveriesAdded, this, &DetailView::followDeliveries);
    connect(&m_state, &BrokerState::deliveriesProgressed, m_whoGot, &WhoGotPanel::addProgress);
    connect(m_whoGot, &WhoGotPanel::sentenceChanged, this, &DetailView::replaceSentence);
}

void DetailView::connectTree()
{
    connect(m_tree->selectionModel(), &QItemSelectionModel::currentChanged, this, &DetailView::chooseLine);
    connect(m_tree, &LinkedTree::hovered, this, &DetailView::pointLine);
    connect(m_tree, &QAbstractItemView::clicked, this, &DetailView::openLine);
    connect(m_tree, &QAbstractItemView::activated, this, &DetailView::openLine);
}

void DetailView::connectBytes()
{
    connect(m_bytes, &BytesPane::bytePointed, this,
            [this](BytesSource source, qsizetype byte, const QString& text) {
                m_tree->setLinked(byte < 0 ? QModelIndex() : m_model.indexAt(source, byte));
                setSentence(text);
            });
    connect(m_bytes, &BytesPane::fieldPointed, this, [this](int field, const QString& text) {
        m_tree->setLinked(m_model.indexOfField(field));
        setSentence(text);
    });
    connect(m_bytes, &BytesPane::byteChosen, this,
            [this](BytesSource source, qsizetype byte, const QString& text) {
                selectQuietly(m_model.indexAt(source, byte));
                m_currentSentence = text;
                setSentence(text);
            });
    connect(m_bytes, &BytesPane::fieldChosen, this, [this](int field, const QString& text) {
        selectQuietly(m_model.indexOfField(field));
        m_currentSentence = text;
        setSentence(text);
    });
}

BytesView& DetailView::bytes()
{
    return m_bytes->bytes();
}

void DetailView::show(const link::FrameDetail& detail)
{
    if (!detail.kept) {
        showNothing(tr("This frame is no longer kept: newer ones took its room."));
        return;
    }
    m_sentence->show();
    m_message = detail.row.message;
    m_model.setTree(detailTree(detail, m_state.names()));
    m_tree->expandToDepth(1);
    for (int row = 0; row < m_model.rowCount(); ++row) {
        const QModelIndex top = m_model.index(row, 0);
        const qsizetype offset = m_model.node(top).offset;
        const bool isHead = offset == 0 || offset == detail.handshakeRequest.size();
        // The diagram shows the fields, and the tab HTTP those of a request: here the bodies stand out.
        if (m_model.indexOfField(0).parent() == top || (isHttpRequest(detail.row) && isHead)) {
            m_tree->collapse(top);
        }
    }
    m_bytes->show(detail);
    m_handshake->show(detail);
    m_whoGot->show(detail);
    m_currentSentence = detail.row.message.isNull() ? mainSentence(m_model.root()) : m_whoGot->sentence();
    if (m_currentSentence.isEmpty()) {
        m_currentSentence = tr("Point at a line or a byte to read what it says.");
    }
    setSentence({});
    m_picture->setImage(firstImage(m_model.root()));
    showTabs(detail);
}

void DetailView::showNothing(const QString& why)
{
    m_message = {};
    m_model.setTree({});
    m_tree->setEmptyText(why.isEmpty() ? tr("Select a frame above to see what is in it, or press F8.") : why);
    m_bytes->showNothing(why.isEmpty() ? tr("Its header and its bytes appear here.") : QString());
    m_whoGot->clear();
    m_currentSentence.clear();
    setSentence({});
    m_sentence->hide();
    showTabs({});
}

void DetailView::followDeliveries(const std::vector<link::DeliveryUpdate>& updates)
{
    for (const link::DeliveryUpdate& update : updates) {
        if (update.settles && update.message == m_message) {
            m_model.follow(update.deliveries);
        }
    }
}

void DetailView::showTabs(const link::FrameDetail& detail)
{
    const bool isRequest = isHttpRequest(detail.row);
    const bool isHandshake =
        isRequest || detail.row.kind == link::RowKind::Opened || detail.row.kind == link::RowKind::Refused;
    m_tabs->setTabText(m_tabs->indexOf(m_handshake), isRequest ? tr("HTTP") : tr("Handshake"));
    const bool isRouted = !detail.row.message.isNull();
    m_tabs->setTabVisible(m_tabs->indexOf(m_handshake), isHandshake);
    m_tabs->setTabVisible(m_tabs->indexOf(m_whoGot), isRouted);
    m_tabs->setTabVisible(m_tabs->indexOf(m_picture), !firstImage(m_model.root()).isEmpty());
    if (isHandshake) {
        m_tabs->setCurrentWidget(m_handshake);
    } else {
        m_tabs->setCurrentWidget(isRouted && m_prefersWhoGot ? static_cast<QWidget*>(m_whoGot) : m_bytes);
    }
}

void DetailView::showWhoGot()
{
    m_prefersWhoGot = true;
    m_tabs->setTabVisible(m_tabs->indexOf(m_whoGot), true);
    m_tabs->setCurrentWidget(m_whoGot);
    m_whoGot->ask();
}

void DetailView::askWhyNot()
{
    showWhoGot();
    m_whoGot->field().clear();
}

void DetailView::chooseLine(const QModelIndex& index)
{
    if (!index.isValid()) {
        return;
    }
    const DetailNode& node = m_model.node(index);
    m_currentSentence = node.explanation.isEmpty() ? QString() : u"%1: %2"_s.arg(node.name, node.explanation);
    setSentence({});
    if (!m_isQuiet) {
        m_bytes->mark(node);
    }
    if (!node.image.isEmpty()) {
        m_picture->setImage(node.image);
    }
}

void DetailView::pointLine(const QModelIndex& index)
{
    m_tree->setLinked({});
    if (!index.isValid()) {
        m_bytes->point(m_tree->currentIndex().isValid() ? m_model.node(m_tree->currentIndex())
                                                        : DetailNode());
        setSentence({});
        return;
    }
    const DetailNode& node = m_model.node(index);
    m_bytes->point(node);
    setSentence(node.explanation.isEmpty() ? QString() : u"%1: %2"_s.arg(node.name, node.explanation));
}

void DetailView::openLine(const QModelIndex& index)
{
    if (index.isValid() && m_model.node(index).frame != 0) {
        Q_EMIT frameWanted(m_model.node(index).frame);
    }
}

void DetailView::selectQuietly(const QModelIndex& index)
{
    m_isQuiet = true;
    if (index.isValid()) {
        m_tree->setCurrentIndex(index);
        m_tree->scrollTo(index);
    }
    m_isQuiet = false;
}

void DetailView::setSentence(const QString& text)
{
    m_sentence->setText(text.isEmpty() ? m_currentSentence : text);
    m_sentence->setToolTip({});
}

void DetailView::replaceSentence(const QString& before, const QString& now)
{
    if (m_currentSentence != before) {
        return;
    }
    m_currentSentence = now;
    if (m_sentence->text() == before) { // nothing else is pointed at
        m_sentence->setText(now);
    }
}

QString DetailView::sentence() const
{
    return m_sentence->text();
}

void DetailView::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    // Of a fixed height, so that nothing jumps while the mouse moves.
    const QFontMetrics metrics(m_sentence->font());
    const int lines = width() / std::max(1, metrics.averageCharWidth()) > charactersOfOneLine ? 1 : 2;
    m_sentence->setFixedHeight(lines * metrics.lineSpacing() + spacing(1));
}

} // namespace signalbox::ui
