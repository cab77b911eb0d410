// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/test_registry.h"
#include "tests/ui/samples.h"
#include "ui/models/client_names.h"
#include "ui/models/frame_log.h"

#include <QtTest/QTest>

using namespace signalbox;
using namespace signalbox::tests;

class FrameLogTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void keepsAPlaceByItsSequenceWhenWhatIsBeforeItGoes()
    {
        ui::FrameLog log(m_names, 10);
        append(log, frames(1, 8));
        const quint64 sixth = log.sequence(5);
        log.evict(log.plannedEviction(4, 0));
        QCOMPARE(log.shownCount(), qsizetype(5));
        QCOMPARE(log.rowOfSequence(sixth), std::optional<qsizetype>(2));
        QCOMPARE(log.shown(2).row.number, quint64(6));
        QCOMPARE(log.rowOfNumber(3), std::optional<qsizetype>());
    }

    void plansAsMuchRoomAsIsNeeded()
    {
        ui::FrameLog log(m_names, 10);
        append(log, frames(1, 8));
        const ui::FrameLog::Eviction eviction = log.plannedEviction(1, 5);
        QCOMPARE(eviction.entries, qsizetype(3));
        QCOMPARE(eviction.shown, qsizetype(3));
    }

    void findsAMessageThatTheFilterHides()
    {
        ui::FrameLog log(m_names, 10);
        log.setFilter(ui::FrameFilter(QStringLiteral("nothing-like-it")));
        append(log, batch({routed(1, 18)}, 1));
        std::optional<qsizetype> row;
        QVERIFY(log.findMessage(MessageId(18), row) != nullptr);
        QVERIFY(!row);
        QVERIFY(log.findMessage(MessageId(19), row) == nullptr);
        QCOMPARE(log.hiddenFrames(), quint64(1));
    }

    void countsNobodyTwiceWhoseDeliveryIsSettled()
    {
        ui::FrameLog log(m_names, 10);
        append(log, batch({routed(1, 18)}, 1));
        log.addRecipients({{MessageId(18), {{ClientId(4), DeliveryState::Queued, 9}}}});
        log.addRecipients({{MessageId(18), {{ClientId(4), DeliveryState::Sent, 0}}, true}});
        QCOMPARE(log.shown(0).recipients, (std::vector<ClientId>{ClientId(4)}));
    }

private:
    static void append(ui::FrameLog& log, const link::FrameBatch& batch)
    {
        log.append(batch.rows);
        log.show(log.passing(batch.rows.size()));
    }

    ui::ClientNames m_names;
};

SIGNALBOX_TEST(FrameLogTest)
#include "frame_log_test.moc"
