// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/message_templates.h"

#include "ui/format/plain.h"
#include "ui/format/routing_words.h"
#include "ui/models/draft_json.h"

#include <QtCore/QDir>
#include <QtCore/QFile>
#include <QtCore/QJsonDocument>
#include <QtCore/QSaveFile>
#include <QtCore/QUrl>

#include <algorithm>

namespace signalbox::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype maxFiles = 2'000;
constexpr qint64 maxFileBytes = 1 << 20;
constexpr qsizetype maxFileNameBytes = 200; // most file systems take 255

} // namespace

MessageTemplates::MessageTemplates(QString folder, QObject* parent)
    : QAbstractListModel(parent)
    , m_folder(std::move(folder))
{
    reload();
}

// Every name is a file name: what a file system may not like is written as %XX.
QString MessageTemplates::path(const QString& name) const
{
    const QByteArray encoded = QUrl::toPercentEncoding(name, " ()[],;+=@!", ".~");
    return m_folder + u'/' + QString::fromLatin1(encoded) + u".json"_s;
}

void MessageTemplates::reload()
{
    m_templates.clear();
    m_damaged = 0;
    const QDir folder(m_folder);
    const QStringList files =
        isKept() ? folder.entryList({u"*.json"_s}, QDir::Files, QDir::Name) : QStringList();
    for (const QString& fileName : files.first(std::min(files.size(), maxFiles))) {
        QFile file(folder.filePath(fileName));
        const bool isReadable = file.size() <= maxFileBytes && file.open(QIODevice::ReadOnly);
        const auto draft = isReadable ? draftFromJson(QJsonDocument::fromJson(file.readAll()).object())
                                      : std::optional<Draft>();
        if (!draft) {
            ++m_damaged;
            continue;
        }
        const QString name = QString::fromUtf8(QByteArray::fromPercentEncoding(fileName.chopped(5).toUtf8()));
        const QString searched =
            QStringList{name, QString::fromUtf8(draft->action), QString::fromUtf8(draft->message),
                        recipientsText(draft->recipients)}
                .join(u'\n')
                .toCaseFolded();
        m_templates.push_back({name, *draft, searched});
    }
    std::sort(m_templates.begin(), m_templates.end(), [](const Template& one, const Template& other) {
        return QString::compare(one.name, other.name, Qt::CaseInsensitive) < 0;
    });
    show();
}

void MessageTemplates::show()
{
    beginResetModel();
    m_shown.clear();
    for (size_t index = 0; index < m_templates.size(); ++index) {
        if (m_templates[index].searched.contains(m_search)) {
            m_shown.push_back(index);
        }
    }
    endResetModel();
}

void MessageTemplates::setSearch(const QString& text)
{
    m_search = text.toCaseFolded();
    show();
}

Result<void> MessageTemplates::save(const QString& name, const Draft& draft)
{
    if (!isKept()) {
        return Error{"template.not_kept", tr("There is no folder to keep templates in.")};
    }
    const QString target = path(name);
    if (name.trimmed().isEmpty() || target.size() - m_folder.size() > maxFileNameBytes) {
        return Error{"template.bad_name", name.trimmed().isEmpty() ? tr("Type a name for the template.")
                                                                   : tr("This name is too long.")};
    }
    QSaveFile file(target);
    const bool written = QDir().mkpath(m_folder) && file.open(QIODevice::WriteOnly) &&
                         file.write(QJsonDocument(draftToJson(draft)).toJson()) >= 0 && file.commit();
    if (!written) {
        return Error{"template.not_saved",
                     tr("Not saved: %1 (%2)").arg(file.errorString(), QDir::toNativeSeparators(target))};
    }
    reload();
    return {};
}

Result<void> MessageTemplates::rename(const QString& from, const QString& to)
{
    if (from == to) {
        return {};
    }
    const auto found = std::find_if(m_templates.begin(), m_templates.end(),
                                    [&from](const Template& candidate) { return candidate.name == from; });
    if (found == m_templates.end()) {
        return Error{"template.not_found", tr("There is no template of this name any more.")};
    }
    if (QFile::exists(path(to))) {
        return Error{"template.name_taken", tr("Another template has this name.")};
    }
    const Draft draft = found->draft;
    if (Result<void> saved = save(to, draft); !saved) {
        return saved;
    }
    return remove(from);
}

Result<void> MessageTemplates::remove(const QString& name)
{
    QFile file(path(name));
    if (!file.remove()) {
        return Error{"template.not_removed", tr("Not deleted: %1").arg(file.errorString())};
    }
    reload();
    return {};
}

QString MessageTemplates::name(int row) const
{
    return m_templates[m_shown[static_cast<size_t>(row)]].name;
}

const Draft& MessageTemplates::draft(int row) const
{
    return m_templates[m_shown[static_cast<size_t>(row)]].draft;
}

int MessageTemplates::rowOf(const QString& name) const
{
    for (int row = 0; row < rowCount(); ++row) {
        if (this->name(row) == name) {
            return row;
        }
    }
    return -1;
}

int MessageTemplates::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_shown.size());
}

QVariant MessageTemplates::data(const QModelIndex& index, int role) const
{
    if (!index.isValid()) {
        return {};
    }
    const Draft& draft = this->draft(index.row());
    const QString words =
        tr("%1  to %2").arg(plainName(name(index.row()).toUtf8()), recipientsText(draft.recipients));
    switch (role) {
    case Qt::DisplayRole:
    case Qt::AccessibleTextRole:
        return words;
    case Qt::ToolTipRole:
        return plainToolTip(words + u'\n' + plainPayload(draft.message));
    default:
        return {};
    }
}

} // namespace signalbox::ui
