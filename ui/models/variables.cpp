// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/variables.h"

namespace signalbox::ui {

namespace {

QStringList names(const Draft& draft)
{
    QStringList found;
    for (const QByteArray& text : {draft.action, draft.message, draft.user, draft.group}) {
        found += variableNames(text);
    }
    found.removeDuplicates();
    return found;
}

} // namespace

QStringList ownVariables(const Draft& draft)
{
    QStringList own = names(draft);
    own.removeIf(isBuiltInVariable);
    return own;
}

bool hasVariables(const Draft& draft)
{
    return !names(draft).isEmpty();
}

Draft filledIn(const Draft& draft, const VariableSource& source)
{
    const auto fill = [&](QByteArray& text) {
        text = fillVariables(text, source, [&draft](const QString& name) {
            const auto value = draft.values.constFind(name);
            return value == draft.values.cend() || value->isEmpty() ? std::nullopt : std::optional(*value);
        });
    };
    Draft result = draft;
    fill(result.action);
    fill(result.message);
    fill(result.user);
    fill(result.group);
    return result;
}

} // namespace signalbox::ui
