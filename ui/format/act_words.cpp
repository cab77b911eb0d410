// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/format/act_words.h"

#include "server/link/act_notes.h"
#include "ui/format/sentence_templates.h"

#include <QtCore/QCoreApplication>

#include <algorithm>
#include <array>
#include <string_view>

namespace signalbox::ui {

namespace {

// The translators' list: lupdate reads it here.
constexpr std::array translated{
    QT_TRANSLATE_NOOP("ActWords", "disconnect all clients without a group with %1, \"%2\""),
    QT_TRANSLATE_NOOP("ActWords", "disconnect all clients without a group with %1"),
    QT_TRANSLATE_NOOP("ActWords", "disconnect all clients of group %1 with %2, \"%3\""),
    QT_TRANSLATE_NOOP("ActWords", "disconnect all clients of group %1 with %2"),
    QT_TRANSLATE_NOOP("ActWords", "disconnect %1 with %2, \"%3\""),
    QT_TRANSLATE_NOOP("ActWords", "disconnect %1 with %2"),
    QT_TRANSLATE_NOOP("ActWords", "put %1 into group %2"),
    QT_TRANSLATE_NOOP("ActWords", "take %1 out of group %2"),
    QT_TRANSLATE_NOOP("ActWords", "give %1 the tag %2"),
    QT_TRANSLATE_NOOP("ActWords", "take from %1 the tag %2"),
    QT_TRANSLATE_NOOP("ActWords", "remove group %1"),
    QT_TRANSLATE_NOOP("ActWords", "mute %1 until %2"),
    QT_TRANSLATE_NOOP("ActWords", "mute %1"),
    QT_TRANSLATE_NOOP("ActWords", "unmute %1"),
    QT_TRANSLATE_NOOP("ActWords", "allow %1 always"),
    QT_TRANSLATE_NOOP("ActWords", "allow %1 until the broker stops"),
    QT_TRANSLATE_NOOP("ActWords", "connect %1 test clients \"%2\" in group %3"),
    QT_TRANSLATE_NOOP("ActWords", "connect %1 test clients \"%2\""),
    QT_TRANSLATE_NOOP("ActWords", "disconnect the test clients"),
    QT_TRANSLATE_NOOP("ActWords", "start listening"),
    QT_TRANSLATE_NOOP("ActWords", "stop listening"),
    QT_TRANSLATE_NOOP("ActWords", "enable service %1"),
    QT_TRANSLATE_NOOP("ActWords", "disable service %1"),
    QT_TRANSLATE_NOOP("ActWords", "reload service %1"),
    QT_TRANSLATE_NOOP("ActWords", "add the example service %1"),
    QT_TRANSLATE_NOOP("ActWords", "attach a console from %1"),
    QT_TRANSLATE_NOOP("ActWords", "detach the console from %1"),
};

constexpr bool isSameAsTheBrokers()
{
    return std::equal(translated.begin(), translated.end(), link::actTemplates.begin(),
                      link::actTemplates.end(), [](const char* ours, const char* brokers) {
                          return std::string_view(ours) == std::string_view(brokers);
                      });
}
static_assert(isSameAsTheBrokers(), "a text of link/act_notes.h has no translation here");

} // namespace

QString actText(const QString& note)
{
    static const SentenceTemplates templates("ActWords", translated);
    static const QString overControlApi = QString::fromLatin1(link::overControlApi);
    const bool isRemote = note.endsWith(overControlApi);
    const QString act = isRemote ? note.chopped(overControlApi.size()) : note;
    const auto found = templates.find(act);
    const QString words = found ? filled(found->sentence, found->values) : act;
    return isRemote ? words + QCoreApplication::translate("ActWords", ", over the control API") : words;
}

} // namespace signalbox::ui
