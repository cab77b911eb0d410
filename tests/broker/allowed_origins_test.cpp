// SPDX-License-Identifier: GPL-3.0-or-later
// Which pages may connect, by configuration and by the operator: the list, its file, and a real broker.
#include "server/broker/allowed_origins.h"

#include "tests/support/raw_peer.h"
#include "tests/support/running_broker.h"
#include "tests/support/test_registry.h"

#include <QtCore/QFile>
#include <QtCore/QTemporaryDir>
#include <QtTest/QTest>

using namespace signalbox;
using broker::AllowedAccess;
using broker::AllowedOrigins;
using tests::RawPeer;
using tests::RunningBroker;

using Done = link::CommandAnswer::Done;

namespace {

const QByteArray shop = "https://shop.example";

} // namespace

class AllowedOriginsTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { m_folder.emplace(); }

    void takesOriginsOnly_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QByteArray>("origin");
        QTest::newRow("as browsers write it") << shop << shop;
        QTest::newRow("upper case") << QByteArray("HTTPS://Shop.Example:443/") << shop;
        QTest::newRow("a port") << QByteArray("http://shop.example:8080")
                                << QByteArray("http://shop.example:8080");
        QTest::newRow("empty") << QByteArray() << QByteArray();
        QTest::newRow("null") << QByteArray("null") << QByteArray();
        QTest::newRow("any") << QByteArray("*") << QByteArray();
        QTest::newRow("file") << QByteArray("file:///tmp/x.html") << QByteArray();
        QTest::newRow("a path") << QByteArray("https://shop.example/x") << QByteArray();
        QTest::newRow("two lines") << QByteArray("https://a.example\nhttps://b.example") << QByteArray();
        QTest::newRow("not UTF-8") << QByteArray("https://\xFF") << QByteArray();
    }

    void takesOriginsOnly()
    {
        QFETCH(QByteArray, text);
        const Result<QByteArray> origin = AllowedOrigins::comparable(text);
        QTEST(origin ? origin.value() : QByteArray(), "origin");
        QVERIFY(origin || origin.error().code == "origin.invalid");
    }

    void keepsThoseOfThisRunOverAReload()
    {
        AllowedOrigins origins({{"host"}, {"http://a.example"}}, {});
        origins.allowForThisRun(shop);
        origins.allowForThisRun(shop);
        origins.configure({{"host"}, {"http://b.example"}});
        QCOMPARE(origins.access().origins, (QList<QByteArray>{"http://b.example", shop}));
        QCOMPARE(origins.access().hosts, QList<QByteArray>{"host"});
    }

    void remembersThoseThatAreAllowedAlways()
    {
        AllowedOrigins origins({}, path()); // in a folder that is not there yet
        QVERIFY(origins.allowAlways(shop));
        QVERIFY(origins.allowAlways(shop));
        QVERIFY(origins.allowAlways("http://a.example"));
        QCOMPARE(contents(), QByteArray("https://shop.example\nhttp://a.example\n"));
        QCOMPARE(AllowedOrigins({}, path()).access().origins, (QList<QByteArray>{shop, "http://a.example"}));
    }

    void readsWhatAPersonWrote()
    {
        write("# ours\n\n HTTPS://SHOP.example \r\nnonsense\nnull\nhttp://a.example");
        AllowedOrigins origins({}, path());
        QCOMPARE(origins.access().origins, (QList<QByteArray>{shop, "http://a.example"}));
        QVERIFY(origins.allowAlways("http://b.example")); // and leaves it as it was
        QCOMPARE(contents(),
                 QByteArray("# ours\n\n HTTPS://SHOP.example \r\nnonsense\nnull\nhttp://a.example\n"
                            "http://b.example\n"));
    }

    void forgetsWhatWasTakenOutOfTheFile()
    {
        AllowedOrigins origins({}, path());
        QVERIFY(origins.allowAlways(shop));
        write("");
        QCOMPARE(origins.access().origins, QList<QByteArray>{shop});
        origins.configure({});
        QVERIFY(origins.access().origins.isEmpty());
    }

    void allowsForThisRunWhatItCannotSave_data()
    {
        QTest::addColumn<QString>("file");
        QTest::newRow("no state folder") << QString();
        QTest::newRow("no such place") << QStringLiteral("/proc/nowhere/allowed_origins");
    }

    void allowsForThisRunWhatItCannotSave()
    {
        QFETCH(QString, file);
        AllowedOrigins origins({}, file);
        QCOMPARE(origins.allowAlways(shop).error().code, QByteArray("origin.not_saved"));
        QCOMPARE(origins.access().origins, QList<QByteArray>{shop});
    }

    void letsAPageInThatTheOperatorAllows()
    {
        RunningBroker broker({}, 3);
        QVERIFY(isRefused(broker));
        QTRY_VERIFY(!refusedOrigins(broker).isEmpty());
        QCOMPARE(refusedOrigins(broker).first(), shop); // so that the window can offer it
        QVERIFY(std::holds_alternative<Done>(broker.ask(link::AllowOrigin{shop})));
        for (int i = 0; i < 6; ++i) { // on every worker
            QVERIFY(!isRefused(broker));
        }
        broker.broker().allow({}); // the configuration was read again
        QVERIFY(!isRefused(broker));
        QTRY_COMPARE(acts(broker), QList<QByteArray>{"allow " + shop + " until the broker stops"});
    }

    void letsItInInLaterRunsToo()
    {
        {
            RunningBroker broker({}, 1, RunningBroker::Attach::Yes, path());
            QVERIFY(std::holds_alternative<Done>(broker.ask(link::AllowOrigin{shop, true})));
            QVERIFY(!isRefused(broker));
        }
        RunningBroker later({}, 3, RunningBroker::Attach::Yes, path());
        QVERIFY(!isRefused(later));
        write("");
        later.broker().allow({});
        QTRY_VERIFY(isRefused(later));
    }

    void refusesWhatIsNoOrigin()
    {
        RunningBroker broker;
        const auto answer = broker.ask(link::AllowOrigin{"null", true});
        QCOMPARE(std::get<Error>(answer).code, QByteArray("origin.invalid"));
        const auto unsaved = broker.ask(link::AllowOrigin{shop, true});
        QCOMPARE(std::get<Error>(unsaved).code, QByteArray("origin.not_saved"));
        QVERIFY(!isRefused(broker));
    }

