// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/recording/related_rows.h"

#include "tests/support/test_registry.h"

#include <QtTest/QTest>

using namespace signalbox;
using namespace signalbox::recording;

class RelatedRowsTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void findsTheRowsOfAMessageInTheirOrder()
    {
        RelatedRows rows;
        rows.insert(MessageId(2), 10);
        rows.insert(MessageId(1), 11);
        rows.insert(MessageId(2), 15);
        QCOMPARE(rows.find(MessageId(2)), (std::vector<quint64>{10, 15}));
        QCOMPARE(rows.find(MessageId(3)), std::vector<quint64>{});
    }

    void forgetsWhatIsNotKept()
    {
        RelatedRows rows;
        for (quint64 position = 0; position < 1'000; ++position) {
            rows.insert(MessageId(1), position);
        }
        rows.removeBefore(999);
        QCOMPARE(rows.find(MessageId(1)), std::vector<quint64>{999});
        QCOMPARE(rows.heldBytes(), qint64{16});
    }
};

SIGNALBOX_TEST(RelatedRowsTest)
#include "related_rows_test.moc"
