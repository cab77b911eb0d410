// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/sent_log.h"

#include "ui/models/draft_json.h"

#include <QtCore/QCoreApplication>
#include <QtCore/QDir>
#include <QtCore/QFile>
#include <QtCore/QJsonDocument>

namespace signalbox::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype maxKeptMessageBytes = 256 << 10;

struct SentLogText {
    Q_DECLARE_TR_FUNCTIONS(SentLog)
};

std::optional<SentMessage> readLine(const QByteArray& line)
{
    const QJsonObject json = QJsonDocument::fromJson(line).object();
    const auto draft = draftFromJson(json);
    const QJsonValue time = json[u"time"_s];
    if (!draft || !time.isDouble()) {
        return std::nullopt;
    }
    return SentMessage{WallTime(std::chrono::milliseconds(time.toInteger())), *draft};
}

QByteArray read(const QString& path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

/// Puts what `text` holds of it in front of `found.messages`… from the last line to the first.
void search(const QByteArray& text, const QString& needle, size_t limit, SentLog::Found& found)
{
    qsizetype end = text.size();
    while (end > 0) {
        const qsizetype start = end < 2 ? 0 : text.lastIndexOf('\n', end - 2) + 1;
        const QByteArray line = QByteArray::fromRawData(text.constData() + start, end - start).trimmed();
        end = start;
        if (line.isEmpty()) {
            continue;
        }
        const bool isWhole = line.startsWith('{') && line.endsWith('}');
        if (isWhole && !needle.isEmpty() && !QString::fromUtf8(line).contains(needle, Qt::CaseInsensitive)) {
            continue;
        }
        if (found.messages.size() == limit) {
            found.isAll = false;
            return;
        }
        if (const auto message = isWhole ? readLine(line) : std::nullopt) {
            found.messages.push_back(*message);
        } else {
            ++found.damagedLines;
        }
    }
}

} // namespace

QString SentLog::path() const
{
    return m_folder + u"/sent.jsonl"_s;
}

QString SentLog::olderPath() const
{
    return m_folder + u"/sent.1.jsonl"_s;
}

Result<void> SentLog::append(const SentMessage& message)
{
    if (!isKept()) {
        return {};
    }
    Draft kept = message.draft;
    if (kept.message.size() > maxKeptMessageBytes) {
        kept.message.clear();
    }
    QJsonObject json = draftToJson(kept);
    json[u"time"_s] = static_cast<qint64>(
        std::chrono::duration_cast<std::chrono::milliseconds>(message.time.time_since_epoch()).count());
    QByteArray line = QJsonDocument(json).toJson(QJsonDocument::Compact) + '\n';
    QFile file(path());
    if (file.size() + line.size() > m_maxFileBytes && file.exists()) {
        QFile::remove(olderPath());
        QFile::rename(path(), olderPath());
    }
    const bool opened = QDir().mkpath(m_folder) && file.open(QIODevice::ReadWrite | QIODevice::Append);
    if (opened && file.size() > 0) {
        file.seek(file.size() - 1);
        if (file.read(1) != "\n") {
            line.prepend('\n'); // the last line was cut, by a crash or a full disk
        }
    }
    if (!opened || file.write(line) != line.size() || !file.flush()) {
        return Error{
            "history.not_written",
            SentLogText::tr("The history of what was sent could not be written: %1").arg(file.errorString())};
    }
    return {};
}

SentLog::Found SentLog::find(const QString& text, size_t limit) const
{
    Found found;
    if (!isKept()) {
        return found;
    }
    // As the text stands inside a JSON string.
    const QByteArray quoted = jsonString(text.toUtf8());
    const QString needle = QString::fromUtf8(quoted.sliced(1, quoted.size() - 2));
    search(read(path()), needle, limit, found);
    if (found.messages.size() < limit) {
        search(read(olderPath()), needle, limit, found);
    }
    return found;
}

} // namespace signalbox::ui
