// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/completion.h"

#include "app/account/accountbook.h"
#include "app/archive/findingcatalog.h"
#include "app/changelog/changelog.h"
#include "app/cli/command.h"
#include "app/core/visibletext.h"
#include "app/core/words.h"
#include "app/project/releasemanifest.h"
#include "app/project/tagtemplate.h"
#include "app/settings/settings.h"

#include <QDir>
#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace unmoor {

namespace {

using Candidates = QList<Completion::Candidate>;

/// What was typed before the word at the cursor.
struct Typed
{
    const CliCommand *command = nullptr;
    QStringList words; ///< that follow the command's name and are no options
    QMap<QString, QString> options; ///< name → value; flags have none
    std::optional<QCommandLineOption> waiting; ///< the option whose value the word at the cursor is
};

QList<QCommandLineOption> optionsOf(const CliCommand *command)
{
    return commonOptions() + (command ? command->options : QList<QCommandLineOption>());
}

std::optional<QCommandLineOption> findOption(const CliCommand *command, const QString &name)
{
    const QList<QCommandLineOption> options = optionsOf(command);
    const auto found =
        std::ranges::find_if(options, [&](const QCommandLineOption &option) { return option.names().contains(name); });
    return found == options.end() ? std::nullopt : std::optional(*found);
}

bool takesValue(const QCommandLineOption &option)
{
    return !option.valueName().isEmpty();
}

Typed read(const QStringList &words)
{
    Typed typed;
    for (const QString &word : words) {
        if (typed.waiting) {
            typed.options.insert(typed.waiting->names().first(), word);
            typed.waiting.reset();
        } else if (word.startsWith("--"_L1)) {
            const qsizetype equals = word.indexOf(u'=');
            const QString name = equals < 0 ? word.sliced(2) : word.sliced(2, equals - 2);
            typed.options.insert(name, equals < 0 ? QString() : word.sliced(equals + 1));
            if (const auto option = findOption(typed.command, name); option && takesValue(*option) && equals < 0)
                typed.waiting = option;
        } else if (!typed.command) {
            typed.command = findCommand(word);
        } else {
            typed.words += word;
        }
    }
    return typed;
}

QString projectFolder(const Typed &typed)
{
    return typed.options.value(u"project"_s, u"."_s);
}

QString stateFolder(const Typed &typed)
{
    return typed.options.contains(u"state-dir"_s) ? QDir(typed.options.value(u"state-dir"_s)).absolutePath()
                                                  : defaultStateDir();
}

/// What reads as a file of the project says; without a readable unmoor.toml there is nothing to offer.
Candidates targetsOf(const Typed &typed, const QString &suffix = {})
{
    Candidates found;
    if (const auto manifest = readManifest(projectFolder(typed)))
        for (const ManifestTarget &target : manifest->targets)
            if (!target.isDropped())
                found.append({target.triple + suffix, target.label});
    return found;
}

Candidates releasesOf(const Typed &typed, bool asTags)
{
    Candidates found;
    const auto manifest = readManifest(projectFolder(typed));
    if (!manifest)
        return found;
    const auto changelog = readChangelog(QDir(projectFolder(typed)).filePath(manifest->changelog),
                                         {.package = manifest->name, .scheme = manifest->scheme});
    if (!changelog)
        return found;
    const TagTemplate tags(*manifest);
    for (const ChangelogSection *release : changelog->releases())
        found.append({asTags ? tags.tagOf(release->version) : release->version, release->date.toString(Qt::ISODate)});
    return found;
}

Candidates machinesOf(const Typed &typed)
{
    Candidates found;
    if (const auto settings = readSettings(stateFolder(typed)))
        for (const BuildHost &host : settings->hosts)
            found.append({host.name, host.systems.join(u", "_s)});
    return found;
}

Candidates accountsOf(const Typed &typed, bool hosts)
{
    Candidates found;
    if (const auto book = readAccounts(stateFolder(typed)))
        for (const Account &account : book->accounts)
            if (const Completion::Candidate one{hosts ? account.host : account.login, {}}; !found.contains(one))
                found.append(one);
    return found;
}

Candidates findingCodes()
{
    Candidates found;
    for (const FindingKind &kind : findingKinds())
        found.append({kind.code + u'=', kind.verdict});
    return found;
}

/// What can stand for \a placeholder, as usage lines and options call what they take.
Completion valuesFor(const QString &placeholder, const Typed &typed)
{
    if (placeholder == "TRIPLE"_L1)
        return {.candidates = targetsOf(typed)};
    if (placeholder == "TRIPLE=FILE"_L1)
        return {.candidates = targetsOf(typed, u"="_s)};
    if (placeholder == "[TRIPLE=]ARCHIVE"_L1)
        return {.candidates = targetsOf(typed, u"="_s), .files = true};
    if (placeholder == "HOST"_L1)
        return {.candidates = machinesOf(typed)
                    + Candidates{{u"this"_s, Words::tr("this machine")}, {u"builders"_s, Words::tr("Nix's builders")}}};
    if (placeholder == "NAME"_L1 && typed.command && typed.command->id == Invocation::Command::Host)
        return {.candidates = typed.words.value(0) == "add"_L1 ? Candidates() : machinesOf(typed)};
    if (placeholder == "V"_L1 || placeholder == "VERSION"_L1)
        return {.candidates = releasesOf(typed, false)};
    if (placeholder == "TAG"_L1)
        return {.candidates = releasesOf(typed, true) + Candidates{{u"previous"_s, {}}}};
    if (placeholder == "KIND|VERSION"_L1)
        return {.candidates = {{u"patch"_s, {}}, {u"minor"_s, {}}, {u"major"_s, {}}, {u"pre"_s, {}}, {u"final"_s, {}}}};
    if (placeholder == "CODE=REASON"_L1)
        return {.candidates = findingCodes()};
    if (placeholder == "H"_L1)
        return {.candidates = accountsOf(typed, true)};
    if (placeholder == "A"_L1)
        return {.candidates = accountsOf(typed, false)};
    if (placeholder == "DIR"_L1)
        return {.folders = true};
    return {.files = placeholder == "ARCHIVE"_L1 || placeholder == "FILE"_L1 || placeholder == "PATH"_L1};
}

/// The words of each form of \a command, without its options: {{"list"}, {"add", "NAME", "[USER@]ADDRESS[:PORT]"}, …}.
QList<QStringList> formsOf(const CliCommand &command)
{
    QList<QStringList> forms;
    for (const QString &form : QString(command.usage).remove(u'…').split(u" | "_s)) {
        QStringList words;
        bool isValue = false;
        for (QString word : form.split(u' ', Qt::SkipEmptyParts)) {
            if (word.count(u'[') != word.count(u']')
                || (word.startsWith(u'[') && word.indexOf(u']') == word.size() - 1))
                word.remove(u'[').remove(u']');
            const bool wasValue = std::exchange(isValue, false);
            if (word.startsWith("--"_L1)) {
                const auto option = findOption(&command, word.sliced(2));
                isValue = option && takesValue(*option);
            } else if (!wasValue) {
                words += word;
            }
        }
        forms += words;
    }
    return forms;
}

/// "set|login|check", and "list" alone: what is typed as it stands.
QStringList literalsOf(const QString &word)
{
    static const QRegularExpression literal(u"\\A[a-z][a-z|-]*\\z"_s);
    return literal.match(word).hasMatch() ? word.split(u'|') : QStringList();
}

bool fits(const QStringList &form, const QStringList &words)
{
    if (form.size() <= words.size())
        return false;
    for (qsizetype i = 0; i < words.size(); ++i)
        if (const QStringList literals = literalsOf(form[i]); !literals.isEmpty() && !literals.contains(words[i]))
            return false;
    return true;
}

Completion nextWords(const Typed &typed)
{
    Completion completion;
    for (const QStringList &form : formsOf(*typed.command)) {
        if (!fits(form, typed.words))
            continue;
        const QString next = form[typed.words.size()];
        const QStringList literals = literalsOf(next);
        for (const QString &word : literals)
            completion.candidates.append({word, {}});
        if (!literals.isEmpty())
            continue;
        const Completion values = valuesFor(next, typed);
        completion.candidates += values.candidates;
        completion.files |= values.files;
        completion.folders |= values.folders;
    }
    return completion;
}

Completion commandNames()
{
    Completion completion{.folders = true};
    for (const CliCommand &command : commands())
        completion.candidates.append({command.name, command.summary});
    return completion;
}

Candidates optionNames(const Typed &typed)
{
    Candidates found;
    for (const QCommandLineOption &option : optionsOf(typed.command))
        if (takesValue(option) || !typed.options.contains(option.names().first()))
            found.append({u"--"_s + option.names().first(), option.description()});
    return found;
}

Completion everything(const Typed &typed, const QString &word)
{
    if (typed.waiting)
        return valuesFor(typed.waiting->valueName(), typed);
    if (word.startsWith(u'-')) {
        const qsizetype equals = word.indexOf(u'=');
        const auto option =
            equals > 2 ? findOption(typed.command, word.sliced(2, equals - 2)) : std::optional<QCommandLineOption>();
        if (!option)
            return {.candidates = optionNames(typed)};
        Completion values = valuesFor(option->valueName(), typed);
        for (Completion::Candidate &candidate : values.candidates)
            candidate.value.prepend(word.first(equals + 1));
        return {.candidates = values.candidates};
    }
    if (!typed.command)
        return commandNames();
    Completion next = nextWords(typed);
    if (next.candidates.isEmpty() && !next.files && !next.folders)
        next.candidates = optionNames(typed);
    return next;
}

} // namespace

Completion completeWords(const QStringList &words)
{
    const QString word = words.isEmpty() ? QString() : words.last();
    Completion completion = everything(read(words.first(qMax<qsizetype>(0, words.size() - 1))), word);
    completion.candidates.removeIf([&](const Completion::Candidate &one) { return !one.value.startsWith(word); });
    return completion;
}

QString completionText(const Completion &completion)
{
    QString text;
    for (const Completion::Candidate &candidate : completion.candidates)
        if (candidate.value == withVisibleSigns(candidate.value) && !candidate.value.contains(u'\n'))
            text += candidate.value + u'\t' + withVisibleSigns(candidate.description.simplified()) + u'\n';
    if (completion.files)
        text += u":files\n"_s;
    if (completion.folders)
        text += u":folders\n"_s;
    return text;
}

} // namespace unmoor
