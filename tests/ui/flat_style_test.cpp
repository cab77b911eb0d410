// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/flat_style.h"

#include "tests/support/test_registry.h"
#include "ui/widgets/palette.h"

#include <QtGui/QStandardItemModel>
#include <QtTest/QTest>
#include <QtWidgets/QComboBox>
#include <QtWidgets/QDialogButtonBox>
#include <QtWidgets/QHeaderView>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QRadioButton>
#include <QtWidgets/QSpinBox>
#include <QtWidgets/QToolButton>
#include <QtWidgets/QTreeView>

#include <algorithm>

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

    void showsTheEdgesOfWhatCanBeChosenOnADarkGround()
    {
        FlatStyle style;
        const QPalette dark = paletteOf(Theme::Dark);
        QRadioButton radio;
        QSpinBox number;
        QComboBox choice;
        for (QWidget* widget : std::initializer_list<QWidget*>{&radio, &number, &choice}) {
            widget->setStyle(&style);
            widget->setPalette(dark);
            widget->resize(widget->sizeHint());
            QVERIFY2(strongestContrast(*widget, dark) > 1.5, widget->metaObject()->className());
        }
    }

    void aHeadingBeginsWhereItsCellsDo()
    {
        FlatStyle style;
        QStandardItemModel model;
        model.setHorizontalHeaderLabels({QStringLiteral("Hill")});
        model.appendRow(new QStandardItem(QStringLiteral("Hill")));
        QTreeView list;
        list.setStyle(&style);
        list.header()->setStyle(&style);
        list.setPalette(paletteOf(Theme::Light));
        list.setRootIsDecorated(false);
        list.setFrameShape(QFrame::NoFrame);
        list.header()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
        list.setModel(&model);
        list.resize(300, 100);
        const QImage heading = list.header()->viewport()->grab().toImage();
        const QImage cells = list.viewport()->grab().toImage();
        const int row = list.visualRect(model.index(0, 0)).center().y();
        QVERIFY(firstInk(cells, row) > 0);
        QCOMPARE(firstInk(heading, heading.height() / 2), firstInk(cells, row));
    }

    void ringsTheToolButtonThatHasTheFocus()
    {
        FlatStyle style;
        QWidget window;
        window.setPalette(paletteOf(Theme::Dark));
        QToolButton button(&window);
        button.setStyle(&style);
        button.setAutoRaise(true);
        button.setFocusPolicy(Qt::StrongFocus);
        button.resize(30, 30);
        window.show();
        QVERIFY(QTest::qWaitForWindowActive(&window));
        button.clearFocus();
        const double without = strongestContrast(button, window.palette());
        button.setFocus(Qt::TabFocusReason);
        QVERIFY(strongestContrast(button, window.palette()) > without + 1.0);
    }

private:
    /// Where something dark begins.
    static int firstInk(const QImage& image, int row)
    {
        for (int x = 0; x < image.width(); ++x) {
            if (image.pixelColor(x, row).lightness() < 160) {
                return x;
            }
        }
        return -1;
    }

    /// On the left edge, where no text is.
    static double strongestContrast(QWidget& widget, const QPalette& palette)
    {
        const QImage image = widget.grab().toImage();
        double strongest = 1.0;
        for (int x = 0; x < 3; ++x) {
            const QColor pixel = image.pixelColor(x, image.height() / 2);
            strongest = std::max(strongest, contrast(pixel, palette.color(QPalette::Window)));
        }
        return strongest;
    }
};

SIGNALBOX_TEST(FlatStyleTest)
#include "flat_style_test.moc"
