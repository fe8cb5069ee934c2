// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/base/error.h"

#include <utility>
#include <variant>

namespace longhand {

// A value or an Error. Bad input, a full disk, a missing device and a cancelled job are normal
// life and come back as a Result; nothing throws for them.
template <class T>
class [[nodiscard]] Result {
public:
    using value_type = T;
    Result(T value) : content_(std::in_place_index<0>, std::move(value)) {}
    Result(Error error) : content_(std::in_place_index<1>, std::move(error)) {}

    [[nodiscard]] bool ok() const { return content_.index() == 0; }
    explicit operator bool() const { return ok(); }

    // ENSUREs that the result is ok.
    [[nodiscard]] T& value() &
    {
        ENSURE(ok());
        return *std::get_if<0>(&content_);
    }
    [[nodiscard]] const T& value() const&
    {
        ENSURE(ok());
        return *std::get_if<0>(&content_);
    }
    [[nodiscard]] T&& value() &&
    {
        ENSURE(ok());
        return std::move(*std::get_if<0>(&content_));
    }
    T& operator*() & { return value(); }
    const T& operator*() const& { return value(); }
    T* operator->() { return &value(); }
    const T* operator->() const { return &value(); }

    // ENSUREs that the result is an error.
    [[nodiscard]] const Error& error() const
    {
        ENSURE(!ok());
        return *std::get_if<1>(&content_);
    }

private:
    std::variant<T, Error> content_;
};

template <>
class [[nodiscard]] Result<void> {
public:
    Result() : content_(std::monostate{}) {}
    Result(Error error) : content_(std::move(error)) {}

    [[nodiscard]] bool ok() const { return content_.index() == 0; }
    explicit operator bool() const { return ok(); }
    [[nodiscard]] const Error& error() const
    {
        ENSURE(!ok());
        return *std::get_if<1>(&content_);
    }

private:
    std::variant<std::monostate, Error> content_;
};

}  // namespace longhand

#define LONGHAND_JOIN_(a, b) a##b
#define LONGHAND_JOIN(a, b) LONGHAND_JOIN_(a, b)
#define LONGHAND_TRY_(temporary, expression)                                                       \
    if (auto temporary = (expression); !temporary.ok())                                            \
    return temporary.error()
#define LONGHAND_TRY_DECLARE(temporary, declaration, ...)                                          \
    auto temporary = (__VA_ARGS__);                                                                \
    if (!temporary.ok())                                                                           \
        return temporary.error();                                                                  \
    declaration = std::move(temporary).value()
#define LONGHAND_TRY_PICK(first, ...)                                                              \
    LONGHAND_JOIN(LONGHAND_TRY_, __VA_OPT__(DECLARE))                                              \
    (LONGHAND_JOIN(try_result_, __LINE__), first __VA_OPT__(, ) __VA_ARGS__)

// TRY(declaration, expression): declares and sets a variable from a Result, or returns its error.
// TRY(expression): the same for a Result<void>. No comma outside parentheses in `declaration`.
#define TRY(...) LONGHAND_TRY_PICK(__VA_ARGS__)
