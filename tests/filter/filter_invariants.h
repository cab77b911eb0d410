// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/filter/completion.h"
#include "tests/filter/sample_rows.h"

#include <QtCore/QString>

namespace signalbox::tests {

/// What holds for every text that anybody can type; empty, or what did not. Shared by the generated tests
/// and the fuzzer.
[[nodiscard]] inline QString brokenInvariant(const QString& text)
{
    const auto completion = filter::complete(text, text.size() / 2);
    if (completion.position + completion.length != text.size() / 2) {
        return QStringLiteral("the completion does not end at the cursor");
    }
    const auto read = filter::read(text);
    if (const auto* fault = std::get_if<filter::Fault>(&read)) {
        const bool isInside =
            fault->position >= 0 && fault->length >= 0 && fault->position + fault->length <= text.size();
        return isInside && !fault->sentence.isEmpty() ? QString() : QStringLiteral("a fault beside the text");
    }
    const auto& one = std::get<filter::Filter>(read);
    const QString canonical = one.text();
    if (canonical.size() > 8'192) {
        return {}; // grown over the limit by its own quotes
    }
    const auto again = filter::read(canonical);
    if (!std::holds_alternative<filter::Filter>(again)) {
        return QStringLiteral("not read again: ") + canonical;
    }
    const auto& other = std::get<filter::Filter>(again);
    if (other.text() != canonical) {
        return QStringLiteral("another when read again: ") + canonical + QStringLiteral(" / ") + other.text();
    }
    SampleSubject subject;
    const QByteArray payload = R"({"action":"say","message":"{\"price\":12.5,\"text\":[1,\"x\"]}"})";
    for (const link::FrameRow& row : {receivedRow(), sentFrame(websocket::Opcode::Close),
                                      rowOfKind(link::RowKind::Refused), rowOfKind(link::RowKind::Push)}) {
        subject.set(row, payload);
        if (one.matches(subject) != other.matches(subject)) {
            return QStringLiteral("decides otherwise when read again: ") + canonical;
        }
    }
    return {};
}

} // namespace signalbox::tests
