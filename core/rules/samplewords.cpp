// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/rules/samplewords.h"

namespace kindling {

namespace {

constexpr const char *germanGiven[] = {"Jonas", "Anna", "Karl",  "Lena",  "Peter",  "Sabine", "Markus",
                                       "Julia", "Dirk", "Heike", "Felix", "Katrin", "Uwe",    "Nina"};
constexpr const char *germanFamily[] = {"Brandt",   "Weber", "Schulz", "Krämer", "Vogel", "Lindner",
                                        "Hartmann", "Böhm",  "Seidel", "Kühn",   "Pohl",  "Arnold"};
constexpr const char *germanCities[] = {"Berlin", "Hamburg", "Leipzig", "Potsdam", "Köln", "Freiburg", "Münster"};
constexpr const char *germanTrades[] = {"%1 Kaffee",        "Bäckerei %1", "Hofladen %1", "Konditorei %1",
                                        "%1 Feinkost GmbH", "Gasthof %1",  "Café %1"};

constexpr const char *portugueseGiven[] = {"Marta", "João", "Inês", "Tiago", "Sofia", "Rui", "Beatriz", "Nuno", "Catarina", "Duarte"};
constexpr const char *portugueseFamily[] = {"Oliveira", "Santos", "Ferreira", "Almeida", "Carvalho",
                                            "Ribeiro",  "Matos",  "Teixeira", "Lopes"};
constexpr const char *portugueseCities[] = {"Porto", "Lisboa", "Braga", "Coimbra", "Faro", "Aveiro"};
constexpr const char *portugueseTrades[] = {"Padaria %1", "Pastelaria %1", "%1 & Filhos", "Café %1", "Quinta %1", "Mercearia %1"};

constexpr const char *frenchGiven[] = {"Claire", "Paul", "Élodie", "Hugo", "Camille", "Luc", "Margaux", "Antoine", "Chloé", "Mathieu"};
constexpr const char *frenchFamily[] = {"Dubois", "Girard", "Moreau", "Lefèvre", "Garnier", "Chevalier", "Roussel", "Perrin", "Marchand"};
constexpr const char *frenchCities[] = {"Lyon", "Nantes", "Dijon", "Lille", "Annecy", "Rennes"};
constexpr const char *frenchTrades[] = {"Maison %1", "Boulangerie %1", "Fromagerie %1", "Pâtisserie %1", "Traiteur %1", "Hôtel %1"};

constexpr const char *italianGiven[] = {"Luisa", "Sofia", "Marco", "Giulia", "Paolo", "Chiara", "Davide", "Elena", "Stefano", "Bianca"};
constexpr const char *italianFamily[] = {"Conti", "Rossi", "Ferrari", "Bianchi", "Galli", "Moretti", "Barbieri", "Rinaldi", "Marchetti"};
constexpr const char *italianCities[] = {"Bologna", "Torino", "Verona", "Parma", "Firenze", "Trieste"};
constexpr const char *italianTrades[] = {"%1 Dolci", "Gelato %1", "Panificio %1", "Trattoria %1", "Pasticceria %1", "Bottega %1"};

constexpr const char *britishGiven[] = {"Owen", "Freya", "Samira", "Ben", "Grace", "Callum", "Amara", "Hannah", "Rory", "Imogen", "Nadia"};
constexpr const char *britishFamily[] = {"Clarke", "Haddad",    "Adeyemi", "Hughes", "Mercer",
                                         "Doyle",  "Whitfield", "Okafor",  "Barlow", "Petrova"};
constexpr const char *britishCities[] = {"London", "Bristol", "Leeds", "Bath", "York", "Norwich"};
constexpr const char *britishTrades[] = {"%1 & Daughters", "%1 Catering",        "The %1 Bakery",
                                         "%1 Foods",       "%1 School Kitchens", "%1 Coffee Roasters"};

constexpr const char *czechGiven[] = {"Petr", "Ivo", "Jana", "Tomáš", "Lucie", "Ondřej", "Eva", "Jakub", "Zuzana"};
constexpr const char *czechFamily[] = {"Novák", "Marek", "Dvořák", "Černý", "Veselý", "Pokorný", "Kříž", "Beneš"};
constexpr const char *czechCities[] = {"Praha", "Brno", "Olomouc", "Plzeň", "Liberec"};
constexpr const char *czechTrades[] = {"%1 & syn", "%1 Pekárna", "Cukrárna %1", "Kavárna %1", "Hotel %1", "Statek %1"};

constexpr const char *swedishGiven[] = {"Erik", "Astrid", "Lars", "Elsa", "Nils", "Maja", "Gustav", "Ingrid", "Oskar"};
constexpr const char *swedishFamily[] = {"Lindqvist", "Olsen", "Bergström", "Nyberg", "Sandin", "Åkesson", "Wallin", "Holm"};
constexpr const char *swedishCities[] = {"Göteborg", "Malmö", "Uppsala", "Lund", "Örebro"};
constexpr const char *swedishTrades[] = {"%1 Bageri", "%1 Isbar", "Konditori %1", "%1 Kaffe AB", "Café %1", "%1s Gård"};

constexpr const char *polishGiven[] = {"Anna", "Piotr", "Magda", "Tomasz", "Kasia", "Marek", "Agnieszka", "Paweł"};
constexpr const char *polishFamily[] = {"Kowalska", "Nowak", "Wójcik", "Zieliński", "Mazur", "Kaczmarek", "Górski", "Pawlak"};
constexpr const char *polishCities[] = {"Kraków", "Gdańsk", "Wrocław", "Poznań", "Łódź"};
constexpr const char *polishTrades[] = {"Cukiernia %1", "Piekarnia %1", "Kawiarnia %1", "%1 Catering", "Dwór %1", "Restauracja %1"};

const SampleCountry countries[] = {
    {"Germany", "de", "030 23125 ###", "+493023125###", germanGiven, germanFamily, germanCities, germanTrades},
    {"Portugal", "pt", "+351 22 555 0###", "+351225550###", portugueseGiven, portugueseFamily, portugueseCities, portugueseTrades},
    {"France", "fr", "+33 1 99 00 ## ##", "+3319900####", frenchGiven, frenchFamily, frenchCities, frenchTrades},
    {"Italy", "it", "+39 051 555 ####", "+39051555####", italianGiven, italianFamily, italianCities, italianTrades},
    {"United Kingdom", "en", "+44 20 7946 0###", "+442079460###", britishGiven, britishFamily, britishCities, britishTrades},
    {"Czechia", "cs", "+420 255 555 ###", "+420255555###", czechGiven, czechFamily, czechCities, czechTrades},
    {"Sweden", "sv", "+46 31 390 06 ##", "+463139006##", swedishGiven, swedishFamily, swedishCities, swedishTrades},
    {"Poland", "pl", "+48 12 555 0# ##", "+48125550###", polishGiven, polishFamily, polishCities, polishTrades},
};

constexpr const char *titles[] = {"Owner",     "Head of operations", "Head baker",         "Managing director", "Purchasing manager",
                                  "Head chef", "Kitchen manager",    "Restaurant manager", "Technical manager", "Assistant to the owner"};
constexpr const char *industries[] = {"Bakery", "Café", "Restaurant", "Hotel", "Catering", "School kitchen", "Ice cream", "Delicatessen"};
constexpr const char *campaignNames[] = {"Autumn fair",     "Oven guide",    "Grinder webinar",
                                         "Spring open day", "Service check", "Newsletter 12"};
constexpr const char *sources[] = {"Referral", "Web form", "Trade fair", "Paid search", "Newsletter", "Cold call"};
constexpr const char *reasons[] = {"Too expensive", "Bought elsewhere", "No budget this year",
                                   "No answer",     "Business closed",  "Wrong size"};
constexpr const char *tags[] = {"fair", "bakery", "second oven", "leasing", "service contract", "chain", "newsletter", "pilot"};
constexpr const char *notes[] = {
    "Opens a second shop in spring and needs two deck ovens before Easter.",
    "The old oven loses heat; the energy bill is the reason to look around.",
    "Compares us with a dealer in the next town; price is not the only thing.",
    "Wants to see a machine running before deciding.",
    "Needs three-phase power checked first; the electrician comes next month.",
    "Was recommended by a customer who has had our grinder for six years.",
    "The lift takes 78 cm at most: measure before the offer.",
    "Decides together with her brother, who does the books.",
};
constexpr const char *pains[] = {"High energy bill",
                                 "Breakdowns in the morning shift",
                                 "Too little room",
                                 "Long wait for service",
                                 "Uneven crust",
                                 "Staff cannot set the grinder",
                                 "Cleaning takes an hour a day"};
constexpr const char *callNotes[] = {
    "Asked for the price list and the financing sheet.", "Wants four per cent on two grinders, decides after the fair.",
    "In a meeting; call back in the afternoon.",         "Likes the compact model, the width has to be checked.",
    "Asked who services the machines in the region.",    "The offer is with the bank.",
    "Will talk to the partner over the weekend.",        "Happy with the demonstration, wants a second visit with the head baker.",
};
constexpr const char *tasks[] = {"Agree the delivery date",
                                 "Answer about the grinder discount",
                                 "Send the small-shop offer",
                                 "Confirm the tasting on Thursday",
                                 "Ask for the floor plan",
                                 "Check what the bank says",
                                 "Call back about the service contract",
                                 "Invite to the open day"};

} // namespace

std::span<const SampleCountry> sampleCountries()
{
    return countries;
}
std::span<const char *const> sampleTitles()
{
    return titles;
}
std::span<const char *const> sampleIndustries()
{
    return industries;
}
std::span<const char *const> sampleCampaigns()
{
    return campaignNames;
}
std::span<const char *const> sampleSources()
{
    return sources;
}
std::span<const char *const> sampleReasons()
{
    return reasons;
}
std::span<const char *const> sampleTags()
{
    return tags;
}
std::span<const char *const> sampleNotes()
{
    return notes;
}
std::span<const char *const> samplePains()
{
    return pains;
}
std::span<const char *const> sampleCallNotes()
{
    return callNotes;
}
std::span<const char *const> sampleTasks()
{
    return tasks;
}

} // namespace kindling
