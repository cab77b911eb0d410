// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/subscription_list.h"

#include "ui/format/client_words.h"
#include "ui/format/numbers.h"
#include "ui/format/plain.h"
#include "ui/format/xsockets_words.h"
#include "ui/widgets/appearance.h"
#include "ui/widgets/heading.h"

#include <QtWidgets/QBoxLayout>
#include <QtWidgets/QLabel>

namespace signalbox::ui {

using namespace Qt::StringLiterals;

namespace {

QLabel* linesLabel(const QString& accessibleName)
{
    auto* label = new QLabel;
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    label->setAccessibleName(accessibleName);
    return label;
}

QString countedHeading(const QString& text, qsizetype count)
{
    return count == 0 ? text : text + u' ' + countText(static_cast<qint64>(count));
}

} // namespace

SubscriptionList::SubscriptionList(QWidget* parent)
    : QWidget(parent)
    , m_controllersHeading(heading(tr("Controllers")))
    , m_controllers(linesLabel(tr("Controllers that it has open")))
    , m_subscriptionsHeading(heading(tr("Subscriptions")))
    , m_subscriptions(linesLabel(tr("What it subscribes to")))
{
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(spacing(1));
    for (QLabel* label : {m_controllersHeading, m_controllers, m_subscriptionsHeading, m_subscriptions}) {
        column->addWidget(label);
    }
    hide();
}

void SubscriptionList::setInfo(const link::ClientInfo& info)
{
    setVisible(info.dialect == "xsockets");
    QStringList controllers;
    for (const QByteArray& controller : info.controllers) {
        controllers += plainName(controller);
    }
    QStringList lines;
    for (const link::Subscription& subscription : info.subscriptions) {
        const QString group = isTopicFilterOf(info, subscription.group)
                                  ? topicFilterText(subscription.group)
                                  : tr("group %1").arg(plainName(subscription.group.bytes()));
        lines += tr("%1  →  %2").arg(topicText(subscription.controller, subscription.topic), group);
    }
    m_controllersHeading->setText(countedHeading(tr("Controllers"), controllers.size()));
    m_controllers->setText(controllers.isEmpty() ? tr("none is open") : controllers.join(u", "_s));
    m_subscriptionsHeading->setText(countedHeading(tr("Subscriptions"), lines.size()));
    m_subscriptions->setText(lines.isEmpty() ? tr("none: it gets what it publishes itself, and no more")
                                             : lines.join(u'\n'));
}

} // namespace signalbox::ui
