// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/services_model.h"

#include "tests/support/test_registry.h"
#include "tests/ui/service_samples.h"
#include "ui/format/meaning.h"

#include <QtTest/QAbstractItemModelTester>
#include <QtTest/QSignalSpy>
#include <QtTest/QTest>

#include <algorithm>
#include <memory>
#include <optional>

using namespace signalbox;
using namespace signalbox::tests;
using namespace Qt::StringLiterals;
using link::ServiceState;
using ui::ServicesModel;

class ServicesModelTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { m_model.emplace(); }

    void keepsItsRowsInOrderWhenServicesComeAndGo()
    {
        const QAbstractItemModelTester tester(&*m_model);
        m_model->apply(services({service("b.js"), service("d.js")}));
        const QPersistentModelIndex chosen = m_model->indexOf("d.js");
        m_model->apply(services({service("a.js"), service("c.js"), service("d.js"), service("e.js")}));
        QCOMPARE(files(), QByteArray("a.js c.js d.js e.js"));
        QCOMPARE(m_model->fileAt(chosen), QByteArray("d.js"));
        m_model->apply(services({}));
        QCOMPARE(m_model->rowCount(), 0);
        QVERIFY(!chosen.isValid());
    }

    void saysTheStateInAGlyphAndWords()
    {
        m_model->apply(services({service("a.js", ServiceState::DisabledByStrikes)}));
        QCOMPARE(text(ServicesModel::StateColumn), u"■ disabled after 3 stops"_s);
        QCOMPARE(m_model->index(0, ServicesModel::StateColumn).data(ui::meaningRole).toInt(),
                 static_cast<int>(ui::Meaning::Bad));
        m_model->apply(services({service("a.js")}));
        QCOMPARE(text(ServicesModel::StateColumn), u"● running"_s);
    }

    void countsCallsInASecondWhichFallWhenNothingIsTold()
    {
        link::ServiceInfo busy = service("a.js");
        WallTime now = sampleTime;
        for (int tick = 0; tick < 8; ++tick, now += std::chrono::milliseconds(500)) {
            busy.calls += 50;
            m_model->apply(services({busy}));
            m_model->tick(now);
        }
        QCOMPARE(m_model->rate("a.js"), 100.0);
        QCOMPARE(text(ServicesModel::RateColumn), u"100"_s);
        for (int tick = 0; tick < 6; ++tick, now += std::chrono::milliseconds(500)) {
            m_model->tick(now);
        }
        QCOMPARE(m_model->rate("a.js"), 0.0);
    }

    void beginsAnewWithAnotherServiceOfTheSameName()
    {
        link::ServiceInfo old = service("a.js");
        old.calls = 1'000;
        m_model->apply(services({old}));
        m_model->tick(sampleTime);
        m_model->apply(services({service("a.js")}));
        m_model->tick(sampleTime + std::chrono::seconds(1));
        QCOMPARE(m_model->rate("a.js"), 0.0);
    }

    void tellsOnceThatStrikesHaveDisabledOne()
    {
        const QSignalSpy spy(&*m_model, &ServicesModel::disabledByStrikes);
        m_model->apply(services({service("a.js")}));
        m_model->apply(services({service("a.js", ServiceState::DisabledByStrikes)}));
        m_model->apply(services({service("a.js", ServiceState::DisabledByStrikes), service("b.js")}));
        QCOMPARE(spy.count(), 1);
        QCOMPARE(spy.front().front().toByteArray(), QByteArray("a.js"));
    }

    void namesTheLastErrorInItsToolTip()
    {
        link::ServiceInfo wrong = service("a.js");
        wrong.errors = 2;
        wrong.lastError = link::ServiceFault{sampleTime, u"a.js"_s, 12, u"x is not\ndefined"_s};
        m_model->apply(services({wrong}));
        const QModelIndex cell = m_model->index(0, ServicesModel::ErrorsColumn);
        QCOMPARE(cell.data().toString(), u"2"_s);
        QVERIFY(cell.data(Qt::ToolTipRole).toString().contains(u"a.js, line 12: x is not⏎defined"_s));
    }

    void tellsAScreenReaderARow()
    {
        m_model->apply(services({service("a.js")}));
        QCOMPARE(m_model->index(0, 0).data(Qt::AccessibleTextRole).toString(),
                 u"Service a.js, ● running, at /a/ws, 0 client(s)"_s);
    }

private:
    [[nodiscard]] QString text(int column) const { return m_model->index(0, column).data().toString(); }
    [[nodiscard]] QByteArray files() const
    {
        QByteArrayList names;
        for (int row = 0; row < m_model->rowCount(); ++row) {
            names += m_model->fileAt(m_model->index(row, 0));
        }
        return names.join(' ');
    }

    std::optional<ServicesModel> m_model;
};

SIGNALBOX_TEST(ServicesModelTest)
#include "services_model_test.moc"
