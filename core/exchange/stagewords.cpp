// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/stagewords.h"

#include "core/base/textfold.h"

#include <algorithm>
#include <array>

namespace kindling {

namespace {

struct OutcomeWords
{
    Outcome outcome;
    const char *words;
};

struct TemperatureWords
{
    Temperature temperature;
    const char *words;
};

// As wordKey() writes them, in en, de, fr, es, pt, it, nl, sv, pl and cs.
constexpr std::array<OutcomeWords, 4> outcomes{
    {{Outcome::Won,
      " won closedwon closewon dealwon sold purchased gewonnen abgeschlossengewonnen gagne gagnee ganado ganada ganho vinto gewonnen "
      "vunnen vann wygrane wygrana vyhrano converted konvertiert closedconverted "},
     {Outcome::Lost,
      " lost closedlost closelost deallost verloren abgeschlossenverloren perdu perdue perdido perdida perso persa forlorad "
      "przegrane przegrana prohrano lostlead notinterested keininteresse closednotconverted "},
     {Outcome::Disqualified,
      " disqualified unqualified junk junklead notqualified nichtqualifiziert disqualifiziert unqualifiziert "
      "ungeeignet nonqualifie descalificado desqualificado nonqualificato badtiming baddata spam duplicate "},
     {Outcome::Open, " open opendeal offen ouvert abierto aberto aperto oppen otwarte otevreno inprogress inbearbeitung "}}};

constexpr std::array<TemperatureWords, 3> temperatures{
    {{Temperature::Hot, " hot heiss chaud chaude caliente quente caldo heet het varm goracy horky "},
     {Temperature::Warm, " warm tiede tibio tibia morno tiepido lauwarm ljummen cieply vlazny "},
     {Temperature::Cold, " cold kalt froid froide frio fria freddo koud kall zimny studeny "}}};

bool among(const char *words, const QString &word)
{
    return QByteArrayView(words).indexOf(' ' + word.toLatin1() + ' ') >= 0;
}

} // namespace

StageMeaning stageMeaning(QStringView text, const Vocabulary &vocabulary, const QStringList &newStages)
{
    StageMeaning meaning;
    const QString word = wordKey(text);
    if (word.isEmpty())
        return meaning;
    for (const OutcomeWords &known : outcomes) {
        if (among(known.words, word))
            meaning.outcome = known.outcome;
    }
    for (const TemperatureWords &known : temperatures) {
        if (among(known.words, word))
            meaning.temperature = known.temperature;
    }
    if (meaning.outcome == Outcome::Won) {
        if (const Stage *customer = vocabulary.stageOfKind(StageKind::Customer))
            meaning.stage = customer->name;
    }
    if (meaning.known())
        return meaning;
    if (const Stage *stage = vocabulary.stageNamed(text)) {
        meaning.stage = stage->name;
        if (stage->kind == StageKind::Customer)
            meaning.outcome = Outcome::Won;
        return meaning;
    }
    const auto fresh = std::find_if(newStages.begin(), newStages.end(), [&](const QString &name) { return wordKey(name) == word; });
    if (fresh != newStages.end())
        meaning.stage = *fresh;
    return meaning;
}

} // namespace kindling
