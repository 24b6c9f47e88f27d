// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/rules/fieldrules.h"
#include "core/workspace/exportservice.h"
#include "core/workspace/fieldservice.h"
#include "support/temporaryworkspace.h"

using namespace kindling;
using namespace Qt::StringLiterals;

/// Files that Kindling wrote, read by Kindling: into the same workspace they change nothing, into another one all of it comes.
class TestOwnFiles : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void nothingNewInTheSameWorkspace_data();
    void nothingNewInTheSameWorkspace();
    void cardsAreKnownByTheirIds();
    void cardsOfCompaniesAreCompanies();
    void leadsOfOneNameAndAddressStayApart_data();
    void leadsOfOneNameAndAddressStayApart();
    void removedLeadsComeBackBesideTheirTwin();
    void renamedCompaniesAreKnown();
    void ownFieldsComeAlong_data();
    void ownFieldsComeAlong();
    void typesOfOwnFieldsAreKept_data();
    void typesOfOwnFieldsAreKept();
    void labelsComeAlong_data();
    void labelsComeAlong();
    void whatMustNotBeUsedStaysSo_data();
    void whatMustNotBeUsedStaysSo();
    void anOptionThatIsOfferedNoMore();
    void stagesKeepTheirDay_data();
    void stagesKeepTheirDay();
    void followUpsKeepTheirHour_data();
    void followUpsKeepTheirHour();
    void lineEndsOfACell();
    void jsonIsNoTable();

private:
    QString written(ExportRecords records, const QString &name);
    ImportResult imported(TemporaryWorkspace &into, ExportRecords records, const QString &name);
    std::unique_ptr<TemporaryWorkspace> m_workspace;
    LeadId m_first;
    LeadId m_second;
};

namespace {

constexpr std::array allRecords{ExportRecords::Leads, ExportRecords::Companies, ExportRecords::Activities, ExportRecords::FollowUps};

void addFormats()
{
    QTest::addColumn<QString>("ending");
    QTest::newRow("csv") << u"csv"_s;
    QTest::newRow("xlsx") << u"xlsx"_s;
}

Lead kim(const QString &jobTitle)
{
    Lead lead;
    lead.name = u"Kim"_s;
    lead.company = u"Estrela"_s;
    lead.jobTitle = jobTitle;
    lead.notes = jobTitle + u" by trade"_s;
    lead.emails = {{*EmailAddress::parse(u"kim@estrela.example"), u"Work"_s, ContactState::Usable},
                   {*EmailAddress::parse(u"old@estrela.example"), {}, ContactState::DoNotUse}};
    lead.phones = {{*PhoneNumber::parse(u"+351 912 345 678", u"PT"_s), {}, ContactState::DoNotUse},
                   {*PhoneNumber::parse(u"+351 912 345 679", u"PT"_s), {}, ContactState::Usable}};
    return lead;
}

} // namespace

/// Two people of one name at one address, each called at the same moment.
void TestOwnFiles::init()
{
    m_workspace = std::make_unique<TemporaryWorkspace>();
    m_first = answerOf((*m_workspace)->leads().add(kim(u"Baker"_s))).leads.front();
    m_second = answerOf((*m_workspace)->leads().add(kim(u"Miller"_s))).leads.front();
    for (const LeadId lead : {m_first, m_second}) {
        Activity call;
        call.lead = lead;
        call.kind = ActivityKind::Call;
        call.at = TemporaryWorkspace::noon - 3'600'000 + 123; // a file has whole seconds
        answerOf((*m_workspace)->leads().log(call));
        FollowUp followUp;
        followUp.lead = lead;
        followUp.localTime = u"2026-07-01T09:00:00"_s;
        followUp.zone = u"Europe/Berlin"_s;
        answerOf((*m_workspace)->followUps().plan(followUp));
    }
}

QString TestOwnFiles::written(ExportRecords records, const QString &name)
{
    ExportRequest request;
    request.records = records;
    request.format = *exportFormatFromKey(QFileInfo(name).suffix());
    answerOf((*m_workspace)->exports().write(request, m_workspace->file(name), std::make_shared<Progress>()));
    return m_workspace->file(name);
}

