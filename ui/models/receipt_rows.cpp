// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/receipt_rows.h"

#include "ui/format/plain.h"
#include "ui/format/times.h"
#include "ui/models/client_names.h"
#include "ui/models/receipt_cells.h"

namespace signalbox::ui {

using namespace Qt::StringLiterals;

QVariant messageCell(const ReceiptContext& context, ReceiptsModel::Column column, int role)
{
    const auto state = [&] { return receiptStateText(context.record, context.names, context.now); };
    const auto text = [&] {
        return column == ReceiptsModel::WhatColumn
                   ? context.record.to + u"  "_s + timeText(context.record.time).first(8)
                   : state();
    };
    switch (role) {
    case Qt::DisplayRole:
        return text();
    case Qt::ToolTipRole:
        return plainToolTip(text());
    case Qt::AccessibleTextRole:
        return ReceiptsModel::tr("message to %1, %2").arg(context.record.to, state());
    case ReceiptsModel::progressRole:
        return column == ReceiptsModel::StateColumn ? QVariant(receiptProgress(context.record)) : QVariant();
    case meaningRole:
        return QVariant::fromValue(column == ReceiptsModel::WhatColumn
                                       ? Meaning::Normal
                                       : receiptMeaning(context.record, context.now));
    default:
        return {};
    }
}

QVariant recipientCell(const ReceiptContext& context, size_t row, ReceiptsModel::Column column, int role)
{
    const RecipientFate& fate = context.record.fates()[row];
    const bool isRest = row == ReceiptsModel::maxRecipientRows;
    const auto text = [&] {
        if (isRest) {
            return column == ReceiptsModel::WhatColumn
                       ? QString()
                       : restText(context.record, ReceiptsModel::maxRecipientRows);
        }
        return column == ReceiptsModel::WhatColumn ? context.names.label(fate.delivery.client)
                                                   : fateText(fate, context.now - context.record.time);
    };
    switch (role) {
    case Qt::DisplayRole:
        return text();
    case Qt::ToolTipRole:
        return plainToolTip(text());
    case Qt::AccessibleTextRole:
        return isRest ? restText(context.record, ReceiptsModel::maxRecipientRows)
                      : context.names.label(fate.delivery.client) + u' ' +
                            fateText(fate, context.now - context.record.time).section(u' ', 1);
    case ReceiptsModel::progressRole:
        return column == ReceiptsModel::StateColumn && !isRest ? QVariant(fateProgress(fate)) : QVariant();
    case meaningRole:
        return QVariant::fromValue(column == ReceiptsModel::WhatColumn || isRest
                                       ? Meaning::Normal
                                       : fateMeaning(fate, context.now - context.record.time));
    default:
        return {};
    }
}

} // namespace signalbox::ui
