// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/plantedduplicates.h"

#include "core/base/textfold.h"
#include "core/rules/samplerandom.h"
#include "core/rules/samplewords.h"

#include <array>
#include <unordered_set>

namespace kindling {

namespace {

enum class Kind : quint8 {
    None,
    // one person twice
    Slip,
    ShortName,
    OtherPhone,
    Married,
    Moved,
    Spelling,
    CompanySpelling,
    MailSlip,
    Initial,
    MailOnly,
    // two people who look alike, or two deals
    Relative,
    FatherAndSon,
    Namesake,
    NumberedNamesake,
    SameGiven,
    TwoDeals,
};

constexpr const char *kindNames[] = {"",
                                     "a slip in the name",
                                     "a short name",
                                     "another phone",
                                     "a married name",
                                     "another firm",
                                     "order, title, umlaut",
                                     "the company spelled otherwise",
                                     "a slip or tag in the email",
                                     "an initial only",
                                     "nothing but the email",
                                     "a relative",
                                     "father and son",
                                     "a namesake in another firm",
                                     "a namesake in the same firm",
                                     "a colleague with the same given name",
                                     "two deals of one person"};

constexpr const char *stems[] = {"Brand", "Web",  "Kram", "Hart", "Seid", "Lind", "Oliv",  "Ferr", "Carv",  "Ribe",  "Teix", "Dub",
                                 "Gir",   "Mor",  "Garn", "Rous", "Cont", "Ross", "Gall",  "Mar",  "Barb",  "Rin",   "Clar", "Hugh",
                                 "Merc",  "Doyl", "Whit", "Nov",  "Dvor", "Pok",  "Ben",   "Berg", "Nyb",   "Sand",  "Wall", "Holm",
                                 "Kow",   "Woj",  "Ziel", "Kacz", "Gors", "Pawl", "Schul", "Vog",  "Kuhn",  "Poh",   "Arn",  "Bohm",
                                 "Stein", "Lang", "Roth", "Keil", "Frei", "Zimm", "Hoff",  "Baum", "Fisch", "Schwa", "Gren", "Tolm"};
constexpr const char *endings[] = {"er",   "mann", "ert", "ling", "eira", "inho", "alho", "eau",  "ier", "ette",  "etti",  "ini",
                                   "oni",  "elli", "son", "ley",  "ton",  "ak",   "sky",  "ova",  "ek",  "quist", "strom", "gren",
                                   "wicz", "ska",  "ick", "aldi", "ard",  "stad", "bach", "feld", "hof", "nagel", "owicz"};
constexpr std::array<std::pair<const char *, const char *>, 14> shortNames{{{"Alexander", "Alex"},
                                                                            {"Katharina", "Kathi"},
                                                                            {"Michael", "Mike"},
                                                                            {"Elisabeth", "Lisa"},
                                                                            {"Giuseppe", "Beppe"},
                                                                            {"Francisco", "Paco"},
                                                                            {"William", "Bill"},
                                                                            {"Robert", "Bob"},
                                                                            {"Margaret", "Peggy"},
                                                                            {"Katarzyna", "Kasia"},
                                                                            {"Thomas", "Tom"},
                                                                            {"Johannes", "Hans"},
                                                                            {"Susanne", "Susi"},
                                                                            {"Tomasz", "Tomek"}}};
constexpr std::array<std::pair<const char *, const char *>, 8> siblings{{{"Petr", "Petra"},
                                                                         {"Jan", "Jana"},
                                                                         {"Karl", "Karla"},
                                                                         {"Daniel", "Daniela"},
                                                                         {"Paul", "Paula"},
                                                                         {"Maria", "Mario"},
                                                                         {"Anna", "Anton"},
                                                                         {"Julia", "Julian"}}};
constexpr const char *freeHosts[] = {"gmail.com", "web.de", "gmx.de", "outlook.com", "seznam.cz", "wp.pl", "sapo.pt", "libero.it"};
constexpr const char *legalForms[] = {" GmbH", " Ltd", " S.A.", " s.r.o.", " Lda", " AB", " Sp. z o.o.", " & Co. KG"};

QString text(const char *utf8)
{
    return QString::fromUtf8(utf8);
}

QString wordOf(const QString &name)
{
    return wordKey(name);
}

struct Firm
{
    qint64 id;
    QString name;
    QString domain; ///< empty: it has none
    QString switchboard;
    QString city;
    QString country;
    QStringList given; ///< the country's given names
};

struct Person
{
    QString given;
    QString family;
    size_t firm = 0;
    QString email;
    QString phone;
    QString privateMail;
};

} // namespace

struct PlantedDuplicates::Maker
{
    PlantedDuplicates &to;
    SampleRandom random;
    std::vector<Firm> firms;
    std::unordered_set<QString> names; ///< name and firm, so that a firm has no namesakes that were not planted
    qint64 next = 1;

