// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/test_registry.h"
#include "ui/models/message_templates.h"
#include "ui/widgets/plain_tree.h"
#include "ui/widgets/search_list.h"
#include "ui/widgets/templates_view.h"

#include <QtCore/QTemporaryDir>
#include <QtTest/QSignalSpy>
#include <QtTest/QtTest>
#include <QtWidgets/QLineEdit>

using namespace signalbox;
using namespace signalbox::ui;

class TemplatesViewTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup() { m_view.reset(); }
    void savesWhatIsBeingWritten();
    void findsAndPicksByKeyboard();
    void deletesAndBringsBack();
    void renames();
    void namesTheTemplateThatIsSelected();

private:
    void save(const QString& name, const QByteArray& action)
    {
        m_draft.action = action;
        m_view->nameEdit().setText(name);
        QTest::keyClick(&m_view->nameEdit(), Qt::Key_Return);
    }

    Draft m_draft;
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<MessageTemplates> m_templates;
    std::unique_ptr<TemplatesView> m_view;
};

void TemplatesViewTest::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_templates = std::make_unique<MessageTemplates>(m_folder->path());
    m_view = std::make_unique<TemplatesView>(*m_templates, [this] { return m_draft; });
    m_view->resize(320, 400);
    m_view->show();
}

void TemplatesViewTest::savesWhatIsBeingWritten()
{
    save(QStringLiteral("one"), "say");
    QCOMPARE(m_templates->rowCount(), 1);
    QCOMPARE(m_templates->draft(0).action, QByteArray("say"));
    QCOMPARE(m_view->list().row(), 0);
}

void TemplatesViewTest::findsAndPicksByKeyboard()
{
    save(QStringLiteral("one"), "say");
    save(QStringLiteral("two"), "alert");
    QTest::keyClicks(&m_view->list().search(), QStringLiteral("ALERT"));
    QTRY_COMPARE(m_templates->rowCount(), 1);
    QList<QByteArray> picked;
    connect(m_view.get(), &TemplatesView::picked, this,
            [&picked](const Draft& draft) { picked += draft.action; });
    QTest::keyClick(&m_view->list().search(), Qt::Key_Down);
    QTest::keyClick(&m_view->list().list(), Qt::Key_Return);
    QCOMPARE(picked, QList<QByteArray>{"alert"});
}

void TemplatesViewTest::deletesAndBringsBack()
{
    save(QStringLiteral("one"), "say");
    m_view->list().select(0);
    m_view->remove();
    QCOMPARE(m_templates->rowCount(), 0);
    m_view->undo();
    QCOMPARE(m_templates->rowCount(), 1);
    QCOMPARE(m_templates->draft(0).action, QByteArray("say"));
}

void TemplatesViewTest::renames()
{
    save(QStringLiteral("one"), "say");
    m_view->list().select(0);
    m_view->nameEdit().setText(QStringLiteral("two"));
    m_view->rename();
    QCOMPARE(m_templates->name(0), QStringLiteral("two"));
    m_view->list().list().setCurrentIndex({});
    m_view->rename(); // nothing is selected
    QCOMPARE(m_templates->rowCount(), 1);
}

void TemplatesViewTest::namesTheTemplateThatIsSelected()
{
    save(QStringLiteral("one"), "say");
    save(QStringLiteral("two"), "say");
    m_view->list().list().setFocus();
    m_view->list().select(m_templates->rowOf(QStringLiteral("one")));
    QCOMPARE(m_view->nameEdit().text(), QStringLiteral("one"));
}

SIGNALBOX_TEST(TemplatesViewTest)
#include "templates_view_test.moc"
