// SPDX-License-Identifier: GPL-3.0-or-later
// One filter gives the same frames wherever it is asked: in the window's list, in `signalbox tail --json
// --filter` and over HTTP. A real broker, the real program, real clients.
#include "tests/support/running_broker.h"
#include "tests/support/test_registry.h"
#include "ui/models/broker_state.h"

#include "server/filter/composition.h"

#include <QtCore/QFile>
#include <QtCore/QJsonArray>
#include <QtCore/QJsonDocument>
#include <QtCore/QJsonObject>
#include <QtCore/QProcess>
#include <QtCore/QTemporaryDir>
#include <QtCore/QUrlQuery>
#include <QtNetwork/QNetworkAccessManager>
#include <QtNetwork/QNetworkReply>
#include <QtTest/QSignalSpy>
#include <QtTest/QTest>
#include <QtWebSockets/QWebSocket>
#include <QtWebSockets/QWebSocketHandshakeOptions>

using namespace signalbox;
using namespace Qt::StringLiterals;
using tests::RunningBroker;

namespace {

constexpr const char* token = "secret";
constexpr int patience = 30'000; ///< milliseconds

/// Numbers of frames, in order.
using Numbers = QList<quint64>;

QString json(const char* text)
{
    return QString::fromUtf8(text).replace(u'\'', u'"');
}

/// `signalbox tail` with one filter. Lets marks through, too, which tell how far it has come.
class Tail final {
public:
    Tail(const QString& filter, const QString& url, const QString& tokenFile)
        : m_filter(filter::composed(filter, filter::Composition::OrSelected, u"action == \"mark\""_s))
    {
        m_process.start(
            QStringLiteral(SIGNALBOX_EXECUTABLE),
            {u"tail"_s, u"--json"_s, u"--url"_s, url, u"--token-file"_s, tokenFile, u"--filter"_s, m_filter});
    }
    ~Tail()
    {
        m_process.kill();
        m_process.waitForFinished();
    }
    Q_DISABLE_COPY_MOVE(Tail)

    [[nodiscard]] const QString& filter() const { return m_filter; }
    [[nodiscard]] const Numbers& numbers()
    {
        m_read += m_process.readAllStandardOutput();
        for (qsizetype end = m_read.indexOf('\n'); end >= 0; end = m_read.indexOf('\n')) {
            const QJsonObject row = QJsonDocument::fromJson(m_read.first(end)).object();
            m_numbers += row["number"_L1].toInteger();
            m_read = m_read.sliced(end + 1);
        }
        return m_numbers;
    }
    [[nodiscard]] QByteArray errors() { return m_process.readAllStandardError(); }

private:
    QString m_filter;
    QProcess m_process;
    QByteArray m_read;
    Numbers m_numbers;
};

} // namespace

class FilterAgreementTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void givesTheSameFramesEverywhere();

private:
    void sayMark();
    /// Numbers of the marks that are listed.
    [[nodiscard]] Numbers marks() const;
    [[nodiscard]] std::unique_ptr<QWebSocket> connected(const QString& path, const QString& subprotocol = {});
    void talk();
    [[nodiscard]] Numbers listed(const QString& filter);
    [[nodiscard]] Numbers served(const QString& filter);

    qsizetype m_saidMarks = 0;
    QTemporaryDir m_folder;
    std::unique_ptr<RunningBroker> m_broker;
    std::unique_ptr<ui::BrokerState> m_state;
    QNetworkAccessManager m_http;
};

namespace {

/// Of every kind: by the header, by names, by what capture alone can see, by what is known later.
const QStringList filters{
    u"opcode == text"_s,
    u"direction == received && kind == frame"_s,
    u"from.user == \"ann\""_s,
    u"to:bob"_s,
    u"with:ann"_s,
    u"not with:ann"_s,
    u"message.price > 10"_s,
    u"payload.C == \"stocks\""_s,
    u"action == \"tick\" or group == \"stocks/tick\""_s,
    u"\"needle\""_s, // behind the bytes that a list has of a payload
    u"hello"_s,
    u"recipients > 1"_s,
    u"kind in {opened, joined, ended, refused, push}"_s,
    u"code == 403 or code == 1000"_s,
    u"length > 500"_s,
    u"payload matches \"n.{2}dle\""_s,
};

} // namespace

void FilterAgreementTest::init()
{
    m_broker = std::make_unique<RunningBroker>(Settings(), 2, RunningBroker::Attach::No);
    m_broker->broker().setOperatorToken(OperatorToken(token));
    m_state = std::make_unique<ui::BrokerState>(m_broker->link());
    (void)m_broker->url(u"/"_s); // it listens
}

void FilterAgreementTest::sayMark()
{
    ++m_saidMarks;
    m_state->commands().send(
        link::SendMessage{R"({"action":"mark","recipients":[{"type":"user","value":"nobody"}]})"}, this, {});
}

Numbers FilterAgreementTest::marks() const
{
    Numbers numbers;
    const ui::FramesModel& frames = m_state->frames();
    for (int row = 0; row < frames.rowCount(); ++row) {
        if (const link::FrameRow& frame = frames.frame(frames.index(row, 0)); frame.action == "mark") {
            numbers += frame.number;
        }
    }
    return numbers;
}

std::unique_ptr<QWebSocket> FilterAgreementTest::connected(const QString& path, const QString& subprotocol)
{
    auto socket = std::make_unique<QWebSocket>();
    QWebSocketHandshakeOptions options;
    if (!subprotocol.isEmpty()) {
        options.setSubprotocols({subprotocol});
    }
    QSignalSpy opened(socket.get(), &QWebSocket::connected);
    socket->open(m_broker->url(path), options);
    (void)(opened.size() > 0 || opened.wait(patience));
    return socket;
}

