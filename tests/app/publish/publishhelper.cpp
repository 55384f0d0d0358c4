// SPDX-License-Identifier: GPL-3.0-or-later
// Publishes the files of a folder without any pause, for the test that kills it: publishhelper API-URL FOLDER, with the
// token in UNMOOR_TEST_TOKEN.
#include "publishbench.h"

#include <QCoreApplication>

int main(int argc, char *argv[])
{
    QCoreApplication app(argc, argv);
    QNetworkAccessManager network;
    github::Client client(network, QUrl(app.arguments().value(1)));
    client.setToken(qgetenv("UNMOOR_TEST_TOKEN"));
    Publisher publisher(client, PublishBench::quick());
    publisher.start(releaseOf(app.arguments().value(2)), {}).then(&app, [](const PublishOutcome &outcome) {
        QCoreApplication::exit(outcome.complete ? 0 : 1);
    });
    return app.exec();
}
