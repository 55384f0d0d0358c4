// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/mainframe/recentprojects.h"

#include <QDir>
#include <QFileInfo>
#include <algorithm>

using namespace Qt::StringLiterals;

namespace unmoor {

namespace {

constexpr int mostProjects = 12; ///< that are not pinned

auto isThe(const RecentProject &project)
{
    return [&project](const RecentProject &other) {
        return other.path == project.path && other.isRehearsal == project.isRehearsal;
    };
}

} // namespace

RecentProjects::RecentProjects(const QString &stateDir)
    : m_settings(QDir(stateDir).filePath(u"window.ini"_s), QSettings::IniFormat)
{
}

QList<RecentProject> RecentProjects::all() const
{
    QList<RecentProject> projects;
    const int count = m_settings.beginReadArray(u"recent"_s);
    for (int i = 0; i < count; ++i) {
        m_settings.setArrayIndex(i);
        RecentProject project;
        project.path = m_settings.value(u"path"_s).toString();
        project.name = m_settings.value(u"name"_s).toString();
        project.state = theme::State(m_settings.value(u"state"_s).toInt());
        project.summary = m_settings.value(u"summary"_s).toString();
        project.when = m_settings.value(u"when"_s).toDateTime();
        project.isRehearsal = m_settings.value(u"rehearsal"_s).toBool();
        project.isPinned = m_settings.value(u"pinned"_s).toBool();
        project.exists = QFileInfo(project.path).isDir();
        projects.append(project);
    }
    m_settings.endArray();
    return projects;
}

void RecentProjects::put(const RecentProject &project)
{
    QList<RecentProject> projects = all();
    RecentProject newest = project;
    newest.isPinned = std::ranges::any_of(
        projects, [&](const RecentProject &other) { return isThe(project)(other) && other.isPinned; });
    projects.removeIf(isThe(project));
    projects.prepend(newest);
    write(projects);
}

void RecentProjects::setPinned(const RecentProject &project, bool pinned)
{
    QList<RecentProject> projects = all();
    for (RecentProject &other : projects)
        if (isThe(project)(other))
            other.isPinned = pinned;
    write(projects);
}

void RecentProjects::forget(const RecentProject &project)
{
    QList<RecentProject> projects = all();
    projects.removeIf(isThe(project));
    write(projects);
}

void RecentProjects::forgetMissing()
{
    QList<RecentProject> projects = all();
    projects.removeIf([](const RecentProject &project) { return !project.exists; });
    write(projects);
}

void RecentProjects::write(QList<RecentProject> projects)
{
    std::ranges::stable_sort(projects, [](const RecentProject &one, const RecentProject &other) {
        return one.isPinned != other.isPinned ? one.isPinned : one.when > other.when;
    });
    const auto pinned = std::ranges::count_if(projects, &RecentProject::isPinned);
    projects = projects.first(qMin(projects.size(), pinned + mostProjects));
    m_settings.remove(u"recent"_s);
    m_settings.beginWriteArray(u"recent"_s);
    for (int i = 0; i < projects.size(); ++i) {
        m_settings.setArrayIndex(i);
        m_settings.setValue(u"path"_s, projects[i].path);
        m_settings.setValue(u"name"_s, projects[i].name);
        m_settings.setValue(u"state"_s, int(projects[i].state));
        m_settings.setValue(u"summary"_s, projects[i].summary);
        m_settings.setValue(u"when"_s, projects[i].when);
        m_settings.setValue(u"rehearsal"_s, projects[i].isRehearsal);
        m_settings.setValue(u"pinned"_s, projects[i].isPinned);
    }
    m_settings.endArray();
}

theme::Appearance RecentProjects::appearance() const
{
    const int kept = m_settings.value(u"appearance"_s).toInt();
    const bool isKnown = kept >= 0 && kept <= int(theme::Appearance::HighContrastDark);
    return isKnown ? theme::Appearance(kept) : theme::Appearance::System;
}

void RecentProjects::setAppearance(theme::Appearance appearance)
{
    m_settings.setValue(u"appearance"_s, int(appearance));
}

QString RecentProjects::language() const
{
    return m_settings.value(u"language"_s).toString();
}

void RecentProjects::setLanguage(const QString &language)
{
    m_settings.setValue(u"language"_s, language);
}

} // namespace unmoor
