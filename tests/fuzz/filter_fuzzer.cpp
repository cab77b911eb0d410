// SPDX-License-Identifier: GPL-3.0-or-later
// What GeneratedInputTest checks, for whatever libFuzzer comes up with.
#include "tests/filter/filter_invariants.h"

#include <cstdint>
#include <cstdlib>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t bytes)
{
    const QByteArrayView utf8(data, static_cast<qsizetype>(bytes));
    const QString broken = signalbox::tests::brokenInvariant(QString::fromUtf8(utf8));
    if (!broken.isEmpty()) {
        qCritical("%s", qPrintable(broken));
        std::abort();
    }
    return 0;
}
