// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/forms_preview.h"

#include "server/core/plain_text.h"
#include "ui/format/client_words.h"
#include "ui/format/numbers.h"
#include "ui/format/plain.h"
#include "ui/models/clients_model.h"
#include "ui/models/sent_forms.h"
#include "ui/widgets/appearance.h"

#include <QtWidgets/QBoxLayout>
#include <QtWidgets/QPlainTextEdit>
#include <QtWidgets/QToolButton>

#include <algorithm>

namespace signalbox::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype maxShownBytes = 2'000; ///< of each form
constexpr size_t maxNamedClients = 5;
constexpr int shownLines = 7;

QString dialectText(const QByteArray& dialect)
{
    if (dialect == "xsockets") {
        return FormsPreview::tr("XSockets");
    }
    return dialect == "raw" ? FormsPreview::tr("raw") : FormsPreview::tr("envelope");
}

QString countedClients(size_t clients)
{
    return clients == 1 ? FormsPreview::tr("1 client")
                        : FormsPreview::tr("%1 clients").arg(countText(static_cast<qint64>(clients)));
}

/// Line breaks and backslashes stay, what cannot be seen is written out.
QString asItIs(const QByteArray& utf8)
{
    QStringList lines;
    for (const QString& line : QString::fromUtf8(utf8).split(u'\n')) {
        lines += printableLine(line);
    }
    return lines.join(u'\n');
}

/// "as XSockets 2, envelope 1": those with the most first.
QString summaryText(const std::vector<SentForm>& forms)
{
    std::vector<std::pair<QByteArray, qint64>> dialects;
    for (const SentForm& form : forms) {
        const auto known = std::ranges::find(dialects, form.dialect, &std::pair<QByteArray, qint64>::first);
        auto& entry = known == dialects.end() ? dialects.emplace_back(form.dialect, 0) : *known;
        entry.second += static_cast<qint64>(form.clients.size());
    }
    QStringList parts;
    for (const auto& [dialect, clients] : dialects) {
        parts += dialectText(dialect) + u' ' + countText(clients);
    }
    return FormsPreview::tr("as %1").arg(parts.join(u", "_s));
}

} // namespace

FormsPreview::FormsPreview(const ClientsModel& clients, QWidget* parent)
    : QWidget(parent)
    , m_clients(clients)
    , m_summary(new QToolButton)
    , m_text(new QPlainTextEdit)
{
    m_summary->setCheckable(true);
    m_summary->setAutoRaise(true);
    m_summary->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_summary->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
    m_summary->setAccessibleName(tr("What each of them gets"));
    m_summary->setToolTip(tr("Show the message in each dialect that it would leave in"));
    connect(m_summary, &QToolButton::toggled, this, &FormsPreview::unfold);
    m_text->setReadOnly(true);
    m_text->setFont(monospacedFont());
    m_text->setTabChangesFocus(true);
    m_text->setAccessibleName(tr("The message as each of them gets it"));
    m_text->setFixedHeight(m_text->fontMetrics().lineSpacing() * shownLines + spacing(2));
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(spacing(1) / 2);
    column->addWidget(m_summary);
    column->addWidget(m_text);
    unfold(false);
    hide();
}

void FormsPreview::setDraft(const Draft& draft)
{
    m_draft = draft;
    refresh();
}

void FormsPreview::setReached(std::vector<ClientId> reached)
{
    m_reached = std::move(reached);
    refresh();
}

/// None where all of them get the envelope.
std::vector<SentForm> FormsPreview::forms() const
{
    std::vector<const link::ClientInfo*> clients;
    bool isAllTheSame = true;
    for (const ClientId id : m_reached) {
        if (const link::ClientInfo* client = m_clients.find(id); client != nullptr) {
            clients.push_back(client);
            isAllTheSame = isAllTheSame && client->dialect != "xsockets" && client->dialect != "raw";
        }
    }
    return isAllTheSame || isRaw(m_draft.kind) ? std::vector<SentForm>() : sentForms(m_draft, clients);
}

QString FormsPreview::formText(const SentForm& form) const
{
    QStringList names;
    for (const ClientId id : form.clients) {
        if (names.size() == static_cast<qsizetype>(maxNamedClients)) {
            names += u"…"_s;
            break;
        }
        const link::ClientInfo* client = m_clients.find(id);
        names += clientLabel(client != nullptr ? clientName(*client) : QString(), id);
    }
    const QByteArray shown = form.payload.first(std::min(form.payload.size(), maxShownBytes));
    return tr("%1, %2: %3")
               .arg(dialectText(form.dialect), countedClients(form.clients.size()), names.join(u", "_s)) +
           u'\n' + asItIs(shown) + (shown.size() < form.payload.size() ? u"…"_s : QString());
}

void FormsPreview::refresh()
{
    const std::vector<SentForm> forms = this->forms();
    setVisible(!forms.empty());
    if (forms.empty()) {
        return;
    }
    const QString summary = summaryText(forms);
    m_summary->setText(plainMenuText(summary));
    m_summary->setAccessibleName(summary);
    if (m_summary->isChecked()) {
        QStringList texts;
        for (const SentForm& form : forms) {
            texts += formText(form);
        }
        if (const QString text = texts.join(u"\n\n"_s); text != m_text->toPlainText()) {
            m_text->setPlainText(text);
        }
    }
}

void FormsPreview::unfold(bool isOpen)
{
    m_summary->setArrowType(isOpen ? Qt::DownArrow : Qt::RightArrow);
    m_text->setVisible(isOpen);
    refresh();
}

} // namespace signalbox::ui
