// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/textfold.h"
#include "core/rules/companyname.h"
#include "core/rules/leadcomparer.h"
#include "core/rules/mailbox.h"
#include "core/rules/similarity.h"

#include <QTest>

#include <memory>

using namespace kindling;
using namespace Qt::StringLiterals;

/// A lead in short: name | company | email | phone digits | city code.
struct Sketch
{
    QString name = {};
    QString company = {};
    QString email = {};
    QString phone = {};
    quint32 city = 0;
    QString externalId = {};
    qint64 value = 0;
};

namespace {

/// A base of 10,000 leads in which names and companies are as common as one would expect, and the leads under test.
class Base
{
public:
    Base()
    {
        // 100 given names, 1,000 family names, companies of four.
        for (int i = 0; i < 10'000; ++i) {
            const QString name = u"given%1 family%2"_s.arg(letters(i % 100), letters(i / 10));
            const QString company = u"firm %1"_s.arg(letters(i / 4));
            take({name, company, {}, {}, quint32(1 + i % 50)});
        }
    }

    ComparableLead take(const Sketch &sketch)
    {
        auto &kept = m_texts.emplace_back(std::make_unique<std::array<QByteArray, 5>>());
        *kept = {foldedUtf8(sketch.name), sketch.email.toUtf8(), sketch.phone.toUtf8(), foldedUtf8(sketch.externalId),
                 foldedUtf8(sketch.company)};
        const auto view = [&](size_t i) { return std::string_view((*kept)[i].constData(), size_t((*kept)[i].size())); };
        return m_comparer.take({view(0), view(1), view(2), view(3), view(4), sketch.city, 0, sketch.value});
    }

    Comparison compare(const Sketch &a, const Sketch &b)
    {
        const ComparableLead first = take(a);
        const ComparableLead second = take(b);
        const Comparison there = m_comparer.compare(first, second);
        const Comparison back = m_comparer.compare(second, first);
        if (there.likeness != back.likeness || qAbs(there.bits - back.bits) > 0.01F)
            qFatal("the order of two leads makes a difference");
        return there;
    }

    LeadComparer &comparer() { return m_comparer; }

private:
    static QString letters(int number)
    {
        QString text;
        for (; number > 0 || text.size() < 3; number /= 20)
            text += QChar(u"bcdfghjklmnpqrstvwxz"[number % 20]);
        return text;
    }

    LeadComparer m_comparer;
    std::vector<std::unique_ptr<std::array<QByteArray, 5>>> m_texts;
};

QString marta()
{
    return u"Marta Oliveira"_s;
}

} // namespace

/// What counts as the same person, and what only looks like it.
class TestLeadComparer : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void comparesWords();
    void namesOfCompanies_data();
    void namesOfCompanies();
    void likenessOfCompanies();
    void mailboxes();
    void pairs_data();
    void pairs();
    void rareNamesTellMore();
    void aSwitchboardIsNoPerson();
    void givesReasons();
};

void TestLeadComparer::comparesWords()
{
    // Winkler's published examples (1990): DIXON/DICKSONX 0.813, DWAYNE/DUANE 0.84, MARTHA/MARHTA 0.961.
    QCOMPARE(qRound(jaroWinkler("martha", "marhta") * 1000), 961);
    QCOMPARE(qRound(jaroWinkler("dwayne", "duane") * 1000), 840);
    QCOMPARE(qRound(jaroWinkler("dixon", "dicksonx") * 1000), 813);
    QCOMPARE(jaroWinkler("anna", "anna"), 1.0);
    QCOMPARE(jaroWinkler("abc", "xyz"), 0.0);
    QCOMPARE(jaroWinkler("", "xyz"), 0.0);
    QVERIFY(isOneSlipAway("oliveira", "olivera"));
    QVERIFY(isOneSlipAway("oliveira", "olievira"));
    QVERIFY(isOneSlipAway("oliveira", "oliveiro"));
    QVERIFY(!isOneSlipAway("oliveira", "oliveira"));
    QVERIFY(!isOneSlipAway("oliveira", "olivero"));
    QCOMPARE(soundOf("meyer"), soundOf("maier"));
    QCOMPARE(soundOf("schmidt"), soundOf("schmitt"));
    QCOMPARE(soundOf("filip"), soundOf("philipp"));
    QVERIFY(soundOf("weber") != soundOf("becker"));
}

