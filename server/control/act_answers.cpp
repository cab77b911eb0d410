// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/control/act_answers.h"

#include "server/control/object_text.h"
#include "server/control/routes.h"
#include "server/http/broadcast_answer.h"

namespace signalbox::control {

namespace {

QByteArray membershipJson(ClientId client, const GroupName& group)
{
    return ObjectText().text("client", client.text()).text("group", group.bytes()).bytes();
}

QByteArray tagJson(ClientId client, const TagName& tag)
{
    return ObjectText().text("client", client.text()).text("tag", tag.bytes()).bytes();
}

/// 201, and below which path of the client it is.
http::Response created(QByteArray json, ClientId client, QByteArrayView list, const QByteArray& name)
{
    http::Response response = http::jsonResponse(201, std::move(json));
    response.headers.add("Location", rootPath.toByteArray() + "/clients/" + client.text() +
                                         list.toByteArray() + name.toPercentEncoding());
    return response;
}

QByteArrayView verdictWord(Verdict verdict)
{
    switch (verdict) {
    case Verdict::Reached:
        return "reached";
    case Verdict::Excluded:
        return "excluded";
    case Verdict::NotAddressed:
        return "not addressed";
    }
    Q_UNREACHABLE();
}

QByteArray decisionJson(const Decision& decision)
{
    ObjectText object;
    object.text("client", decision.client.text()).text("verdict", verdictWord(decision.verdict));
    if (decision.recipientIndex < 0) {
        object.json("recipient", "null");
    } else {
        object.number("recipient", decision.recipientIndex);
    }
    return object.bytes();
}

} // namespace

http::Response membershipAnswer(ClientId client, const GroupName& group)
{
    return http::jsonResponse(200, membershipJson(client, group));
}

http::Response joinedAnswer(ClientId client, const GroupName& group)
{
    return created(membershipJson(client, group), client, "/groups/", group.bytes());
}

http::Response tagAnswer(ClientId client, const TagName& tag)
{
    return http::jsonResponse(200, tagJson(client, tag));
}

http::Response taggedAnswer(ClientId client, const TagName& tag)
{
    return created(tagJson(client, tag), client, "/tags/", tag.bytes());
}

http::Response muteAnswer(WallTime until)
{
    ObjectText object;
    addMute(object, until);
    return http::jsonResponse(200, object.bytes());
}

http::Response handshakeAnswer(const link::ClientDetail& detail)
{
    return http::jsonResponse(200, ObjectText()
                                       .text("request", detail.handshakeRequest)
                                       .text("response", detail.handshakeResponse)
                                       .bytes());
}

http::Response receiptAnswer(const Receipt& receipt, bool detail)
{
    return http::jsonResponse(200, http::receiptJson(receipt, detail));
}

http::Response previewAnswer(const link::Preview& preview, bool detail)
{
    ObjectText object;
    object.number("reached", preview.reached).number("clients", preview.clients);
    object.textOrNull("hint", preview.hint.toUtf8());
    if (detail) {
        object.json("decisions", arrayText(preview.decisions, &decisionJson));
    }
    return http::jsonResponse(200, object.bytes());
}

} // namespace signalbox::control
