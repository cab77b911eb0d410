// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/recording/capture.h"

#include <QtCore/QThread>

namespace signalbox::recording {

namespace {

constexpr std::chrono::milliseconds period{33};
/// A worker may take the time at the begin of its turn and write the record at the end of it.
constexpr std::chrono::milliseconds mergeSlack{2};
constexpr int maxRecordsPerStep = 8'192;            // some 10 ms of work, then the mailbox is looked at
constexpr int maxBatchesPerTick = 4;                // of one consumer
constexpr std::chrono::milliseconds searchSlice{5}; // then the rings and the mailbox are looked at
constexpr int ticksAfterLastConsumer = 30;          // a second: writers learn late that they are off

} // namespace

Capture::Capture(Mailbox<CaptureTask>& mailbox, const std::vector<CaptureRing*>& rings, const Clock& clock,
                 CaptureOptions options)
    : m_mailbox(mailbox)
    , m_clock(clock)
    , m_options(std::move(options))
    , m_kept(m_options.budgetBytes)
    , m_merge(rings, m_kept)
    , m_rows(m_kept)
    , m_subject(m_kept, m_rows)
{
}

Capture::~Capture() = default;

void Capture::start()
{
    m_timer = std::make_unique<QTimer>();
    m_timer->setTimerType(Qt::PreciseTimer);
    QObject::connect(m_timer.get(), &QTimer::timeout, m_timer.get(), [this] { tick(); });
    m_mailbox.setReader([this](std::vector<CaptureTask>&& tasks) {
        for (CaptureTask& task : tasks) {
            if (m_timer) { // nothing is done after Quit
                perform(task);
            }
        }
    });
}

void Capture::stop()
{
    m_mailbox.setReader({});
    rest();
}

void Capture::rest()
{
    m_timer.reset();
    m_searches.clear();
    m_consumers.clear();
}

void Capture::perform(CaptureTask& task)
{
    if (auto* attachTask = std::get_if<AttachConsumer>(&task)) {
        attach(*attachTask);
    } else if (const auto* detachTask = std::get_if<DetachConsumer>(&task)) {
        detach(*detachTask);
    } else if (const auto* confirmTask = std::get_if<ConfirmBatches>(&task)) {
        const auto consumer = m_consumers.find(confirmTask->consumer);
        if (consumer != m_consumers.end()) {
            consumer->second.confirm(confirmTask->batches);
        }
    } else if (const auto* fetchTask = std::get_if<FetchFrame>(&task)) {
        fetch(*fetchTask);
    } else if (const auto* filterTask = std::get_if<FilterConsumer>(&task)) {
        filter(*filterTask);
    } else if (auto* searchTask = std::get_if<StartSearch>(&task)) {
        startSearch(*searchTask);
    } else if (const auto* cancelTask = std::get_if<CancelSearch>(&task)) {
        endSearch(cancelTask->command);
    } else if (const auto* budgetTask = std::get_if<SetBudget>(&task)) {
        m_kept.setBudget(budgetTask->budgetBytes);
    } else if (std::holds_alternative<Quit>(task)) {
        rest();
        QThread::currentThread()->quit();
    }
}

void Capture::attach(AttachConsumer& task)
{
    const bool isFirst = m_consumers.empty();
    m_consumers.erase(task.consumer);
    const auto consumer = m_consumers.emplace(
        task.consumer, FrameConsumer(std::move(task.sink), task.maxUnconfirmedBatches, m_kept, task.wishes));
    consumer.first->second.handOnOnly(task.filter, m_rows);
    m_nextFeed = m_clock.steadyNow();
    m_timer->start(0);
    if (isFirst) {
        m_merge.forgetClients();
        if (m_options.onWanted) {
            m_options.onWanted(true);
        }
    }
}

void Capture::detach(const DetachConsumer& task)
{
    endSearchesOf(task.consumer);
    if (m_consumers.erase(task.consumer) == 0 || !m_consumers.empty()) {
        return;
    }
    m_ticksToRest = ticksAfterLastConsumer;
    m_merge.forgetPopulation();
    if (m_options.onWanted) {
        m_options.onWanted(false);
    }
}

void Capture::fetch(const FetchFrame& task)
{
    const auto consumer = m_consumers.find(task.consumer);
    if (consumer != m_consumers.end()) {
        consumer->second.answer(task.command, m_rows.detail(task.number));
    }
}

// The rows from here on are decided about as they are handed on, those before are searched: none is left out.
void Capture::filter(const FilterConsumer& task)
{
    const auto consumer = m_consumers.find(task.consumer);
    if (consumer == m_consumers.end()) {
        return;
    }
    std::erase_if(m_searches, [&task](const OwnedSearch& owned) {
        return owned.consumer == task.consumer && owned.isOfFilter;
    });
    consumer->second.setFilter(task.command, task.filter, m_rows);
    if (task.filter.isEmpty()) {
        return;
    }
    SearchRequest request{
        task.command, task.filter, consumer->second.nextNumber(), 0, false, consumer->second.sink().found};
    m_searches.push_front({task.consumer, true, FrameSearch(std::move(request), m_kept)});
    search();
}

void Capture::startSearch(StartSearch& task)
{
    m_searches.push_back({task.consumer, false, FrameSearch(std::move(task.request), m_kept)});
    m_timer->start(0);
}

void Capture::endSearch(link::CommandId command)
{
    std::erase_if(m_searches,
                  [command](const OwnedSearch& owned) { return owned.search.command() == command; });
}

void Capture::endSearchesOf(ConsumerId consumer)
{
    std::erase_if(m_searches, [consumer](const OwnedSearch& owned) { return owned.consumer == consumer; });
}

/// A slice of one search; with several of them each in its turn.
void Capture::search()
{
    if (m_searches.empty()) {
        return;
    }
    OwnedSearch next = std::move(m_searches.front());
    m_searches.pop_front();
    if (next.search.step(m_subject, m_rows, m_clock, m_clock.steadyNow() + searchSlice) ==
        FrameSearch::Progress::MoreWaits) {
        m_searches.push_back(std::move(next));
        m_timer->start(0);
    }
}

void Capture::tick()
{
    const FrameMerge::Progress progress = m_merge.drain(m_clock.wallNow() - mergeSlack, maxRecordsPerStep);
    if (m_clock.steadyNow() >= m_nextFeed) {
        m_nextFeed = m_clock.steadyNow() + period;
        feedConsumers();
    }
    search();
    schedule(progress);
}

// With more in the rings, or to search, the next step follows at once, but the mailbox comes between.
void Capture::schedule(FrameMerge::Progress progress)
{
    const bool isBusy = progress == FrameMerge::Progress::MoreWaits || !m_searches.empty();
    m_timer->start(isBusy ? std::chrono::milliseconds(0) : period);
    if (m_consumers.empty() && --m_ticksToRest <= 0 && m_searches.empty()) {
        m_timer->stop();
    }
}

void Capture::feedConsumers()
{
    for (auto& [id, consumer] : m_consumers) {
        for (int batch = 0; batch < maxBatchesPerTick; ++batch) {
            if (consumer.feed(m_rows) == FrameConsumer::Progress::CaughtUp) {
                break;
            }
        }
    }
}

} // namespace signalbox::recording
