// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QCoreApplication>

namespace signalbox::scripts {

/// The application object of a script host. There is no event loop: what a promise has to do is posted as an
/// event, and delivered before a call counts as done.
///
/// Main thread.
class EventDrain final : public QCoreApplication {
    Q_OBJECT

public:
    EventDrain();

    /// Delivers what is posted, and what that posts, until nothing is left.
    void drain();

    bool notify(QObject* receiver, QEvent* event) override;

private:
    quint64 m_delivered = 0;
};

} // namespace signalbox::scripts
