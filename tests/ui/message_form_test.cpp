// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/test_registry.h"
#include "ui/models/seen_actions.h"
#include "ui/widgets/message_form.h"
#include "ui/widgets/payload_file.h"
#include "ui/widgets/repeat_form.h"
#include "ui/widgets/variables_form.h"

#include <QtCore/QMimeData>
#include <QtCore/QTemporaryDir>
#include <QtGui/QDropEvent>
#include <QtTest/QtTest>
#include <QtWidgets/QApplication>
#include <QtWidgets/QCheckBox>
#include <QtWidgets/QComboBox>
#include <QtWidgets/QCompleter>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QPlainTextEdit>
#include <QtWidgets/QSpinBox>

using namespace signalbox;
using namespace signalbox::ui;

class MessageFormTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_form = std::make_unique<MessageForm>(m_actions);
        m_form->show();
    }
    void cleanup() { m_form.reset(); }
    void saysWhereJsonIsWrongAsOneTypes();
    void formatsSoThatItCanBeUndone();
    void hidesTheEnvelopeOfARawMessage();
    void readsHexadecimalDigits();
    void takesAFileThatIsDropped();
    void asksForTheVariables();
    void completesActionsThatWereSeen();
    void plansARepetition();
    void writesADraftAgain();

private:
    void choose(MessageKind kind)
    {
        m_form->kind().setCurrentIndex(m_form->kind().findData(QVariant::fromValue(kind)));
    }

    SeenActions m_actions;
    std::unique_ptr<MessageForm> m_form;
};

void MessageFormTest::saysWhereJsonIsWrongAsOneTypes()
{
    QTest::keyClicks(&m_form->message(), QStringLiteral("{\"a\": "));
    QCOMPARE(m_form->stateText(), QStringLiteral("Not JSON: line 1, column 7: expected a value"));
    QTest::keyClicks(&m_form->message(), QStringLiteral("1}"));
    QCOMPARE(m_form->stateText(), QStringLiteral("JSON ✓  8 bytes"));
    m_form->message().setPlainText(QStringLiteral("hello"));
    QCOMPARE(m_form->stateText(), QStringLiteral("text  5 bytes"));
    choose(MessageKind::Value);
    QCOMPARE(m_form->stateText(), QStringLiteral("Not JSON: line 1, column 1: expected a value"));
}

void MessageFormTest::formatsSoThatItCanBeUndone()
{
    m_form->message().setPlainText(QStringLiteral("{\"a\":1,\"a\":2}"));
    m_form->format();
    QCOMPARE(m_form->message().toPlainText(), QStringLiteral("{\n  \"a\": 1,\n  \"a\": 2\n}"));
    m_form->message().undo();
    QCOMPARE(m_form->message().toPlainText(), QStringLiteral("{\"a\":1,\"a\":2}"));
    m_form->message().setPlainText(QStringLiteral("hello"));
    m_form->format();
    QVERIFY(m_form->stateText().startsWith(QStringLiteral("Not JSON: line 1")));
}

void MessageFormTest::hidesTheEnvelopeOfARawMessage()
{
    QVERIFY(m_form->action().isVisible());
    choose(MessageKind::RawText);
    QVERIFY(!m_form->action().isVisible());
    QVERIFY(m_form->draft().action.isEmpty());
    QCOMPARE(m_form->draft().kind, MessageKind::RawText);
}

void MessageFormTest::readsHexadecimalDigits()
{
    choose(MessageKind::RawBinary);
    m_form->message().setPlainText(QStringLiteral("81 fe 0"));
    QCOMPARE(m_form->stateText(), QStringLiteral("character 7: a byte has two digits"));
    m_form->message().setPlainText(QStringLiteral("81 fe 00"));
    QCOMPARE(m_form->stateText(), QStringLiteral("3 bytes"));
}

