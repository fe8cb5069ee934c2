// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/library/database.h"

#include <sqlite3.h>

#include <unistd.h>

namespace longhand::library {
namespace {

constexpr std::uintmax_t kLeastRoom = 64 * 1024; // bytes; below it no transaction fits

ErrorKind kind_of(int code)
{
    switch (code & 0xFF) {
    case SQLITE_FULL:
    case SQLITE_NOMEM: return ErrorKind::out_of_memory;
    case SQLITE_BUSY:
    case SQLITE_LOCKED: return ErrorKind::busy;
    case SQLITE_READONLY:
    case SQLITE_CANTOPEN:
    case SQLITE_PERM:
    case SQLITE_AUTH:
    case SQLITE_IOERR: return ErrorKind::unreadable;
    case SQLITE_CORRUPT:
    case SQLITE_NOTADB: return ErrorKind::corrupt;
    case SQLITE_CONSTRAINT: return ErrorKind::invalid;
    default: return ErrorKind::internal;
    }
}

struct Finalise {
    void operator()(sqlite3_stmt* statement) const { sqlite3_finalize(statement); }
};
using Statement = std::unique_ptr<sqlite3_stmt, Finalise>;

int bind(sqlite3_stmt* statement, int index, const Parameter& parameter)
{
    if (const auto* integer = std::get_if<std::int64_t>(&parameter))
        return sqlite3_bind_int64(statement, index, *integer);
    if (const auto* number = std::get_if<double>(&parameter))
        return sqlite3_bind_double(statement, index, *number);
    if (const auto* text = std::get_if<std::string>(&parameter))
        return sqlite3_bind_text64(statement, index, text->data(), text->size(), SQLITE_TRANSIENT,
                                   SQLITE_UTF8);
    if (const auto* blob = std::get_if<Blob>(&parameter))
        return sqlite3_bind_blob64(statement, index, blob->bytes.data(), blob->bytes.size(),
                                   SQLITE_TRANSIENT);
    return sqlite3_bind_null(statement, index);
}

}  // namespace

std::int64_t Row::integer(int column) const { return sqlite3_column_int64(statement_, column); }
double Row::number(int column) const { return sqlite3_column_double(statement_, column); }
bool Row::is_null(int column) const
{
    return sqlite3_column_type(statement_, column) == SQLITE_NULL;
}
std::string Row::text(int column) const
{
    const void* bytes = sqlite3_column_blob(statement_, column);
    const int size = sqlite3_column_bytes(statement_, column);
    return bytes == nullptr ? std::string()
                            : std::string(static_cast<const char*>(bytes),
                                          static_cast<std::size_t>(size));
}

Result<std::unique_ptr<Database>> Database::open(const std::filesystem::path& file)
{
    sqlite3* connection = nullptr;
    const int code = sqlite3_open_v2(file.c_str(), &connection,
                                     SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE |
                                         SQLITE_OPEN_NOMUTEX,
                                     nullptr);
    if (connection == nullptr)
        return Error{ErrorKind::out_of_memory, file.string() + ": no memory to open it"};
    std::unique_ptr<Database> database(new Database(connection, file.string()));
    if (code != SQLITE_OK)
        return database->failure(code, "open");
    sqlite3_extended_result_codes(connection, 1);
    sqlite3_busy_timeout(connection, 5000);
    TRY(database->script("PRAGMA journal_mode = WAL;"
                         "PRAGMA synchronous = NORMAL;"
                         "PRAGMA foreign_keys = ON;"
                         "PRAGMA trusted_schema = OFF;"));
    return database;
}

Database::~Database() { sqlite3_close_v2(connection_); }

Error Database::failure(int code, const char* what) const
{
    const std::filesystem::path folder = std::filesystem::path(name_).parent_path();
    std::error_code unknown;
    if (kind_of(code) == ErrorKind::unreadable || kind_of(code) == ErrorKind::out_of_memory) {
        // SQLite says "I/O error" and "unable to open" for both.
        if (const auto space = std::filesystem::space(folder, unknown);
            !unknown && space.available < kLeastRoom)
            return Error{ErrorKind::out_of_memory, name_ + ": the disk is full."};
        if (::access(folder.c_str(), W_OK) != 0)
            return Error{ErrorKind::unreadable,
                         name_ + ": its folder cannot be written; choose another data folder"};
    }
    return Error{kind_of(code), name_ + ": " + sqlite3_errmsg(connection_) + " (" +
                                    std::to_string(code) + ", " + std::string(what).substr(0, 60) +
                                    ")"};
}

Result<sqlite3_stmt*> Database::prepare(const char* sql,
                                        std::initializer_list<Parameter> parameters)
{
    sqlite3_stmt* raw = nullptr;
    if (const int code = sqlite3_prepare_v2(connection_, sql, -1, &raw, nullptr); code != SQLITE_OK)
        return failure(code, sql);
    Statement statement(raw);
    int index = 0;
    for (const Parameter& parameter : parameters)
        if (const int code = bind(raw, ++index, parameter); code != SQLITE_OK)
            return failure(code, sql);
    return statement.release();
}

Result<void> Database::query(const char* sql, std::initializer_list<Parameter> parameters,
                             const std::function<Result<void>(const Row&)>& each)
{
    TRY(sqlite3_stmt* const raw, prepare(sql, parameters));
    const Statement statement(raw);
    while (true) {
        const int code = sqlite3_step(raw);
        if (code == SQLITE_DONE)
            return {};
        if (code != SQLITE_ROW)
            return failure(code, sql);
        TRY(each(Row(raw)));
    }
}

Result<void> Database::run(const char* sql, std::initializer_list<Parameter> parameters)
{
    return query(sql, parameters, [](const Row&) -> Result<void> { return {}; });
}

Result<void> Database::script(const char* sql)
{
    if (const int code = sqlite3_exec(connection_, sql, nullptr, nullptr, nullptr);
        code != SQLITE_OK)
        return failure(code, sql);
    return {};
}

Result<std::optional<std::int64_t>>
Database::integer(const char* sql, std::initializer_list<Parameter> parameters)
{
    std::optional<std::int64_t> value;
    TRY(query(sql, parameters, [&](const Row& row) -> Result<void> {
        if (!value && !row.is_null(0))
            value = row.integer(0);
        return {};
    }));
    return value;
}

std::int64_t Database::last_id() const { return sqlite3_last_insert_rowid(connection_); }
std::int64_t Database::changed_rows() const { return sqlite3_changes64(connection_); }

Result<void> Database::transaction(const std::function<Result<void>()>& body)
{
    if (depth_ > 0)
        return body();
    TRY(run("BEGIN IMMEDIATE"));
    ++depth_;
    Result<void> done = [&]() -> Result<void> {
        try {
            return body();
        } catch (...) {
            --depth_;
            sqlite3_exec(connection_, "ROLLBACK", nullptr, nullptr, nullptr);
            throw;
        }
    }();
    --depth_;
    if (done.ok())
        done = run("COMMIT");
    if (!done.ok())  // a failed COMMIT, too, leaves nothing behind
        sqlite3_exec(connection_, "ROLLBACK", nullptr, nullptr, nullptr);
    return done;
}

}  // namespace longhand::library
