// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/who_got_panel.h"

#include "ui/format/client_words.h"
#include "ui/models/client_names.h"
#include "ui/models/clients_model.h"
#include "ui/models/command_sender.h"
#include "ui/models/why_not.h"
#include "ui/widgets/appearance.h"
#include "ui/widgets/mend_button.h"
#include "ui/widgets/mend_delegate.h"
#include "ui/widgets/plain_tree.h"

#include <QtCore/QStringListModel>
#include <QtGui/QAction>
#include <QtWidgets/QBoxLayout>
#include <QtWidgets/QCompleter>
#include <QtWidgets/QHeaderView>
#include <QtWidgets/QLabel>
#include <QtWidgets/QLineEdit>

#include <algorithm>
#include <utility>

namespace signalbox::ui {

using namespace Qt::StringLiterals;

namespace {

QLabel* makeSentence()
{
    auto* label = new QLabel;
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    return label;
}

} // namespace

WhoGotPanel::WhoGotPanel(const KnownClients& known, CommandSender& commands, QWidget* parent)
    : QWidget(parent)
    , m_known(known)
    , m_commands(commands)
    , m_names(new QStringListModel(this))
    , m_sentence(makeSentence())
    , m_field(new QLineEdit)
    , m_answer(makeSentence())
    , m_mend(new MendButton(commands))
    , m_list(new PlainTree)
{
    build();
    buildList();
    clear();
}

void WhoGotPanel::build()
{
    auto* completer = new QCompleter(m_names, m_field);
    completer->setCaseSensitivity(Qt::CaseInsensitive);
    completer->setFilterMode(Qt::MatchContains);
    m_field->setCompleter(completer);
    m_field->setClearButtonEnabled(true);
    m_field->setPlaceholderText(tr("Find a client, or ask why not: carol, c7"));
    m_field->setAccessibleName(tr("Client to ask about"));
    connect(m_field, &QLineEdit::textEdited, this, &WhoGotPanel::find);
    connect(m_field, &QLineEdit::textChanged, this, [this](const QString& text) {
        if (text.isEmpty()) {
            find({});
        }
    });
    connect(m_field, &QLineEdit::returnPressed, this, [this] { answerFor(m_field->text()); });
    connect(completer, qOverload<const QString&>(&QCompleter::activated), this, &WhoGotPanel::answerFor);
    connect(m_mend, &MendButton::failed, this, &WhoGotPanel::setAnswer);
    auto* answer = new QHBoxLayout;
    answer->addWidget(m_answer, 1);
    answer->addWidget(m_mend, 0, Qt::AlignTop);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(spacing(1), spacing(1), spacing(1), 0);
    layout->setSpacing(spacing(1) / 2);
    layout->addWidget(m_sentence);
    layout->addWidget(m_field);
    layout->addLayout(answer);
    layout->addWidget(m_list, 1);
}

void WhoGotPanel::buildList()
{
    m_list->setModel(&m_model);
    m_list->setRootIsDecorated(false);
    m_list->setAccessibleName(tr("Who got the message"));
    m_list->setItemDelegateForColumn(RoutingModel::MendColumn, new MendDelegate(m_list));
    m_list->setColumnSample(RoutingModel::StateColumn, u"◐ queued, 9.4 KB"_s);
    m_list->setColumnSample(RoutingModel::ClientColumn, u"meter-17 c1042"_s);
    m_list->setColumnSample(RoutingModel::MendColumn, u"Add to red   "_s);
    m_list->header()->setStretchLastSection(true);
    connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this,
            &WhoGotPanel::answerCurrent);
    connect(m_list, &QAbstractItemView::clicked, this, [this](const QModelIndex& index) {
        if (index.column() == RoutingModel::MendColumn) {
            mendRow(index);
        }
    });
    auto* mend = new QAction(tr("Do what helps"), m_list);
    mend->setShortcuts({QKeySequence(Qt::Key_Return), QKeySequence(Qt::Key_Enter)});
    mend->setShortcutContext(Qt::WidgetShortcut);
    connect(mend, &QAction::triggered, this, [this] { mendRow(m_list->currentIndex()); });
    m_list->addAction(mend);
}

void WhoGotPanel::show(const link::FrameDetail& detail)
{
    m_detail = detail;
    RoutingAnswer answer = whoGotThis(detail, m_known);
    m_sentence->setText(answer.sentence);
    m_model.setLines(std::move(answer.lines));
    m_field->clear();
    m_list->setEmptyText(answer.isKnown ? tr("No client.") : QString());
    m_areNamesOld = true;
    setAnswer({});
    m_mend->setMend({});
}

