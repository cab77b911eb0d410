// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QByteArray>
#include <QtCore/QString>

namespace signalbox::app {

// Texts as the macros of mdoc(7) take them, which manual pages are written in.

/// On a line of text: nothing in it is a macro or an escape. ASCII alone.
[[nodiscard]] QByteArray mdocEscaped(const QString& text);
/// A paragraph, each sentence on a line of its own or on several short ones, as mdoc wants it; ends with a
/// newline.
[[nodiscard]] QByteArray mdocParagraph(const QString& text);
/// One argument of a macro, in quotes where it has blanks.
[[nodiscard]] QByteArray mdocArgument(const QString& text);
/// "where to listen" as a sentence: "Where to listen."
[[nodiscard]] QString asSentence(const QString& phrase);

} // namespace signalbox::app