void TestLeadComparer::namesOfCompanies_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("key");
    const std::pair<const char *, const char *> rows[] = {
        {"Brandt Feinkost GmbH", "brandt feinkost"},
        {"Brandt Feinkost GmbH & Co. KG", "brandt feinkost"},
        {"BRANDT FEINKOST", "brandt feinkost"},
        {"Acme, Inc.", "acme"},
        {"The Acme Company Ltd", "acme"},
        {"Padaria Estrela, Lda.", "padaria estrela"},
        {"Padaria Estrela S.A.", "padaria estrela"},
        {"Novák & syn s.r.o.", "novak & syn"},
        {"Novák a syn, s. r. o.", "novak & syn"},
        {"Cukiernia Mazur Sp. z o.o.", "cukiernia mazur"},
        {"Clarke and Daughters", "clarke & daughters"},
        {"Kaffe AB", "kaffe"},
        {"Smith's Bakery", "smiths bakery"},
        {"AG", "ag"},
        {"Shop 12", "shop 12"},
    };
    for (const auto &[name, key] : rows)
        QTest::newRow(name) << QString::fromUtf8(name) << QString::fromUtf8(key);
}

void TestLeadComparer::namesOfCompanies()
{
    QFETCH(QString, name);
    QFETCH(QString, key);
    QCOMPARE(QString::fromStdString(companyKey(folded(name).toStdString())), key);
}

void TestLeadComparer::likenessOfCompanies()
{
    QCOMPARE(companyLikeness("padaria estrela", "padaria estrela"), 1.0);
    QVERIFY(companyLikeness("padaria estrela", "padaria estrella") > 0.9);
    QVERIFY(companyLikeness("padaria estrela", "padaria estrela lisboa") > 0.8);
    QCOMPARE(companyLikeness("shop 12", "shop 13"), 0.0);
    QCOMPARE(companyLikeness("backerei weber", "konditorei weber"), 0.0);
    QCOMPARE(companyLikeness("", "backerei weber"), 0.0);
}

void TestLeadComparer::mailboxes()
{
    QCOMPARE(deliveredTo("marta+fair@estrela.pt"), "marta@estrela.pt");
    QCOMPARE(deliveredTo("m.arta.oliveira@googlemail.com"), "martaoliveira@gmail.com");
    QCOMPARE(deliveredTo("m.arta@estrela.pt"), "m.arta@estrela.pt");
    QVERIFY(isSharedMailbox("info"));
    QVERIFY(isSharedMailbox("buero"));
    QVERIFY(!isSharedMailbox("marta"));
    QVERIFY(isFreeMailHost("web.de"));
    QCOMPARE(companyDomain("https://www.Padaria-Estrela.pt/loja"), "padaria-estrela.pt");
    QCOMPARE(companyDomain("marta@mail.acme.co.uk"), "acme.co.uk");
    QCOMPARE(companyDomain("marta@gmail.com"), "");
    QCOMPARE(companyDomain("localhost"), "");
}

