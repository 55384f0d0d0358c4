// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

/// A variable of the environment, set for as long as it lives.
class Variable
{
public:
    Variable(const char *name, const QByteArray &value)
        : m_name(name)
        , m_before(qgetenv(name))
        , m_was(qEnvironmentVariableIsSet(name))
    {
        qputenv(name, value);
    }
    ~Variable() { m_was ? (void)qputenv(m_name, m_before) : (void)qunsetenv(m_name); }
    Q_DISABLE_COPY_MOVE(Variable)

private:
    const char *m_name;
    QByteArray m_before;
    bool m_was;
};

/// NIX_CONFIG with \a lines after what the environment has there.
inline QByteArray nixConfigWith(const QByteArray &lines)
{
    return qgetenv("NIX_CONFIG") + '\n' + lines;
}
