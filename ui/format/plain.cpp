// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/format/plain.h"

#include "server/core/plain_text.h"

#include <QtCore/QList>
#include <QtCore/QStringList>

#include <algorithm>

namespace signalbox::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype maxToolTipCharacters = 2'000;

bool runsFromRightToLeft(const QString& text)
{
    return std::any_of(text.begin(), text.end(), [](QChar character) {
        return character.direction() == QChar::DirR || character.direction() == QChar::DirAL;
    });
}

QString middleElided(const QString& text, qsizetype maxCharacters)
{
    if (text.size() <= maxCharacters) {
        return text;
    }
    const qsizetype half = (maxCharacters - 1) / 2;
    return text.first(half) + u'…' + text.last(maxCharacters - 1 - half);
}

} // namespace

QString plainName(QByteArrayView utf8)
{
    return isolated(printable(utf8, maxCellCharacters));
}

QString plainPayload(QByteArrayView utf8)
{
    QString text = QString::fromUtf8(utf8.first(std::min<qsizetype>(utf8.size(), maxCellCharacters * 4)));
    for (QChar& character : text) {
        const char16_t code = character.unicode();
        if (code == u'\n') {
            character = u'⏎';
        } else if (code == u'\t') {
            character = u'⇥';
        }
    }
    // printable() doubles backslashes, which would make JSON unreadable, so they are halved again.
    const QString safe = printable(text).replace(u"\\\\"_s, u"\\"_s);
    return isolated(middleElided(safe, maxCellCharacters));
}

QString plainLines(QByteArrayView utf8)
{
    QStringList lines;
    for (const QByteArray& line : utf8.toByteArray().split('\n')) {
        lines += printable(line.endsWith('\r') ? QByteArrayView(line).chopped(1) : QByteArrayView(line));
    }
    return lines.join(u'\n').trimmed();
}

QString isolated(const QString& text)
{
    return runsFromRightToLeft(text) ? u'\u2068' + text + u'\u2069' : text;
}

QString plainToolTip(const QString& text)
{
    if (text.isEmpty()) {
        return {};
    }
    return u"<p style=\"white-space: pre-wrap\">"_s +
           middleElided(text, maxToolTipCharacters).toHtmlEscaped() + u"</p>"_s;
}

QString plainMenuText(const QString& text)
{
    return QString(text).replace(u'&', u"&&"_s);
}

} // namespace signalbox::ui
