// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/xsockets/topics.h"

#include <algorithm>
#include <array>

namespace signalbox::xsockets {

namespace {

struct Reserved {
    const char* topic;
    Verb verb;
};

constexpr std::array reserved{
    Reserved{"0", Verb::AuthenticationFailed},
    Reserved{"1", Verb::Open},
    Reserved{"2", Verb::Opened},
    Reserved{"3", Verb::Close},
    Reserved{"4", Verb::Error},
    Reserved{"5", Verb::Subscribe},
    Reserved{"6", Verb::Unsubscribe},
    Reserved{"7", Verb::Ping},
    Reserved{"8", Verb::Pong},
    Reserved{"9", Verb::Acknowledge},
    Reserved{"10", Verb::Release},
    Reserved{"11", Verb::Received},
    Reserved{"12", Verb::Complete},
    Reserved{"13", Verb::SubscribeAcknowledge},
    Reserved{"14", Verb::UnsubscribeAcknowledge},
    Reserved{"s1", Verb::StorageSet},
    Reserved{"s2", Verb::StorageGet},
    Reserved{"s3", Verb::StorageRemove},
    Reserved{"s4", Verb::StorageClear},
};

constexpr QByteArrayView setPrefix = "set_";
constexpr QByteArrayView getPrefix = "get_";

bool beginsWith(QByteArrayView topic, QByteArrayView prefix)
{
    return topic.size() > prefix.size() &&
           topic.first(prefix.size()).compare(prefix, Qt::CaseInsensitive) == 0;
}

} // namespace

Verb verbOf(QByteArrayView topic)
{
    const auto* const found = std::ranges::find_if(reserved, [topic](const Reserved& entry) {
        return topic.compare(QByteArrayView(entry.topic), Qt::CaseInsensitive) == 0;
    });
    if (found != reserved.end()) {
        return found->verb;
    }
    if (beginsWith(topic, setPrefix)) {
        return Verb::SetProperty;
    }
    return beginsWith(topic, getPrefix) ? Verb::GetProperty : Verb::Publish;
}

QByteArray topicOf(Verb verb)
{
    if (verb == Verb::SetProperty || verb == Verb::GetProperty) {
        return (verb == Verb::SetProperty ? setPrefix : getPrefix).toByteArray();
    }
    const auto* const found = std::ranges::find(reserved, verb, &Reserved::verb);
    return found == reserved.end() ? QByteArray() : QByteArray(found->topic);
}

QByteArray propertyName(QByteArrayView topic)
{
    return topic.sliced(setPrefix.size()).toByteArray().toLower(); // both prefixes are as long
}

QByteArray groupOf(QByteArrayView controller, QByteArrayView topic)
{
    return controller == genericController ? topic.toByteArray()
                                           : controller.toByteArray() + '/' + topic.toByteArray();
}

QByteArray topicWithin(QByteArrayView controller, QByteArrayView group)
{
    return (controller == genericController ? group : group.sliced(controller.size() + 1)).toByteArray();
}

} // namespace signalbox::xsockets