void TestLeadComparer::pairs_data()
{
    QTest::addColumn<Sketch>("a");
    QTest::addColumn<Sketch>("b");
    QTest::addColumn<int>("likeness");
    const QString estrela = u"Padaria Estrela"_s;
    const QString mail = u"marta.oliveira@estrela.pt"_s;
    const QString phone = u"351912345678"_s;
    const auto row = [](const char *what, const Sketch &a, const Sketch &b, Likeness likeness) {
        QTest::newRow(what) << a << b << int(likeness);
    };
    using enum Likeness;
    // one person
    row("same email", {marta(), estrela, mail, {}}, {marta(), {}, mail, {}}, Same);
    row("only the email", {marta(), estrela, mail, phone}, {{}, {}, mail, {}}, Same);
    row("tag in the email", {marta(), estrela, mail, {}}, {marta(), estrela, u"marta.oliveira+fair@estrela.pt"_s, {}}, Same);
    row("dots of gmail", {marta(), {}, u"martaoliveira@gmail.com"_s, {}}, {marta(), {}, u"marta.oliveira@googlemail.com"_s, {}}, Same);
    row("same phone", {marta(), estrela, {}, phone}, {marta(), {}, {}, phone}, Same);
    row("phone without country", {marta(), estrela, {}, phone}, {marta(), {}, {}, u"912345678"_s}, Same);
    row("order and title", {marta(), estrela, {}, phone}, {u"OLIVEIRA, Dra. Marta"_s, estrela, {}, {}}, Same);
    row("slip, same email", {marta(), estrela, mail, {}}, {u"Marta Olivera"_s, {}, mail, {}}, Same);
    row("short form", {u"Katharina Brandt"_s, estrela, {}, phone}, {u"Kathi Brandt"_s, estrela, {}, {}}, Same);
    row("short form in another language", {u"Giuseppe Conti"_s, estrela, {}, phone}, {u"Beppe Conti"_s, {}, {}, phone}, Same);
    row("umlaut", {u"Jürgen Krämer"_s, estrela, {}, phone}, {u"Juergen Kraemer"_s, estrela, {}, {}}, Same);
    row("married, same email", {marta(), estrela, mail, {}}, {u"Marta Santos"_s, estrela, mail, {}}, Same);
    row("double name", {marta(), estrela, mail, phone}, {u"Marta Oliveira-Santos"_s, estrela, {}, phone}, Same);
    row("moved, same phone", {marta(), estrela, mail, phone}, {marta(), u"Quinta Matos"_s, u"marta@matos.pt"_s, phone}, Same);
    row("initial", {marta(), estrela, {}, phone}, {u"M. Oliveira"_s, estrela, {}, phone}, Same);
    row("legal suffix", {marta(), u"Estrela GmbH"_s, {}, {}}, {marta(), u"Estrela Ltd."_s, {}, {}}, Same);
    row("company by its domain", {marta(), {}, u"marta@estrela.pt"_s, {}}, {marta(), {}, u"moliveira@estrela.pt"_s, {}}, Same);
    row("the same organisation", {{}, estrela, u"info@estrela.pt"_s, {}}, {{}, estrela, u"info@estrela.pt"_s, {}}, Same);
    // to be asked
    row("a name alone", {marta(), estrela, {}, {}}, {marta(), {}, {}, {}, 0}, Ask);
    row("shared address, other name", {marta(), estrela, mail, {}}, {u"Rui Santos"_s, estrela, mail, {}}, Ask);
    row("a person and her firm", {marta(), estrela, {}, phone}, {{}, estrela, {}, phone}, Ask);
    row("two deals", {marta(), estrela, mail, {}, 0, u"A1"_s, 100}, {marta(), estrela, mail, {}, 0, u"A2"_s, 200}, Ask);
    row("married or a colleague", {marta(), estrela, {}, phone}, {u"Marta Santos"_s, estrela, {}, phone}, Ask);
    row("two leads of a firm", {{}, estrela, {}, {}}, {{}, estrela, {}, {}}, Ask);
    row("two leads of a firm, its form aside", {{}, u"Estrela Lda"_s, {}, {}}, {{}, u"Estrela"_s, {}, {}}, Ask);
    // two people
    row("colleagues, one switchboard", {marta(), estrela, {}, phone}, {u"Rui Santos"_s, estrela, {}, phone}, Different);
    row("colleagues, info@", {marta(), estrela, u"info@estrela.pt"_s, phone}, {u"Rui Santos"_s, estrela, u"info@estrela.pt"_s, phone},
        Different);
    row("brother and sister", {u"Petr Novák"_s, estrela, {}, phone}, {u"Petra Novák"_s, estrela, {}, phone}, Different);
    row("relatives, info@", {u"Karl Brandt"_s, estrela, u"info@estrela.pt"_s, {}}, {u"Lena Brandt"_s, estrela, u"info@estrela.pt"_s, {}},
        Different);
    row("father and son", {u"Karl Brandt"_s, estrela, {}, phone}, {u"Karl Brandt jun."_s, estrela, {}, phone}, Different);
    row("father and son, told", {u"Karl Brandt sen."_s, estrela, {}, phone}, {u"Karl Brandt jun."_s, estrela, {}, phone}, Different);
    row("namesakes in two firms", {marta(), estrela, mail, {}}, {marta(), u"Quinta Matos"_s, u"marta@matos.pt"_s, {}}, Different);
    row("namesakes in one firm", {u"givenbbb familybbb"_s, estrela, u"b.b@estrela.pt"_s, u"351912000001"_s},
        {u"givenbbb familybbb"_s, estrela, u"b.b2@estrela.pt"_s, u"351912000002"_s}, Ask);
    row("same given name", {marta(), estrela, u"marta.o@estrela.pt"_s, {}}, {u"Marta Santos"_s, estrela, u"marta.s@estrela.pt"_s, {}},
        Different);
    row("two deals of a firm", {{}, estrela, {}, {}, 0, u"A1"_s, 100}, {{}, estrela, {}, {}, 0, u"A2"_s, 200}, Different);
    row("a firm and one like it", {{}, estrela, {}, {}}, {{}, u"Padaria Estrella"_s, {}, {}}, Different);
    row("nothing", {}, {}, Different);
}

