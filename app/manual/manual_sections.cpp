// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/manual/manual_sections.h"

#include "app/manual/mdoc_text.h"

#include <QtCore/QRegularExpression>
#include <QtCore/QStringList>

#include <utility>

namespace signalbox::app {

using namespace Qt::StringLiterals;

namespace {

constexpr auto listBegin = ".Bl -tag -width Ds\n";
constexpr auto listEnd = ".El\n";

QByteArray optionItem(const OptionText& option)
{
    QByteArray item = ".It";
    for (const QString& name : option.names) {
        item += name.size() == 1 ? " Fl " : " Fl \\-";
        item += mdocEscaped(name) + (name == option.names.last() ? "" : " ,");
    }
    if (!option.value.isEmpty()) {
        item += " Ar " + mdocArgument(option.value);
    }
    return item + '\n' + mdocParagraph(asSentence(option.purpose));
}

/// The lines of signalbox.toml, one after the other.
class SettingsWriter final {
public:
    void line(const QString& text)
    {
        static const QRegularExpression section(u"^\\[([a-z]+)\\]$"_s);
        static const QRegularExpression key(u"^#([a-z][a-z_.]*) = (.*)$"_s);
        if (const auto match = section.match(text); match.hasMatch()) {
            beginSection(match.captured(1));
        } else if (const auto known = key.match(text); known.hasMatch()) {
            addKey(known.captured(1), known.captured(2));
        } else if (text.startsWith(u"# "_s)) {
            m_comment += text.sliced(1);
        } else {
            m_comment.clear(); // a blank line: it belonged to nothing that is a key
        }
    }
    QByteArray finish()
    {
        endList();
        return m_page;
    }

private:
    void beginSection(const QString& name)
    {
        endList();
        m_page += ".Ss " + name.toLatin1() + '\n';
        if (!m_comment.isEmpty()) {
            m_page += mdocParagraph(m_comment);
        }
        m_comment.clear();
    }
    void addKey(const QString& name, const QString& value)
    {
        m_page += m_inList ? "" : listBegin;
        m_inList = true;
        m_page +=
            ".It Ic " + mdocEscaped(name) + " = " + mdocArgument(value) + '\n' + mdocParagraph(m_comment);
        m_comment.clear();
    }
    void endList() { m_page += std::exchange(m_inList, false) ? listEnd : ""; }

    QByteArray m_page;
    QString m_comment;
    bool m_inList = false;
};

/// README's "Codes", line by line.
class CodesWriter final {
public:
    void line(const QString& text)
    {
        if (!text.startsWith(u'|')) {
            m_page += std::exchange(m_inTable, false) ? listEnd : "";
            m_paragraphs.last() += u' ' + text;
            if (text.isEmpty() && !m_paragraphs.last().trimmed().isEmpty()) {
                m_paragraphs.append(QString());
            }
            return;
        }
        QStringList cells = text.sliced(1).chopped(1).split(u" | "_s);
        if (cells.first().startsWith(u"---"_s)) {
            return;
        }
        if (!std::exchange(m_inTable, true)) { // the headings
            writeParagraphs();
            m_page += listBegin;
            return;
        }
        const QString meaning = cells.takeLast();
        QByteArray item = ".It Li " + mdocArgument(plain(cells.first()));
        for (qsizetype i = 1; i < cells.size(); ++i) {
            item += " Pq " + mdocEscaped(plain(cells[i]));
        }
        const bool beginsWithName = meaning.startsWith(u'`');
        m_page +=
            item + '\n' + mdocParagraph(beginsWithName ? plain(meaning) + u'.' : asSentence(plain(meaning)));
    }
    QByteArray finish() { return m_page + (m_inTable ? listEnd : ""); }

private:
    static QString plain(QString markdown) { return markdown.remove(u'`').remove(u"**"_s).simplified(); }

    void writeParagraphs()
    {
        for (const QString& paragraph : m_paragraphs) {
            if (!paragraph.trimmed().isEmpty()) {
                m_page += (m_page.isEmpty() ? "" : ".Pp\n") + mdocParagraph(plain(paragraph));
            }
        }
        m_paragraphs = {QString()};
    }

    QByteArray m_page;
    QStringList m_paragraphs{QString()};
    bool m_inTable = false;
};

} // namespace

QByteArray optionsSection(const std::vector<OptionText>& options)
{
    QByteArray section = listBegin;
    for (const OptionText& option : options) {
        section += optionItem(option);
    }
    return section + listEnd;
}

QByteArray commandsSection(const std::vector<ManualCommand>& commands)
{
    QByteArray section = listBegin;
    for (const ManualCommand& command : commands) {
        section += ".It Ic " + mdocEscaped(command.text.name);
        if (!command.text.arguments.isEmpty()) {
            section += " Ar " + mdocArgument(command.text.arguments);
        }
        section += '\n' + mdocParagraph(asSentence(command.text.purpose));
        if (!command.options.empty()) {
            section += optionsSection(command.options);
        }
    }
    return section + listEnd;
}

QByteArray settingsSection(const QString& configuration)
{
    SettingsWriter writer;
    for (const QString& line : configuration.split(u'\n')) {
        writer.line(line);
    }
    return writer.finish();
}

QByteArray codesSection(const QString& readme)
{
    const qsizetype begin = readme.indexOf(u"\n## Codes\n"_s) + 10;
    const qsizetype end = readme.indexOf(u"\n## "_s, begin);
    CodesWriter writer;
    for (const QString& line : readme.sliced(begin, end - begin).split(u'\n')) {
        writer.line(line);
    }
    return writer.finish();
}

} // namespace signalbox::app