void MessageFormTest::takesAFileThatIsDropped()
{
    const QTemporaryDir folder;
    QFile file(folder.filePath(QStringLiteral("a.bin")));
    QVERIFY(file.open(QIODevice::WriteOnly) && file.write("\x01\x02\x03") == 3);
    file.close();
    QMimeData data;
    data.setUrls({QUrl::fromLocalFile(file.fileName())});
    QDropEvent drop(QPointF(5, 5), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
    QDragEnterEvent enter(QPoint(5, 5), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
    QApplication::sendEvent(m_form->message().viewport(), &enter);
    QVERIFY(enter.isAccepted());
    QApplication::sendEvent(m_form->message().viewport(), &drop);
    QCOMPARE(m_form->draft().kind, MessageKind::RawBinary);
    QCOMPARE(m_form->draft().fileBytes, QByteArray("\x01\x02\x03"));
    QVERIFY(!m_form->message().isEnabled());
    auto* payload = m_form->findChild<PayloadFile*>();
    payload->setPath(folder.filePath(QStringLiteral("missing")));
    QVERIFY(m_form->draft().file.isEmpty());
    QVERIFY(m_form->message().isEnabled());
}

void MessageFormTest::asksForTheVariables()
{
    auto* variables = m_form->findChild<VariablesForm*>();
    QVERIFY(!variables->isVisible());
    m_form->message().setPlainText(QStringLiteral("hello {{name}} {{n}}"));
    QVERIFY(variables->isVisible());
    auto* line = variables->findChild<QLineEdit*>(QStringLiteral("name"));
    QCOMPARE(line->accessibleName(), QStringLiteral("Value of name"));
    QTest::keyClicks(line, QStringLiteral("ann"));
    QCOMPARE(m_form->draft().values.value(QStringLiteral("name")), QStringLiteral("ann"));
    m_form->message().setPlainText(QStringLiteral("hello"));
    QVERIFY(!variables->isVisible());
}

void MessageFormTest::completesActionsThatWereSeen()
{
    m_actions.learn(QByteArray("alert"));
    m_form->action().selectAll();
    QTest::keyClicks(&m_form->action(), QStringLiteral("AL"));
    QCOMPARE(m_form->action().completer()->completionCount(), 1);
    QCOMPARE(m_form->action().completer()->currentCompletion(), QStringLiteral("alert"));
}

void MessageFormTest::plansARepetition()
{
    using namespace std::chrono_literals;
    QCOMPARE(m_form->plan().count, 1);
    QCOMPARE(m_form->plan().startAt, WallTime());
    auto* repeat = m_form->findChild<RepeatForm*>();
    const QList<QSpinBox*> boxes = repeat->findChildren<QSpinBox*>();
    boxes[0]->setValue(100);
    boxes[1]->setValue(250);
    repeat->findChild<QCheckBox*>()->setChecked(true);
    QCOMPARE(m_form->plan().count, 100);
    QCOMPARE(m_form->plan().interval, 250ms);
    QVERIFY(m_form->plan().startAt > SystemClock().wallNow());
    m_form->clear();
    QCOMPARE(m_form->plan().count, 1);
}

void MessageFormTest::writesADraftAgain()
{
    Draft draft{"say", "{\"a\": {{x}}}", MessageKind::Value, "ann", "red", {}};
    draft.values = {{QStringLiteral("x"), QStringLiteral("1")}};
    m_form->setDraft(draft);
    const Draft again = m_form->draft();
    QCOMPARE(again.action, draft.action);
    QCOMPARE(again.message, draft.message);
    QCOMPARE(again.kind, draft.kind);
    QCOMPARE(again.user, draft.user);
    QCOMPARE(again.group, draft.group);
    QCOMPARE(again.values, draft.values);
    QCOMPARE(m_form->stateText(), QStringLiteral("JSON ✓  8 bytes"));
}

SIGNALBOX_TEST(MessageFormTest)
#include "message_form_test.moc"
