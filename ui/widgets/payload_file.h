// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QByteArray>
#include <QtWidgets/QWidget>

class QToolButton;

namespace signalbox::ui {

class MeaningLabel;

/// The file whose bytes go out as a message: chosen or dropped, read at once,
/// so that what is sent is what was chosen. Says its size, or why it cannot be
/// taken. Limit: the most that a broker takes.
class PayloadFile final : public QWidget {
    Q_OBJECT

public:
    explicit PayloadFile(QWidget* parent = nullptr);

    /// Asks for one.
    void choose();
    /// An empty path: none.
    void setPath(const QString& path);
    [[nodiscard]] const QString& path() const { return m_path; }
    [[nodiscard]] const QByteArray& bytes() const { return m_bytes; }

    /// Drops of one file on `target` are taken.
    void takeDropsOn(QWidget& target);

Q_SIGNALS:
    void changed();

protected:
    bool eventFilter(QObject* object, QEvent* event) override;

private:
    void read(const QString& path);

    QString m_path;
    QByteArray m_bytes;
    MeaningLabel* m_label;
    QToolButton* m_choose;
    QToolButton* m_remove;
};

} // namespace signalbox::ui
