// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/flat_style.h"

#include "tests/support/test_registry.h"

#include <QtTest/QTest>
#include <QtWidgets/QDialogButtonBox>
#include <QtWidgets/QPushButton>

using namespace signalbox::ui;

class FlatStyleTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void drawsNoPicturesOfOthersOnTheButtonsOfADialog()
    {
        FlatStyle style;
        QDialogButtonBox box;
        box.setStyle(&style);
        box.setStandardButtons(QDialogButtonBox::Cancel);
        QVERIFY(box.button(QDialogButtonBox::Cancel)->icon().isNull());
    }
};

SIGNALBOX_TEST(FlatStyleTest)
#include "flat_style_test.moc"
