// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QByteArray>
#include <QtCore/QList>

#include <array>

namespace signalbox::link {

/// What a row says that a person at the window did, in English: the broker fills a template, and a window in
/// another language finds it again. %1, %2, %3 stand for names as the peers sent them, numbers and times.
namespace act {
inline constexpr const char* disconnectClient = "disconnect %1 with %2";
inline constexpr const char* disconnectClientSaying = "disconnect %1 with %2, \"%3\"";
inline constexpr const char* disconnectGroup = "disconnect all clients of group %1 with %2";
inline constexpr const char* disconnectGroupSaying = "disconnect all clients of group %1 with %2, \"%3\"";
inline constexpr const char* disconnectUngrouped = "disconnect all clients without a group with %1";
inline constexpr const char* disconnectUngroupedSaying =
    "disconnect all clients without a group with %1, \"%2\"";
inline constexpr const char* putIntoGroup = "put %1 into group %2";
inline constexpr const char* takeOutOfGroup = "take %1 out of group %2";
inline constexpr const char* addTag = "give %1 the tag %2";
inline constexpr const char* removeTag = "take from %1 the tag %2";
inline constexpr const char* removeGroup = "remove group %1";
inline constexpr const char* mute = "mute %1";
inline constexpr const char* muteUntil = "mute %1 until %2";
inline constexpr const char* unmute = "unmute %1";
inline constexpr const char* allowAlways = "allow %1 always";
inline constexpr const char* allowForThisRun = "allow %1 until the broker stops";
inline constexpr const char* connectTestClients = "connect %1 test clients \"%2\"";
inline constexpr const char* connectTestClientsInGroup = "connect %1 test clients \"%2\" in group %3";
inline constexpr const char* disconnectTestClients = "disconnect the test clients";
inline constexpr const char* startListening = "start listening";
inline constexpr const char* stopListening = "stop listening";
inline constexpr const char* enableService = "enable service %1";
inline constexpr const char* disableService = "disable service %1";
inline constexpr const char* reloadService = "reload service %1";
inline constexpr const char* addExampleService = "add the example service %1";
inline constexpr const char* consoleAttached = "attach a console from %1";
inline constexpr const char* consoleGone = "detach the console from %1";
} // namespace act

/// Behind the note of an act that was asked for over HTTP.
inline constexpr const char* overControlApi = ", over the control API";

/// All of them; one that another one contains comes after it.
inline constexpr std::array actTemplates{
    act::disconnectUngroupedSaying,
    act::disconnectUngrouped,
    act::disconnectGroupSaying,
    act::disconnectGroup,
    act::disconnectClientSaying,
    act::disconnectClient,
    act::putIntoGroup,
    act::takeOutOfGroup,
    act::addTag,
    act::removeTag,
    act::removeGroup,
    act::muteUntil,
    act::mute,
    act::unmute,
    act::allowAlways,
    act::allowForThisRun,
    act::connectTestClientsInGroup,
    act::connectTestClients,
    act::disconnectTestClients,
    act::startListening,
    act::stopListening,
    act::enableService,
    act::disableService,
    act::reloadService,
    act::addExampleService,
    act::consoleAttached,
    act::consoleGone,
};

/// The template with its places filled; a place without a value stays empty.
[[nodiscard]] QByteArray actNote(const char* actTemplate, const QList<QByteArray>& values = {});

} // namespace signalbox::link