void WhoGotPanel::clear()
{
    show({});
    m_sentence->setText(tr("Select a message to see who got it, and why."));
}

void WhoGotPanel::addDeliveries(const std::vector<link::DeliveryUpdate>& updates)
{
    bool concernsUs = false;
    for (const link::DeliveryUpdate& update : updates) {
        if (m_detail.row.message.isNull() || update.message != m_detail.row.message) {
            continue;
        }
        std::for_each(update.deliveries.begin(), update.deliveries.end(),
                      [this](const Delivery& delivery) { setDelivery(delivery); });
        concernsUs = true;
    }
    if (concernsUs) {
        follow();
    }
}

void WhoGotPanel::addProgress(const link::DeliveriesProgressed& progressed)
{
    if (m_detail.row.message.isNull() || progressed.message != m_detail.row.message) {
        return;
    }
    for (const link::DeliveryProgress& progress : progressed.progress) {
        const bool isLost = progress.stage == link::DeliveryStage::Lost;
        setDelivery({progress.client, isLost ? DeliveryState::DroppedClosing : DeliveryState::Sent, 0});
    }
    follow();
}

void WhoGotPanel::setDelivery(const Delivery& delivery)
{
    const auto known =
        std::find_if(m_detail.deliveries.begin(), m_detail.deliveries.end(),
                     [&delivery](const Delivery& one) { return one.client == delivery.client; });
    if (known == m_detail.deliveries.end()) {
        m_detail.deliveries.push_back(delivery);
    } else {
        *known = delivery;
    }
}

void WhoGotPanel::follow()
{
    RoutingAnswer answer = whoGotThis(m_detail, m_known);
    m_model.updateLines(std::move(answer.lines));
    const QString before = m_sentence->text();
    m_sentence->setText(answer.sentence);
    if (!m_answer->text().isEmpty()) {
        answerCurrent();
    }
    if (before != answer.sentence) {
        Q_EMIT sentenceChanged(before, answer.sentence);
    }
}

void WhoGotPanel::updateNames()
{
    if (!std::exchange(m_areNamesOld, false)) {
        return;
    }
    QStringList names;
    for (int row = 0; row < m_model.rowCount(); ++row) {
        names += m_model.line(row).name;
    }
    for (int row = 0; row < m_known.connected.rowCount(); ++row) {
        names += m_known.names.label(m_known.connected.client(row).client);
    }
    names.removeDuplicates();
    m_names->setStringList(names);
}

void WhoGotPanel::ask()
{
    m_field->setFocus(Qt::ShortcutFocusReason);
    m_field->selectAll();
}

void WhoGotPanel::find(const QString& text)
{
    updateNames();
    m_model.setFilter(text);
    if (!text.isEmpty()) {
        m_list->setEmptyText(tr("Nobody of that name was there. Enter says why."));
    }
    setAnswer({});
    m_mend->setMend({});
}

void WhoGotPanel::answerFor(const QString& text)
{
    const QString asked = text.trimmed();
    if (asked.isEmpty()) {
        return;
    }
    // "c7", or the last word of "carol c7".
    const auto client = ClientId::fromText(asked.section(u' ', -1).toUtf8());
    const auto user = UserName::make(asked.toUtf8());
    const WhyNot why =
        client ? whyNot(m_detail, *client, m_known) : whyNot(m_detail, user.value_or(UserName()), m_known);
    setAnswer(why.sentence);
    m_mend->setMend(why.mend);
}

void WhoGotPanel::answerCurrent()
{
    const QModelIndex current = m_list->currentIndex();
    if (current.isValid()) {
        const WhyNot why = whyNot(m_detail, m_model.line(current.row()).client, m_known);
        setAnswer(why.sentence);
        m_mend->setMend({}); // the row has a button of its own
    }
}

void WhoGotPanel::mendRow(const QModelIndex& index)
{
    if (!index.isValid() || std::holds_alternative<std::monostate>(m_model.line(index.row()).mend)) {
        return;
    }
    const RoutingLine& line = m_model.line(index.row());
    m_model.setMendText(line.client, tr("…"));
    sendMend(line.mend, m_commands, this,
             [this, client = line.client, mend = line.mend](const QString& error) {
                 m_model.setMendText(client, error.isEmpty() ? mendedText(mend) : tr("did not work"));
                 if (!error.isEmpty()) {
                     setAnswer(error);
                 }
             });
}

void WhoGotPanel::setAnswer(const QString& text)
{
    m_answer->setText(text);
    m_answer->setVisible(!text.isEmpty());
}

QString WhoGotPanel::sentence() const
{
    return m_sentence->text();
}

QString WhoGotPanel::answer() const
{
    return m_answer->text();
}

} // namespace signalbox::ui
