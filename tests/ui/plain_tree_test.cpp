// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/plain_tree.h"

#include "tests/support/test_link.h"
#include "tests/support/test_registry.h"
#include "ui/models/broker_state.h"
#include "ui/widgets/actions.h"
#include "ui/widgets/appearance.h"
#include "ui/widgets/listening_bar.h"

#include <QtGui/QStandardItemModel>
#include <QtTest/QtTest>
#include <QtWidgets/QHeaderView>
#include <QtWidgets/QLineEdit>

using namespace signalbox;
using namespace signalbox::tests;
using namespace signalbox::ui;
using namespace Qt::StringLiterals;

class PlainTreeTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void columnsGrowWithTheText()
    {
        QStandardItemModel model(1, 3);
        PlainTree tree;
        tree.setModel(&model);
        tree.setColumnSample(0, u"a long sample"_s);
        tree.setColumnSample(1, u"a long sample"_s);
        tree.hideColumn(1);
        tree.show();
        const int first = tree.columnWidth(0);
        const QFont usual = tree.font();
        QFont large = usual;
        large.setPointSizeF(usual.pointSizeF() * 1.5);
        tree.setFont(large);
        QVERIFY2(tree.columnWidth(0) > first * 1.3, qPrintable(QString::number(tree.columnWidth(0))));
        QVERIFY(tree.isColumnHidden(1));
        tree.showColumn(1);
        QVERIFY(tree.columnWidth(1) > first * 1.3);
        tree.setFont(usual);
        QVERIFY(qAbs(tree.columnWidth(0) - first) <= 2);
    }

    void theUrlGrowsWithTheText()
    {
        Appearance appearance;
        TestLink link;
        BrokerState state(link);
        Actions actions;
        ListeningBar bar(state, actions);
        link.emitEvent(
            link::ListenersChanged{{{"ws://127.0.0.1:5210", true, {}, {}}}, "ws://127.0.0.1:5210"});
        const auto edits = bar.findChildren<QLineEdit*>();
        const auto url = std::find_if(edits.begin(), edits.end(), [](const QLineEdit* edit) {
            return edit->text().startsWith(u"ws:"_s);
        });
        QVERIFY(url != edits.end());
        appearance.setZoom(150);
        QVERIFY((*url)->width() > (*url)->fontMetrics().horizontalAdvance((*url)->text()));
    }

    void anArrowSelectsALoneRowThatHasTheFocus_data()
    {
        QTest::addColumn<Qt::Key>("key");
        for (const Qt::Key key : {Qt::Key_Down, Qt::Key_Up, Qt::Key_Home, Qt::Key_End}) {
            QTest::addRow("%d", key) << key;
        }
    }

    void anArrowSelectsALoneRowThatHasTheFocus()
    {
        QFETCH(const Qt::Key, key);
        QStandardItemModel model(1, 3);
        PlainTree tree;
        tree.setModel(&model);
        tree.selectionModel()->setCurrentIndex(model.index(0, 0), QItemSelectionModel::NoUpdate);
        QVERIFY(!tree.selectionModel()->hasSelection());
        QTest::keyClick(&tree, key);
        QVERIFY(tree.selectionModel()->isRowSelected(0, {}));
    }
};

SIGNALBOX_TEST(PlainTreeTest)
#include "plain_tree_test.moc"
