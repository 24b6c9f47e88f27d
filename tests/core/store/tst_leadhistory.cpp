// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/temporaryworkspace.h"

using namespace kindling;
using namespace Qt::StringLiterals;

/// What was changed of one lead, in words.
class TestLeadHistory : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QLocale::setDefault(QLocale(u"en_GB"_s)); }
    void tellsTheFieldsOfAChange();
    void tellsWordsAndNotIds();
    void tellsCompaniesByTheNameOfTheirTime();
    void tellsACompanyThatAnUndoRemoved();
    void tellsAmountsWithTheCurrencyOfTheirTime();
    void tellsEmailsAndPhonesApart();
    void tellsAnswersOfTheQualification();
    void tellsActivitiesWithoutFields();
    void marksWhatWasUndone();
    void isEmptyForNobody();

private:
    /// "City: → Porto" for each field of the newest change.
    QStringList last(TemporaryWorkspace &w, LeadId id)
    {
        const LeadDossier dossier = answerOf(w->leads().dossier(id));
        QStringList lines;
        for (const FieldChange &field : dossier.changes.empty() ? std::vector<FieldChange>() : dossier.changes.front().fields)
            lines += field.field + u": "_s + field.before + u" → "_s + field.after;
        return lines;
    }
    /// "Estrela → Padaria Estrela" for each change of the company, the newest first.
    QStringList companies(TemporaryWorkspace &w, LeadId id)
    {
        QStringList lines;
        for (const LeadChange &change : answerOf(w->leads().dossier(id)).changes) {
            for (const FieldChange &field : change.fields) {
                if (field.field == u"Company"_s)
                    lines += field.before + u" → "_s + field.after;
            }
        }
        return lines;
    }
    void rename(TemporaryWorkspace &w, CompanyId id, const QString &name)
    {
        Company company = answerOf(w->companies().company(id));
        company.name = name;
        answerOf(w->companies().save(company));
    }
    QStringList edit(TemporaryWorkspace &w, LeadId id, LeadField field, const QString &text)
    {
        answerOf(w->leads().edit({id}, {{field, text}}));
        return last(w, id);
    }
};

void TestLeadHistory::tellsTheFieldsOfAChange()
{
    TemporaryWorkspace w;
    const LeadId id = w.add(u"Marta"_s);
    QCOMPARE(last(w, id), QStringList()); // it was added: there is nothing before
    QCOMPARE(edit(w, id, LeadField::City, u"Porto"_s), QStringList{u"City:  → Porto"_s});
    QCOMPARE(edit(w, id, LeadField::Name, u"Marta Oliveira"_s), QStringList{u"Name: Marta → Marta Oliveira"_s});
    const LeadDossier dossier = answerOf(w->leads().dossier(id));
    QCOMPARE(dossier.changes.size(), size_t(3)); // newest first
    QCOMPARE(dossier.changes[0].change.label, u"Change name of Marta"_s);
    QCOMPARE(dossier.changes[0].change.who, u"Ines"_s);
    QCOMPARE(dossier.changes[2].change.label, u"Add Marta"_s);
}

void TestLeadHistory::tellsWordsAndNotIds()
{
    TemporaryWorkspace w;
    const LeadId id = w.add(u"Marta"_s);
    QCOMPARE(edit(w, id, LeadField::Company, u"Estrela"_s), QStringList{u"Company:  → Estrela"_s});
    QCOMPARE(edit(w, id, LeadField::Owner, u"Tom"_s), QStringList{u"Owner: Ines → Tom"_s});
    QCOMPARE(edit(w, id, LeadField::Tags, u"fair; bakery"_s), QStringList{u"Tags:  → fair, bakery"_s});
    QCOMPARE(edit(w, id, LeadField::ExpectedClose, u"2026-12-24"_s), QStringList{u"Expected close:  → 24/12/2026"_s});
    w.clock().advance(1000);
    LeadMove move;
    move.outcome = Outcome::Lost;
    move.reason = u"price"_s;
    answerOf(w->leads().move({id}, move));
    QCOMPARE(last(w, id), (QStringList{u"Outcome: Open → Lost"_s, u"Reason:  → price"_s}));
    move = {};
    move.stage = w->vocabulary()->stages.at(1).id;
    answerOf(w->leads().move({id}, move));
    QCOMPARE(last(w, id), QStringList{u"Stage: Prospect → "_s + w->vocabulary()->stages.at(1).name});
}

void TestLeadHistory::tellsCompaniesByTheNameOfTheirTime()
{
    TemporaryWorkspace w;
    const LeadId marta = w.add(u"Marta"_s);
    const LeadId rui = w.add(u"Rui"_s);
    edit(w, marta, LeadField::Company, u"Estrela"_s);
    edit(w, rui, LeadField::Company, u"Padaria Lda"_s);
    const CompanyId estrela = w.lead(marta).companyId;
    const CompanyId padaria = w.lead(rui).companyId;
    rename(w, estrela, u"Estrela do Norte"_s);
    rename(w, padaria, u"Padaria Estrela"_s);
    answerOf(w->companies().merge({padaria, {estrela}, {}, {}}));
    const QStringList merged{u"Estrela do Norte → Padaria Estrela"_s, u" → Estrela"_s};
    QCOMPARE(companies(w, marta), merged);
    QCOMPARE(companies(w, rui), QStringList{u" → Padaria Lda"_s});
    // Further on, and taken apart again.
    rename(w, padaria, u"Estrela Group"_s);
    QCOMPARE(companies(w, marta), merged);
    const CompanyId group = w.lead(w.add(u"Nina"_s, u"Grupo Estrela"_s)).companyId;
    answerOf(w->companies().merge({group, {padaria}, {}, {}}));
    QCOMPARE(companies(w, marta), QStringList{u"Estrela Group → Grupo Estrela"_s} + merged);
    QCOMPARE(companies(w, rui), (QStringList{u"Estrela Group → Grupo Estrela"_s, u" → Padaria Lda"_s}));
    answerOf(w->companies().split(padaria));
    answerOf(w->companies().split(estrela));
    QCOMPARE(companies(w, marta),
             (QStringList{u"Estrela Group → Estrela do Norte"_s, u"Grupo Estrela → Estrela Group"_s, u"Estrela Group → Grupo Estrela"_s}
              + merged));
}

