// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/test_registry.h"
#include "tests/ui/samples.h"
#include "ui/models/sent_log.h"

#include <QtCore/QFile>
#include <QtCore/QTemporaryDir>
#include <QtTest/QtTest>

using namespace signalbox;
using namespace signalbox::tests;
using namespace signalbox::ui;

class SentLogTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void findsTheNewestFirst();
    void findsTextAsItWasWritten();
    void skipsAndCountsDamagedLines();
    void goesOnBehindALineThatWasCut();
    void putsAFullFileAside();
    void keepsNothingWithoutAFolder();
    void saysWhyItCannotWrite();

private:
    [[nodiscard]] static SentMessage message(const QByteArray& text, int second = 0)
    {
        return {sampleTime + std::chrono::seconds(second), {"say", text, MessageKind::String, {}, {}, {}}};
    }
};

void SentLogTest::findsTheNewestFirst()
{
    const QTemporaryDir folder;
    SentLog log(folder.filePath(QStringLiteral("new")));
    for (int i = 0; i < 5; ++i) {
        QVERIFY(log.append(message("m" + QByteArray::number(i), i)));
    }
    const auto found = log.find({}, 3);
    QCOMPARE(found.messages.size(), size_t(3));
    QVERIFY(!found.isAll);
    QCOMPARE(found.messages[0].draft.message, QByteArray("m4"));
    QCOMPARE(found.messages[0].time, sampleTime + std::chrono::seconds(4));
    QCOMPARE(log.find({}, 5).isAll, true);
}

void SentLogTest::findsTextAsItWasWritten()
{
    const QTemporaryDir folder;
    SentLog log(folder.path());
    QVERIFY(log.append(message(R"({"price": 12.5})")));
    QVERIFY(log.append(message("Grüße\nan alle")));
    QCOMPARE(log.find(QStringLiteral("\"PRICE\": 12"), 9).messages.size(), size_t(1));
    QCOMPARE(log.find(QStringLiteral("grüße\nan"), 9).messages.size(), size_t(1));
    QCOMPARE(log.find(QStringLiteral("zzz"), 9).messages.size(), size_t(0));
}

void SentLogTest::skipsAndCountsDamagedLines()
{
    const QTemporaryDir folder;
    SentLog log(folder.path());
    QVERIFY(log.append(message("one")));
    QFile file(folder.filePath(QStringLiteral("sent.jsonl")));
    QVERIFY(file.open(QIODevice::Append) && file.write("garbage\n{\"kind\":\"string\"}\n\n") > 0);
    file.close();
    QVERIFY(log.append(message("two")));
    const auto found = log.find({}, 9);
    QCOMPARE(found.messages.size(), size_t(2));
    QCOMPARE(found.damagedLines, 2);
}

void SentLogTest::goesOnBehindALineThatWasCut()
{
    const QTemporaryDir folder;
    SentLog log(folder.path());
    QFile file(folder.filePath(QStringLiteral("sent.jsonl")));
    QVERIFY(file.open(QIODevice::WriteOnly) && file.write("{\"time\":17,\"kind\":\"str") > 0);
    file.close();
    QVERIFY(log.append(message("after")));
    const auto found = log.find({}, 9);
    QCOMPARE(found.messages.size(), size_t(1));
    QCOMPARE(found.damagedLines, 1);
}

void SentLogTest::putsAFullFileAside()
{
    const QTemporaryDir folder;
    SentLog log(folder.path(), 2'000);
    for (int i = 0; i < 100; ++i) {
        QVERIFY(log.append(message("m" + QByteArray::number(i))));
    }
    QVERIFY(QFile(folder.filePath(QStringLiteral("sent.jsonl"))).size() <= 2'000);
    QVERIFY(QFile(folder.filePath(QStringLiteral("sent.1.jsonl"))).size() <= 2'000);
    const auto found = log.find({}, 1'000);
    QCOMPARE(found.messages.front().draft.message, QByteArray("m99"));
    QVERIFY(found.messages.size() > 15 && found.messages.size() < 100); // both files
    QVERIFY(log.append(message(QByteArray(300 << 10, 'x'))));
    QVERIFY(log.find({}, 1).messages.front().draft.message.isEmpty());
}

void SentLogTest::keepsNothingWithoutAFolder()
{
    SentLog log{QString()};
    QVERIFY(log.append(message("x")));
    QVERIFY(log.find({}, 9).messages.empty());
}

void SentLogTest::saysWhyItCannotWrite()
{
    const QTemporaryDir folder;
    QFile file(folder.filePath(QStringLiteral("file")));
    QVERIFY(file.open(QIODevice::WriteOnly));
    SentLog log(file.fileName());
    QCOMPARE(log.append(message("x")).error().code, QByteArray("history.not_written"));
}

SIGNALBOX_TEST(SentLogTest)
#include "sent_log_test.moc"
