// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/gallery/guidesamples.h"

#include "ui/guide/brokenpage.h"
#include "ui/guide/guidepage.h"
#include "ui/guide/manifesteditor.h"
#include "ui/start/clonedialog.h"
#include "ui/start/startpage.h"

#include <QLineEdit>
#include <QTemporaryDir>
#include <QTreeView>

using namespace Qt::StringLiterals;

namespace unmoor::samples {

namespace {

ProposalFacts facts()
{
    const auto output = [](const QString &system, const QString &name) {
        return FlakeOutput{.system = system, .output = name, .name = {}, .drvPath = {}, .outPath = {}};
    };
    ProposalFacts facts;
    facts.name = u"minne"_s;
    facts.repository = u"perstarkse/minne"_s;
    facts.outputs = {output(u"x86_64-linux"_s, u"default"_s), output(u"x86_64-linux"_s, u"minne-release"_s),
                     output(u"x86_64-linux"_s, u"minne-release-windows"_s),
                     output(u"aarch64-darwin"_s, u"minne-release"_s), output(u"x86_64-linux"_s, u"dockerImage"_s)};
    facts.versions = {{u"lib.minneVersion"_s, u"1.0.5"_s}};
    facts.changelog = u"CHANGELOG.md"_s;
    facts.commit = u"de53020c1f0e7a91b3c5d6e7f8091a2b3c4d5e6f"_s;
    facts.branch = u"main"_s;
    facts.tags = QStringList{u"v1.0.3"_s, u"v1.0.4"_s};
    facts.releaseTag = u"v1.0.4"_s;
    facts.assets = QStringList{u"main-x86_64-unknown-linux-gnu.tar.xz"_s, u"main-x86_64-pc-windows-msvc.zip"_s};
    return facts;
}

GuidePage *guideOf(const ProposalFacts &found, bool canBeTrusted = false)
{
    auto *page = new GuidePage(u"/home/per/src/minne"_s);
    page->setFacts(found, canBeTrusted);
    return page;
}

} // namespace

QWidget *emptyStart()
{
    auto *page = new StartPage;
    page->setMachine(
        {{theme::State::Error, u"Nix does not start: without it nothing is evaluated or built."_s},
         {theme::State::Done, u"git 2.47.2"_s},
         {theme::State::Warning, u"ssh does not start. Builds on other machines and clones over ssh need it."_s},
         {theme::State::Warning, u"No keychain: a token is kept until the window closes, and is asked for again."_s}});
    return page;
}

QWidget *guide()
{
    return guideOf(facts());
}

QWidget *guideAsking()
{
    auto *page = new GuidePage(u"/home/per/src/minne"_s);
    page->setAsking(facts(), ProposalSource::Flake);
    return page;
}

QWidget *guideUntrusted()
{
    ProposalFacts found = facts();
    found.outputsSource = u".github/workflows/release.yml"_s;
    found.missing = {
        {ProposalSource::Flake,
         {Error::Kind::Untrusted, u"Evaluating the flake runs its code, and this checkout is not trusted."_s}},
        {ProposalSource::Release,
         {Error::Kind::Network, u"github.com did not answer: Host api.github.com not found. Check the connection."_s}}};
    found.releaseTag.clear();
    return guideOf(found, true);
}

QWidget *guideProblem()
{
    GuidePage *page = guideOf(facts());
    QString text = page->editor()->toml();
    page->editor()->setPlainText(text.replace(u"changelog ="_s, u"changlog ="_s));
    return page;
}

QWidget *guideWithLayouts()
{
    ProposalFacts found = facts();
    found.layouts.insert(u"x86_64-unknown-linux-gnu"_s,
                         {.root = u"main-{triple}"_s,
                          .files = {{.path = u"main"_s}, {.path = u"README.md"_s}},
                          .allow = {u"lib/*.so*"_s}});
    GuidePage *page = guideOf(found);
    page->say(theme::State::Done,
              u"Layouts of x86_64-unknown-linux-gnu are in the text. Prune them: what may come and go "
              "belongs in allow."_s);
    return page;
}

QWidget *brokenManifest()
{
    const QTemporaryDir folder;
    QFile file(folder.filePath(u"unmoor.toml"_s));
    if (file.open(QIODevice::WriteOnly))
        file.write(proposeManifest(facts()).replace(u"title = "_s, u"titel = "_s).toUtf8());
    file.close();
    auto *page = new BrokenPage;
    page->showManifest(folder.path());
    return page;
}

QWidget *cloneRefused()
{
    auto *dialog = new CloneDialog(u"/home/per/src"_s);
    dialog->setAttribute(Qt::WA_DeleteOnClose, false);
    dialog->addressField()->setText(u"ext::sh"_s);
    return dialog;
}

QWidget *cloneReady()
{
    auto *dialog = new CloneDialog(u"/home/per/src"_s);
    dialog->setAttribute(Qt::WA_DeleteOnClose, false);
    dialog->addressField()->setText(u"https://github.com/perstarkse/minne.git"_s);
    return dialog;
}

} // namespace unmoor::samples