    bool chance(double p) { return random.chance(p); }
    QString digits(int count)
    {
        QString result;
        for (int i = 0; i < count; ++i)
            result += QChar(u'0' + int(random.below(10)));
        return result;
    }

    QString family()
    {
        // Some names are common, most are not.
        const quint32 reach = chance(0.3) ? 8 : quint32(std::size(stems));
        QString name = text(stems[random.below(reach)]) + text(endings[random.below(quint32(std::size(endings)))]);
        return chance(0.4) ? name + text(endings[random.below(quint32(std::size(endings)))]) : name;
    }

    void makeFirms(qint64 count)
    {
        for (qint64 i = 0; i < count; ++i) {
            const SampleCountry &country = sampleCountries()[random.below(quint32(sampleCountries().size()))];
            Firm firm;
            firm.id = i + 1;
            firm.name = text(random.pick(country.trades)).arg(family());
            if (chance(0.4))
                firm.name += u' ' + text(random.pick(country.cities));
            if (chance(0.5))
                firm.name += text(random.pick(legalForms));
            firm.domain = chance(0.85) ? wordOf(firm.name) + QString::number(i) + QStringLiteral(".example") : QString();
            firm.switchboard = QStringLiteral("49") + digits(9);
            firm.city = text(random.pick(country.cities));
            firm.country = text(country.name);
            for (const char *name : country.given)
                firm.given += text(name);
            to.m_dictionaries.companies.push_back({firm.id, firm.name});
            firms.push_back(std::move(firm));
        }
    }

    QString mailFor(const Person &person, const QString &tail = {})
    {
        const Firm &firm = firms[person.firm];
        const QString local = chance(0.7) ? wordOf(person.given) + u'.' + wordOf(person.family)
            : chance(0.5)                 ? wordOf(person.given).left(1) + u'.' + wordOf(person.family)
                                          : wordOf(person.family);
        if (!firm.domain.isEmpty())
            return local + tail + u'@' + firm.domain;
        return wordOf(person.given) + wordOf(person.family) + digits(3) + u'@' + text(random.pick(freeHosts));
    }

    Person makePerson(size_t firm)
    {
        Person person;
        person.firm = firm;
        do {
            const bool formal = chance(0.25);
            person.given = formal ? text(shortNames[random.below(shortNames.size())].first)
                                  : firms[firm].given[qsizetype(random.below(quint32(firms[firm].given.size())))];
            person.family = family();
        } while (!names.insert(person.given + u' ' + person.family + QString::number(firm)).second);
        person.email = mailFor(person);
        person.phone = chance(0.45) ? firms[firm].switchboard : QStringLiteral("4917") + digits(9);
        person.privateMail = wordOf(person.given) + u'.' + wordOf(person.family) + digits(2) + u'@' + text(random.pick(freeHosts));
        return person;
    }

    /// Adds a lead with what is known of it.
    void add(const QString &name, size_t firm, const QString &company, const QStringList &emails, const QStringList &phones, qint64 person,
             Kind kind, const QString &externalId = {}, qint64 value = 0)
    {
        LeadFacts facts;
        facts.id = next++;
        if (!company.isEmpty()) {
            facts.company = firms[firm].id;
            if (company != firms[firm].name) {
                facts.company = 100'000'000 + qint64(to.m_dictionaries.companies.size());
                to.m_dictionaries.companies.push_back({facts.company, company});
            }
            facts.words = QStringList{{}, {}, {}, firms[firm].city, {}, firms[firm].country, {}, {}, {}}.join(QChar(0x1F)).toUtf8();
        }
        facts.hasValue = value != 0;
        facts.valueMinor = value;
        facts.text =
            (folded(name) + QChar(0x1F) + emails.join(u' ') + QChar(0x1F) + phones.join(u' ') + QChar(0x1F) + folded(externalId)).toUtf8();
        to.m_facts.push_back(std::move(facts));
        to.m_person.push_back(person);
        to.m_kind.push_back(quint8(kind));
    }

