// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/base/result.h"

#include <cstdint>
#include <filesystem>
#include <functional>
#include <initializer_list>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <variant>

struct sqlite3;
struct sqlite3_stmt;

namespace longhand::library {

struct Blob {
    std::string_view bytes;
};
using Parameter = std::variant<std::nullptr_t, std::int64_t, double, std::string, Blob>;

// One row of a query while it is read; columns count from 0.
class Row {
public:
    explicit Row(sqlite3_stmt* statement) : statement_(statement) {}
    [[nodiscard]] std::int64_t integer(int column) const;
    [[nodiscard]] double number(int column) const;
    [[nodiscard]] std::string text(int column) const;  // also of a blob
    [[nodiscard]] bool is_null(int column) const;

private:
    sqlite3_stmt* statement_;
};

// One connection to one SQLite file, of one thread. Every failure comes back with the kind a
// caller acts on: out_of_memory (disk full), unreadable (read-only, no such folder), busy, corrupt.
class Database {
public:
    // Creates the file when it is absent. WAL, foreign keys on, waits 5 s for another writer.
    static Result<std::unique_ptr<Database>> open(const std::filesystem::path& file);
    ~Database();
    Database(const Database&) = delete;
    Database& operator=(const Database&) = delete;

    Result<void> run(const char* sql, std::initializer_list<Parameter> parameters = {});
    // Several statements without parameters.
    Result<void> script(const char* sql);
    // Calls `each` for every row; an Error from it ends the query.
    Result<void> query(const char* sql, std::initializer_list<Parameter> parameters,
                       const std::function<Result<void>(const Row&)>& each);
    // The first column of the first row.
    Result<std::optional<std::int64_t>> integer(const char* sql,
                                                std::initializer_list<Parameter> parameters = {});
    [[nodiscard]] std::int64_t last_id() const;
    [[nodiscard]] std::int64_t changed_rows() const;

    // All of `body` or nothing; a nested call joins the outer one.
    Result<void> transaction(const std::function<Result<void>()>& body);

private:
    Database(sqlite3* connection, std::string name)
        : connection_(connection), name_(std::move(name)) {}
    Result<sqlite3_stmt*> prepare(const char* sql, std::initializer_list<Parameter> parameters);
    [[nodiscard]] Error failure(int code, const char* what) const;

    sqlite3* connection_;
    std::string name_;  // of the file, for messages
    int depth_ = 0;     // of nested transactions
};

}  // namespace longhand::library
