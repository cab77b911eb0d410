// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/manual/declarations_section.h"

#include "app/manual/mdoc_text.h"

#include <QtCore/QRegularExpression>
#include <QtCore/QStringList>

#include <utility>

namespace signalbox::app {

using namespace Qt::StringLiterals;

namespace {

/// The lines of the declarations, one after the other.
class DeclarationsWriter final {
public:
    void line(const QString& text)
    {
        static const QRegularExpression block(
            u"^(?:declare )?(?:interface|const) (\\w+)(?: extends [\\w, ]+)?:? \\{$"_s);
        static const QRegularExpression function(u"^declare function (.+);$"_s);
        static const QRegularExpression alias(u"^type (\\w+) = (.+);$"_s);
        if (takeComment(text)) {
            return;
        }
        if (const auto named = block.match(text); named.hasMatch()) {
            begin(named.captured(1));
            m_inBlock = true;
        } else if (const auto called = function.match(text); called.hasMatch()) {
            beginFunctions();
            addItem(called.captured(1));
        } else if (const auto known = alias.match(text); known.hasMatch()) {
            begin(known.captured(1));
            m_page += ".Bd -literal -offset indent\n" + mdocEscaped(known.captured(2)) + "\n.Ed\n";
        } else if (m_inBlock && text.startsWith(u"    "_s) && text.endsWith(u';')) {
            addItem(text.trimmed().chopped(1));
        } else if (text.startsWith(u'}')) {
            endList();
            m_inBlock = false;
        }
    }
    QByteArray finish()
    {
        endList();
        return m_page;
    }

private:
    bool takeComment(const QString& text)
    {
        QString line = text.trimmed();
        if (line.startsWith(u"//"_s)) {
            m_remark += m_begun ? line.sliced(2) : QString();
            return true;
        }
        if (!m_inComment && !line.startsWith(u"/**"_s)) {
            return false;
        }
        m_inComment = !line.endsWith(u"*/"_s);
        static const QRegularExpression marks(u"\\*+/$|^/?\\*+ ?"_s);
        m_comment += u' ' + line.remove(marks);
        return true;
    }
    void begin(const QString& name)
    {
        endList();
        m_begun = true;
        m_inFunctions = false;
        m_page += ".Ss " + mdocEscaped(name) + '\n' + paragraphOf(m_comment);
    }
    /// The functions share one subsection, a list for each remark between them.
    void beginFunctions()
    {
        if (!m_remark.isEmpty()) {
            endList();
        }
        if (!std::exchange(m_inFunctions, true)) {
            endList();
            m_page += ".Ss Functions\n" + paragraphOf(m_remark);
        } else if (!m_remark.isEmpty()) {
            m_page += ".Pp\n" + paragraphOf(m_remark);
        }
        m_begun = true;
    }
    void addItem(const QString& declaration)
    {
        m_page += std::exchange(m_inList, true) ? "" : ".Bl -tag -width Ds\n";
        m_page += ".It Li " + mdocArgument(declaration) + '\n' + paragraphOf(m_comment);
    }
    void endList() { m_page += std::exchange(m_inList, false) ? ".El\n" : ""; }

    static QByteArray paragraphOf(QString& text)
    {
        const QString taken = std::exchange(text, {}).trimmed();
        return taken.isEmpty() ? QByteArray() : mdocParagraph(taken);
    }

    QByteArray m_page;
    QString m_comment; ///< of what is declared next
    QString m_remark;  ///< between declarations
    bool m_begun = false;
    bool m_inBlock = false;
    bool m_inComment = false;
    bool m_inFunctions = false;
    bool m_inList = false;
};

} // namespace

QByteArray declarationsSection(const QString& declarations)
{
    DeclarationsWriter writer;
    for (const QString& line : declarations.split(u'\n')) {
        writer.line(line);
    }
    return writer.finish();
}

} // namespace signalbox::app
