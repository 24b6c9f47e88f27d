// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/rules/personname.h"

#include <algorithm>
#include <cctype>
#include <unordered_map>
#include <unordered_set>

namespace kindling {

namespace {

constexpr size_t keptWords = 4;

constexpr std::string_view leftOut[] = {
    "dr",       "prof",   "professor", "mr",   "mrs",     "ms",  "miss", "herr", "frau", "hr",     "fr",      "mme", "mlle",
    "monsieur", "madame", "sig",       "dott", "dottssa", "dra", "sra",  "don",  "dona", "senhor", "senhora", "pan", "pani",
    "ing",      "mgr",    "bc",        "mag",  "dipl",    "phd", "mba",  "msc",  "bsc",  "ir",     "drs",     "von", "van",
    "vom",      "zu",     "zum",       "zur",  "de",      "da",  "do",   "dos",  "das",  "del",    "der",     "den", "di",
    "du",       "la",     "le",        "las",  "los",     "el",  "al",   "of",   "av",   "af",     "ter",     "ten", "lo",
};

// Everyday forms of given names, our own list. A line is a group; a word may stand in several.
constexpr std::string_view nameGroups[] = {
    "alexander alex sascha sasha xander sandro alessandro alexandre alejandro aleksander alexandr olek",
    "alexandra alex sascha sasha sandra alessandra alejandra aleksandra ola",
    "andreas andi andy anders andrea andrew andre andres andrzej ondrej drew andreu",
    "anna anne ann annie anja anita ania anka anni ane hana hannah hanna annika anneke ana",
    "anton toni tony antonio antoine anthony antoni antonin antti",
    "antonia toni antonie antonella tonia",
    "agnieszka aga agnes agata",
    "barbara babsi barb basia bara babette",
    "beatriz bea beatrice beatrix",
    "benjamin ben benny benni beni",
    "bernhard bernd bernard bernardo berndt",
    "carlos carl karl charles carlo karel charlie kalle karol",
    "caroline carolin carola karoline caro carolina karolina lina",
    // NOLINTNEXTLINE(bugprone-suspicious-missing-comma): the names of one row fill more than a line
    "catherine katharina kate kathi kathy cathy katie katrin kathrin karin katja catarina caterina katarzyna kasia katerina kati katharine "
    "kitty "
    "cathrin katarina",
    "christian chris christiano cristiano krystian kristian",
    "christina chris tina christine kristina kristin christiane "
    "cristina krystyna kirsten chrissy",
    "christoph chris christopher christophe cristoforo krzysztof krystof stoffel kristof",
    "claudia klaudia claude",
    "daniel dan danny dani daniele danilo",
    "daniela dani danielle daniella",
    "david dave davide dawid davy",
    "dieter dietrich didi",
    "dirk diederik derek",
    "dorothea doro dorothy dorota thea dorothee dorothe",
    "eduard ed eddie edward edoardo eduardo edi ted",
    "elisabeth elizabeth lisa liz beth betty elise elsa else lisbeth elzbieta ela alzbeta eliza lizzie elisa isabel lisabeth liesel ilse "
    "sissi",
    "emanuel manuel manu emmanuel manolo manny emanuele",
    "emma emmy emilia emily emilie",
    "erich erik eric",
    "eva ewa eve evi",
    "ferdinand fernando ferdi fernand nando",
    "florian flo flori",
    "francesco frank francis franz francisco francois franciszek frantisek paco "
    "chico franco frans frankie cesco",
    "francesca franziska frances francisca francoise franciszka franzi fran fanny",
    "frederic friedrich fred fritz frederik fredrik frederick federico freddy frederico",
    "gabriele gabi gabriela gaby gabriella gabrielle",
    "georg george jorge giorgio georges jiri jerzy goran jorgen jurgen schorsch yuri",
    "gerhard gerd gerard gerardo geert gert",
    "gertrud trude gerda gertrude",
    "giovanni gianni john jan johann johannes jean joao juan ivan johan hans hannes jens jon jack johnny ian janusz "
    "honza janek vanni yann",
    "giuseppe josef joseph jose joe pepe peppe beppe jozef pepa sepp zeno",
    "giovanna johanna jana joana juana jeanne joanna "
    "johana hanni asia jane janet",
    "gregor gregory greg grzegorz gregorio gregoire",
    "guenter gunther gunter guenther",
    "heike heiko",
    "heinrich heinz henry heiner henri henrik enrique harry hal jindrich henryk hinrich henrique",
    "helena helene lena elena helen ellen "
    "leni nelly ilona jelena",
    "hildegard hilde hilda",
    "ingrid inga inge",
    "ignacio nacho ignaz ignatius",
    "jakob jacob jakub jacques giacomo jaime james jim jimmy "
    "diego santiago jack kuba jake",
    "joachim achim jochen joaquin joaquim jo",
    "judith judy jutta judit",
    "julia julie giulia julka jule",
    "julian "
    "jules giuliano juliano",
    "karen karin",
    "katrin kathrin katharina",
    "konrad conrad kurt corrado",
    "konstantin costa kostas constantin",
    "laura laurie lauren",
    "lawrence lars "
    "laurent lorenzo laurenz lorenz larry lourenco vavrinec",
    "leonard leo leon leonardo lennart leonhard lenny",
    "louis ludwig lewis luis luigi lutz "
    "ludvik ludovic lui gigi",
    "luisa louise luise lou lulu",
    "lucas lukas luke luca luc lukasz luka",
    "lucie lucy lucia luzia lucja",
    "magdalena magda lena maddalena "
    "madeleine leni majda",
    "manuela manu ela",
    "marcus markus mark marc marco marek marcos marcel marko",
    "margarete margaret greta "
    "grete margarita margherita maggie peggy meg marguerite marketa malgorzata gosia gretel margit margot rita",
    "maria marie mary mia maja "
    "marija mariya mimi maryla",
    "martha marta",
    "martina",
    "martin marten martino martim marcin",
    "matthias matthew matt mathias mattia mathieu mateo mats matteo "
    "mateusz matej matias matous hias",
    "maximilian max massimo maxi maxim massimiliano maks",
    "michael mike michel miguel michele mikael michal "
    "mick micha mickey mihai mischa michi",
    "michaela michelle michela micaela",
    "monika monica moni monique",
    "nadine nadia nadja",
    "natalie natalia "
    "natascha natasha nathalie",
    "nikolaus nick nicolas nicola niklas klaus claus nicolai nico niko nils niels nikolai mikolaj mikulas nicholas nikolas "
    "colin",
    "olivier oliver olli oliviero",
    "patrick pat paddy patrik patricio patrizio",
    "patricia pat patty patrizia trish",
    "paul paolo pablo pavel pawel paulo "
    "pal pauli",
    "paula paola pauline paulina",
    "peter pete petr pedro pietro pierre piotr petter peer per piet",
    "philipp phil philip filip "
    "felipe filippo philippe pippo",
    "raphael rafael raffaele rafal raf",
    "rebecca becky rebekka becca",
    "reinhard rene reiner rainer",
    "richard rick dick ricardo "
    "riccardo rich ryszard ritchie",
    "robert bob rob bert roberto bobby robin robbie",
    "roger rodger ruediger rudiger",
    "rosa rose rosie rosalie roza",
    "rudolf rudi rolf ralf ralph rudolph raul",
    "sabine sabina bine sabrina",
    "salvatore toto salvador turi",
    "samuel sam sammy samuele",
    "samantha sam "
    "sammy",
    "samira sam",
    "sebastian basti bastian sebastien seb sebastiao bastien",
    "simon simone szymon simeon",
    "sophie sofia sophia zofia sofie zosia",
    "stefan steve stephan stephen steven stefano stephane esteban stepan steffen szczepan estevao steffan",
    "stefanie steffi stephanie stefania steffy",
    "susanne susan sue suzanne susi susanna zuzana zuzanna suse susana sanna",
    "theodor theo ted theodore teodor teo",
    "teresa theresa "
    "therese resi tereza terry tessa",
    "thomas tom tommy tomas tomasz tommaso thom tomaso",
    "tobias tobi tobiasz toby",
    "ulrich uli ulli ueli",
    "ulrike "
    "uli ulli rike",
    "ursula uschi ulla orsola",
    "valentin valentino tino valentim",
    "veronika vera vroni veronica veronique",
    "victor viktor vittorio "
    "vic wiktor",
    "victoria viktoria vicky vittoria vicki wiktoria",
    "vincent vincenzo vinzenz vince vicente enzo",
    "walter walt gualtiero wolter",
    "werner "
    "verner",
    "wilhelm william will bill willi willy guillaume guglielmo guillermo wim billy liam vilem wilhelmus",
    "helmut",
    "wolfgang wolf wolfi",
    "yvonne ivonne ivona",
    "waldemar vladimir wladimir wlodek",
    "adalbert albert alberto bert albrecht al",
    "dagmar dasa dagi",
    "dominik dominic "
    "domenico domingo dominique nico",
    "friederike rike frederika ricky federica",
    "hubert hugo hugh ugo hubertus",
    "lothar lutz",
    "marlene marlena lena",
    "jennifer jenny jen jenni",
    "jessica jess jessy jessie",
    "kimberly kim",
    "timothy tim timo timoteo",
    "nathaniel nathan nat",
    "gisela gisi gisele",
    "angela angelika angie angelica",
    "edith edita edyta",
    "isabelle isabella bella isa izabela isabela",
    "charlotte lotte carlotta charly lotta",
    "waltraud traudl",
    "tiago thiago",
    "ines agnes inez",
    "nuno",
    "rui",
    "duarte edward",
    "freya",
    "owen",
    "callum malcolm",
    "amara",
    "rory roderick",
    "imogen",
    "zdenek",
    "vaclav "
    "vasek wenzel",
    "ondra ondrej",
    "eliska ela",
    "ivo ivan",
    "gustav gustavo gus",
    "oskar oscar",
    "astrid asta",
    "hugo",
    "camille camilla kamila",
    "elodie",
    "margaux margot",
    "chloe",
    "davide",
    "stefano",
    "bianca blanka",
    "chiara clara klara claire",
    "felix",
    "nina",
    "uwe uve",
    "jonas jona jonah",
    "grace gracia grazia",
    "mario",
    "karla carla",
    "petra",
    "andrea",
    "jan",
    "jana",
    "gabriel",
    "rene",
    "dana",
    "robin",
    "kai",
    "luka",
};

template <size_t N>
std::unordered_set<std::string_view> setOf(const std::string_view (&list)[N])
{
    return {std::begin(list), std::end(list)};
}

Generation generationOf(std::string_view word)
{
    if (word == "jr" || word == "jun" || word == "junior" || word == "ii" || word == "iii" || word == "filho" || word == "fils"
        || word == "ml" || word == "neto" || word == "mladsi")
        return Generation::Younger;
    if (word == "sr" || word == "sen" || word == "senior" || word == "pere" || word == "st" || word == "starsi")
        return Generation::Elder;
    return Generation::None;
}

bool isLetter(char c)
{
    const auto byte = static_cast<unsigned char>(c);
    return byte >= 0x80 || std::isalpha(byte) != 0;
}

void appendWords(std::string_view text, std::vector<std::string> &words)
{
    bool between = true;
    for (const char c : text) {
        if (c == '\'' || c == '`')
            continue;
        if (!isLetter(c)) {
            between = true;
            continue;
        }
        if (between)
            words.emplace_back();
        between = false;
        words.back() += c;
    }
}

} // namespace

PersonName personName(std::string_view foldedName)
{
    static const std::unordered_set<std::string_view> ignored = setOf(leftOut);
    std::vector<std::string> words;
    const size_t comma = foldedName.find(',');
    if (comma != std::string_view::npos) {
        std::vector<std::string> behind;
        appendWords(foldedName.substr(comma + 1), behind);
        // "Oliveira, Marta" is turned round, "Marta Oliveira, Jr." and "…, MBA" are not.
        const auto isTail = [](const std::string &word) { return generationOf(word) != Generation::None || ignored.contains(word); };
        const bool tail = std::all_of(behind.begin(), behind.end(), isTail);
        if (!tail)
            words = behind;
        appendWords(foldedName.substr(0, comma), words);
        if (tail)
            words.insert(words.end(), behind.begin(), behind.end());
    } else {
        appendWords(foldedName, words);
    }
    PersonName name;
    for (size_t i = 0; i < words.size(); ++i) {
        const Generation generation = i == 0 ? Generation::None : generationOf(words[i]);
        if (generation != Generation::None)
            name.generation = generation;
        else if (!ignored.contains(words[i]))
            name.words.push_back(std::move(words[i]));
    }
    if (name.words.empty() && !words.empty())
        name.words.push_back(std::move(words.front()));
    if (name.words.size() > keptWords)
        name.words.erase(name.words.begin() + 2, name.words.end() - 2);
    return name;
}

std::vector<quint16> givenNameGroups(std::string_view word)
{
    static const std::unordered_map<std::string_view, std::vector<quint16>> groups = [] {
        std::unordered_map<std::string_view, std::vector<quint16>> all;
        quint16 group = 0;
        for (std::string_view line : nameGroups) {
            while (!line.empty()) {
                const size_t end = std::min(line.find(' '), line.size());
                all[line.substr(0, end)].push_back(group);
                line.remove_prefix(std::min(end + 1, line.size()));
            }
            ++group;
        }
        return all;
    }();
    const auto found = groups.find(word);
    return found == groups.end() ? std::vector<quint16>() : found->second;
}

std::string plainSpelling(std::string_view word)
{
    std::string plain;
    for (size_t i = 0; i < word.size(); ++i) {
        plain += word[i];
        const bool umlaut = word[i] == 'a' || word[i] == 'o' || word[i] == 'u';
        if (umlaut && i + 1 < word.size() && word[i + 1] == 'e' && i > 0)
            ++i;
    }
    return plain;
}

} // namespace kindling
