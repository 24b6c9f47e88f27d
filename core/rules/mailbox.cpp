// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/rules/mailbox.h"

#include <algorithm>
#include <unordered_set>

namespace kindling {

namespace {

// Our own list: the hosts that give addresses to anybody in the countries where Kindling is used.
constexpr std::string_view freeHosts[] = {
    "gmail.com",      "googlemail.com", "outlook.com",    "outlook.de",     "outlook.fr",      "outlook.es",   "outlook.pt",
    "outlook.it",     "hotmail.com",    "hotmail.de",     "hotmail.fr",     "hotmail.it",      "hotmail.es",   "hotmail.co.uk",
    "live.com",       "live.de",        "live.fr",        "live.nl",        "live.se",         "live.co.uk",   "msn.com",
    "yahoo.com",      "yahoo.de",       "yahoo.fr",       "yahoo.it",       "yahoo.es",        "yahoo.co.uk",  "yahoo.com.br",
    "ymail.com",      "rocketmail.com", "aol.com",        "aol.de",         "icloud.com",      "me.com",       "mac.com",
    "gmx.de",         "gmx.net",        "gmx.at",         "gmx.ch",         "gmx.com",         "web.de",       "t-online.de",
    "freenet.de",     "arcor.de",       "mail.de",        "posteo.de",      "mailbox.org",     "online.de",    "proton.me",
    "protonmail.com", "pm.me",          "tutanota.com",   "tuta.com",       "fastmail.com",    "hey.com",      "zoho.com",
    "mail.com",       "orange.fr",      "wanadoo.fr",     "free.fr",        "sfr.fr",          "laposte.net",  "neuf.fr",
    "bbox.fr",        "libero.it",      "virgilio.it",    "tiscali.it",     "alice.it",        "tin.it",       "fastwebnet.it",
    "sapo.pt",        "iol.pt",         "clix.pt",        "netcabo.pt",     "telefonica.net",  "terra.es",     "ono.com",
    "bluewin.ch",     "hispeed.ch",     "sunrise.ch",     "seznam.cz",      "email.cz",        "post.cz",      "centrum.cz",
    "volny.cz",       "atlas.cz",       "azet.sk",        "zoznam.sk",      "wp.pl",           "o2.pl",        "onet.pl",
    "interia.pl",     "op.pl",          "gazeta.pl",      "poczta.onet.pl", "vp.pl",           "telia.com",    "bredband.net",
    "comhem.se",      "spray.se",       "online.no",      "ziggo.nl",       "kpnmail.nl",      "xs4all.nl",    "planet.nl",
    "telenet.be",     "skynet.be",      "btinternet.com", "sky.com",        "virginmedia.com", "talktalk.net", "ntlworld.com",
    "comcast.net",    "verizon.net",    "att.net",        "sbcglobal.net",  "bellsouth.net",   "cox.net",      "charter.net",
    "uol.com.br",     "bol.com.br",     "terra.com.br",   "mail.ru",        "yandex.ru",       "yandex.com",   "bk.ru",
    "list.ru",        "ukr.net",        "abv.bg",         "freemail.hu",    "citromail.hu",    "qq.com",       "163.com",
    "126.com",        "naver.com",      "rediffmail.com",
};

constexpr std::string_view sharedNames[] = {
    "info",         "infos",     "office",     "mail",    "email",      "post",         "kontakt",     "contact",    "contacto",
    "contato",      "contatti",  "hello",      "hallo",   "hola",       "ola",          "ciao",        "bonjour",    "sales",
    "verkauf",      "vertrieb",  "ventas",     "vendas",  "vendite",    "ventes",       "obchod",      "sprzedaz",   "support",
    "service",      "help",      "hilfe",      "servis",  "admin",      "webmaster",    "postmaster",  "buero",      "sekretariat",
    "secretariat",  "reception", "rezeption",  "recepce", "recepcja",   "accounting",   "buchhaltung", "billing",    "invoice",
    "invoices",     "rechnung",  "rechnungen", "faktury", "facturas",   "comptabilite", "einkauf",     "purchasing", "compras",
    "achats",       "acquisti",  "order",      "orders",  "bestellung", "bestellungen", "booking",     "bookings",   "reservations",
    "reservierung", "reservas",  "team",       "hr",      "jobs",       "marketing",    "press",       "presse",     "shop",
    "store",        "bakery",    "kitchen",    "kueche",  "geral",      "biuro",        "sklep",       "firma",      "noreply",
    "no-reply",     "enquiries", "enquiry",    "inquiry", "anfrage",    "zentrale",     "direction",   "direzione",  "gerencia",
};

constexpr std::string_view secondLevels[] = {"co", "com", "org", "net", "ac", "gov", "edu", "gob"};

/// The last two parts of a host, three where the second last is one under which a country gives out names.
std::string_view registeredName(std::string_view host)
{
    const size_t last = host.rfind('.');
    if (last == std::string_view::npos || last == 0)
        return {};
    const size_t second = host.rfind('.', last - 1);
    if (second == std::string_view::npos)
        return host;
    const std::string_view between = host.substr(second + 1, last - second - 1);
    const bool country = host.size() - last - 1 == 2;
    if (!country || std::find(std::begin(secondLevels), std::end(secondLevels), between) == std::end(secondLevels))
        return host.substr(second + 1);
    const size_t third = second == 0 ? std::string_view::npos : host.rfind('.', second - 1);
    return third == std::string_view::npos ? host : host.substr(third + 1);
}

} // namespace

Mailbox mailboxOf(std::string_view address)
{
    const size_t at = address.find('@');
    if (at == std::string_view::npos)
        return {address, {}};
    return {address.substr(0, at), address.substr(at + 1)};
}

bool isFreeMailHost(std::string_view domain)
{
    static const std::unordered_set<std::string_view> hosts(std::begin(freeHosts), std::end(freeHosts));
    return hosts.contains(domain);
}

bool isSharedMailbox(std::string_view local)
{
    static const std::unordered_set<std::string_view> names(std::begin(sharedNames), std::end(sharedNames));
    return names.contains(local.substr(0, local.find('+')));
}

std::string deliveredTo(std::string_view address)
{
    const Mailbox box = mailboxOf(address);
    std::string local(box.local.substr(0, box.local.find('+')));
    if (local.empty())
        local = box.local;
    if (box.domain != "gmail.com" && box.domain != "googlemail.com")
        return local + '@' + std::string(box.domain);
    std::erase(local, '.');
    return local + "@gmail.com";
}

std::string companyDomain(std::string_view text)
{
    if (const size_t at = text.find('@'); at != std::string_view::npos)
        text.remove_prefix(at + 1);
    if (const size_t scheme = text.find("://"); scheme != std::string_view::npos)
        text.remove_prefix(scheme + 3);
    std::string host(text.substr(0, text.find_first_of("/?#: ")));
    std::transform(host.begin(), host.end(), host.begin(), [](char c) { return c >= 'A' && c <= 'Z' ? char(c - 'A' + 'a') : c; });
    while (!host.empty() && host.back() == '.')
        host.pop_back();
    if (isFreeMailHost(host))
        return {};
    const std::string_view name = registeredName(host);
    return isFreeMailHost(name) ? std::string() : std::string(name);
}

} // namespace kindling
