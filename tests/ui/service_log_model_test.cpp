// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/service_log_model.h"

#include "tests/support/test_registry.h"
#include "tests/ui/service_samples.h"

#include <QtTest/QAbstractItemModelTester>
#include <QtTest/QTest>

#include <algorithm>
#include <memory>
#include <optional>

using namespace signalbox;
using namespace signalbox::tests;
using namespace Qt::StringLiterals;
using ui::ServiceLogModel;

class ServiceLogModelTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_model.emplace();
        m_tester = std::make_unique<QAbstractItemModelTester>(&*m_model);
    }
    void cleanup() { m_tester.reset(); }

    void showsTheLinesOfOneService()
    {
        m_model->show("a.js");
        m_model->apply(
            {false,
             {logLine("a.js", 1, u"one"_s), logLine("b.js", 1, u"other"_s), logLine("a.js", 2, u"two"_s)}});
        QCOMPARE(texts(), (QStringList{u"one"_s, u"two"_s}));
        m_model->show("b.js");
        QCOMPARE(texts(), QStringList{u"other"_s});
    }

    void beginsAnewWithTheWhole()
    {
        m_model->show("a.js");
        m_model->apply({false, {logLine("a.js", 1, u"one"_s)}});
        m_model->apply({true, {logLine("a.js", 1, u"one"_s), logLine("a.js", 2, u"two"_s)}});
        QCOMPARE(texts(), (QStringList{u"one"_s, u"two"_s}));
    }

    void forgetsTheOldestOfTooMany()
    {
        m_model->show("a.js");
        for (quint64 line = 1; line <= ServiceLogModel::maxLines + 5; ++line) {
            m_model->apply({false, {logLine("a.js", line, QString::number(line))}});
        }
        QCOMPARE(m_model->rowCount(), ServiceLogModel::maxLines);
        QCOMPARE(texts().first(), u"6"_s);
    }

    void forgetsAServiceThatIsGone()
    {
        m_model->show("a.js");
        m_model->apply({false, {logLine("a.js", 1, u"one"_s), logLine("b.js", 1, u"other"_s)}});
        m_model->keepOnly({service("b.js")});
        QCOMPARE(m_model->rowCount(), 0);
        m_model->show("b.js");
        QCOMPARE(m_model->rowCount(), 1);
    }

    void saysWhatTheBrokerWroteAndWritesOutWhatIsNoText()
    {
        link::ServiceLogLine line = logLine("a.js", 1, u"<b>was\nstopped\u202e"_s);
        line.ofBroker = true;
        line.level = link::ServiceLogLevel::Warning;
        m_model->show("a.js");
        m_model->apply({false, {line}});
        QCOMPARE(texts(), QStringList{u"Signalbox: <b>was⏎stopped\\u{202e}"_s});
        QVERIFY(m_model->asText().contains(u"▲ warning  Signalbox"_s));
    }

private:
    [[nodiscard]] QStringList texts() const
    {
        QStringList lines;
        for (int row = 0; row < m_model->rowCount(); ++row) {
            lines += m_model->index(row, ServiceLogModel::TextColumn).data().toString();
        }
        return lines;
    }

    std::optional<ServiceLogModel> m_model;
    std::unique_ptr<QAbstractItemModelTester> m_tester;
};

SIGNALBOX_TEST(ServiceLogModelTest)
#include "service_log_model_test.moc"