ImportResult TestOwnFiles::imported(TemporaryWorkspace &into, ExportRecords records, const QString &name)
{
    return into.import(written(records, name));
}

void TestOwnFiles::nothingNewInTheSameWorkspace_data()
{
    addFormats();
}

void TestOwnFiles::nothingNewInTheSameWorkspace()
{
    QFETCH(QString, ending);
    answerOf((*m_workspace)->imports().addSample(60, 5, std::make_shared<Progress>()));
    const QString notes = m_workspace->lead(m_first).notes;
    for (const ExportRecords records : allRecords) {
        const ImportResult result = imported(*m_workspace, records, u"out."_s + ending);
        QVERIFY(result.counts.rows > 0);
        QCOMPARE(result.counts.created, qint64(0));
        QCOMPARE(result.counts.updated, qint64(0));
        QCOMPARE(result.counts.rejected, qint64(0));
    }
    QCOMPARE(m_workspace->list({})->ids.size(), size_t(62));
    QCOMPARE(m_workspace->lead(m_first).notes, notes);
}

void TestOwnFiles::cardsAreKnownByTheirIds()
{
    answerOf((*m_workspace)->imports().addSample(400, 5, std::make_shared<Progress>()));
    Lead elsewhere = kim(u"Smith"_s);
    elsewhere.externalId = u"S-1"_s; // the card has it beside Kindling's own id
    answerOf((*m_workspace)->leads().add(elsewhere));
    Lead nameless;
    nameless.emails = {{*EmailAddress::parse(u"box@estrela.example"_s), {}, ContactState::Usable}};
    answerOf((*m_workspace)->leads().add(nameless));
    const QString file = written(ExportRecords::Leads, u"out.vcf"_s);
    const ImportResult same = m_workspace->import(file);
    QCOMPARE(same.counts.rows, qint64(404));
    QCOMPARE(same.counts.created, qint64(0));
    QCOMPARE(same.counts.updated, qint64(0));
    TemporaryWorkspace other;
    QCOMPARE(other.import(file).counts.created, qint64(404));
    QCOMPARE(other.lead(m_second).jobTitle, u"Miller"_s);
    QCOMPARE(other.import(file).counts.updated, qint64(0));
    // Companies are no leads, though their ids are written alike.
    const ImportResult companies = imported(*m_workspace, ExportRecords::Companies, u"companies.vcf"_s);
    QCOMPARE(companies.counts.rejected, qint64(0));
    QVERIFY(answerOf((*m_workspace)->verify()).isEmpty());
}

void TestOwnFiles::cardsOfCompaniesAreCompanies()
{
    Company estrela = answerOf((*m_workspace)->companies().list({}, 10)).front();
    estrela.city = u"Porto"_s;
    estrela.phone = u"+351 22 1"_s;
    estrela.notes = u"Two ovens.\nPays late."_s;
    answerOf((*m_workspace)->companies().save(estrela));
    const ImportCounts same = imported(*m_workspace, ExportRecords::Companies, u"out.vcf"_s).counts;
    QCOMPARE(same.created + same.updated, 0);
    QCOMPARE(m_workspace->list({})->ids.size(), size_t(2));
    TemporaryWorkspace other;
    imported(other, ExportRecords::Companies, u"out.vcf"_s);
    QCOMPARE(other.list({})->ids.size(), size_t(0));
    const Company come = answerOf(other->companies().list({}, 10)).front();
    QCOMPARE(come.name, estrela.name);
    QCOMPARE(come.city, estrela.city);
    QCOMPARE(come.phone, estrela.phone);
    QCOMPARE(come.notes, estrela.notes);
}

void TestOwnFiles::leadsOfOneNameAndAddressStayApart_data()
{
    addFormats();
}