private:
    QString path() const { return m_folder->filePath(QStringLiteral("state/allowed_origins")); }
    QByteArray contents() const
    {
        QFile file(path());
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray("no file");
    }
    void write(const QByteArray& text) const
    {
        QVERIFY(QDir(m_folder->path()).mkpath(QStringLiteral("state")));
        QFile file(path());
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(text);
    }
    static bool isRefused(RunningBroker& broker)
    {
        RawPeer page(broker.url({}));
        page.request("GET", "/ws",
                     "Upgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Version: 13\r\n"
                     "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\nOrigin: " +
                         shop + "\r\n");
        [&] { QTRY_VERIFY(page.status() != 0); }();
        return page.status() == 403;
    }
    static QList<QByteArray> refusedOrigins(const RunningBroker& broker)
    {
        QList<QByteArray> origins;
        for (const link::FrameRow& row : broker.rows()) {
            if (row.kind == link::RowKind::Refused) {
                origins += row.origin;
            }
        }
        return origins;
    }
    static QList<QByteArray> acts(const RunningBroker& broker)
    {
        QList<QByteArray> texts;
        for (const link::FrameRow& row : broker.rows()) {
            if (row.kind == link::RowKind::OperatorAct) {
                texts += row.text;
            }
        }
        return texts;
    }

    std::optional<QTemporaryDir> m_folder;
};

SIGNALBOX_TEST(AllowedOriginsTest)
#include "allowed_origins_test.moc"
