// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/test_registry.h"
#include "tests/ui/samples.h"
#include "ui/format/client_words.h"
#include "ui/format/frame_words.h"
#include "ui/format/routing_words.h"
#include "ui/models/client_names.h"
#include "ui/models/clients_model.h"
#include "ui/models/fan.h"
#include "ui/models/frames_model.h"
#include "ui/models/receipt_cells.h"

#include <QtCore/QMetaEnum>
#include <QtCore/QRegularExpression>
#include <QtTest/QtTest>

using namespace signalbox;
using namespace signalbox::tests;
using namespace signalbox::ui;
using namespace Qt::StringLiterals;

namespace {

template <typename Enum>
QList<Enum> valuesOf()
{
    const auto meta = QMetaEnum::fromType<Enum>();
    QList<Enum> values;
    for (int place = 0; place < meta.keyCount(); ++place) {
        values << static_cast<Enum>(meta.value(place));
    }
    return values;
}

} // namespace

/// Direction, opcode, state and outcome are told by a glyph and a word, so that a colour is never the only
/// sign.
class GlyphAndWordTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void everyKindOfRow()
    {
        QStringList seen;
        for (const link::RowKind kind : valuesOf<link::RowKind>()) {
            link::FrameRow row = frame(1);
            row.kind = kind;
            if (kind == link::RowKind::Frame) {
                continue; // by its opcode, below
            }
            if (kind == link::RowKind::Gap) { // a sentence between two lines, across all columns
                QVERIFY(FrameWords(row).gap().contains(u"not kept"_s));
                continue;
            }
            seen << FrameWords(row).type();
        }
        check(seen);
    }

    void everyOpcodeInBothDirections()
    {
        QStringList opcodes;
        QStringList directions;
        for (const auto opcode :
             {websocket::Opcode::Continuation, websocket::Opcode::Text, websocket::Opcode::Binary,
              websocket::Opcode::Close, websocket::Opcode::Ping, websocket::Opcode::Pong}) {
            link::FrameRow row = frame(1);
            row.header.opcode = opcode;
            opcodes << FrameWords(row).type();
        }
        for (const link::Direction direction : valuesOf<link::Direction>()) {
            link::FrameRow row = frame(1);
            row.direction = direction;
            directions << FrameWords(row).direction();
        }
        check(opcodes);
        check(directions);
    }

    void everyStateOfADelivery()
    {
        for (const DeliveryState state : valuesOf<DeliveryState>()) {
            const Delivery delivery{ClientId(3), state, 9'626};
            check({deliveryStateText(state)});
            check({deliveryText(delivery)});
            RecipientFate fate;
            fate.delivery = delivery;
            check({fateText(fate, std::chrono::seconds(60))});
        }
        QStringList stages;
        for (const link::DeliveryStage stage : valuesOf<link::DeliveryStage>()) {
            stages << deliveryStageText(stage);
        }
        check(stages);
    }

    void everyStateOfAClient()
    {
        check({mutedMark(), testClientMark()});
        ClientsModel clients;
        clients.apply({client(3, "ann"), client(4, "bob")});
        clients.measure({{ClientId(4), 0, 0, 0, 0, 999, {}}});
        clients.tick(sampleTime);
        QStringList names;
        for (int row = 0; row < clients.rowCount(); ++row) {
            names << clients.index(row, 0).data().toString();
        }
        check(names);
        QVERIFY(names[0].front() != names[1].front()); // the one that waits
    }

private:
    /// Each begins with a sign that is no letter, then a word; no two are the same.
    static void check(const QStringList& texts)
    {
        static const QRegularExpression form(u"^[^\\p{L}\\p{N}\\s]+(\\d+/\\d+)?\\s\\p{L}"_s);
        for (const QString& text : texts) {
            QVERIFY2(form.match(text).hasMatch(), qPrintable(text));
        }
        QCOMPARE(QSet<QString>(texts.begin(), texts.end()).size(), texts.size());
    }
};

SIGNALBOX_TEST(GlyphAndWordTest)
#include "glyph_and_word_test.moc"
