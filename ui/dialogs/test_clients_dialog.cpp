// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/test_clients_dialog.h"

#include "ui/widgets/appearance.h"
#include "ui/widgets/meaning_label.h"

#include <QtWidgets/QCompleter>
#include <QtWidgets/QFormLayout>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QRadioButton>
#include <QtWidgets/QSpinBox>

#include <cmath>
#include <utility>

namespace signalbox::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int mostTestClients = 500;
constexpr double firstInterval = 2.0; // seconds
constexpr double longestInterval = 3'600.0;

bool usesInterval(link::TestBehaviour behaviour)
{
    return behaviour != link::TestBehaviour::Quiet && behaviour != link::TestBehaviour::Echo;
}

} // namespace

TestClientsDialog::TestClientsDialog(CommandSender& commands, const QStringList& groups, QWidget* parent)
    : CommandDialog(commands, tr("Connect test clients"), tr("&Connect"), parent)
    , m_count(new QSpinBox)
    , m_name(new QLineEdit(u"tester"_s))
    , m_group(new QLineEdit)
    , m_interval(new QDoubleSpinBox)
    , m_state(new MeaningLabel)
{
    addText(
        tr("They connect over TCP like any other client, and are marked ◇ test wherever they are shown."));
    addFields(groups);
    addBehaviours();
    form().addRow(tr("&Interval"), m_interval);
    form().addRow(QString(), m_state);
    finish(*m_count);
    m_count->selectAll();
    connect(m_name, &QLineEdit::textChanged, this, &TestClientsDialog::check);
    connect(m_group, &QLineEdit::textChanged, this, &TestClientsDialog::check);
    connect(m_count, &QSpinBox::valueChanged, this, &TestClientsDialog::check);
    connect(&m_behaviours, &QButtonGroup::idToggled, this, &TestClientsDialog::check);
    check();
}

void TestClientsDialog::addFields(const QStringList& groups)
{
    m_count->setRange(1, mostTestClients);
    m_count->setValue(3);
    m_count->setAccessibleName(tr("How many"));
    m_name->setAccessibleName(tr("Name"));
    m_name->setMinimumWidth(spacing(32));
    m_group->setAccessibleName(tr("Group"));
    m_group->setPlaceholderText(tr("none"));
    auto* completer = new QCompleter(groups, this);
    completer->setCaseSensitivity(Qt::CaseInsensitive);
    m_group->setCompleter(completer);
    m_interval->setRange(0.1, longestInterval); // what the broker takes
    m_interval->setDecimals(2);
    m_interval->setValue(firstInterval);
    m_interval->setSuffix(tr(" s"));
    m_interval->setAccessibleName(tr("Interval in seconds"));
    form().addRow(tr("&How many"), m_count);
    form().addRow(tr("&Name"), m_name);
    form().addRow(tr("&Group"), m_group);
}

void TestClientsDialog::addBehaviours()
{
    using link::TestBehaviour;
    const QList<std::pair<TestBehaviour, QString>> sentences{
        {TestBehaviour::Quiet, tr("&quiet: listens and says nothing")},
        {TestBehaviour::Echo, tr("&echo: sends each message back to whoever sent it")},
        {TestBehaviour::Chatter, tr("cha&tter: says something to its group every interval")},
        {TestBehaviour::SlowReader,
         tr("&slow reader: reads nothing for an interval at a time; its queue grows")},
        {TestBehaviour::Drops, tr("&drops: drops its connection every interval, and comes back")}};
    QString label = tr("What they do");
    for (const auto& [behaviour, sentence] : sentences) {
        auto* button = new QRadioButton(sentence);
        m_behaviours.addButton(button, static_cast<int>(behaviour));
        form().addRow(std::exchange(label, QString()), button);
    }
    m_behaviours.button(static_cast<int>(TestBehaviour::Chatter))->setChecked(true);
}

link::TestBehaviour TestClientsDialog::behaviour() const
{
    return static_cast<link::TestBehaviour>(m_behaviours.checkedId());
}

void TestClientsDialog::check()
{
    const QByteArray name = m_name->text().toUtf8();
    const QByteArray longest = name + ' ' + QByteArray::number(m_count->value());
    const bool isNamed = !name.isEmpty() && UserName::make(longest).has_value();
    const bool hasGroup = m_group->text().isEmpty() || GroupName::make(m_group->text().toUtf8()).has_value();
    m_interval->setEnabled(usesInterval(behaviour()));
    confirm().setEnabled(isNamed && hasGroup);
    m_state->setMeaning(isNamed && hasGroup ? Meaning::Muted : Meaning::Bad);
    if (!isNamed || !hasGroup) {
        m_state->setText(tr("✕ A name has 1 to %1 bytes and no control characters.").arg(maxNameBytes));
    } else if (m_count->value() == 1) {
        m_state->setText(tr("It will be called “%1 1”.").arg(m_name->text()));
    } else {
        m_state->setText(
            tr("They will be called “%1 1” to “%1 %2”.").arg(m_name->text()).arg(m_count->value()));
    }
}

link::Command TestClientsDialog::command() const
{
    const auto interval = std::chrono::milliseconds(std::llround(m_interval->value() * 1'000.0));
    return link::ConnectTestClients{m_count->value(), m_name->text().toUtf8(), m_group->text().toUtf8(),
                                    behaviour(), interval};
}

} // namespace signalbox::ui