void TestLeadComparer::pairs()
{
    QFETCH(Sketch, a);
    QFETCH(Sketch, b);
    QFETCH(int, likeness);
    static Base base;
    const Comparison comparison = base.compare(a, b);
    QVERIFY2(
        int(comparison.likeness) == likeness,
        qPrintable(u"%1 (%2 bits): %3"_s.arg(labelOf(comparison.likeness)).arg(comparison.bits).arg(clueTexts(comparison).join(u", "_s))));
}

void TestLeadComparer::rareNamesTellMore()
{
    Base base;
    const Sketch common{u"givenbbb familybbb"_s, u"Quinta Matos"_s, {}, {}};
    const Sketch rare{u"Marta Oliveira"_s, u"Quinta Matos"_s, {}, {}};
    QVERIFY(base.compare(rare, rare).bits > base.compare(common, common).bits + 3);
}

void TestLeadComparer::aSwitchboardIsNoPerson()
{
    Base base;
    const Sketch a{marta(), {}, {}, u"351912345678"_s};
    const Sketch b{{}, u"Padaria Estrela"_s, {}, u"351912345678"_s};
    const float direct = base.compare(a, b).bits;
    base.comparer().setSharedPhone(351912345678, 8); // seven people behind it
    const Comparison shared = base.compare(a, b);
    QVERIFY(shared.has(Clue::Switchboard));
    QVERIFY(shared.bits < direct - 4);
    QCOMPARE(shared.likeness, Likeness::Different);
}

void TestLeadComparer::givesReasons()
{
    Base base;
    const Sketch a{marta(), u"Padaria Estrela"_s, u"marta@estrela.pt"_s, {}, 3};
    const Sketch b{u"Marta Olivera"_s, u"Padaria Estrela Lda"_s, u"marta@estrela.pt"_s, {}, 3};
    QCOMPARE(clueTexts(base.compare(a, b)),
             QStringList({u"the same email"_s, u"names spelled nearly alike"_s, u"the same company"_s, u"the same city"_s}));
}

QTEST_GUILESS_MAIN(TestLeadComparer)
#include "tst_leadcomparer.moc"
