// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workspace/duplicateindex.h"

#include "core/base/textfold.h"
#include "core/base/try.h"
#include "core/index/identities.h"
#include "core/rules/mailbox.h"

#include <QCoreApplication>

#include <algorithm>
#include <functional>

namespace kindling {

namespace {

constexpr size_t wholeBlock = 48; ///< so many leads under one key are all compared with each other
constexpr size_t window = 8; ///< of more that agree in everything else, each with so many neighbours
constexpr size_t keptPairs = 1'000'000;

quint32 mixed(quint64 a, quint64 b)
{
    quint64 z = a * 0x9E3779B97F4A7C15ULL + b;
    z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9ULL;
    return quint32(z ^ (z >> 32));
}

quint32 hashOf(std::string_view text)
{
    return mixed(std::hash<std::string_view>()(text), 3);
}

} // namespace

QString leftOutText(const LeftOut &leftOut)
{
    const auto say = [&](const char *text) {
        return QCoreApplication::translate("kindling", text).arg(QLocale().toString(leftOut.values), QLocale().toString(leftOut.leads));
    };
    switch (leftOut.what) {
    case LeftOut::What::Mailbox:
        return say(QT_TRANSLATE_NOOP(
            "kindling", "%1 email addresses stand with many leads (%2 in all); those were compared only where the names agree, too."));
    case LeftOut::What::Phone:
        return say(QT_TRANSLATE_NOOP(
            "kindling", "%1 phone numbers stand with many leads (%2 in all); those were compared only where the names agree, too."));
    case LeftOut::What::Company:
    case LeftOut::What::Domain:
        return say(QT_TRANSLATE_NOOP(
            "kindling", "%1 names occur many times within one company (%2 leads); those were compared only where the whole name agrees."));
    case LeftOut::What::Name: break;
    }
    return say(QT_TRANSLATE_NOOP("kindling",
                                 "%1 names belong to many leads (%2 in all); those were compared only within a company or city, or where "
                                 "an email or a phone agrees."));
}

/// The same for names that can be one, whatever the order of the words.
quint32 DuplicateIndex::wholeNameKey(const ComparableLead &lead) const
{
    std::array<quint32, 4> keys{};
    for (size_t i = 0; i < lead.wordCount; ++i)
        keys[i] = m_comparer.mainKey(lead.words[i]);
    std::sort(keys.begin(), keys.begin() + lead.wordCount);
    quint32 key = 0;
    for (size_t i = 0; i < lead.wordCount; ++i)
        key = mixed(key, keys[i]);
    return key;
}

template <typename Visit>
void DuplicateIndex::forEachKey(const ComparableLead &lead, Visit visit) const
{
    for (size_t i = 0; i < lead.mailCount; ++i)
        visit(LeftOut::What::Mailbox, hashOf(deliveredTo(lead.mails[i])));
    for (size_t i = 0; i < lead.phoneCount; ++i)
        visit(LeftOut::What::Phone, mixed(lead.phones[i] % 1'000'000'000, 5));
    for (size_t i = 0; i < lead.wordCount; ++i) {
        for (const quint32 word : m_comparer.wordKeys(lead.words[i])) {
            if (lead.company != 0)
                visit(LeftOut::What::Company, mixed(lead.company, word));
            if (lead.domain != 0)
                visit(LeftOut::What::Domain, mixed(lead.domain, word));
        }
    }
    if (lead.wordCount == 0 && lead.company != 0)
        visit(LeftOut::What::Company, mixed(lead.company, 1));
    if (lead.wordCount > 1)
        visit(LeftOut::What::Name, wholeNameKey(lead));
}

Result<std::shared_ptr<DuplicateIndex>> DuplicateIndex::build(const SnapshotPtr &columns, Progress &progress)
{
    std::shared_ptr<DuplicateIndex> index(new DuplicateIndex);
    index->m_columns = columns;
    index->m_leads.reserve(columns->rowCount());
    index->m_rows.reserve(columns->rowCount());
    const qint64 total = columns->rowCount();
    KINDLING_TRY(forEachIdentity(*columns, progress, [&](const RowIdentity &lead) {
        if ((lead.row & 0xFFF) == 0)
            progress.report(qint64(lead.row) / 4, total); // a quarter of the work
        index->m_leads.push_back(index->m_comparer.take(
            {lead.name, lead.emails, lead.phones, lead.externalId, lead.company, lead.city, lead.country, lead.valueMinor}));
        index->m_rows.push_back(lead.row);
    }));
    for (quint32 lead = 0; lead < index->m_leads.size(); ++lead)
        index->fileLead(lead);
    for (File &file : index->m_files) {
        if (progress.cancelled())
            return Error{ErrorCode::Cancelled, {}, {}};
        std::sort(file.begin(), file.end(),
                  [](const Entry &a, const Entry &b) { return a.key != b.key ? a.key < b.key : a.lead < b.lead; });
        const auto same = [](const Entry &a, const Entry &b) { return a.key == b.key && a.lead == b.lead; };
        file.erase(std::unique(file.begin(), file.end(), same), file.end());
    }
    index->countSharing();
    return index;
}

void DuplicateIndex::fileLead(quint32 lead)
{
    forEachKey(m_leads[lead], [&](LeftOut::What what, quint32 key) { m_files[size_t(what)].push_back({key, lead}); });
}

/// How many people stand behind one address or number; three leads of one person are one.
void DuplicateIndex::countSharing()
{
    for (const LeftOut::What what : {LeftOut::What::Mailbox, LeftOut::What::Phone}) {
        const File &file = m_files[size_t(what)];
        std::vector<quint32> names;
        for (size_t from = 0, to = 0; from < file.size(); from = to) {
            while (to < file.size() && file[to].key == file[from].key)
                ++to;
            if (to - from < 3)
                continue;
            names.clear();
            for (size_t i = from; i < to; ++i)
                names.push_back(wholeNameKey(m_leads[file[i].lead]));
            std::sort(names.begin(), names.end());
            const auto people = quint32(std::unique(names.begin(), names.end()) - names.begin());
            if (people < 2)
                continue;
            const ComparableLead &lead = m_leads[file[from].lead];
            for (size_t i = 0; what == LeftOut::What::Phone && i < lead.phoneCount; ++i) {
                if (mixed(lead.phones[i] % 1'000'000'000, 5) == file[from].key)
                    m_comparer.setSharedPhone(lead.phones[i], people + 1);
            }
            for (size_t i = 0; what == LeftOut::What::Mailbox && i < lead.mailCount; ++i) {
                if (hashOf(deliveredTo(lead.mails[i])) == file[from].key)
                    m_comparer.setSharedMailbox(lead.mails[i], people + 1);
            }
        }
    }
}

/// A crowded file, split by what duplicates in it agree in further.
template <typename Visit>
void DuplicateIndex::refine(LeftOut::What what, const Entry *begin, const Entry *end, LeftOut &leftOut, Visit visit) const
{
    ++leftOut.values;
    leftOut.leads += end - begin;
    File finer;
    for (const Entry *entry = begin; entry != end; ++entry) {
        const ComparableLead &lead = m_leads[entry->lead];
        if (what == LeftOut::What::Name) {
            if (lead.city != 0)
                finer.push_back({mixed(lead.city, 7), entry->lead});
        } else if (what == LeftOut::What::Company || what == LeftOut::What::Domain) {
            finer.push_back({wholeNameKey(lead), entry->lead});
        } else {
            for (size_t i = 0; i < lead.wordCount; ++i)
                for (const quint32 word : m_comparer.wordKeys(lead.words[i]))
                    finer.push_back({word, entry->lead});
        }
    }
    std::sort(finer.begin(), finer.end(), [](const Entry &a, const Entry &b) { return a.key != b.key ? a.key < b.key : a.lead < b.lead; });
    for (size_t from = 0, to = 0; from < finer.size(); from = to) {
        while (to < finer.size() && finer[to].key == finer[from].key)
            ++to;
        const size_t reach = to - from <= wholeBlock ? to - from : window;
        for (size_t i = from; i < to; ++i)
            for (size_t j = i + 1; j < std::min(i + 1 + reach, to); ++j)
                visit(finer[i].lead, finer[j].lead);
    }
}

Result<DuplicateSweep> DuplicateIndex::sweep(Likeness least, Progress &progress) const
{
    DuplicateSweep found;
    found.leads = qint64(m_leads.size());
    const auto surest = [](const DuplicatePair &a, const DuplicatePair &b) {
        if (a.comparison.likeness != b.comparison.likeness)
            return a.comparison.likeness > b.comparison.likeness;
        return a.comparison.bits != b.comparison.bits ? a.comparison.bits > b.comparison.bits
                                                      : std::pair(a.first, a.second) < std::pair(b.first, b.second);
    };
    const auto compare = [&](quint32 a, quint32 b) {
        ++found.compared;
        const Comparison comparison = m_comparer.compare(m_leads[a], m_leads[b]);
        if (comparison.likeness < least || a == b)
            return;
        const LeadId first = m_columns->idAt(m_rows[a]);
        const LeadId second = m_columns->idAt(m_rows[b]);
        found.pairs.push_back({std::min(first, second), std::max(first, second), comparison});
    };
    const auto onceEach = [&] {
        const auto byLeads = [](const DuplicatePair &p) { return std::pair(p.first, p.second); };
        std::sort(found.pairs.begin(), found.pairs.end(), [&](const auto &a, const auto &b) { return byLeads(a) < byLeads(b); });
        const auto same = [&](const auto &a, const auto &b) { return byLeads(a) == byLeads(b); };
        found.pairs.erase(std::unique(found.pairs.begin(), found.pairs.end(), same), found.pairs.end());
    };
    size_t total = 1;
    size_t done = 0;
    for (const File &file : m_files)
        total += file.size();
    for (size_t what = 0; what < files; ++what) {
        const File &file = m_files[what];
        LeftOut leftOut{LeftOut::What(what), 0, 0};
        for (size_t from = 0, to = 0; from < file.size(); from = to) {
            while (to < file.size() && file[to].key == file[from].key)
                ++to;
            if (to - from > wholeBlock) {
                refine(LeftOut::What(what), file.data() + from, file.data() + to, leftOut, compare);
            } else {
                for (size_t i = from; i < to; ++i)
                    for (size_t j = i + 1; j < to; ++j)
                        compare(file[i].lead, file[j].lead);
            }
            if ((done += to - from) % 512 < to - from) {
                progress.report(qint64(total / 3 + done), qint64(total / 3 + total)); // making ready was the first quarter
                if (progress.cancelled())
                    return Error{ErrorCode::Cancelled, {}, {}};
            }
            if (found.pairs.size() >= 2 * keptPairs)
                onceEach();
        }
        if (leftOut.values > 0)
            found.leftOut.push_back(leftOut);
        onceEach();
    }
    std::sort(found.pairs.begin(), found.pairs.end(), surest);
    found.full = found.pairs.size() > keptPairs;
    if (found.full)
        found.pairs.resize(keptPairs);
    return found;
}

std::vector<SimilarLead> DuplicateIndex::similar(const Lead &draft, size_t most)
{
    QStringList emails;
    QStringList phones;
    for (const EmailEntry &email : draft.emails)
        emails += email.address.normalised();
    for (const PhoneEntry &phone : draft.phones)
        phones += digitsOf(phone.number.normalised());
    const std::string name = folded(draft.name).toStdString();
    const std::string mails = emails.join(u' ').toStdString();
    const std::string numbers = phones.join(u' ').toStdString();
    const std::string externalId = folded(draft.externalId).toStdString();
    const std::string company = folded(draft.company).toStdString();
    const std::lock_guard lock(m_mutex);
    const ComparableLead ready = m_comparer.look({name, mails, numbers, externalId, company, cityCode(*m_columns, draft.city),
                                                  countryCode(*m_columns, draft.country), draft.value ? draft.value->minor : 0});
    std::vector<quint32> met;
    forEachKey(ready, [&](LeftOut::What what, quint32 key) {
        const File &file = m_files[size_t(what)];
        auto entry = std::lower_bound(file.begin(), file.end(), key, [](const Entry &e, quint32 wanted) { return e.key < wanted; });
        for (size_t i = 0; entry != file.end() && entry->key == key && i < wholeBlock * 20; ++entry, ++i)
            met.push_back(entry->lead);
    });
    std::sort(met.begin(), met.end());
    met.erase(std::unique(met.begin(), met.end()), met.end());
    std::vector<SimilarLead> found;
    for (const quint32 lead : met) {
        const Comparison comparison = m_comparer.compare(ready, m_leads[lead]);
        const LeadId id = m_columns->idAt(m_rows[lead]);
        if (comparison.likeness != Likeness::Different && id != draft.id)
            found.push_back({id, comparison});
    }
    std::stable_sort(found.begin(), found.end(), [](const SimilarLead &a, const SimilarLead &b) {
        return std::pair(a.comparison.likeness, a.comparison.bits) > std::pair(b.comparison.likeness, b.comparison.bits);
    });
    if (found.size() > most)
        found.resize(most);
    return found;
}

} // namespace kindling
