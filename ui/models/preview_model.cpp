// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/preview_model.h"

#include "ui/format/meaning.h"
#include "ui/format/plain.h"
#include "ui/format/routing_words.h"
#include "ui/models/client_names.h"

namespace signalbox::ui {

namespace {

QString verdictGlyph(Verdict verdict)
{
    return verdict == Verdict::Reached ? QStringLiteral("● ") : QStringLiteral("○ ");
}

} // namespace

PreviewModel::PreviewModel(const ClientNames& names, QObject* parent)
    : QAbstractTableModel(parent)
    , m_names(names)
{
}

void PreviewModel::set(const link::Preview& preview, const Recipients& recipients)
{
    beginResetModel();
    m_decisions = preview.decisions;
    m_recipients = recipients;
    endResetModel();
}

void PreviewModel::clear()
{
    set({}, {});
}

std::vector<ClientId> PreviewModel::reached() const
{
    std::vector<ClientId> clients;
    for (const Decision& decision : m_decisions) {
        if (decision.verdict == Verdict::Reached) {
            clients.push_back(decision.client);
        }
    }
    return clients;
}

int PreviewModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_decisions.size());
}

int PreviewModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant PreviewModel::data(const QModelIndex& index, int role) const
{
    if (!index.isValid()) {
        return {};
    }
    const Decision& decision = m_decisions[static_cast<size_t>(index.row())];
    const bool isClient = index.column() == ClientColumn;
    const auto text = [&] {
        return isClient ? verdictGlyph(decision.verdict) + m_names.label(decision.client)
                        : decisionText(decision, m_recipients);
    };
    switch (role) {
    case Qt::DisplayRole:
        return text();
    case Qt::ToolTipRole:
        return plainToolTip(text());
    case Qt::AccessibleTextRole:
        return QString(m_names.label(decision.client) + u' ' + decisionText(decision, m_recipients));
    case meaningRole:
        return QVariant::fromValue(decision.verdict == Verdict::Reached && isClient ? Meaning::Normal
                                                                                    : Meaning::Muted);
    default:
        return {};
    }
}

} // namespace signalbox::ui
