// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/test_registry.h"
#include "ui/models/draft_json.h"

#include <QtCore/QJsonDocument>
#include <QtTest/QtTest>

using namespace signalbox;
using namespace signalbox::ui;

class DraftJsonTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void readsWhatItWrote();
    void refusesWhatIsNoDraft_data();
    void refusesWhatIsNoDraft();
};

void DraftJsonTest::readsWhatItWrote()
{
    Draft draft{
        "say",
        "{\"n\":18446744073709551616,\"n\":1.0}",
        MessageKind::Value,
        "ann",
        "red",
        {{RecipientType::Group, "r\"ed "}, {RecipientType::All, {}}, {RecipientType::AllButUser, "ä"}}};
    draft.values = {{QStringLiteral("name"), QStringLiteral("x")}};
    draft.file = QStringLiteral("/tmp/a.png");
    const auto again = draftFromJson(draftToJson(draft));
    QVERIFY(again);
    QCOMPARE(again->action, draft.action);
    QCOMPARE(again->message, draft.message);
    QCOMPARE(again->kind, draft.kind);
    QCOMPARE(again->user, draft.user);
    QCOMPARE(again->group, draft.group);
    QVERIFY(again->recipients == draft.recipients);
    QCOMPARE(again->values, draft.values);
    QCOMPARE(again->file, draft.file);
}

void DraftJsonTest::refusesWhatIsNoDraft_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::newRow("nothing") << QByteArray("{}");
    QTest::newRow("kind") << QByteArray(R"({"kind":"new","message":"x"})");
    QTest::newRow("message") << QByteArray(R"({"kind":"string","message":{}})");
    QTest::newRow("recipient") << QByteArray(
        R"({"kind":"string","message":"x","recipients":[{"type":"team","value":"a"}]})");
}

void DraftJsonTest::refusesWhatIsNoDraft()
{
    QFETCH(const QByteArray, json);
    QVERIFY(!draftFromJson(QJsonDocument::fromJson(json).object()));
}

SIGNALBOX_TEST(DraftJsonTest)
#include "draft_json_test.moc"