void TestOwnFiles::leadsOfOneNameAndAddressStayApart()
{
    QFETCH(QString, ending);
    TemporaryWorkspace other;
    for (const ExportRecords records : {ExportRecords::Leads, ExportRecords::Activities, ExportRecords::FollowUps})
        QCOMPARE(imported(other, records, u"out."_s + ending).counts.created, qint64(2));
    QCOMPARE(other.lead(m_first).jobTitle, u"Baker"_s);
    QCOMPARE(other.lead(m_second).notes, u"Miller by trade"_s);
    for (const LeadId lead : {m_first, m_second}) {
        const LeadDossier dossier = answerOf(other->leads().dossier(lead));
        QCOMPARE(dossier.activities.size(), size_t(1));
        QCOMPARE(dossier.followUps.size(), size_t(1));
    }
    QCOMPARE(answerOf(other->verify()), QStringList());
    QCOMPARE(imported(other, ExportRecords::Activities, u"out."_s + ending).counts.skipped, qint64(2));
}

void TestOwnFiles::removedLeadsComeBackBesideTheirTwin()
{
    const Written third = answerOf((*m_workspace)->leads().add(kim(u"Smith"_s)));
    const QString file = written(ExportRecords::Leads, u"out.csv"_s);
    answerOf((*m_workspace)->history().undo(third.change));
    const ImportResult result = m_workspace->import(file);
    QCOMPARE(result.counts.created, qint64(1));
    QCOMPARE(result.counts.updated, qint64(0));
    QCOMPARE(m_workspace->lead(m_second).notes, u"Miller by trade"_s);
    // What was removed can still be taken back: the one that came is another.
    const std::vector<LeadId> ids = m_workspace->list({})->ids;
    QCOMPARE(ids.size(), size_t(3));
    QVERIFY(std::find(ids.begin(), ids.end(), third.leads.front()) == ids.end());
}

void TestOwnFiles::renamedCompaniesAreKnown()
{
    const QString file = written(ExportRecords::Companies, u"out.csv"_s);
    Company company = answerOf((*m_workspace)->companies().list({}, 10)).front();
    company.name = u"Estrela do Mar"_s;
    answerOf((*m_workspace)->companies().save(company));
    QCOMPARE(m_workspace->import(file).counts.created, qint64(0));
    QCOMPARE(answerOf((*m_workspace)->companies().list({}, 10)).size(), size_t(1));
}

void TestOwnFiles::ownFieldsComeAlong_data()
{
    addFormats();
}

