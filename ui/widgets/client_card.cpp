// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/client_card.h"

#include "ui/format/client_words.h"
#include "ui/format/numbers.h"
#include "ui/format/plain.h"
#include "ui/format/times.h"
#include "ui/format/xsockets_words.h"
#include "ui/models/broker_state.h"
#include "ui/widgets/appearance.h"
#include "ui/widgets/client_history.h"
#include "ui/widgets/client_meters.h"
#include "ui/widgets/flow_layout.h"
#include "ui/widgets/heading.h"
#include "ui/widgets/meaning_label.h"
#include "ui/widgets/name_chip.h"
#include "ui/widgets/people_actions.h"
#include "ui/widgets/subscription_list.h"

#include <QtCore/QCoreApplication>
#include <QtGui/QAction>
#include <QtWidgets/QBoxLayout>
#include <QtWidgets/QPlainTextEdit>
#include <QtWidgets/QToolButton>

namespace signalbox::ui {

using namespace Qt::StringLiterals;

namespace {

QBoxLayout* columnOf(QWidget* widget)
{
    auto* column = new QVBoxLayout(widget);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(spacing(1));
    return column;
}

struct Card {
    Q_DECLARE_TR_FUNCTIONS(ClientCard)
};

/// A fact on a line, those that there are.
QString factsText(const ClientRow& row, WallTime now)
{
    QStringList facts;
    const auto fact = [&facts](const QString& name, const QString& value) {
        if (!value.isEmpty()) {
            facts += name + u": "_s + value;
        }
    };
    fact(Card::tr("User"), plainName(row.info.user.bytes()));
    fact(Card::tr("Tags"), clientCellText(row, ClientColumn::Tags, now));
    fact(Card::tr("Path"), plainName(row.info.path));
    fact(Card::tr("Address"), plainName(row.info.address));
    fact(Card::tr("Proxy"), proxyText(row.info));
    fact(Card::tr("Origin"), plainName(row.info.origin));
    fact(Card::tr("Subprotocol"), plainName(row.info.subprotocol));
    fact(Card::tr("Dialect"), plainName(row.info.dialect));
    fact(Card::tr("PersistentId"), persistentIdText(row.info.persistentId));
    fact(Card::tr("User agent"), plainName(row.info.userAgent));
    const QString messages =
        Card::tr("%1 in, %2 out")
            .arg(countText(row.traffic.messagesReceived), countText(row.traffic.messagesSent));
    fact(Card::tr("Messages"), row.traffic.messagesIgnored == 0
                                   ? messages
                                   : Card::tr("%1 (%2 ignored: a client of this dialect may not send)")
                                         .arg(messages, countText(row.traffic.messagesIgnored)));
    fact(Card::tr("Bytes"), Card::tr("%1 in, %2 out")
                                .arg(bytesText(static_cast<qint64>(row.traffic.bytesReceived)),
                                     bytesText(static_cast<qint64>(row.traffic.bytesSent))));
    fact(Card::tr("Round trip"), clientCellText(row, ClientColumn::RoundTrip, now));
    return facts.join(u'\n');
}

} // namespace

ClientCard::ClientCard(BrokerState& state, const PeopleActions& actions, QWidget* parent)
    : QScrollArea(parent)
    , m_state(state)
    , m_title(new MeaningLabel)
    , m_status(new MeaningLabel(Meaning::Muted))
    , m_buttons(new QWidget)
    , m_groupsHeading(heading(tr("Groups")))
    , m_groups(new QWidget)
    , m_groupChips(new FlowLayout(spacing(1) / 2, m_groups))
    , m_join(actions.joinGroup)
    , m_subscriptions(new SubscriptionList)
    , m_factsHeading(heading(tr("Connection")))
    , m_facts(new QLabel)
    , m_metersHeading(heading(tr("The last minute")))
    , m_meters(new ClientMeters)
    , m_history(new ClientHistory(state))
    , m_headers(new QPlainTextEdit)
{
    setFrameShape(QFrame::NoFrame);
    setWidgetResizable(true);
    setAccessibleName(tr("The client's card"));
    setBackgroundRole(QPalette::Base);
    auto* content = new QWidget;
    content->setBackgroundRole(QPalette::Base);
    m_columns = new QHBoxLayout(content);
    m_columns->setContentsMargins(spacing(2), spacing(1), spacing(2), spacing(1));
    m_columns->setSpacing(spacing(3));
    for (QWidget* part : {buildIdentity(actions), buildActivity(), buildHandshake()}) {
        m_columns->addWidget(part);
    }
    setWidget(content);
    connect(m_history, &ClientHistory::frameWanted, this, &ClientCard::frameWanted);
    connect(&m_state.clients(), &ClientsModel::ticked, this, &ClientCard::refresh);
    connect(&m_state, &BrokerState::populationChanged, this, &ClientCard::refresh);
    showClient({});
}

QWidget* ClientCard::buildIdentity(const PeopleActions& actions)
{
    auto* widget = new QWidget;
    QBoxLayout* column = columnOf(widget);
    QFont large = m_title->font();
    large.setPointSizeF(large.pointSizeF() * 1.4);
    large.setBold(true);
    m_title->setFont(large);
    m_title->setWordWrap(true);
    m_status->setWordWrap(true);
    m_facts->setTextFormat(Qt::PlainText);
    m_facts->setWordWrap(true);
    m_facts->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_facts->setAccessibleName(tr("What is known of the client"));
    auto* flow = new FlowLayout(spacing(1) / 2, m_buttons);
    for (QAction* action : {actions.messageClient, actions.clientConversation, actions.muteClient,
                            actions.unmuteClient, actions.disconnectClient}) {
        auto* button = new QToolButton;
        button->setDefaultAction(action);
        button->setToolButtonStyle(Qt::ToolButtonTextOnly);
        if (action == actions.muteClient || action == actions.unmuteClient) { // one of the two
            connect(action, &QAction::changed, button,
                    [button, action] { button->setVisible(action->isEnabled()); });
        }
        flow->addWidget(button);
    }
    column->addWidget(m_title);
    column->addWidget(m_status);
    column->addWidget(m_buttons);
    column->addWidget(m_groupsHeading);
    column->addWidget(m_groups);
    column->addWidget(m_subscriptions);
    column->addWidget(m_factsHeading);
    column->addWidget(m_facts);
    column->addStretch();
    return widget;
}

QWidget* ClientCard::buildActivity()
{
    auto* widget = new QWidget;
    QBoxLayout* column = columnOf(widget);
    column->addWidget(m_metersHeading);
    column->addWidget(m_meters);
    column->addWidget(m_history, 1);
    return widget;
}

QWidget* ClientCard::buildHandshake()
{
    auto* widget = new QWidget;
    QBoxLayout* column = columnOf(widget);
    m_headers->setReadOnly(true);
    m_headers->setFrameShape(QFrame::NoFrame);
    m_headers->setFont(monospacedFont());
    m_headers->setLineWrapMode(QPlainTextEdit::WidgetWidth);
    m_headers->setTabChangesFocus(true);
    m_headers->setAccessibleName(tr("Request headers"));
    m_headers->setMinimumHeight(spacing(12));
    column->addWidget(heading(tr("Request headers")));
    column->addWidget(m_headers, 1);
    return widget;
}

QString ClientCard::headers() const
{
    return m_headers->toPlainText();
}

QString ClientCard::title() const
{
    return m_title->text();
}

void ClientCard::showClient(ClientId client)
{
    if (client == m_client && !client.isNull()) {
        return;
    }
    m_client = client;
    m_headers->clear();
    m_shownGroups = {QByteArray()}; // no name is empty: whatever comes differs
    m_history->showClient(client);
    if (isVisible()) {
        fetchHandshake();
    }
    refresh();
}

void ClientCard::showEvent(QShowEvent* event)
{
    QScrollArea::showEvent(event);
    arrange();
    refresh();
    if (m_headers->document()->isEmpty()) {
        fetchHandshake();
    }
}

void ClientCard::fetchHandshake()
{
    const ClientId client = m_client;
    if (client.isNull() || m_state.clients().find(client) == nullptr) {
        return;
    }
    m_state.commands().send(link::FetchClient{client}, this,
                            [this, client](const link::CommandAnswer& answer) {
                                if (client != m_client) {
                                    return;
                                }
                                if (const auto* detail = std::get_if<link::ClientDetail>(&answer.result)) {
                                    m_headers->setPlainText(plainLines(detail->handshakeRequest));
                                } else if (const auto* error = std::get_if<Error>(&answer.result)) {
                                    m_headers->setPlainText(error->message);
                                }
                            });
}

void ClientCard::refresh()
{
    if (!isVisible() && !m_client.isNull()) {
        return; // showEvent() comes
    }
    const ClientRow* row = m_state.clients().findRow(m_client);
    for (QWidget* part :
         std::initializer_list<QWidget*>{m_buttons, m_groupsHeading, m_groups, m_metersHeading, m_meters}) {
        part->setVisible(row !=
                         nullptr); // of one that is gone there is nothing to do, and nothing to measure
    }
    for (int part = 1; part < m_columns->count(); ++part) {
        m_columns->itemAt(part)->widget()->setVisible(!m_client.isNull());
    }
    if (row != nullptr) {
        showRow(*row);
    } else {
        showEnd();
    }
    m_factsHeading->setVisible(!m_facts->text().isEmpty());
    m_history->refresh();
}

void ClientCard::showRow(const ClientRow& row)
{
    const WallTime now = m_state.clients().now();
    m_title->setText(clientCellText(row, ClientColumn::Name, now));
    m_title->setMeaning(clientCellMeaning(row, ClientColumn::Name, now));
    QString status =
        tr("%1 · connected for %2, since %3")
            .arg(QString::fromLatin1(row.info.client.text()),
                 clientCellText(row, ClientColumn::ConnectedFor, now), sinceText(row.info.connectedAt, now));
    if (row.isMuted(now)) {
        status += row.info.mutedUntil == WallTime::max()
                      ? tr(" · muted until it is unmuted")
                      : tr(" · muted until %1").arg(sinceText(row.info.mutedUntil, now));
    }
    m_status->setText(status);
    showGroups(row);
    m_subscriptions->setInfo(row.info);
    m_meters->setRow(row);
    m_facts->setText(factsText(row, now));
}

void ClientCard::showEnd()
{
    const link::ClientEnd* end = m_state.ended().find(m_client);
    m_subscriptions->setInfo({});
    m_facts->clear();
    m_status->clear();
    m_title->setMeaning(Meaning::Muted);
    if (end == nullptr) {
        m_title->setText(m_client.isNull() ? tr("No client is selected")
                                           : tr("%1 is gone").arg(m_state.names().label(m_client)));
        return;
    }
    m_title->setText(tr("○ %1 is gone").arg(m_state.names().label(m_client)));
    m_status->setText(endText(*end, m_state.clients().now()));
    m_facts->setText(tr("Path: %1\nAddress: %2\nUser agent: %3\nMessages: %4 in, %5 out")
                         .arg(plainName(end->path), plainName(end->address), plainName(end->userAgent),
                              countText(end->traffic.messagesReceived),
                              countText(end->traffic.messagesSent)));
}

void ClientCard::showGroups(const ClientRow& row)
{
    QList<QByteArray> groups;
    for (const GroupName& group : row.info.groups) {
        groups += group.bytes();
    }
    if (groups == m_shownGroups) {
        return;
    }
    m_shownGroups = groups;
    fillGroupChips();
}

void ClientCard::fillGroupChips()
{
    while (QLayoutItem* item = m_groupChips->takeAt(0)) {
        item->widget()->deleteLater(); // it may be a chip of this list that was just clicked
        item->widget()->hide();
        delete item;
    }
    const link::ClientInfo* const info = m_state.clients().find(m_client);
    for (const QByteArray& group : std::as_const(m_shownGroups)) {
        const bool isFilter = info != nullptr && isTopicFilterOf(*info, GroupName::trusted(group));
        auto* chip = new NameChip(isFilter ? topicFilterText(GroupName::trusted(group)) : plainName(group),
                                  tr("Leave group %1").arg(plainName(group)));
        connect(chip, &NameChip::removeWanted, this, [this, group] { Q_EMIT leaveWanted(m_client, group); });
        m_groupChips->addWidget(chip);
        chip->show();
    }
    if (m_shownGroups.isEmpty()) {
        auto* none = new MeaningLabel(Meaning::Muted);
        none->setText(noGroupText());
        m_groupChips->addWidget(none);
        none->show();
    }
    auto* join = new QToolButton;
    join->setText(u"+"_s);
    join->setAutoRaise(true);
    join->setToolTip(tr("Join a group"));
    join->setAccessibleName(tr("Join a group"));
    connect(join, &QToolButton::clicked, m_join, &QAction::trigger);
    m_groupChips->addWidget(join);
    join->show();
}

void ClientCard::resizeEvent(QResizeEvent* event)
{
    QScrollArea::resizeEvent(event);
    arrange();
}

void ClientCard::arrange()
{
    const bool isWide = width() > height() && width() > spacing(80);
    m_columns->setDirection(isWide ? QBoxLayout::LeftToRight : QBoxLayout::TopToBottom);
    for (int part = 0; part < m_columns->count(); ++part) { // below each other, the facts need no more room
        m_columns->setStretch(part, isWide || part > 0 ? 1 : 0);
    }
}

} // namespace signalbox::ui
