// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/desktop/keychainservice.h"

#include "app/core/chain.h"

#include <QDBusMessage>
#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>
#include <QPromise>

using namespace Qt::StringLiterals;

namespace unmoor {

namespace {

/// The names that the bus lists by \a method; none where it does not answer.
QFuture<QStringList> namesOnBus(const QDBusConnection &bus, const QString &method)
{
    const QString service = u"org.freedesktop.DBus"_s;
    const auto message = QDBusMessage::createMethodCall(service, u"/org/freedesktop/DBus"_s, service, method);
    auto promise = std::make_shared<QPromise<QStringList>>();
    promise->start();
    auto *asked = new QDBusPendingCallWatcher(bus.asyncCall(message));
    QObject::connect(asked, &QDBusPendingCallWatcher::finished, asked, [asked, promise] {
        const QDBusPendingReply<QStringList> names = *asked;
        promise->addResult(names.isError() ? QStringList() : names.value());
        promise->finish();
        asked->deleteLater();
    });
    return promise->future();
}

/// Tokens go to KWallet where it is there, as the library does that keeps them.
QString keychainAmong(const QStringList &names)
{
    if (names.contains("org.kde.kwalletd6"_L1) || names.contains("org.kde.kwalletd5"_L1))
        return u"KWallet"_s;
    return names.contains("org.freedesktop.secrets"_L1) ? u"Secret Service"_s : QString();
}

} // namespace

QFuture<KeychainService> findKeychain(QDBusConnection bus)
{
    if (!bus.isConnected())
        return QtFuture::makeReadyValueFuture(KeychainService());
    return inEitherCase(namesOnBus(bus, u"ListNames"_s), [bus](const QStringList &running) {
        if (const QString name = keychainAmong(running); !name.isEmpty())
            return QtFuture::makeReadyValueFuture(KeychainService{name, true});
        return namesOnBus(bus, u"ListActivatableNames"_s).then([](const QStringList &startable) {
            return KeychainService{keychainAmong(startable), false};
        });
    });
}

} // namespace unmoor
