// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/format/hint_words.h"

#include "ui/format/sentence_templates.h"

#include <QtCore/QCoreApplication>
#include <QtCore/QStringList>

#include <array>

namespace signalbox::ui {

namespace {

using namespace Qt::StringLiterals;

// A hint is made of these, with "; " between them.
constexpr std::array parts{
    QT_TRANSLATE_NOOP("HintWords", "no client is connected"),
    QT_TRANSLATE_NOOP("HintWords", "no recipients means the clients without a group: 0 of %1"),
    QT_TRANSLATE_NOOP("HintWords", "the group \"\" means the clients without a group: 0 of %1"),
    QT_TRANSLATE_NOOP("HintWords", "%1, but there is a group of that name"),
    QT_TRANSLATE_NOOP("HintWords", "%1, but there is a user of that name"),
    QT_TRANSLATE_NOOP("HintWords", "%1, but there is a tag of that name"),
    QT_TRANSLATE_NOOP("HintWords", "client %1 is not connected"),
    QT_TRANSLATE_NOOP("HintWords", "no client is in group %1"),
    QT_TRANSLATE_NOOP("HintWords", "no client has the tag %1"),
    QT_TRANSLATE_NOOP("HintWords", "user %1 is not connected"),
    QT_TRANSLATE_NOOP("HintWords", "user %1 was last seen at %2 UTC (%3, %4)"),
    QT_TRANSLATE_NOOP("HintWords", "group %1 exists"),
    QT_TRANSLATE_NOOP("HintWords", "user %1 exists"),
    QT_TRANSLATE_NOOP("HintWords", "tag %1 exists"),
    QT_TRANSLATE_NOOP("HintWords", "the name sent has other blanks at its ends"),
    QT_TRANSLATE_NOOP("HintWords", "the name sent has %1 leading and %2 trailing blanks"),
    QT_TRANSLATE_NOOP("HintWords", "the name sent has %1 trailing blank"),
    QT_TRANSLATE_NOOP("HintWords", "the name sent has %1 trailing blanks"),
    QT_TRANSLATE_NOOP("HintWords", "the name sent has %1 leading blank"),
    QT_TRANSLATE_NOOP("HintWords", "the name sent has %1 leading blanks"),
    QT_TRANSLATE_NOOP("HintWords", "the name sent, %1, differs in case and in blanks at its ends"),
    QT_TRANSLATE_NOOP("HintWords", "the name sent, %1, differs in case"),
    QT_TRANSLATE_NOOP("HintWords", "the name sent, %1, is spelled otherwise"),
    QT_TRANSLATE_NOOP("HintWords", "the one client that matched is excluded"),
    QT_TRANSLATE_NOOP("HintWords", "all %1 clients that matched are excluded"),
    QT_TRANSLATE_NOOP("HintWords", "and so on"),
};
QString partText(const QString& part)
{
    static const SentenceTemplates templates("HintWords", parts);
    const auto found = templates.find(part);
    if (!found) {
        return part;
    }
    const bool goesOn = QLatin1StringView(parts[found->index]).startsWith("%1, "_L1); // from a whole sentence
    return filled(found->sentence, goesOn ? QStringList{partText(found->values.first())} : found->values);
}

} // namespace

QString hintText(const QString& hint)
{
    QStringList texts;
    for (const QString& part : hint.split(u"; "_s)) {
        texts += partText(part);
    }
    return texts.join(u"; "_s);
}

} // namespace signalbox::ui
