// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/core/operator_token.h"
#include "server/core/result.h"
#include "server/settings/operator_token_file.h"

#include <QtCore/QObject>
#include <QtCore/QTimer>

namespace signalbox::app {

/// Follows the operator token's file, so that `signalbox token rotate` is in force in a running broker within
/// a second. A file that may not be used leaves nobody with the token. It is read each time: when it was
/// written says too little, two writes of one tick of the clock have the same time.
///
/// Thread: main.
class OperatorTokenWatch final : public QObject {
    Q_OBJECT

public:
    /// Nowhere (an empty folder): there is no token, and none ever comes.
    explicit OperatorTokenWatch(const QString& stateFolder);

    /// Looks once, making the file where there is none, and from then on once a second.
    [[nodiscard]] Result<void> start();
    /// Looks now, and tells when it is another one.
    void check();

Q_SIGNALS:
    void changed(const signalbox::OperatorToken& token);

private:
    const OperatorTokenFile m_file;
    const bool m_hasFolder;
    OperatorToken m_known; ///< as it was last told
    QTimer m_timer;
};

} // namespace signalbox::app
