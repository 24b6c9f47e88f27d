// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/errortext.h"
#include "core/store/connection.h"
#include "core/store/journal.h"
#include "core/store/leadwriter.h"
#include "core/store/notesearch.h"
#include "core/store/workspacefile.h"

#include <QTemporaryDir>
#include <QTest>

namespace kindling {

/// The value of a result; fails the test with the sentence of its error.
template <typename T>
T valueOf(Result<T> result)
{
    if (!result)
        QTest::qFail(qPrintable(errorSentence(result.error())), __FILE__, __LINE__);
    return result ? std::move(*result) : T{};
}

/// The leads whose notes have a text.
inline std::vector<LeadId> notedLeads(Connection &connection, const QString &text)
{
    std::vector<LeadId> leads;
    for (const NoteHit &hit : valueOf(notesWith(connection, text, 10)))
        leads.push_back(hit.lead);
    return leads;
}

inline bool succeeds(const Result<void> &result)
{
    if (!result)
        qWarning("%s", qPrintable(errorSentence(result.error())));
    return result.ok();
}

/// The error of a result that should be one.
template <typename T>
Error refusalOf(const Result<T> &result)
{
    if (result)
        QTest::qFail("this should have been refused", __FILE__, __LINE__);
    return result ? Error{} : result.error();
}

/// A new workspace file in a temporary folder, with the connection that writes it and no threads.
class TemporaryStore
{
public:
    TemporaryStore()
    {
        if (!succeeds(createWorkspaceFile(path(), QStringLiteral("EUR"), QStringLiteral("DE"))))
            qFatal("the test cannot make %s", qPrintable(path()));
        reopen();
    }

    void reopen()
    {
        m_connection.reset();
        m_connection = valueOf(Connection::open(path(), Connection::Mode::Writer));
    }
    void close() { m_connection.reset(); }

    QString path() const { return m_folder.filePath(QStringLiteral("w.kindling")); }
    QString file(const QString &name) const { return m_folder.filePath(name); }
    Connection &operator*() { return *m_connection; }
    Connection *operator->() { return m_connection.get(); }

    /// One change in one transaction, as the engine makes it.
    Result<ChangeSet> change(const std::function<Result<void>(Journal &)> &work, UtcMs at = 1000)
    {
        ChangeSet changes;
        lastChange = nextId<ChangeId>();
        Journal journal(*m_connection, {lastChange, at, QStringLiteral("Ines"), {}, ChangeHead::Kind::Do, {}});
        const Result<void> done = inTransaction(*m_connection, [&]() -> Result<void> {
            if (Result<void> begun = journal.begin(); !begun)
                return begun;
            if (Result<void> worked = work(journal); !worked)
                return worked;
            Result<ChangeSet> finished = journal.finish(QStringLiteral("a change"));
            if (!finished)
                return finished.error();
            changes = std::move(*finished);
            return {};
        });
        return done ? Result<ChangeSet>(changes) : Result<ChangeSet>(done.error());
    }

    /// Adds a lead; its stage is the first one when it has none.
    LeadId add(Lead lead, const std::vector<Stay> &past = {})
    {
        if (lead.id.isNull())
            lead.id = nextId<LeadId>();
        if (lead.stage.isNull())
            lead.stage = firstStage();
        valueOf(change([&](Journal &journal) -> Result<void> {
            LeadWriter writer(*m_connection, journal);
            if (Result<void> added = writer.add(lead, past); !added)
                return added;
            return writer.finish();
        }));
        return lead.id;
    }
    LeadId add(const QString &name)
    {
        Lead lead;
        lead.name = name;
        return add(lead);
    }

    StageId firstStage() { return StageId(integer(QStringLiteral("SELECT id FROM stage ORDER BY position LIMIT 1"))); }
    /// The number that a query gives; -1 for none.
    qint64 integer(const QString &sql, const QVariantList &values = {}) { return valueOf(m_connection->integer(sql, values)).value_or(-1); }
    QString text(const QString &sql, const QVariantList &values = {}) { return valueOf(m_connection->text(sql, values)); }

    ChangeId lastChange;

private:
    QTemporaryDir m_folder;
    std::unique_ptr<Connection> m_connection;
};

/// A lead in which every field has a value that is not its default. Times are small numbers, so that a test can be read.
inline Lead fullLead(StageId stage)
{
    Lead lead;
    lead.id = nextId<LeadId>();
    lead.externalId = QStringLiteral("CRM-42");
    lead.name = QStringLiteral("Žofie Müller-Øst");
    lead.company = QStringLiteral("Bäckerei Straßburg & Söhne");
    lead.jobTitle = QStringLiteral("Inhaberin");
    lead.emails = {{*EmailAddress::parse(u"Zofie@Beispiel.example"), QStringLiteral("Work"), ContactState::Usable},
                   {*EmailAddress::parse(u"old@beispiel.example"), {}, ContactState::Invalid}};
    lead.phones = {{*PhoneNumber::parse(u"030 123456", QStringLiteral("DE")), QStringLiteral("Shop"), ContactState::DoNotUse}};
    lead.website = QStringLiteral("https://beispiel.example");
    lead.street = QStringLiteral("Hauptstraße 1");
    lead.postalCode = QStringLiteral("01067");
    lead.city = QStringLiteral("Dresden");
    lead.region = QStringLiteral("Sachsen");
    lead.country = QStringLiteral("Germany");
    lead.language = QStringLiteral("de");
    lead.timeZone = QStringLiteral("Europe/Berlin");
    lead.industry = QStringLiteral("Food");
    lead.companySize = QStringLiteral("11-50");
    lead.temperature = Temperature::Hot;
    lead.temperatureSince = 200;
    lead.stage = stage;
    lead.stageSince = 300;
    lead.qualifiedThrough = QualifiedThrough::ProductUse;
    lead.outcome = Outcome::Lost;
    lead.outcomeSince = 400;
    lead.reason = QStringLiteral("too expensive");
    lead.owner = QStringLiteral("Tom");
    lead.ownerSince = 500;
    lead.source = QStringLiteral("Fair");
    lead.campaign = QStringLiteral("Spring 2026");
    lead.value = Money{1'234'50, QStringLiteral("EUR")};
    lead.expectedClose = QDate(2026, 2, 28);
    lead.tags = {QStringLiteral("bakery"), QStringLiteral("fair")};
    lead.notes = QStringLiteral("Likes “quotes”, commas,\nand new lines.");
    lead.painPoints = QStringLiteral("Flour is late");
    lead.bant = {{Answer::Yes, QStringLiteral("10k")}, {Answer::No, QStringLiteral("asks her father")}, {Answer::Partly, {}}, {}};
    lead.created = 100;
    lead.archived = true;
    return lead;
}

/// Makes a database of today one of an older format, as far as no later one changed what has to be there: 11 or 12.
inline void makeOlder(Connection &connection, int version)
{
    for (const char *column : {"consent", "do_not_email", "do_not_call"})
        QVERIFY(succeeds(connection.execute(QStringLiteral("ALTER TABLE lead DROP COLUMN %1").arg(QLatin1String(column)))));
    QVERIFY(succeeds(connection.execute(QStringLiteral("PRAGMA user_version = %1").arg(version))));
}

} // namespace kindling
