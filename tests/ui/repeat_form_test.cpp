// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/repeat_form.h"

#include "tests/support/test_registry.h"

#include <QtTest/QTest>
#include <QtWidgets/QCheckBox>
#include <QtWidgets/QDateTimeEdit>

using namespace signalbox::ui;

class RepeatFormTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void offersATimeThatIsStillToCome()
    {
        RepeatForm form;
        auto* time = form.findChild<QDateTimeEdit*>();
        auto* isLater = form.findChild<QCheckBox*>();
        time->setDateTime(QDateTime::currentDateTime().addSecs(-600)); // the window was opened then
        isLater->setChecked(true);
        QVERIFY(time->isEnabled());
        QVERIFY(time->dateTime() > QDateTime::currentDateTime());
        QVERIFY(form.plan().startAt != signalbox::WallTime{});
    }

    void keepsTheTimeThatWasChosen()
    {
        RepeatForm form;
        auto* time = form.findChild<QDateTimeEdit*>();
        const QDateTime chosen = QDateTime::currentDateTime().addSecs(3'600);
        time->setDateTime(chosen);
        form.findChild<QCheckBox*>()->setChecked(true);
        QCOMPARE(time->dateTime(), chosen);
    }
};

SIGNALBOX_TEST(RepeatFormTest)
#include "repeat_form_test.moc"
