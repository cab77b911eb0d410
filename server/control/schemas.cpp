// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/control/schemas.h"

#include <array>

namespace signalbox::control {

namespace {

// Every member of an answer is always there; what may be unknown is null. A later version may add members.
constexpr std::array all{
    Schema{"Error", R"({"type":"object","required":["error"],"properties":{"error":{"type":"object",
"required":["code","reason"],"properties":{"code":{"type":"string","description":"Stays the same from one version to the next"},
"reason":{"type":"string","description":"A sentence that says what to do"}}}}})"},
    Schema{"Description", R"({"type":"object","required":["name","version","document"],"properties":{
"name":{"const":"Signalbox"},"version":{"type":"string"},"document":{"type":"string"}}})"},
    Schema{"Document", R"({"type":"object","required":["openapi","info","paths"],"properties":{
"openapi":{"type":"string"},"info":{"type":"object"},"paths":{"type":"object"}},"additionalProperties":true})"},
    Schema{"ClientId", R"({"type":"string","pattern":"^c[1-9][0-9]*$","examples":["c3"]})"},
    Schema{"Time", R"({"type":"string","format":"date-time","examples":["2026-11-26T10:12:01.204Z"]})"},
    Schema{"NextCursor",
           R"({"type":["string","null"],"description":"The cursor of what follows; null: nothing does"})"},
    Schema{
        "Total",
        R"({"type":"integer","minimum":0,"description":"How many the filters let through, on all pages"})"},
    Schema{"Client",
           R"({"type":"object","required":["id","user","groups","tags","path","dialect","subprotocol",
"address","proxy","secure","origin","userAgent","testClient","connectedAt","muted","mutedUntil",
"messagesReceived","messagesSent","bytesReceived","bytesSent","messagesIgnored","queuedBytes","roundTrip",
"controllers","subscriptions"],"properties":{
"id":{"$ref":"#/components/schemas/ClientId"},
"user":{"type":["string","null"]},
"groups":{"type":"array","items":{"type":"string"},"description":"Empty: it is in the default group"},
"tags":{"type":"array","items":{"type":"string"}},
"path":{"type":"string"},
"dialect":{"type":"string","enum":["envelope","echo","raw","xsockets","service","scripted"]},
"subprotocol":{"type":["string","null"]},
"address":{"type":"string","examples":["127.0.0.1:40312"]},
"proxy":{"type":["string","null"],"description":"The trusted proxy that it came through"},
"secure":{"type":"boolean","description":"That proxy says that the client speaks TLS"},
"origin":{"type":["string","null"]},
"userAgent":{"type":["string","null"]},
"testClient":{"type":"boolean"},
"connectedAt":{"$ref":"#/components/schemas/Time"},
"muted":{"type":"boolean"},
"mutedUntil":{"anyOf":[{"$ref":"#/components/schemas/Time"},{"type":"null"}],
"description":"null where muted: until it is unmuted"},
"messagesReceived":{"type":"integer","minimum":0,"description":"From it, since it connected"},
"messagesSent":{"type":"integer","minimum":0},
"bytesReceived":{"type":"integer","minimum":0,"description":"With the handshake and every frame header"},
"bytesSent":{"type":"integer","minimum":0},
"messagesIgnored":{"type":"integer","minimum":0,"description":"Of those received: its dialect does not let it send"},
"queuedBytes":{"type":"integer","minimum":0,"description":"That wait for it now"},
"roundTrip":{"type":["integer","null"],"minimum":0,"description":"Microseconds, of the last ping"},
"controllers":{"type":"array","items":{"type":"string"},"description":"Open, in the xsockets dialect"},
"subscriptions":{"type":"array","items":{"$ref":"#/components/schemas/Subscription"},"description":"In the xsockets dialect"}}})"},
    Schema{"Subscription", R"({"type":"object","required":["controller","topic","group"],"properties":{
"controller":{"type":"string"},
"topic":{"type":"string","description":"May have the wildcards + and #"},
"group":{"type":"string","description":"That it stands for"}}})"},
    Schema{"Handshake", R"({"type":"object","required":["request","response"],"properties":{
"request":{"type":"string","description":"As received; credentials are stars"},
"response":{"type":"string","description":"As sent"}}})"},
    Schema{"Mute", R"({"type":"object","required":["muted","mutedUntil"],"properties":{
"muted":{"type":"boolean"},
"mutedUntil":{"anyOf":[{"$ref":"#/components/schemas/Time"},{"type":"null"}]}}})"},
    Schema{"MuteWish",
           R"({"type":"object","description":"One of them; none: until it is unmuted","properties":{
"until":{"type":"string","format":"date-time","description":"With its zone"},
"seconds":{"type":"integer","minimum":1,"maximum":31622400,"description":"From now on"}},"additionalProperties":false})"},
    Schema{"Membership", R"({"type":"object","required":["client","group"],"properties":{
"client":{"$ref":"#/components/schemas/ClientId"},"group":{"type":"string"}}})"},
    Schema{"ClientTag", R"({"type":"object","required":["client","tag"],"properties":{
"client":{"$ref":"#/components/schemas/ClientId"},"tag":{"type":"string"}}})"},
    Schema{"Clients", R"({"type":"object","required":["clients","total","nextCursor"],"properties":{
"clients":{"type":"array","items":{"$ref":"#/components/schemas/Client"}},
"total":{"$ref":"#/components/schemas/Total"},"nextCursor":{"$ref":"#/components/schemas/NextCursor"}}})"},
    Schema{"EndedClient",
           R"({"type":"object","required":["id","user","reason","closeCode","closeReason","path",
"address","userAgent","testClient","connectedAt","endedAt","messagesReceived","messagesSent","bytesReceived","bytesSent"],
"properties":{
"id":{"$ref":"#/components/schemas/ClientId"},
"user":{"type":["string","null"]},
"reason":{"type":"string","enum":["peer closed","vanished","protocol error","invalid payload","message too big",
"slow client","frame timed out","disconnected by the operator","shutdown","policy violation"]},
"closeCode":{"type":"integer","description":"RFC 6455 section 7.4; 1005: none was given, 1006: no close frame came"},
"closeReason":{"type":"string"},
"path":{"type":"string"},
"address":{"type":"string"},
"userAgent":{"type":["string","null"]},
"testClient":{"type":"boolean"},
"connectedAt":{"$ref":"#/components/schemas/Time"},
"endedAt":{"$ref":"#/components/schemas/Time"},
"messagesReceived":{"type":"integer","description":"By the broker, from the client"},
"messagesSent":{"type":"integer","description":"By the broker, to the client"},
"bytesReceived":{"type":"integer"},
"bytesSent":{"type":"integer"}}})"},
    Schema{"EndedClients", R"({"type":"object","required":["clients","total","nextCursor"],"properties":{
"clients":{"type":"array","items":{"$ref":"#/components/schemas/EndedClient"}},
"total":{"$ref":"#/components/schemas/Total"},"nextCursor":{"$ref":"#/components/schemas/NextCursor"}}})"},
    Schema{"Group", R"({"type":"object","required":["name","members"],"properties":{
"name":{"type":"string","description":"Empty: the default group"},
"members":{"type":"integer","minimum":0}}})"},
    Schema{"Groups", R"({"type":"object","required":["groups","total","nextCursor"],"properties":{
"groups":{"type":"array","items":{"$ref":"#/components/schemas/Group"}},
"total":{"$ref":"#/components/schemas/Total"},"nextCursor":{"$ref":"#/components/schemas/NextCursor"}}})"},
    Schema{
        "Envelope",
        R"({"type":"object","required":["action"],"description":"Passed on byte for byte, other members too",
"properties":{"action":{"type":"string"},"message":{},"groupId":{"type":"string"},"userId":{"type":"string"},
"recipients":{"type":"array","items":{"type":"object","required":["type"],"properties":{
"type":{"type":"string","description":"group, user, client, tag, all, allButUser or allButClient, in any case"},
"value":{"type":"string"}}},"description":"None: the default group"}},"additionalProperties":true})"},
    Schema{"Receipt",
           R"({"type":"object","required":["id","recipients","sent","queued","dropped"],"properties":{
"id":{"type":"string","examples":["m18"]},
"recipients":{"type":"integer"},
"sent":{"type":"integer","description":"The system took every byte"},
"queued":{"type":"integer","description":"A rest waits in the client's queue"},
"dropped":{"type":"integer","description":"The client was closing, or too slow"},
"pending":{"type":"integer","description":"Workers that had not answered after a second"},
"hint":{"type":"string","description":"In words, when nobody was reached"},
"deliveries":{"type":"array","description":"With detail","items":{"type":"object","required":["client","state"],
"properties":{"client":{"$ref":"#/components/schemas/ClientId"},
"state":{"type":"string","enum":["sent","queued","dropped"]},"reason":{"type":"string","enum":["slow","closing"]}}}}}})"},
    Schema{"Preview", R"({"type":"object","required":["reached","clients","hint"],"properties":{
"reached":{"type":"integer"},
"clients":{"type":"integer","description":"How many there are"},
"hint":{"type":["string","null"],"description":"In words, when nobody would be reached"},
"decisions":{"type":"array","description":"With detail; those reached first","items":{"type":"object",
"required":["client","verdict","recipient"],"properties":{"client":{"$ref":"#/components/schemas/ClientId"},
"verdict":{"type":"string","enum":["reached","excluded","not addressed"]},
"recipient":{"type":["integer","null"],"description":"Which entry of recipients decided, from 0; null: none did"}}}}}})"},
    Schema{"ReceiptOrPreview", R"({"anyOf":[{"$ref":"#/components/schemas/Receipt"},
{"$ref":"#/components/schemas/Preview"}]})"},
    Schema{"Frame", R"({"type":"object","required":["number","time","kind"],
"description":"The members that mean something for its kind","properties":{
"number":{"type":"integer"},"time":{"$ref":"#/components/schemas/Time"},
"kind":{"type":"string","enum":["frame","push","opened","ended","joined","left","refused","request","called","act","gap"]},
"client":{"$ref":"#/components/schemas/ClientId"},"user":{"type":"string"},
"direction":{"type":"string","enum":["received","sent"]},"sender":{"type":"string","enum":["client","http","operator","broker","service"]},
"opcode":{"type":"string"},"fin":{"type":"boolean"},"rsv":{"type":"integer"},"mask":{"type":"boolean"},
"fragment":{"type":"integer"},"length":{"type":"integer"},"action":{"type":"string"},"target":{"type":"string"},
"claims":{"type":"string"},"controller":{"type":"string"},
"messageId":{"type":"string","examples":["m18"]},"recipients":{"type":"integer"},
"sent":{"type":"integer"},"queued":{"type":"integer"},"dropped":{"type":"integer"},"path":{"type":"string"},
"code":{"type":"integer"},"reason":{"type":"string"},"end":{"type":"string"},"group":{"type":"string"},
"error":{"type":"string"},"address":{"type":"string"},"origin":{"type":"string"},"act":{"type":"string"},
"method":{"type":"string"},"took":{"type":"integer","description":"Microseconds up to the answer"},
"attempt":{"type":"integer","description":"The first is 1; 0: it was never tried"},
"rows":{"type":"integer"},"bytes":{"type":"integer"},"until":{"$ref":"#/components/schemas/Time"},
"preview":{"type":"string","description":"The first bytes of the payload"},
"previewBase64":{"type":"string","description":"The same, where they are no text"}}})"},
    Schema{"Frames", R"({"type":"object","required":["frames","searched","nextCursor"],"properties":{
"frames":{"type":"array","items":{"$ref":"#/components/schemas/Frame"}},
"searched":{"type":"integer","description":"Rows that were looked at"},
"nextCursor":{"$ref":"#/components/schemas/NextCursor"}}})"},
    Schema{"FrameDetail", R"({"type":"object","required":["number","time","kind"],"properties":{
"number":{"type":"integer"},"time":{"$ref":"#/components/schemas/Time"},
"kind":{"type":"string","enum":["frame","push","opened","ended","joined","left","refused","request","called","act","gap"]},
"client":{"$ref":"#/components/schemas/ClientId"},"user":{"type":"string"},
"direction":{"type":"string","enum":["received","sent"]},"sender":{"type":"string","enum":["client","http","operator","broker","service"]},
"opcode":{"type":"string"},"fin":{"type":"boolean"},"rsv":{"type":"integer"},"mask":{"type":"boolean"},
"fragment":{"type":"integer"},"length":{"type":"integer"},"action":{"type":"string"},"target":{"type":"string"},
"claims":{"type":"string"},"controller":{"type":"string"},
"messageId":{"type":"string","examples":["m18"]},"recipients":{"type":"integer"},
"sent":{"type":"integer"},"queued":{"type":"integer"},"dropped":{"type":"integer"},"path":{"type":"string"},
"code":{"type":"integer"},"reason":{"type":"string"},"end":{"type":"string"},"group":{"type":"string"},
"error":{"type":"string"},"address":{"type":"string"},"origin":{"type":"string"},"act":{"type":"string"},
"method":{"type":"string"},"took":{"type":"integer","description":"Microseconds up to the answer"},
"attempt":{"type":"integer","description":"The first is 1; 0: it was never tried"},
"rows":{"type":"integer"},"bytes":{"type":"integer"},"until":{"$ref":"#/components/schemas/Time"},
"payload":{"type":"string"},"payloadBase64":{"type":"string","description":"Where it is no text"},
"header":{"type":"string","description":"The header of the frame as on the wire, in hexadecimal"},
"handshakeRequest":{"type":"string"},"handshakeResponse":{"type":"string"},
"handshakeRequestBase64":{"type":"string"},"handshakeResponseBase64":{"type":"string"},
"deliveries":{"type":"array","items":{"type":"object","required":["client","state"],"properties":{
"client":{"$ref":"#/components/schemas/ClientId"},"state":{"type":"string","enum":["sent","queued","dropped"]},
"reason":{"type":"string","enum":["slow","closing"]}}}},
"fragments":{"type":"array","items":{"type":"integer"},"description":"Rows of the same message"}}})"},
    Schema{"Listeners",
           R"({"type":"object","required":["listeners"],"properties":{"listeners":{"type":"array",
"items":{"type":"object","required":["url","listening","error"],"properties":{
"url":{"type":"string","examples":["ws://127.0.0.1:5210"]},
"listening":{"type":"boolean"},
"error":{"anyOf":[{"type":"null"},{"type":"object","required":["code","reason"],"properties":{
"code":{"type":"string"},"reason":{"type":"string"}}}],"description":"Why it does not listen"}}}}}})"},
    Schema{"Statistics",
           R"({"type":"object","required":["time","clients","groups","messagesReceived","deliveries",
"deliveriesDropped","bytesReceived","bytesSent","handshakesRefused","requestsRefused","messagesRefused","slowClientsClosed",
"malformedForwarding","webhookTaken","webhookFailed","webhookRefused","queuedBytes","residentBytes"],"properties":{
"time":{"$ref":"#/components/schemas/Time"},
"clients":{"type":"integer"},
"groups":{"type":"integer","description":"Groups with members"},
"messagesReceived":{"type":"integer","description":"Since the start, like all sums"},
"deliveries":{"type":"integer"},
"deliveriesDropped":{"type":"integer"},
"bytesReceived":{"type":"integer"},
"bytesSent":{"type":"integer"},
"handshakesRefused":{"type":"integer"},
"requestsRefused":{"type":"integer"},
"messagesRefused":{"type":"integer","description":"Malformed envelopes over a socket"},
"slowClientsClosed":{"type":"integer"},
"malformedForwarding":{"type":"integer","description":"Header fields of trusted proxies that could not be read"},
"webhookTaken":{"type":"integer"},
"webhookFailed":{"type":"integer"},
"webhookRefused":{"type":"integer"},
"queuedBytes":{"type":"integer","description":"That wait for clients now"},
"residentBytes":{"type":"integer","description":"Memory of the process now"}}})"},
    Schema{"Configuration", R"({"type":"object","required":["listener","limits","endpoint"],
"description":"As in signalbox.toml: a member for each section, times and sizes in the words of the file",
"properties":{"endpoint":{"type":"array","items":{"type":"object"}}},"additionalProperties":{"type":"object"}})"},
};

} // namespace

std::span<const Schema> schemas()
{
    return all;
}

} // namespace signalbox::control
