// SPDX-License-Identifier: GPL-3.0-or-later
// A service with a real process: what becomes of calls that wait while its script is another one.
#include "server/services/service.h"

#include "tests/support/manual_clock.h"
#include "tests/support/test_registry.h"

#include <QtTest/QTest>

using namespace signalbox;
using namespace signalbox::services;
using namespace Qt::StringLiterals;

namespace {

struct QuietHost final : Service::Host {
    void changed(Service& /*service*/) override {}
    Result<void> act(Service& /*service*/, const ScriptAct& /*act*/) override { return {}; }
    void logged(Service& /*service*/, const from_script::Logged& /*line*/) override {}
    void threw(Service& /*service*/, const ScriptError& /*error*/) override {}
    void stopped(Service& /*service*/, const QString& /*reason*/) override {}
    QList<ScriptClient> clients(Service& /*service*/) override { return {}; }
};

ServiceOptions options()
{
    ServiceOptions options;
    options.program.executable = QStringLiteral(SIGNALBOX_EXECUTABLE);
    options.callTimeout = std::chrono::seconds(20);
    options.loadTimeout = std::chrono::seconds(20);
    return options;
}

} // namespace

class ServiceTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aRequestThatWaitsRunsWhatStandsUnderItsNameThen()
    {
        QuietHost host;
        Service service(u"a.js"_s, options(), m_clock, host);
        service.load("service({ basePath: 'a', resources: {"
                     "'GET /one': () => 'one', 'GET /two': () => 'two', 'GET /old': () => 'old' } })");
        QTRY_COMPARE_WITH_TIMEOUT(service.state(), ServiceState::Ready, 20'000);
        service.load("service({ basePath: 'a', resources: {"
                     "'GET /new': () => 'new', 'GET /two': () => 'two', 'GET /one': () => 'one' } })");
        QCOMPARE(service.state(), ServiceState::Loading); // what is asked now was found on the former paths
        QStringList answers;
        for (const QByteArray path : {"/one", "/two", "/old"}) {
            (void)service.call(
                {to_script::RequestCame{{}, {"GET", path}}, [&answers](const ScriptCall::Outcome& outcome) {
                     const auto* const error = std::get_if<Error>(&outcome);
                     answers.append(QString::fromUtf8(
                         error != nullptr ? error->code : std::get<ScriptResponse>(outcome).body));
                 }});
        }
        QTRY_COMPARE_WITH_TIMEOUT(answers.size(), 3, 20'000);
        QCOMPARE(answers, (QStringList{u"one"_s, u"two"_s, u"service.no_resource"_s}));
    }

private:
    tests::ManualClock m_clock;
};

SIGNALBOX_TEST(ServiceTest)
#include "service_test.moc"
