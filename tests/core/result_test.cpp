// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/core/result.h"
#include "tests/support/test_registry.h"

#include <QtTest/QTest>

#include <memory>

using namespace signalbox;

class ResultTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void holdsAValue();
    void holdsAnError();
    void givesTheValueAway();
    void takesAValueThatLooksLikeNothing();
    void mayHoldNothingButSuccess();
};

namespace {

Error someError()
{
    return {"test.some_error", QStringLiteral("Do it another way.")};
}

} // namespace

void ResultTest::holdsAValue()
{
    Result<int> result(7);
    QVERIFY(result.ok() && result);
    QCOMPARE(result.value(), 7);
    result.value() = 8;
    QCOMPARE(*result, 8);
    const Result<QByteArray> bytes(QByteArray("abc"));
    QCOMPARE(bytes->size(), 3);
}

void ResultTest::holdsAnError()
{
    const Result<int> result(someError());
    QVERIFY(!result.ok() && !result);
    QVERIFY(result.error() == someError());
}

void ResultTest::givesTheValueAway()
{
    Result<std::unique_ptr<int>> result(std::make_unique<int>(5));
    const std::unique_ptr<int> value = std::move(result).value();
    QCOMPARE(*value, 5);
    Result<std::unique_ptr<int>> other(std::make_unique<int>(6));
    const std::unique_ptr<int> otherValue = *std::move(other);
    QCOMPARE(*otherValue, 6);
}

void ResultTest::takesAValueThatLooksLikeNothing()
{
    // A zero, an empty text or a false is a value like any other.
    QVERIFY(Result<int>(0).ok());
    QVERIFY(Result<bool>(false).ok());
    QVERIFY(Result<QByteArray>(QByteArray()).ok());
}

void ResultTest::mayHoldNothingButSuccess()
{
    const Result<void> success;
    QVERIFY(success.ok() && success);
    const Result<void> failure(someError());
    QVERIFY(!failure.ok() && !failure);
    QVERIFY(failure.error() == someError());
}

SIGNALBOX_TEST(ResultTest)
#include "result_test.moc"
