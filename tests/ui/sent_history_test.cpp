// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/test_registry.h"
#include "tests/ui/samples.h"
#include "ui/models/sent_history.h"

#include <QtCore/QTemporaryDir>
#include <QtTest/QAbstractItemModelTester>
#include <QtTest/QtTest>

using namespace signalbox;
using namespace signalbox::tests;
using namespace signalbox::ui;

class SentHistoryTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void isThereAfterARestart();
    void showsWhatIsSearchedFor();
    void isBounded();

private:
    [[nodiscard]] static SentMessage message(const QByteArray& text)
    {
        return {sampleTime, {"say", text, MessageKind::String, {}, {}, {{RecipientType::Group, "red"}}}};
    }
};

void SentHistoryTest::isThereAfterARestart()
{
    const QTemporaryDir folder;
    SentHistory history(folder.path());
    const QAbstractItemModelTester tester(&history);
    QVERIFY(history.add(message("one")));
    QVERIFY(history.add(message("two")));
    QCOMPARE(history.draft(0).message, QByteArray("two"));
    const SentHistory again(folder.path());
    QCOMPARE(again.rowCount(), 2);
    QCOMPARE(again.draft(1).message, QByteArray("one"));
    QVERIFY(again.index(0, 0).data().toString().endsWith(QStringLiteral("group red  say  two")));
    QVERIFY(again.isAll());
    QCOMPARE(again.damagedLines(), 0);
}

void SentHistoryTest::showsWhatIsSearchedFor()
{
    const QTemporaryDir folder;
    SentHistory history(folder.path());
    QVERIFY(history.add(message("apples")));
    QVERIFY(history.add(message("pears")));
    history.setSearch(QStringLiteral("APPLE"));
    QCOMPARE(history.rowCount(), 1);
    QVERIFY(history.add(message("more apples")));
    QVERIFY(history.add(message("plums")));
    QCOMPARE(history.rowCount(), 2);
    history.setSearch({});
    QCOMPARE(history.rowCount(), 4);
}

void SentHistoryTest::isBounded()
{
    SentHistory history{QString()};
    const QAbstractItemModelTester tester(&history);
    for (size_t i = 0; i < SentHistory::maxRows + 5; ++i) {
        QVERIFY(history.add(message(QByteArray::number(static_cast<qulonglong>(i)))));
    }
    QCOMPARE(history.rowCount(), static_cast<int>(SentHistory::maxRows));
    QCOMPARE(history.draft(0).message, QByteArray::number(SentHistory::maxRows + 4));
    QVERIFY(!history.isKept() && !history.isAll());
}

SIGNALBOX_TEST(SentHistoryTest)
#include "sent_history_test.moc"
