// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/project/checkout.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace unmoor;

class RemoteUrlTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void namesHostAndRepository_data()
    {
        QTest::addColumn<QString>("host");
        QTest::addColumn<QString>("repository");
        const auto github = [](const char *url) { QTest::newRow(url) << u"github.com"_s << u"owner/na.me"_s; };
        github("https://github.com/owner/na.me");
        github("https://github.com/owner/na.me.git");
        github("https://github.com/owner/na.me/");
        github("https://github.com/owner/na.me.git/");
        github("https://GitHub.com/owner/na.me");
        github("https://user:token@github.com:443/owner/na.me.git");
        github("http://github.com/owner/na.me");
        github("git://github.com/owner/na.me.git");
        github("ssh://git@github.com/owner/na.me.git");
        github("ssh://git@github.com:22/owner/na.me");
        github("ssh://git@ssh.github.com:443/owner/na.me.git");
        github("git+ssh://git@github.com/owner/na.me");
        github("git@github.com:owner/na.me.git");
        github("git@github.com:/owner/na.me.git/");
        github("github.com:owner/na.me");
        github("  git@github.com:owner/na.me.git\n");
        QTest::newRow("https://ghe.example:8443/a/b") << u"ghe.example"_s << u"a/b"_s;
        QTest::newRow("git@[::1]:a/b.git") << u"::1"_s << u"a/b"_s;
        QTest::newRow("https://gitlab.com/group/sub/name.git") << u"gitlab.com"_s << QString();
        QTest::newRow("https://github.com/owner") << u"github.com"_s << QString();
        QTest::newRow("https://github.com/") << u"github.com"_s << QString();
        for (const char *path : {"", "/srv/git/name.git", "../owner/name", "./owner:x/name", "owner/name", "~/name",
                                 "file:///srv/owner/name.git", "file:///owner/name", "C:/owner/name", "C:\\owner\\name",
                                 "ext::sh -c true", "https://"})
            QTest::addRow("path \"%s\"", path) << QString() << QString();
    }
    void namesHostAndRepository()
    {
        QString url = QString::fromUtf8(QTest::currentDataTag());
        if (url.startsWith(u"path "))
            url = url.sliced(6).chopped(1);
        QTEST(hostOfRemote(url), "host");
        QTEST(repositoryOfRemote(url), "repository");
    }

    void namesThatSshGivesToTheHostAreTheHost_data()
    {
        QTest::addColumn<bool>("isThere");
        for (const char *host : {"github.com", "www.github.com", "github.com-work", "github.com_work",
                                 "work.github.com", "me-github.com", "gh", ""})
            QTest::newRow(host) << true;
        for (const char *host : {"codeberg.org", "gitlab.com", "git.sr.ht", "github.com.example.org",
                                 "github.example.org", "notgithub.com", "github.community"})
            QTest::newRow(host) << false;
    }
    void namesThatSshGivesToTheHostAreTheHost()
    {
        QTEST(isAtHost(QString::fromUtf8(QTest::currentDataTag()), u"github.com"_s), "isThere");
    }
};

QTEST_GUILESS_MAIN(RemoteUrlTest)
#include "tst_remoteurl.moc"