void TestOwnFiles::ownFieldsComeAlong()
{
    QFETCH(QString, ending);
    const auto made = [this](const QString &label, FieldType type) {
        CustomField field;
        field.label = label;
        field.type = type;
        return answerOf((*m_workspace)->fields().add(field));
    };
    const CustomField ovens = made(u"Ovens"_s, FieldType::Number);
    const CustomField rent = made(u"Rent"_s, FieldType::Money);
    Lead lead = m_workspace->lead(m_first);
    lead.custom.set(ovens.id, *Decimal::parse(u"3"_s));
    lead.custom.set(rent.id, Money{120'050, u"USD"_s});
    answerOf((*m_workspace)->leads().save(lead));
    TemporaryWorkspace other;
    imported(other, ExportRecords::Leads, u"out."_s + ending);
    const auto words = other->vocabulary();
    QCOMPARE(words->fields.size(), size_t(2));
    const FieldContext context{words.get(), other.clock().zone()};
    const Lead after = other.lead(m_first);
    QCOMPARE(words->fields[0].type, FieldType::Number);
    QCOMPARE(fieldText(after, words->fields[0].id, context), u"3"_s);
    QCOMPARE(words->fields[1].type, FieldType::Money);
    QCOMPARE(fieldText(after, words->fields[1].id, context), u"1200.50 USD"_s);
    QCOMPARE(after.notes, u"Baker by trade"_s);
}

void TestOwnFiles::typesOfOwnFieldsAreKept_data()
{
    addFormats();
}

void TestOwnFiles::typesOfOwnFieldsAreKept()
{
    QFETCH(QString, ending);
    const auto made = [this](const QString &label, FieldType type, const QStringList &options) {
        CustomField field;
        field.label = label;
        field.type = type;
        for (const QString &name : options)
            field.options.push_back({{}, name, false});
        return answerOf((*m_workspace)->fields().add(field));
    };
    const CustomField size = made(u"Kitchen size"_s, FieldType::Choice, {u"Small"_s, u"Large, with cellar"_s});
    const CustomField topics = made(u"Topics"_s, FieldType::Choices, {u"Rye"_s, u"Spelt"_s, u"Ovens"_s});
    const CustomField code = made(u"Code"_s, FieldType::Text, {}); // looks like a number
    made(u"Untouched"_s, FieldType::YesNo, {}); // no lead has a value
    Lead lead = m_workspace->lead(m_first);
    lead.custom.set(size.id, OptionIds{size.options[1].id});
    lead.custom.set(topics.id, OptionIds{topics.options[0].id, topics.options[2].id});
    lead.custom.set(code.id, u"12"_s);
    answerOf((*m_workspace)->leads().save(lead));
    TemporaryWorkspace other;
    QCOMPARE(imported(other, ExportRecords::Leads, u"out."_s + ending).counts.created, qint64(2));
    const auto words = other->vocabulary();
    std::vector<FieldType> types;
    for (const CustomField &field : words->fields)
        types.push_back(field.type);
    QCOMPARE(types, (std::vector{FieldType::Choice, FieldType::Choices, FieldType::Text, FieldType::YesNo}));
    const FieldContext context{words.get(), other.clock().zone()};
    const Lead after = other.lead(m_first);
    QCOMPARE(fieldText(after, words->fields[0].id, context), u"Large, with cellar"_s);
    QCOMPARE(fieldText(after, words->fields[1].id, context), u"Rye; Ovens"_s);
    QCOMPARE(fieldText(after, words->fields[2].id, context), u"12"_s);
    QCOMPARE(after.notes, u"Baker by trade"_s);
}

void TestOwnFiles::labelsComeAlong_data()
{
    addFormats();
}

void TestOwnFiles::labelsComeAlong()
{
    QFETCH(QString, ending);
    Lead lead = m_workspace->lead(m_first);
    lead.phones[0].label = u"Bakery; back (door)"_s;
    lead.phones[1].label = u"Mobile"_s;
    answerOf((*m_workspace)->leads().save(lead));
    TemporaryWorkspace other;
    imported(other, ExportRecords::Leads, u"out."_s + ending);
    const Lead after = other.lead(m_first);
    QCOMPARE(after.emails[0].label, u"Work"_s);
    QCOMPARE(after.emails[1].label, QString());
    QCOMPARE(after.phones[0].label, u"Bakery; back (door)"_s);
    QCOMPARE(after.phones[1].label, u"Mobile"_s);
    QCOMPARE(other.lead(m_second).phones[1].label, QString());
    QCOMPARE(after.notes, u"Baker by trade"_s);
    // The cells of addresses are as they were.
    QFile file(m_workspace->file(u"out.csv"_s));
    if (file.open(QIODevice::ReadOnly))
        QVERIFY(file.readAll().contains("\"kim@estrela.example; old@estrela.example\""));
}

void TestOwnFiles::whatMustNotBeUsedStaysSo_data()
{
    addFormats();
}

void TestOwnFiles::whatMustNotBeUsedStaysSo()
{
    QFETCH(QString, ending);
    TemporaryWorkspace other;
    imported(other, ExportRecords::Leads, u"out."_s + ending);
    const Lead after = other.lead(m_first);
    QCOMPARE(after.emails.size(), size_t(2));
    QCOMPARE(after.emails[0].state, ContactState::Usable);
    QCOMPARE(after.emails[1].state, ContactState::DoNotUse);
    QCOMPARE(after.phones[0].state, ContactState::DoNotUse);
    QCOMPARE(after.phones[1].state, ContactState::Usable);
    QCOMPARE(after.notes, u"Baker by trade"_s);
}

void TestOwnFiles::anOptionThatIsOfferedNoMore()
{
    Workspace &workspace = **m_workspace;
    CustomField size;
    size.label = u"Size"_s;
    size.type = FieldType::Choice;
    size.options = optionsNamed({u"S"_s, u"L"_s}, size);
    size = answerOf(workspace.fields().add(size));
    answerOf(workspace.leads().edit({m_first}, {{size.id, u"L"_s}}));
    answerOf(workspace.fields().edit(size.id, size.label, optionsNamed({u"S"_s}, size)));
    const QString file = written(ExportRecords::Leads, u"sizes.csv"_s);
    answerOf(workspace.leads().edit({m_first}, {{size.id, QString()}}));
    QCOMPARE(m_workspace->import(file, {OnMatch::Overwrite, true}).counts.updated, qint64(1));
    const auto words = workspace.vocabulary();
    QCOMPARE(fieldText(m_workspace->lead(m_first), size.id, {words.get(), m_workspace->clock().zone()}), u"L"_s);
    QVERIFY(!workspace.leads().edit({m_second}, {{size.id, u"L"_s}}).result().ok()); // but nobody is offered it
}

void TestOwnFiles::stagesKeepTheirDay_data()
{
    addFormats();
}

void TestOwnFiles::stagesKeepTheirDay()
{
    QFETCH(QString, ending);
    m_workspace->clock().advance(40LL * 86'400'000);
    LeadMove move;
    move.stage = (*m_workspace)->vocabulary()->stageOfKind(StageKind::SalesQualified)->id;
    answerOf((*m_workspace)->leads().move({m_first}, move));
    const Lead before = m_workspace->lead(m_first);
    QVERIFY(before.stageSince > before.created);
    TemporaryWorkspace other;
    imported(other, ExportRecords::Leads, u"leads."_s + ending);
    const Lead after = other.lead(m_first);
    QCOMPARE(after.stageSince, before.stageSince);
    QCOMPARE(after.created, before.created);
}

void TestOwnFiles::followUpsKeepTheirHour_data()
{
    addFormats();
}

void TestOwnFiles::followUpsKeepTheirHour()
{
    QFETCH(QString, ending);
    FollowUp abroad;
    abroad.lead = m_first;
    abroad.localTime = u"2027-01-15T14:30:00"_s;
    abroad.zone = u"America/New_York"_s;
    answerOf((*m_workspace)->followUps().plan(abroad));
    TemporaryWorkspace other;
    imported(other, ExportRecords::Leads, u"leads."_s + ending);
    imported(other, ExportRecords::FollowUps, u"out."_s + ending);
    QStringList times;
    for (const DueFollowUp &due : answerOf(other->followUps().due(std::numeric_limits<UtcMs>::max())))
        times += due.followUp.localTime + u' ' + due.followUp.zone;
    times.sort();
    QCOMPARE(times,
             (QStringList{u"2026-07-01T09:00:00 Europe/Berlin"_s, u"2026-07-01T09:00:00 Europe/Berlin"_s,
                          u"2027-01-15T14:30:00 America/New_York"_s}));
}

void TestOwnFiles::lineEndsOfACell()
{
    Lead lead = m_workspace->lead(m_first);
    lead.notes = u"one\r\ntwo _x000D_ three"_s;
    answerOf((*m_workspace)->leads().save(lead));
    TemporaryWorkspace other;
    imported(other, ExportRecords::Leads, u"out.xlsx"_s);
    QCOMPARE(other.lead(m_first).notes, u"one\ntwo _x000D_ three"_s);
}

void TestOwnFiles::jsonIsNoTable()
{
    for (const QString &file : {written(ExportRecords::Leads, u"leads.json"_s), m_workspace->write(u"list.json"_s, "[\n  {\"a\": 1}\n]"),
                                m_workspace->write(u"bom.json"_s, "\xEF\xBB\xBF{ \"a\": 1 }")}) {
        const Error error = errorOf((*m_workspace)->imports().recognise(file, std::make_shared<Progress>()));
        QCOMPARE(error.code, ErrorCode::NotText);
        QVERIFY2(errorSentence(error).contains(u"JSON"_s), qPrintable(errorSentence(error)));
    }
    m_workspace->import(m_workspace->write(u"brackets.csv"_s, "[Name],[City]\nMarta,Lisboa\n"));
    QCOMPARE(m_workspace->list(u"name:Marta"_s)->ids.size(), size_t(1));
}

QTEST_GUILESS_MAIN(TestOwnFiles)
#include "tst_ownfiles.moc"
