// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/recording/kept_subject.h"

#include "server/filter/filter.h"
#include "server/filter/row_subject.h"
#include "tests/recording/capture_bench.h"
#include "tests/support/test_registry.h"

#include <QtTest/QTest>

using namespace signalbox;
using namespace signalbox::recording;
using signalbox::tests::CaptureBench;

namespace {

/// Numbers of the kept rows that pass.
QList<quint64> passing(CaptureBench& bench, QStringView text)
{
    const auto filter = filter::compile(text);
    KeptSubject subject(bench.kept, bench.maker);
    QList<quint64> numbers;
    for (quint64 position = bench.kept.rows().begin(); position != bench.kept.rows().end(); ++position) {
        subject.set(position);
        if (filter->matches(subject)) {
            numbers.append(subject.row().number);
        }
    }
    return numbers;
}

} // namespace

class KeptSubjectTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void looksAtTheWholePayload()
    {
        CaptureBench bench;
        bench.receive(0, 1, 1, "{\"action\":\"say\",\"message\":\"" + QByteArray(5'000, 'x') + "END\"}");
        bench.receive(0, 2, 1, "short");
        bench.drain();
        QCOMPARE(passing(bench, u"payload contains \"end\""), QList<quint64>{1});
        QCOMPARE(passing(bench, u"action == say"), QList<quint64>{1});
        QCOMPARE(passing(bench, u"length < 10"), QList<quint64>{2});
    }

    void putsTheFragmentsOfAMessageTogether()
    {
        CaptureBench bench;
        websocket::FrameHeader header;
        header.fin = false;
        bench.record(0, 1, 1, header, "{\"action\":\"say\",\"mess", 1);
        header.opcode = websocket::Opcode::Continuation;
        header.fin = true;
        bench.record(0, 2, 1, header, "age\":{\"price\":12}}", 2, MessageId(1));
        bench.drain();
        QCOMPARE(passing(bench, u"message.price == 12"), QList<quint64>{2});
        QCOMPARE(passing(bench, u"action == say"), QList<quint64>{2});
        QCOMPARE(passing(bench, u"payload contains \"12\""), QList<quint64>{2}); // of the frame alone
        QCOMPARE(passing(bench, u"payload contains \"action\""), QList<quint64>{1});
    }

    void knowsWhoGotAMessage()
    {
        CaptureBench bench;
        bench.writers[0]->beginIntroduction(CaptureBench::at(1));
        for (const quint64 client : {1, 2}) {
            bench.writers[0]->recordClientKnown(
                CaptureBench::at(1),
                {ClientId(client), UserName::trusted(client == 1 ? "ann" : "bob"), {}, {}});
        }
        bench.writers[0]->endIntroduction(CaptureBench::at(1));
        bench.receive(0, 2, 1, "{\"action\":\"say\"}", MessageId(1));
        bench.deliver(0, 3, MessageId(1), tests::deliveriesTo(2, 1));
        bench.receive(0, 4, 1, "{\"action\":\"say\"}", MessageId(2));
        bench.drain();
        QCOMPARE(passing(bench, u"to.user == bob"), QList<quint64>{1});
        QCOMPARE(passing(bench, u"to.client == c2"), QList<quint64>{1});
        QCOMPARE(passing(bench, u"sent == 1"), QList<quint64>{1});
        QCOMPARE(passing(bench, u"from.user == ann"), (QList<quint64>{1, 2}));
    }

    /// The same filter gives the same rows, whoever asks: the window and tail see rows.
    void decidesAsARowWithItsPayloadDoes_data()
    {
        QTest::addColumn<QString>("text");
        for (const char* text :
             {"fin", "mask", "action == say", "message.n > 2", "payload contains \"7\"", "number in {3..5}",
              "any contains say", "from", "length > 30", "not group", "target", "code", "type == text"}) {
            QTest::newRow(text) << QString::fromLatin1(text);
        }
    }

    void decidesAsARowWithItsPayloadDoes()
    {
        QFETCH(QString, text);
        CaptureBench bench;
        for (int n = 0; n < 8; ++n) {
            bench.receive(0, n, 1,
                          "{\"action\":\"say\",\"message\":\"{\\\"n\\\":" + QByteArray::number(n) + "}\"}",
                          MessageId(static_cast<quint64>(n) + 1));
        }
        bench.receive(0, 9, 1, "no envelope");
        bench.drain();
        QList<quint64> ofRows;
        filter::RowSubject subject;
        for (const link::FrameRow& row : bench.rows()) {
            const QByteArray payload = bench.maker.detail(row.number).payload; // the subject borrows it
            subject.set(row, payload);
            if (filter::compile(text)->matches(subject)) {
                ofRows.append(row.number);
            }
        }
        QCOMPARE(passing(bench, text), ofRows);
    }
};

SIGNALBOX_TEST(KeptSubjectTest)
#include "kept_subject_test.moc"
