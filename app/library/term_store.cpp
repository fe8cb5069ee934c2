// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/library/record_json.h"
#include "app/library/store.h"

namespace longhand::library {

Result<void> TermStore::save(const TranslationKey& key, const std::vector<Term>& terms)
{
    return database_.transaction([&]() -> Result<void> {
        for (const Term& term : terms) {
            if (term.source.empty())
                return Error{ErrorKind::invalid, "a term of the glossary has no source"};
            // Not REPLACE: the row keeps its id, and with it its place in the list.
            TRY(database_.run("INSERT INTO terms (book, source_language, target_language, source,"
                              " body) VALUES (?, ?, ?, ?, ?)"
                              " ON CONFLICT (book, source_language, target_language, source)"
                              " DO UPDATE SET body = excluded.body",
                              {key.book, key.from, key.to, term.source, to_json(term)}));
        }
        return {};
    });
}

Result<std::vector<Term>> TermStore::terms(const TranslationKey& key)
{
    std::vector<Term> all;
    TRY(database_.query("SELECT body FROM terms WHERE book = ? AND source_language = ?"
                        " AND target_language = ? ORDER BY id",
                        {key.book, key.from, key.to}, [&](const Row& row) -> Result<void> {
                            TRY(Term term, term_from_json(row.text(0)));
                            all.push_back(std::move(term));
                            return {};
                        }));
    return all;
}

Result<void> TermStore::remove(const TranslationKey& key, const std::vector<std::string>& sources)
{
    return database_.transaction([&]() -> Result<void> {
        for (const std::string& source : sources)
            TRY(database_.run("DELETE FROM terms WHERE book = ? AND source_language = ?"
                              " AND target_language = ? AND source = ?",
                              {key.book, key.from, key.to, source}));
        return {};
    });
}

}  // namespace longhand::library