    QStringList known(const QString &value, double probability)
    {
        return chance(probability) && !value.isEmpty() ? QStringList{value} : QStringList();
    }

    QString slip(QString word)
    {
        if (word.size() < 4)
            return word + QChar(u'a' + int(random.below(26)));
        const qsizetype at = 1 + qsizetype(random.below(quint32(word.size() - 2)));
        switch (random.below(4)) {
        case 0: return word.remove(at, 1);
        case 1: return word.insert(at, word[at]);
        case 2: word[at] = QChar(u'a' + int(random.below(26))); return word;
        default: break;
        }
        const QChar c = word[at];
        word[at] = word[at + 1];
        word[at + 1] = c;
        return word;
    }

    void addOriginal(const Person &p, qint64 id)
    {
        const Firm &firm = firms[p.firm];
        QStringList emails = known(p.email, 0.82);
        if (emails.isEmpty() && !firm.domain.isEmpty() && chance(0.6))
            emails += QStringLiteral("info@") + firm.domain;
        QStringList phones = known(p.phone, 0.78);
        if (emails.isEmpty() && phones.isEmpty())
            phones += p.phone;
        add(p.given + u' ' + p.family, p.firm, firm.name, emails, phones, id, Kind::None);
    }

    /// The same person once more.
    void addDuplicate(Person p, qint64 id);
    /// Somebody else who looks alike.
    void addLookAlike(const Person &p, qint64 id);
};

void PlantedDuplicates::Maker::addDuplicate(Person p, qint64 id)
{
    const auto kind = Kind(1 + random.below(10));
    const Firm &firm = firms[p.firm];
    QString name = p.given + u' ' + p.family;
    QString company = firm.name;
    QStringList emails = known(p.email, 0.6);
    QStringList phones = known(p.phone, 0.6);
    size_t at = p.firm;
    const auto add = [&] { this->add(name, at, company, emails, phones, id, kind); };
    // The first lead of a pair has all that can be known, so that what is missing is missing in the second.
    this->add(p.given + u' ' + p.family, p.firm, firm.name,
              kind == Kind::Moved && chance(0.4) ? QStringList{p.privateMail} : QStringList{p.email}, {p.phone}, id, Kind::None);
    const bool movedByMail = to.m_facts.back().text.contains(p.privateMail.toUtf8());
    switch (kind) {
    case Kind::Slip: name = chance(0.6) ? p.given + u' ' + slip(p.family) : slip(p.given) + u' ' + p.family; break;
    case Kind::ShortName:
        for (const auto &[whole, brief] : shortNames) {
            if (p.given == text(whole))
                name = text(brief) + u' ' + p.family;
        }
        break;
    case Kind::OtherPhone:
        phones = {QStringLiteral("4916") + digits(9)};
        emails = known(p.privateMail, 0.3);
        break;
    case Kind::Married:
        p.family = chance(0.3) ? p.family + u'-' + family() : family();
        name = p.given + u' ' + p.family;
        emails = {chance(0.65) ? p.email : mailFor(p)};
        phones = {p.phone};
        break;
    case Kind::Moved:
        p.firm = at = size_t(random.below(quint32(firms.size())));
        company = firms[at].name;
        emails = {movedByMail ? p.privateMail : mailFor(p)};
        phones = movedByMail ? known(firms[at].switchboard, 0.6) : QStringList{p.phone};
        break;
    case Kind::Spelling:
        name = chance(0.4) ? p.family + QStringLiteral(", ") + p.given
            : chance(0.5)  ? QStringLiteral("Dr. ") + name.toUpper()
                           : QString(name)
                                .replace(QStringLiteral("ü"), QStringLiteral("ue"))
                                .replace(QStringLiteral("ö"), QStringLiteral("oe"))
                                .replace(QStringLiteral("é"), QStringLiteral("e"));
        break;
    case Kind::CompanySpelling: company = chance(0.5) ? firm.name + text(random.pick(legalForms)) : slip(firm.name); break;
    case Kind::MailSlip:
        emails = {chance(0.5) ? slip(p.email.section(u'@', 0, 0)) + u'@' + p.email.section(u'@', 1)
                              : p.email.section(u'@', 0, 0) + QStringLiteral("+shop@") + p.email.section(u'@', 1)};
        company = chance(0.3) ? QString() : company;
        break;
    case Kind::Initial: name = p.given.left(1) + QStringLiteral(". ") + p.family; break;
    case Kind::MailOnly:
        name.clear();
        company.clear();
        emails = {p.email};
        phones.clear();
        break;
    default: break;
    }
    add();
    ++to.m_planted[text(kindNames[size_t(kind)])];
    ++to.m_pairs;
}

void PlantedDuplicates::Maker::addLookAlike(const Person &p, qint64 id)
{
    const auto kind = Kind(int(Kind::Relative) + int(random.below(6)));
    if (kind != Kind::TwoDeals)
        addOriginal(p, id);
    const qint64 other = -id;
    Person q = p;
    switch (kind) {
    case Kind::Relative: {
        const auto &[brother, sister] = siblings[random.below(siblings.size())];
        if (p.given == text(brother) || p.given == text(sister))
            return; // that would be the same person again
        add(text(brother) + u' ' + p.family, p.firm, firms[p.firm].name, {}, {firms[p.firm].switchboard}, other, kind);
        q.given = text(sister);
        q.phone = firms[p.firm].switchboard;
        q.email = mailFor(q);
        add(q.given + u' ' + q.family, q.firm, firms[q.firm].name, known(q.email, 0.5), {q.phone}, other - 500'000'000, kind);
        return;
    }
    case Kind::FatherAndSon:
        q.email = mailFor(q, QStringLiteral("-jun"));
        add(q.given + u' ' + q.family + QStringLiteral(" jun."), q.firm, firms[q.firm].name, known(q.email, 0.6),
            {firms[q.firm].switchboard}, other, kind);
        return;
    case Kind::Namesake:
        q.firm = size_t(random.below(quint32(firms.size())));
        add(q.given + u' ' + q.family, q.firm, firms[q.firm].name, {mailFor(q)}, known(firms[q.firm].switchboard, 0.8), other, kind);
        return;
    case Kind::NumberedNamesake:
        if (firms[q.firm].domain.isEmpty() || !p.email.contains(firms[q.firm].domain))
            return;
        // Told apart by their addresses alone: the first one's has to be known, or nobody could.
        to.m_facts.pop_back();
        to.m_person.pop_back();
        to.m_kind.pop_back();
        --next;
        add(p.given + u' ' + p.family, p.firm, firms[p.firm].name, {p.email}, known(p.phone, 0.6), id, Kind::None);
        q.email.replace(u'@', QStringLiteral("2@"));
        add(q.given + u' ' + q.family, q.firm, firms[q.firm].name, {q.email}, {QStringLiteral("4915") + digits(9)}, other, kind);
        return;
    case Kind::SameGiven:
        q.family = family();
        add(q.given + u' ' + q.family, q.firm, firms[q.firm].name, known(mailFor(q), 0.7), {firms[q.firm].switchboard}, other, kind);
        return;
    default: // two deals
        add(q.given + u' ' + q.family, q.firm, firms[q.firm].name, {q.email}, {q.phone}, 0, kind, QStringLiteral("A") + digits(8), 450'000);
        add(q.given + u' ' + q.family, q.firm, firms[q.firm].name, {q.email}, {q.phone}, 0, kind, QStringLiteral("A") + digits(8), 120'000);
    }
}

PlantedDuplicates::PlantedDuplicates(qint64 leads, quint64 seed)
{
    Maker maker{*this, SampleRandom(seed), {}, {}};
    maker.makeFirms(std::max<qint64>(4, leads / 4));
    qint64 person = 0;
    while (qint64(m_facts.size()) < leads) {
        const Person made = maker.makePerson(size_t(maker.random.below(quint32(maker.firms.size()))));
        ++person;
        const double which = maker.random.unit();
        if (which < 0.06)
            maker.addDuplicate(made, person);
        else if (which < 0.12)
            maker.addLookAlike(made, person);
        else
            maker.addOriginal(made, person);
    }
}

void PlantedDuplicates::loadInto(Columns &columns) const
{
    ColumnsBuilder builder(m_dictionaries);
    for (const LeadFacts &facts : m_facts)
        builder.add(facts);
    columns.load(std::move(builder));
}

QString PlantedDuplicates::kindOf(LeadId lead) const
{
    return text(kindNames[m_kind[size_t(lead.value() - 1)]]);
}

bool PlantedDuplicates::isPair(LeadId a, LeadId b) const
{
    const qint64 person = m_person[size_t(a.value() - 1)];
    return person != 0 && person == m_person[size_t(b.value() - 1)];
}

} // namespace kindling