void TestLeadHistory::tellsACompanyThatAnUndoRemoved()
{
    TemporaryWorkspace w;
    const LeadId id = w.add(u"Marta"_s);
    edit(w, id, LeadField::Company, u"Estrela"_s);
    answerOf(w->history().undo());
    QCOMPARE(answerOf(w->companies().count()), qint64(0));
    QCOMPARE(companies(w, id), (QStringList{u"Estrela → "_s, u" → Estrela"_s}));
    answerOf(w->history().redo());
    QCOMPARE(companies(w, id), (QStringList{u" → Estrela"_s, u"Estrela → "_s, u" → Estrela"_s}));
}

void TestLeadHistory::tellsAmountsWithTheCurrencyOfTheirTime()
{
    TemporaryWorkspace w;
    const LeadId id = w.add(u"Marta"_s);
    const QString nbsp(QChar(0x00A0));
    edit(w, id, LeadField::Value, u"5000 JPY"_s);
    edit(w, id, LeadField::Value, u"6000 JPY"_s);
    edit(w, id, LeadField::Value, u"60 EUR"_s); // 6000 minor units, too: only the currency differs
    QStringList told;
    for (const LeadChange &change : answerOf(w->leads().dossier(id)).changes) {
        for (const FieldChange &field : change.fields)
            told += field.field + u": "_s + field.before + u" → "_s + field.after;
    }
    const QString yen = u"¥"_s + nbsp;
    QCOMPARE(told,
             (QStringList{u"Value: "_s + yen + u"6,000 → €"_s + nbsp + u"60"_s, u"Value: "_s + yen + u"5,000 → "_s + yen + u"6,000"_s,
                          u"Value:  → "_s + yen + u"5,000"_s}));
}

void TestLeadHistory::tellsEmailsAndPhonesApart()
{
    TemporaryWorkspace w;
    const LeadId id = w.add(u"Marta"_s);
    QCOMPARE(edit(w, id, LeadField::Email, u"marta@a.example"_s), QStringList{u"Email:  → marta@a.example"_s});
    QCOMPARE(edit(w, id, LeadField::Phone, u"030 123456"_s), QStringList{u"Phone:  → 030 123456"_s});
    Activity call;
    call.lead = id;
    call.kind = ActivityKind::Call;
    call.outcome = CallOutcome::WrongNumber;
    answerOf(w->leads().log(call));
    QCOMPARE(last(w, id), QStringList{u"Phone: 030 123456 → 030 123456 (invalid)"_s});
}

void TestLeadHistory::tellsAnswersOfTheQualification()
{
    TemporaryWorkspace w;
    const LeadId id = w.add(u"Marta"_s);
    Lead lead = w.lead(id);
    lead.bant.budget = {Answer::Yes, u"10k a year"_s};
    lead.bant.timeline.answer = Answer::No;
    answerOf(w->leads().save(lead));
    QCOMPARE(last(w, id), (QStringList{u"Budget: Unknown → Yes"_s, u"Timeline: Unknown → No"_s, u"Budget:  → 10k a year"_s}));
}

void TestLeadHistory::tellsActivitiesWithoutFields()
{
    TemporaryWorkspace w;
    const LeadId id = w.add(u"Marta"_s);
    Activity note;
    note.lead = id;
    answerOf(w->leads().log(note));
    const LeadDossier dossier = answerOf(w->leads().dossier(id));
    QCOMPARE(dossier.changes.size(), size_t(2));
    QCOMPARE(dossier.changes[0].change.label, u"Log note with Marta"_s);
    QVERIFY(dossier.changes[0].fields.empty());
}

void TestLeadHistory::marksWhatWasUndone()
{
    TemporaryWorkspace w;
    const LeadId id = w.add(u"Marta"_s);
    edit(w, id, LeadField::City, u"Porto"_s);
    answerOf(w->history().undo());
    const LeadDossier dossier = answerOf(w->leads().dossier(id));
    QCOMPARE(dossier.changes.size(), size_t(3));
    QCOMPARE(dossier.changes[0].change.label, u"Undo: Change city of Marta"_s);
    QVERIFY(!dossier.changes[0].change.undoes.isNull());
    QCOMPARE(last(w, id), QStringList{u"City: Porto → "_s});
    QVERIFY(dossier.changes[1].change.undone);
    QVERIFY(!dossier.changes[2].change.undone);
}

void TestLeadHistory::isEmptyForNobody()
{
    TemporaryWorkspace w;
    w.add(u"Marta"_s);
    QCOMPARE(errorOf(w->leads().dossier(LeadId(1))).code, ErrorCode::NotFound);
}

QTEST_GUILESS_MAIN(TestLeadHistory)
#include "tst_leadhistory.moc"