void FilterAgreementTest::talk()
{
    const auto ann = connected(u"/ws?userId=ann&groupId=red"_s);
    const auto bob = connected(u"/ws?userId=bob&groupId=red&groupId=stocks/tick"_s);
    const auto page = connected(u"/stocks?user=dana"_s, u"XSocketsNET"_s);
    page->sendTextMessage(json("{'C':'stocks','T':'5','D':'{\\'T\\':\\'+\\',\\'A\\':true}'}"));
    page->sendTextMessage(json("{'T':'tick','D':'{\\'price\\':12}'}"));
    page->sendTextMessage(json("{'T':'tick','D':'{\\'price\\':3}'}"));
    ann->sendTextMessage(
        json("{'action':'say','message':'hello','recipients':[{'type':'group','value':'red'}]}"));
    ann->sendTextMessage(json(
        "{'action':'tick','message':{'price':40},'recipients':[{'type':'group','value':'stocks/tick'}]}"));
    bob->sendTextMessage(json("{'action':'long','message':'%1','recipients':[{'type':'all'}]}")
                             .arg(QString(600, u'.') + u"needle"_s));
    bob->sendTextMessage(u"no envelope"_s);
    QNetworkRequest refused(QUrl(m_broker->url(u"/ws"_s).toString().replace(0, 2, u"http"_s)));
    refused.setRawHeader("Origin", "https://shop.example");
    QNetworkReply* const reply = m_http.get(refused);
    QSignalSpy finished(reply, &QNetworkReply::finished);
    QVERIFY(finished.wait());
    reply->deleteLater();
    ann->ping("hello");
    QSignalSpy pong(ann.get(), &QWebSocket::pong);
    QVERIFY(pong.wait());
    for (QWebSocket* const socket : {bob.get(), ann.get(), page.get()}) {
        socket->close();
        QTRY_COMPARE(socket->state(), QAbstractSocket::UnconnectedState);
    }
}

Numbers FilterAgreementTest::listed(const QString& filter)
{
    bool isFound = false;
    const QMetaObject::Connection found =
        connect(m_state.get(), &ui::BrokerState::framesFound, this,
                [&isFound](const link::FramesFound& progress) { isFound = isFound || progress.finished; });
    m_state->frames().setFilter(ui::FrameFilter(filter));
    (void)QTest::qWaitFor([&isFound] { return isFound; }, patience);
    disconnect(found);
    Numbers numbers;
    for (int row = 0; row < m_state->frames().rowCount(); ++row) {
        numbers += m_state->frames().frame(m_state->frames().index(row, 0)).number;
    }
    return numbers;
}

Numbers FilterAgreementTest::served(const QString& filter)
{
    QUrl url(m_broker->url(u"/api/v1/frames"_s).toString().replace(0, 2, u"http"_s));
    url.setQuery(
        QUrlQuery{{u"filter"_s, QString::fromUtf8(QUrl::toPercentEncoding(filter))}, {u"limit"_s, u"500"_s}});
    QNetworkRequest request(url);
    request.setRawHeader("Authorization", QByteArray("Bearer ") + token);
    QNetworkReply* const reply = m_http.get(request);
    QSignalSpy finished(reply, &QNetworkReply::finished);
    (void)finished.wait(patience);
    Numbers numbers;
    for (const QJsonValue& row : QJsonDocument::fromJson(reply->readAll()).object()["frames"_L1].toArray()) {
        numbers.prepend(row["number"_L1].toInteger()); // they come with the newest first
    }
    reply->deleteLater();
    return numbers;
}

void FilterAgreementTest::givesTheSameFramesEverywhere()
{
    QFile tokenFile(m_folder.filePath(u"token"_s));
    QVERIFY(tokenFile.open(QIODevice::WriteOnly));
    tokenFile.write(token);
    tokenFile.close();
    tokenFile.setPermissions(QFile::ReadOwner | QFile::WriteOwner);
    std::vector<std::unique_ptr<Tail>> tails;
    for (const QString& filter : filters) {
        tails.push_back(std::make_unique<Tail>(filter, m_broker->url({}).toString(), tokenFile.fileName()));
    }
    for (const auto& tail : tails) {
        QTRY_VERIFY2_WITH_TIMEOUT((sayMark(), !tail->numbers().isEmpty()), tail->errors().constData(),
                                  patience);
    }
    QTRY_COMPARE(marks().size(), m_saidMarks); // none is on its way
    const quint64 first = marks().last();
    talk();
    QTRY_COMPARE(m_state->clients().rowCount(), 0);
    sayMark();
    QTRY_COMPARE(marks().size(), m_saidMarks);
    const quint64 last = marks().last();
    const auto between = [first, last](Numbers numbers) {
        numbers.removeIf([first, last](quint64 number) { return number <= first || number > last; });
        return numbers;
    };
    for (const auto& tail : tails) {
        QTRY_VERIFY2_WITH_TIMEOUT(tail->numbers().contains(last), qPrintable(tail->filter()), patience);
        const Numbers told = between(tail->numbers());
        QVERIFY2(told.size() > 1, qPrintable(tail->filter())); // something besides the mark
        QVERIFY2(told.size() < static_cast<qsizetype>(last - first), qPrintable(tail->filter()));
        const Numbers here = between(listed(tail->filter()));
        const Numbers there = between(served(tail->filter()));
        QVERIFY2(here == told && there == told,
                 qPrintable(u"%1: tail %2, window %3, HTTP %4"_s.arg(tail->filter())
                                .arg(told.size())
                                .arg(here.size())
                                .arg(there.size())));
    }
}

SIGNALBOX_TEST(FilterAgreementTest)
#include "filter_agreement_test.moc"
