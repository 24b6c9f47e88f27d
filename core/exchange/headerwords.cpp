// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/headerwords.h"

#include "core/base/textfold.h"

#include <QCoreApplication>
#include <QHash>

#include <array>

namespace kindling {

namespace {

struct Synonyms
{
    const char *target;
    double weight;
    const char *words; ///< as wordKey() writes them, between spaces
};

// What other programs and languages call the fields of a lead. Of two columns for one field the greater weight wins.
constexpr std::array<Synonyms, 57> leadWords{{
    {"externalId", 0.9,
     "opportunityid recordid leadid contactid customerid uid dealid personid externalid euid kundennummer idcliente numeroclient"},
    {"externalId", 0.7, "id leid uuid guid kundennr nr number order"},
    {"name", 0.95,
     "name fullname personname contactname leadname displayname customername nombrecompleto nomcomplet nomecompleto vollstandigername "
     "ansprechpartner kontaktname kontakt contactperson contactpersoon naam namn imieinazwisko jmenoaprijmeni"},
    {"name", 0.5, "dealname dealtitle opportunityname deal opportunity fileas leadtitle contact"},
    {"name", 0.6, "yourname whatisyourname whatsyourname yourfullname ihrname wieheissensie"},
    {"givenName", 0.95,
     "firstname givenname fname vorname prenom nombre nombredepila nome primeironome voornaam fornamn imie jmeno krestnijmeno forename"},
    {"familyName", 0.95,
     "lastname familyname surname lname nachname familienname zuname nom nomdefamille apellido apellidos sobrenome apelido cognome "
     "achternaam efternamn nazwisko prijmeni"},
    {"company", 0.95,
     "company companyname companyaccount organization organisation organizationname organisationname organizationnname account accountname "
     "associatedcompany firm firma firmenname unternehmen unternehmensname entreprise societe empresa compania azienda societa bedrijf "
     "bedrijfsnaam foretag foretagsnamn spolecnost firmy organizationtitlecompany defaultaddresscompany companynameprimary employer "
     "klient yourcompany companynameorganization"},
    {"jobTitle", 0.95,
     "jobtitle position role organizationtitle beruf funktion stellenbezeichnung jobtitel fonction poste cargo puesto qualifica ruolo "
     "functie befattning titel stanowisko pozice occupation designation"},
    {"jobTitle", 0.5, "title"},
    {"email", 0.95,
     "email emailaddress emails mail emailvalue primaryemail secondaryemail emailwork emailhome emailother workemail homeemail "
     "personalemail businessemail emailadresse epost epostadress courriel adresseemail adressemail correo correoelectronico emailprimary "
     "emailid eposta adresemail indirizzoemail enderecodeemail mailadresse youremail youremailaddress whatisyouremail "
     "whatisyouremailaddress ihreemailadresse"},
    {"phone", 0.95,
     "phone phonenumber phonevalue telephone tel telefon telefonnummer mobile mobilephone mobilenumber cell cellphone mobil mobilnummer "
     "handy handynummer workphone homephone businessphone companymainphone otherphone primaryphone carphone phonework phonehome "
     "phonemobile phoneother telefono telefone telephoneportable portable movil celular cellulare telefoon telefoonnummer mobiel komorka "
     "telefonkomorkowy mobilni sms directphone whatsapp phones festnetz rufnummer defaultaddressphone yourphone yourphonenumber "
     "whatisyourphonenumber"},
    {"website", 0.9,
     "website websiteurl webpage url websitevalue homepage webseite internetseite siteweb sitioweb sitoweb personalwebpage web "
     "businesswebpage webbplats stronawww linkedin linkedinurl profileurl"},
    {"street", 0.9,
     "street address streetaddress addressstreet strasse strassehausnummer anschrift adresse adresse1 addressformatted workaddress "
     "businessstreet mailingstreet organizationaddress rue calle direccion rua endereco via indirizzo straat adres gata ulica ulice adress "
     "defaultaddressaddress"},
    {"postalCode", 0.9,
     "postalcode zip zipcode zippostalcode addresspostalcode plz postleitzahl codepostal codigopostal cap postcode postnummer kodpocztowy "
     "psc workzipcode businesspostalcode mailingzip mailingpostalcode cep defaultaddresszip"},
    {"city", 0.9,
     "city town addresscity ort stadt wohnort ville ciudad cidade citta plaats stad miasto mesto workcity businesscity mailingcity "
     "defaultaddresscity locality"},
    {"region", 0.85,
     "region state province stateregion stateprovince addressregion bundesland departement provincia estado regione provincie lan "
     "wojewodztwo kraj workstate businessstate mailingstate defaultaddressprovincecode"},
    {"country", 0.9,
     "country countryregion addresscountry land pays pais paese stato landet panstwo zeme workcountry businesscountry "
     "businesscountryregion mailingcountry defaultaddresscountrycode countrycode addresscountryregion cc"},
    {"language", 0.9, "language sprache langue idioma lingua taal sprak jezyk jazyk preferredlanguage"},
    {"timeZone", 0.9, "timezone zeitzone fuseauhoraire"},
    {"industry", 0.9, "industry sector branche industrie secteur industria setor settore sektor bransch branza obor vertical"},
    {"companySize", 0.9,
     "companysize employees noofemployees numberofemployees mitarbeiter mitarbeiterzahl anzahlmitarbeiter effectif empleados funcionarios "
     "dipendenti medewerkers anstallda pracownicy headcount"},
    {"temperature", 0.9, "temperature temperatur rating leadrating leadtemperature bewertung temperature lead heat interest interestlevel"},
    {"stage", 0.95,
     "stage dealstage leadstage salesstage opportunitystage pipelinestage phase verkaufsphase dealphase etape etapa fase fas etap faze "
     "stufe funnelstage"},
    {"stage", 0.9, "lifecyclestage lifecycle"},
    {"stage", 0.8, "leadstatus status stan stav statut estado situacao stato contactstatus statuslead"},
    {"outcome", 0.92, "outcome dealstatus opportunitystatus result ergebnis resultat resultado risultato"},
    {"reason", 0.9,
     "reason lostreason closedlostreason lossreason disqualifiedreason unqualifiedreason grund verlustgrund absagegrund raison motivo"},
    {"owner", 0.95,
     "owner salesagent dealowner leadowner contactowner recordowner accountowner companyowner opportunityowner salesrep salesperson "
     "assignedto assignee verantwortlich zustandig zustandiger besitzer betreuer vertriebler proprietaire responsable propietario "
     "responsavel responsabile eigenaar agare wlasciciel vlastnik agent accountmanager"},
    {"source", 0.95,
     "source leadsource contactsource originalsource quelle leadquelle herkunft sourcedulead origen fuente origem origine fonte bron "
     "herkomst kalla zrodlo zdroj channel howdidyouhear sourcechannel"},
    {"campaign", 0.9,
     "campaign campaignname kampagne campagne campana campanha campagna kampanj kampania kampan adname utmcampaign formname eventname "
     "primarycampaignsource"},
    {"source", 0.85, "utmsource"},
    {"newField:text", 0.9, "utmmedium utmcontent utmterm"},
    {"value", 0.95,
     "value amount closevalue dealvalue dealamount opportunityvalue opportunityamount wert betrag auftragswert umsatz volumen montant "
     "valeur valor importe valore importo waarde bedrag varde belopp wartosc kwota hodnota castka budgetvalue price totalspent totalspend "
     "expectedrevenue"},
    {"currency", 0.9,
     "currency currencycode currencyofvalue dealcurrency waehrung wahrung devise moneda moeda valuta waluta mena currencyiso"},
    {"expectedClose", 0.95,
     "expectedclosedate expectedclose estimatedclosedate forecastclosedate erwarteterabschluss abschlussdatumerwartet "
     "voraussichtlicherabschluss"},
    {"tags", 0.9,
     "tags tag labels label schlagworte schlagworter stichworter etiketten etiquettes etiquetas tagg groupmembership categories kategorien "
     "kategorie category keywords"},
    {"note", 0.9,
     "notes note comments comment description remarks notiz notizen bemerkung bemerkungen kommentar anmerkung anmerkungen beschreibung "
     "remarques commentaire commentaires notas comentarios observacoes osservazioni opmerkingen anteckningar notatki poznamky poznamka "
     "message notecontent"},
    {"painPoints", 0.9, "painpoints painpoint pain problem challenge schmerzpunkte herausforderung"},
    {"budget", 0.85, "bantbudget budget"},
    {"authority", 0.85, "bantauthority authority decisionmaker entscheider"},
    {"need", 0.85, "bantneed need bedarf"},
    {"timeline", 0.85, "banttimeline timeline zeitrahmen timeframe"},
    {"created", 0.95,
     "created createdat createddate createdtime createdon createdatetime createdate creationdate datecreated leadcreated createdutc "
     "erstellt erstelltam angelegt angelegtam erstelldatum anlagedatum datedecreation creele fechadecreacion datadecriacao datacreazione "
     "aangemaakt skapad utworzono vytvoreno"},
    {"created", 0.8,
     "addedtime optintime timestamp submittedat connectedon signup orderdate dateadded added entrydate eingang eingangsdatum date datum"},
    {"closed", 0.95,
     "closedate closeddate closedat closed dateclosed closedtime closedon wontime losttime wondate abgeschlossen abschlussdatum "
     "geschlossen geschlossenam datedecloture fechadecierre datadefechamento datachiusura sluitdatum avslutad"},
    {"lastActivity", 0.9,
     "lastactivity lastactivitydate lastactivitytime lastcontacted lastcontact lastactive letzteaktivitat letzterkontakt"},
    {"nextFollowUp", 0.9, "nextfollowup nextactivitydate nextactivity followupdate followup wiedervorlage nachsteaktivitat"},
    {"archived", 0.8, "archived archiviert"},
    {"qualifiedThrough", 0.9, "qualifiedthrough"},
    {"contactLabel", 0.9, "emaillabel emailtype phonelabel phonetype"},
    {"emailOptOut", 0.9,
     "emailoptout optout optedout hasoptedoutofemail unsubscribed unsubscribedat unsubscribedtime emailblacklisted donotemail "
     "nichtanschreiben abgemeldet unsubscribedfromallemail unsubscribe unsubscribedfromemail optedoutofemail emailoptedout hsemailoptout "
     "emailunsubscribed donotcontact donotdisturb nocontact bounced emailbounced hardbounced keinewerbung keinkontakt nichtkontaktieren "
     "desabonne desinscrit nepascontacter emailstatus marketingstatus emailpermissionstatus emailmarketingstatus subscriptionstatus "
     "blacklisted subscriberstatus emailsubscriptionstatus newsletterstatus"},
    {"phoneOptOut", 0.9, "donotcall phoneoptout smsblacklisted nichtanrufen"},
    {"consent", 0.9, "consent zustimmung consentement consentimiento consenso toestemming samtycke"},
    {"marketingConsent", 0.9,
     "acceptsmarketing acceptsemailmarketing acceptssmsmarketing newsletter emailconsent marketingconsent gdprconsent "
     "gdpr dsgvo optin emailoptin marketingoptin newsletteroptin einwilligung werbeeinwilligung"},
    {"ignore", 0.9, "photo"},
    {"ignore", 0.9, "isconverted"},
}};

constexpr std::array<Synonyms, 14> companyWords{{
    {"company.name", 0.95,
     "company companyname account accountname organization organisation organizationname name firma firmenname unternehmen entreprise "
     "societe empresa azienda bedrijf foretag spolecnost"},
    {"company.domain", 0.9, "domain companydomain companydomainname domaine dominio"},
    {"company.website", 0.9, "website websiteurl url homepage webseite siteweb web webpage"},
    {"company.phone", 0.9, "phone phonenumber telefon telephone telefono mainphone"},
    {"company.industry", 0.9, "industry sector branche secteur sektor industria settore bransch branza obor"},
    {"company.employees", 0.9,
     "employees noofemployees numberofemployees companysize mitarbeiter mitarbeiterzahl effectif empleados dipendenti headcount"},
    {"company.revenue", 0.9, "revenue annualrevenue umsatz jahresumsatz chiffredaffaires ingresos fatturato turnover"},
    {"company.founded", 0.9, "founded yearestablished yearfounded established gegrundet grundungsjahr foundedyear"},
    {"company.street", 0.9, "street address streetaddress strasse adresse anschrift organizationaddress"},
    {"company.postalCode", 0.9, "postalcode zip zipcode plz postleitzahl codepostal postcode"},
    {"company.city", 0.9, "city town ort stadt ville ciudad citta"},
    {"company.region", 0.85, "region state stateregion bundesland province"},
    {"company.country", 0.85, "country countryregion land pays pais paese officelocation location hq headquarters"},
    {"company.parent", 0.9, "parent subsidiaryof parentcompany parentaccount parentorganization muttergesellschaft konzern"},
}};

using Lookup = QHash<QString, HeaderMeaning>;

template <size_t N>
Lookup lookupOf(const std::array<Synonyms, N> &table)
{
    Lookup lookup;
    for (const Synonyms &synonyms : table) {
        const auto target = targetFromKey(QString::fromLatin1(synonyms.target));
        for (const QString &word : QString::fromLatin1(synonyms.words).split(u' ')) {
            if (target && !lookup.contains(word))
                lookup.insert(word, HeaderMeaning{*target, synonyms.weight});
        }
    }
    return lookup;
}

std::optional<HeaderMeaning> meaning(const Lookup &lookup, QStringView header)
{
    const QString word = wordKey(header);
    if (const auto exact = lookup.constFind(word); exact != lookup.constEnd())
        return *exact;
    if (const auto plain = lookup.constFind(withoutDigits(word)); plain != lookup.constEnd())
        return HeaderMeaning{plain->target, plain->weight * 0.97};
    // "Person - Email (Work)", "Deal - Value": the entity stands in front.
    for (const QStringView entity : {u"person", u"deal", u"lead", u"contact", u"organization", u"primary", u"customer"}) {
        if (!word.startsWith(entity))
            continue;
        if (const auto inner = lookup.constFind(withoutDigits(word.mid(entity.size()))); inner != lookup.constEnd())
            return HeaderMeaning{inner->target, inner->weight * 0.9};
    }
    return std::nullopt;
}

} // namespace

QString withoutDigits(QString word)
{
    return word.removeIf([](QChar c) { return c.isDigit(); });
}

std::optional<HeaderMeaning> leadHeader(QStringView header)
{
    static const Lookup lookup = lookupOf(leadWords);
    return meaning(lookup, header);
}

std::optional<HeaderMeaning> companyHeader(QStringView header)
{
    static const Lookup lookup = lookupOf(companyWords);
    return meaning(lookup, header);
}

QString contactLabel(QStringView header)
{
    struct Label
    {
        const char *label;
        std::array<QStringView, 5> words;
    };
    static constexpr std::array<Label, 4> labels{{{"Mobile", {u"mobil", u"handy", u"cell", u"movil", u"sms"}},
                                                  {"Work", {u"work", u"business", u"office", u"geschaft", u"dienst"}},
                                                  {"Home", {u"home", u"privat", u"personal", u"festnetz", u"domicile"}},
                                                  {"Other", {u"other", u"secondary", u"andere", u"autre", u"weitere"}}}};
    const QString word = wordKey(header);
    for (const Label &label : labels) {
        for (const QStringView part : label.words) {
            if (word.contains(part))
                return QLatin1String(label.label);
        }
    }
    return {};
}

bool isSubscriptionState(QStringView header)
{
    const QString word = wordKey(header);
    return word.endsWith(u"status") || word.endsWith(u"statut") || word.endsWith(u"state");
}

bool forbidsAllContact(QStringView header)
{
    static const QStringList words{QStringLiteral("donotcontact"), QStringLiteral("donotdisturb"),      QStringLiteral("nocontact"),
                                   QStringLiteral("keinkontakt"),  QStringLiteral("nichtkontaktieren"), QStringLiteral("nepascontacter")};
    return words.contains(wordKey(header));
}

QString unnamedColumn(qsizetype number)
{
    return QCoreApplication::translate("kindling", "Column %1").arg(number);
}

QString rejectLineHeader()
{
    return QStringLiteral("Kindling line");
}

QString rejectReasonHeader()
{
    return QStringLiteral("Kindling reason");
}

bool isRejectHeader(QStringView header)
{
    const QString word = wordKey(header);
    return word == u"kindlingline" || word == u"kindlingreason";
}

QString datedWord(QStringView header)
{
    const QString word = wordKey(header);
    for (const QStringView before : {u"dateentered", u"entered", u"becamea", u"date"}) {
        if (word.startsWith(before) && word.size() > before.size() + 2)
            return word.mid(before.size()).remove(QStringLiteral("date"));
    }
    for (const QStringView after : {u"date", u"datum", u"since", u"seit", u"time", u"at", u"on"}) {
        if (word.endsWith(after) && word.size() > after.size() + 2)
            return word.left(word.size() - after.size());
    }
    return {};
}

} // namespace kindling
