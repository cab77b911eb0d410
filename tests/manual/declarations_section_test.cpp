// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/manual/declarations_section.h"

#include "tests/support/test_registry.h"

#include <QtTest/QTest>

using namespace signalbox::app;
using namespace Qt::StringLiterals;

class DeclarationsSectionTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void listsTheMembersOfAnInterface()
    {
        QCOMPARE(declarationsSection(u"/** One client. */\ninterface Client {\n"
                                     "    /** As in the log. */\n    readonly id: string;\n"
                                     "    /**\n     * Sends it\n     * a text.\n     */\n"
                                     "    pushText(text: string): void;\n"
                                     "    any?(): void;\n}\n"_s),
                 QByteArray(".Ss Client\nOne client.\n.Bl -tag -width Ds\n"
                            ".It Li \"readonly id: string\"\nAs in the log.\n"
                            ".It Li \"pushText(text: string): void\"\nSends it a text.\n"
                            ".It Li \"any?(): void\"\n.El\n"));
    }

    void putsFunctionsIntoOneSubsectionWithTheRemarksBetweenThem()
    {
        QCOMPARE(declarationsSection(
                     u"/** First. */\ndeclare function a(): void;\n\n// What follows\n// throws.\n\n"
                     "/** Second. */\ndeclare function b(): void;\n"
                     "declare function b(name: string): void;\n"_s),
                 QByteArray(".Ss Functions\n.Bl -tag -width Ds\n.It Li \"a(): void\"\nFirst.\n.El\n"
                            ".Pp\nWhat follows throws.\n.Bl -tag -width Ds\n"
                            ".It Li \"b(): void\"\nSecond.\n.It Li \"b(name: string): void\"\n.El\n"));
    }

    void writesATypeOut()
    {
        QCOMPARE(declarationsSection(u"/** Text or nothing. */\ntype Answer = string | void;\n"_s),
                 QByteArray(".Ss Answer\nText or nothing.\n"
                            ".Bd -literal -offset indent\nstring | void\n.Ed\n"));
    }

    void leavesOutWhatIsForReadersOfTheFile()
    {
        QCOMPARE(declarationsSection(u"// Put this beside the scripts.\n\ndeclare const console: {\n"
                                     "    log(...values: any[]): void;\n};\n"_s),
                 QByteArray(".Ss console\n.Bl -tag -width Ds\n"
                            ".It Li \"log(...values: any[]): void\"\n.El\n"));
    }
};

SIGNALBOX_TEST(DeclarationsSectionTest)
#include "declarations_section_test.moc"
