// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/presets.h"

#include "core/base/textfold.h"
#include "core/exchange/cardreader.h"
#include "core/exchange/headerwords.h"
#include "core/exchange/recordtables.h"

#include <QHash>

#include <algorithm>
#include <array>

namespace kindling {

namespace {

#define GOOGLE_COMMON                                                                                                                      \
    "firstname=givenName givenname=givenName additionalname=givenName middlename=givenName nameprefix=notes namesuffix=notes "             \
    "nickname=notes fileas=ignore photo=ignore "                                                                                           \
    "organizationname=company organizationtitle=jobTitle organizationdepartment=notes organizationtype=ignore organizationlabel=ignore "   \
    "organizationyominame=ignore organizationsymbol=ignore organizationlocation=notes organizationjobdescription=notes "                   \
    "addressformatted=ignore addresslabel=ignore addresstype=ignore addresspobox=notes addressextendedaddress=notes "                      \
    "addressstreet=street addresscity=city addressregion=region addresspostalcode=postalCode addresscountry=country "                      \
    "websitelabel=ignore websitetype=ignore websitevalue=website labels=tags groupmembership=tags birthday=notes "                         \
    "customfieldlabel=ignore customfieldvalue=notes relationlabel=ignore relationvalue=notes eventlabel=ignore eventvalue=notes "

#define OUTLOOK_COMMON                                                                                                                     \
    "title=notes firstname=givenName middlename=givenName suffix=notes nickname=notes emailtype=ignore emaildisplayname=ignore "           \
    "pager=notes "                                                                                                                         \
    "businessfax=notes homefax=notes otherfax=notes callback=notes radiophone=notes telex=notes ttytddphone=notes isdn=notes "             \
    "businessstreet=street businesscity=city businessstate=region businesspostalcode=postalCode businesscountry=country "                  \
    "businesscountryregion=country businesspobox=notes businessaddress=ignore homestreet=notes homecity=notes homestate=notes "            \
    "homepostalcode=notes homecountry=notes homecountryregion=notes homepobox=notes otherstreet=notes othercity=notes otherstate=notes "   \
    "otherpostalcode=notes othercountry=notes othercountryregion=notes otherpobox=notes webpage=website personalwebpage=notes "            \
    "assistantsphone=notes managersname=notes assistantsname=notes department=notes location=notes officelocation=notes "                  \
    "birthday=notes anniversary=notes account=notes priority=ignore private=ignore sensitivity=ignore mileage=ignore gender=notes "        \
    "initials=ignore keywords=tags categories=tags language=language user=notes profession=notes referredby=notes spouse=notes "           \
    "children=notes hobby=notes schools=notes companyyomi=ignore givenyomi=ignore surnameyomi=ignore imaddress=notes "

#define MAILCHIMP_COMMON                                                                                                                   \
    "memberrating=ignore optinip=ignore confirmip=ignore latitude=ignore longitude=ignore gmtoff=ignore dstoff=ignore "                    \
    "lastchanged=ignore leid=ignore euid=externalId optintime=created confirmtime=marketingConsent timezone=timeZone cc=country "          \
    "region=region notes=note tags=tags unsubtime=emailOptOut cleantime=emailOptOut unsubcampaignid=ignore cleancampaignid=ignore "        \
    "unsubcampaigntitle=notes cleancampaigntitle=notes unsubreason=notes unsubreasonother=notes birthday=notes "

#define PIPEDRIVE_COMMON                                                                                                                   \
    "personid=externalId id=externalId personname=name personfirstname=givenName personlastname=familyName personlabel=tags "              \
    "personlabels=tags "                                                                                                                   \
    "organizationname=company personorganization=company organizationid=ignore organizationaddress=street personjobtitle=jobTitle "        \
    "personowner=owner personpersoncreated=created personcreated=created personupdatetime=ignore personmarketingstatus=notes "             \
    "activitysubject=notes activityduedate=notes notecontent=note dealtitle=notes "

#define PIPEDRIVE_DEALS                                                                                                                    \
    "dealid=externalId personid=person.id dealpersonid=person.id contactpersonid=person.id dealcontactpersonid=person.id "                 \
    "dealorganization=company dealvalue=value dealcurrencyofvalue=currency dealcurrency=currency dealstage=stage "                         \
    "dealstatus=outcome dealexpectedclosedate=expectedClose deallostreason=reason dealowner=owner dealdealcreated=created "                \
    "dealcreated=created dealwontime=closed deallosttime=closed dealdealclosedon=closed deallabel=tags dealpipeline=notes "                \
    "dealprobability=notes dealupdatetime=ignore organizationname=company notecontent=note"

#define OUTLOOK_GERMAN                                                                                                                     \
    "anrede=notes titel=notes vorname=givenName weiterevornamen=givenName nachname=familyName suffix=notes firma=company "                 \
    "abteilung=notes position=jobTitle beruf=notes buro=notes strassegeschaftlich=street ortgeschaftlich=city regiongeschaftlich=region "  \
    "bundeslandkantongeschaftlich=region postleitzahlgeschaftlich=postalCode landregiongeschaftlich=country landgeschaftlich=country "     \
    "postfachgeschaftlich=notes strasseprivat=notes ortprivat=notes regionprivat=notes bundeslandkantonprivat=notes "                      \
    "postleitzahlprivat=notes landregionprivat=notes postfachprivat=notes weiterestrasse=notes weitererort=notes weitereregion=notes "     \
    "weiterepostleitzahl=notes weiteresland=notes weiterelandregion=notes weiterespostfach=notes emailadresse=email emailtyp=ignore "      \
    "emailangezeigtername=ignore telefongeschaftlich=phone telefonprivat=phone mobiltelefon=phone autotelefon=phone telefonfirma=phone "   \
    "haupttelefon=phone weiterestelefon=phone telefonassistent=notes faxgeschaftlich=notes faxprivat=notes weiteresfax=notes "             \
    "pager=notes isdn=notes telex=notes ruckmeldung=notes telefonfurhorbehinderte=notes abrechnungsinformation=notes benutzer=notes "      \
    "empfohlenvon=notes geburtstag=notes geschlecht=notes hobby=notes initialen=ignore internetfreigebucht=ignore jahrestag=notes "        \
    "kategorien=tags stichworter=tags kinder=notes konto=notes nameassistent=notes namedesdervorgesetzten=notes notizen=note "             \
    "organisationsnr=notes regierungsnr=notes partner=notes prioritat=ignore privat=ignore reisekilometer=ignore sprache=language "        \
    "vertraulichkeit=ignore verzeichnisserver=ignore webseite=website speicherort=notes"

// As found in public importers and vendors' documents. The first whose headers are all there; so the narrower stand before the wider.
constexpr std::array<Preset, 39> presets{{
    {"Kindling leads", "externalid qualifiedthrough stagesince nextfollowup",
     "id=ownId externalid=externalId lastactivity=ignore nextfollowup=ignore stage=stage outcome=outcome name=name "
     "company=company notes=note created=created closed=closed value=value budget=budget authority=authority need=need timeline=timeline "
     "qualification=ignore fit=ignore engagement=ignore score=ignore emailoptout=emailOptOut phoneoptout=phoneOptOut "
     "emaillabels=contactLabel phonelabels=contactLabel consent=consent donotemail=doNotEmail donotcall=doNotCall"},
    {"Kindling companies", "companyid companyname parentcompany companycreated",
     "companyid=ownId companyname=company.name companynotes=company.notes externalid=company.externalId leads=ignore "
     "companycreated=ignore parentcompany=company.parent"},
    {"LinkedIn", "firstname lastname connectedon", "url=website connectedon=created position=jobTitle"},
    {"Google Contacts", "email1value firstname nameprefix",
     GOOGLE_COMMON "phoneticfirstname=ignore phoneticmiddlename=ignore phoneticlastname=ignore"},
    {"Google Contacts", "givenname yominame groupmembership",
     GOOGLE_COMMON "yominame=ignore givennameyomi=ignore additionalnameyomi=ignore familynameyomi=ignore initials=ignore shortname=ignore "
                   "maidenname=notes gender=notes location=notes billinginformation=notes directoryserver=ignore mileage=ignore "
                   "occupation=notes hobby=notes sensitivity=ignore priority=ignore subject=notes"},
    {"Outlook", "firstname emailaddress businessphone businessstreet", OUTLOOK_COMMON},
    {"Outlook", "vorname nachname emailadresse strassegeschaftlich", OUTLOOK_GERMAN},
    {"Thunderbird", "primaryemail secondaryemail displayname",
     "displayname=name nickname=notes screenname=notes faxnumber=notes pagernumber=notes homeaddress=notes homecity=notes homestate=notes "
     "homezipcode=notes homecountry=notes workaddress=street workcity=city workstate=region workzipcode=postalCode workcountry=country "
     "jobtitle=jobTitle department=notes organization=company webpage1=website webpage2=notes birthyear=notes birthmonth=notes "
     "birthday=notes custom=notes notes=note"},
    {"Zoho", "recordid leadowner leadstatus",
     "leadownerid=ignore createdbyid=ignore createdby=ignore modifiedbyid=ignore modifiedby=ignore modifiedtime=ignore isconverted=ignore "
     "leadname=name emailoptout=emailOptOut salutation=notes lastactivitytime=ignore unsubscribedmode=notes unsubscribedtime=emailOptOut "
     "convertedaccountid=ignore convertedaccount=notes convertedcontactid=ignore convertedcontact=notes convertedddealid=ignore "
     "converteddealid=ignore converteddeal=notes createdtime=created tag=tags secondaryemail=email fax=notes twitter=notes skypeid=notes "
     "annualrevenue=notes rating=temperature noofemployees=companySize leadconversiontime=ignore locked=ignore "
     "recordimage=ignore addresscountryregion=country"},
    {"HubSpot deals", "recordid dealname dealstage",
     "recordid=externalId dealname=name dealstage=stage amount=value closedate=closed createdate=created dealowner=owner pipeline=notes "
     "associatedcompany=company associatedcompanyids=ignore associatedcontact=notes associatedcontactids=person.id lastmodifieddate=ignore "
     "associateddeal=notes associateddealids=ignore"},
    {"HubSpot companies", "recordid companyname companyowner",
     "recordid=company.externalId companyname=company.name companyowner=notes createdate=notes websiteurl=company.website "
     "companydomainname=company.domain lastmodifieddate=ignore associatedcontact=notes associatedcontactids=ignore"},
    {"HubSpot contacts", "recordid firstname lastname email",
     "recordid=externalId leadstatus=outcome lifecyclestage=stage createdate=created lastmodifieddate=ignore associatedcompany=company "
     "associatedcompanyids=ignore associateddeal=notes associateddealids=ignore marketingcontactstatus=notes "
     "primaryassociatedcompanyid=ignore"},
    {"Pipedrive activities", "activitysubject activityduedate activitytype",
     "activityid=ignore activitysubject=activity.subject activitytype=activity.kind activityduedate=activity.due "
     "activityduetime=activity.time "
     "activityduration=activity.duration activitydone=activity.happened activitynote=activity.note activitypublicdescription=activity.note "
     "activityassignedtouser=activity.who activityowner=activity.who activitycreator=ignore activityaddtime=ignore "
     "activityupdatetime=ignore "
     "activitymarkedasdonetime=ignore activitypriority=notes activitylocation=activity.note activitycontactperson=activity.person "
     "activityorganization=activity.company personname=activity.person personemail=activity.email personemailwork=activity.email "
     "personemailhome=activity.email personphone=activity.phone organizationname=activity.company dealtitle=notes leadtitle=notes "
     "personid=activity.personId contactpersonid=activity.personId activitypersonid=activity.personId "
     "activitycontactpersonid=activity.personId"},
    {"iCalendar", "todo due category contactemail",
     "todo=activity.subject due=activity.due timezone=activity.zone description=activity.note status=activity.state repeat=activity.repeat "
     "category=activity.kind contact=activity.person contactemail=activity.email followupid=ownId priority=activity.priority "
     "leadid=activity.lead"},
    {"Kindling activities", "activityid lead activitykind at",
     "activityid=ownId lead=activity.lead name=activity.person company=activity.company email=activity.email activitykind=activity.kind "
     "at=activity.at direction=activity.direction calloutcome=activity.outcome outcomename=activity.outcomeName "
     "durationseconds=activity.duration note=activity.note "
     "who=activity.who activitycampaign=activity.campaign magnet=activity.magnet"},
    {"Kindling follow-ups", "followupid lead followupkind due",
     "followupid=ownId lead=activity.lead name=activity.person company=activity.company email=activity.email followupkind=activity.kind "
     "due=activity.due wholeday=activity.wholeDay zone=activity.zone repeat=activity.repeat state=activity.state "
     "priority=activity.priority doneat=activity.doneAt snoozeduntil=activity.snoozed note=activity.note who=activity.who"},
    {"Pipedrive deals", "dealtitle dealstage dealstatus dealcontactperson", "dealtitle=notes dealcontactperson=name " PIPEDRIVE_DEALS},
    {"Pipedrive deals", "dealtitle dealstage dealstatus personname", "dealtitle=notes personname=name " PIPEDRIVE_DEALS},
    {"Pipedrive deals", "dealtitle dealstage dealstatus", "dealtitle=name " PIPEDRIVE_DEALS},
    {"Pipedrive people", "personname personphone", PIPEDRIVE_COMMON},
    {"Pipedrive people", "personname organizationname", PIPEDRIVE_COMMON},
    {"Pipedrive people", "personname personid", PIPEDRIVE_COMMON},
    {"Pipedrive people", "personname personemail", PIPEDRIVE_COMMON},
    {"Pipedrive people", "personname personemailwork", PIPEDRIVE_COMMON},
    {"Bigin", "contactid companyid contactsource", "companyid=ignore contactowner=owner"},
    {"Salesforce", "id firstname lastname ownerid",
     "id=externalId ownerid=ignore createdbyid=ignore lastmodifiedbyid=ignore lastmodifieddate=ignore systemmodstamp=ignore "
     "isdeleted=ignore isconverted=ignore masterrecordid=ignore recordtypeid=ignore convertedaccountid=ignore convertedcontactid=ignore "
     "convertedopportunityid=ignore isunreadbyowner=ignore hasoptedoutofemail=emailOptOut donotcall=phoneOptOut fax=notes "
     "annualrevenue=notes numberofemployees=companySize photourl=ignore salutation=notes title=jobTitle status=stage rating=temperature "
     "createddate=created description=note latitude=ignore longitude=ignore geocodeaccuracy=ignore"},
    {"Salesforce", "leadsource company rating",
     "leadid=externalId id=externalId emailoptout=emailOptOut hasoptedoutofemail=emailOptOut donotcall=phoneOptOut fax=notes "
     "annualrevenue=notes noofemployees=companySize numberofemployees=companySize recordowner=owner leadowner=owner "
     "companyaccount=company title=jobTitle salutation=notes"},
    {"Salesforce", "leadsource company leadstatus",
     "leadid=externalId emailoptout=emailOptOut hasoptedoutofemail=emailOptOut donotcall=phoneOptOut fax=notes annualrevenue=notes "
     "noofemployees=companySize recordowner=owner title=jobTitle salutation=notes"},
    {"Salesforce", "leadowner companyaccount leadstatus",
     "leadid=externalId title=jobTitle companyaccount=company leadowner=owner rating=temperature fax=notes annualrevenue=notes "
     "salutation=notes unread=ignore lastmodifieddate=ignore lastmodified=ignore"},
    {"Mailchimp: unsubscribed", "emailaddress unsubtime leid", MAILCHIMP_COMMON, true},
    {"Mailchimp: cleaned", "emailaddress cleantime leid", MAILCHIMP_COMMON, true},
    {"Mailchimp", "emailaddress memberrating leid", MAILCHIMP_COMMON},
    {"Facebook Lead Ads", "createdtime fullname formname",
     "id=externalId createdtime=created adid=ignore adname=notes adsetid=ignore adsetname=notes campaignid=ignore campaignname=campaign "
     "formid=ignore formname=notes isorganic=ignore platform=source fullname=name phonenumber=phone companyname=company "
     "leadstatus=ignore inboxurl=ignore"},
    {"Shopify", "customerid acceptsemailmarketing totalspent",
     "customerid=externalId acceptsemailmarketing=marketingConsent acceptssmsmarketing=marketingConsent totalorders=notes "
     "defaultaddressaddress=street taxexempt=ignore note=note totalspent=value defaultaddressphone=phone"},
    {"WooCommerce", "signup totalspend aov",
     "username=notes lastactive=ignore signup=created orders=notes totalspend=value aov=ignore countryregion=country region=region"},
    {"Eventbrite", "order orderdate eventname",
     "order=notes orderdate=created surname=familyName eventname=campaign tickettype=tags attendeestatus=notes attendee=externalId"},
    {"Brevo", "email emailblacklisted addedtime",
     "emailblacklisted=emailOptOut smsblacklisted=phoneOptOut addedtime=created modifiedtime=ignore sms=phone contactid=externalId"},
    {"ActiveCampaign", "email datecreated ip status", "datecreated=created ip=ignore status=notes"},
    {"Stripe", "id email description createdutc", "createdutc=created description=note totalspend=value card=notes"},
}};

#undef GOOGLE_COMMON
#undef OUTLOOK_COMMON
#undef MAILCHIMP_COMMON
#undef PIPEDRIVE_COMMON
#undef PIPEDRIVE_DEALS
#undef OUTLOOK_GERMAN

/// The columns of the table that one of Kindling's own presets is for; nothing for another program's.
std::vector<TableColumn> ownColumns(const Preset &preset)
{
    const QLatin1String name(preset.name);
    if (name == ownLeads())
        return leadColumns({});
    if (name == u"Kindling companies")
        return companyColumns();
    if (name == u"Kindling activities")
        return activityColumns();
    return name == u"Kindling follow-ups" ? followUpColumns() : std::vector<TableColumn>();
}

/// A workbook of Kindling's has the words of the screen where CSV has keys: nearly all of a table's, since "Id" and "Name" tell nothing.
bool hasOwnLabels(const Preset &preset, const QStringList &words)
{
    const std::vector<TableColumn> columns = ownColumns(preset);
    const QStringList needs = QString::fromUtf8(preset.needs).split(u' ');
    size_t found = 0;
    for (const TableColumn &column : columns) {
        const bool there = words.contains(wordKey(column.label));
        if (!there && needs.contains(wordKey(column.key)))
            return false;
        found += there;
    }
    return found * 4 >= columns.size() * 3 && found > 0;
}

/// What is written by Kindling is read by the keys and the labels of its columns.
void addOwnTargets(const Preset &preset, QHash<QString, ImportTarget> &targets)
{
    for (const TableColumn &column : ownColumns(preset)) {
        const QString key = wordKey(column.key);
        if (const LeadFieldInfo *info = fieldByKey(column.key);
            info && QLatin1String(preset.name) == ownLeads() && !targets.contains(key)) {
            ImportTarget &target = targets[key];
            const bool taken = info->editable || info->field == LeadField::StageSince;
            target.kind = taken ? ImportTarget::Kind::Lead : ImportTarget::Kind::Ignore;
            target.field = info->field;
        }
        if (const QString label = wordKey(column.label); targets.contains(key) && !targets.contains(label))
            targets.insert(label, targets.value(key));
    }
}

QHash<QString, ImportTarget> targetsOf(const Preset &preset)
{
    QHash<QString, ImportTarget> targets;
    for (const QString &pair : QString::fromUtf8(preset.targets).split(u' ', Qt::SkipEmptyParts)) {
        if (const auto target = targetFromKey(QStringView(pair).mid(pair.indexOf(u'=') + 1)))
            targets.insert(pair.left(pair.indexOf(u'=')), *target);
    }
    addOwnTargets(preset, targets);
    return targets;
}

} // namespace

const Preset *presetOf(const QStringList &headers)
{
    QStringList words;
    for (const QString &header : headers)
        words += wordKey(header);
    const auto *own = std::find_if(presets.begin(), presets.end(), [&words](const Preset &preset) { return hasOwnLabels(preset, words); });
    if (own != presets.end())
        return own;
    const auto *found = std::find_if(presets.begin(), presets.end(), [&words](const Preset &preset) {
        const QStringList needs = QString::fromUtf8(preset.needs).split(u' ');
        return std::all_of(needs.begin(), needs.end(), [&](const QString &need) { return words.contains(wordKey(need)); });
    });
    return found == presets.end() ? nullptr : found;
}

std::optional<ImportTarget> presetTarget(const Preset &preset, const QString &header)
{
    const QHash<QString, ImportTarget> targets = targetsOf(preset);
    const QString word = wordKey(header);
    for (const QString &key : {word, withoutDigits(word)}) {
        if (const auto known = targets.constFind(key); known != targets.constEnd())
            return *known;
    }
    return std::nullopt;
}

std::optional<ImportTarget> cardTarget(const QString &header, bool companies)
{
    ImportTarget target;
    if (header == QLatin1String(CardReader::ownIdHeader)) {
        target.kind = companies ? ImportTarget::Kind::Ignore : ImportTarget::Kind::OwnId;
        return target;
    }
    if (header == QLatin1String(CardReader::ownCompanyIdHeader)) {
        target.kind = companies ? ImportTarget::Kind::OwnId : ImportTarget::Kind::Ignore;
        return target;
    }
    if (!companies)
        return std::nullopt;
    static const QHash<QString, QString> named{{QStringLiteral("Note"), QStringLiteral("company.notes")},
                                               {QStringLiteral("Phone 1 - Value"), QStringLiteral("company.phone")},
                                               {QStringLiteral("Phone 1 - Label"), QStringLiteral("ignore")}};
    return targetFromKey(named.value(header));
}

bool areOwnIds(const QStringList &words, UtcMs now)
{
    constexpr UtcMs begin = 1'735'689'600'000; // 2025-01-01
    constexpr UtcMs year = 366LL * 86'400'000;
    const qint64 first = idValueAt(begin, 0);
    const qint64 last = idValueAt(std::max(now, begin) + year, 0);
    return !words.isEmpty() && std::all_of(words.begin(), words.end(), [&](const QString &word) {
        const auto id = LeadId::fromString(word);
        return id && id->value() >= first && id->value() <= last;
    });
}

QString ownLeads()
{
    return QStringLiteral("Kindling leads");
}

QString plainTable()
{
    return QStringLiteral("plain table");
}

QString idSpace(const QString &sourceKind)
{
    static const QStringList anybodys{plainTable(), QStringLiteral("vCard"), QStringLiteral("iCalendar")};
    // A table of anybody's, or a file of Kindling's own, may have the ids of any program.
    if (anybodys.contains(sourceKind) || sourceKind.startsWith(u"Kindling "))
        return {};
    return sourceKind.section(u':', 0, 0);
}

QString personSpace(const QString &sourceKind)
{
    if (sourceKind.startsWith(u"HubSpot"))
        return QStringLiteral("HubSpot contacts");
    return sourceKind.startsWith(u"Pipedrive") ? QStringLiteral("Pipedrive people") : idSpace(sourceKind);
}

QString idWithSpace(const QString &space, const QString &id)
{
    return space + u' ' + id;
}

bool isSuppressionList(const QString &fileName)
{
    return fileName.startsWith(u"unsubscribed_", Qt::CaseInsensitive) || fileName.startsWith(u"cleaned_", Qt::CaseInsensitive);
}

} // namespace kindling
