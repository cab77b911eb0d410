// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/payload_file.h"

#include "ui/format/numbers.h"
#include "ui/format/plain.h"
#include "ui/models/draft_command.h"
#include "ui/widgets/appearance.h"
#include "ui/widgets/line_icon.h"
#include "ui/widgets/meaning_label.h"

#include <QtCore/QFileInfo>
#include <QtCore/QMimeData>
#include <QtGui/QDropEvent>
#include <QtWidgets/QBoxLayout>
#include <QtWidgets/QFileDialog>
#include <QtWidgets/QToolButton>

namespace signalbox::ui {

PayloadFile::PayloadFile(QWidget* parent)
    : QWidget(parent)
    , m_label(new MeaningLabel(Meaning::Muted))
    , m_choose(new QToolButton)
    , m_remove(new QToolButton)
{
    m_choose->setText(tr("File …"));
    m_choose->setToolTip(tr("Send the bytes of a file, or drop it here"));
    m_remove->setIcon(lineIcon(QStringLiteral("close")));
    m_remove->setAutoRaise(true);
    m_remove->setAccessibleName(tr("Take the file out"));
    m_remove->setToolTip(tr("Take the file out"));
    m_label->setWordWrap(true);
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->addWidget(m_choose);
    row->addWidget(m_label, 1);
    row->addWidget(m_remove);
    connect(m_choose, &QToolButton::clicked, this, &PayloadFile::choose);
    connect(m_remove, &QToolButton::clicked, this, [this] { setPath({}); });
    setPath({});
}

void PayloadFile::takeDropsOn(QWidget& target)
{
    target.setAcceptDrops(true);
    target.installEventFilter(this);
}

void PayloadFile::choose()
{
    auto* dialog = new QFileDialog(this, tr("Send the bytes of a file"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    connect(dialog, &QFileDialog::fileSelected, this, &PayloadFile::setPath);
    dialog->open();
}

void PayloadFile::setPath(const QString& path)
{
    m_path.clear();
    m_bytes.clear();
    if (path.isEmpty()) {
        m_label->setMeaning(Meaning::Muted);
        m_label->setText(tr("or drop one on the message"));
    } else {
        read(path);
    }
    m_remove->setVisible(!m_path.isEmpty());
    Q_EMIT changed();
}

void PayloadFile::read(const QString& path)
{
    QFile file(path);
    const QString name = plainName(QFileInfo(path).fileName().toUtf8());
    m_label->setMeaning(Meaning::Bad);
    if (file.size() > maxMessageBytes) {
        m_label->setText(
            tr("%1 has %2, more than a broker takes in one message").arg(name, bytesText(file.size())));
    } else if (!QFileInfo(path).isFile() || !file.open(QIODevice::ReadOnly)) {
        m_label->setText(tr("%1 cannot be read: %2").arg(name, file.errorString()));
    } else {
        m_path = path;
        m_bytes = file.readAll();
        m_label->setMeaning(Meaning::Normal);
        m_label->setText(tr("%1, %2").arg(name, exactBytesText(m_bytes.size())));
    }
}

bool PayloadFile::eventFilter(QObject* object, QEvent* event)
{
    const bool isDrop = event->type() == QEvent::Drop;
    if (isDrop || event->type() == QEvent::DragEnter || event->type() == QEvent::DragMove) {
        auto& drag = static_cast<QDropEvent&>(*event); // the three have it as their base
        const QList<QUrl> urls = drag.mimeData()->urls();
        if (urls.size() == 1 && urls.front().isLocalFile()) {
            drag.acceptProposedAction();
            if (isDrop) {
                setPath(urls.front().toLocalFile());
            }
            return true;
        }
    }
    return QWidget::eventFilter(object, event);
}

} // namespace signalbox::ui
