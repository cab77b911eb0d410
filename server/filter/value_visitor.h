// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace signalbox::filter {

/// A function that is called with each value of a field until it says that it has seen enough. Borrows what
/// it was made from, so it lives in an argument only, and costs no allocation.
template <typename Value>
class ValueVisitor final {
public:
    template <typename Function>
    ValueVisitor(const Function& function)
        : m_function(&function)
        , m_call([](const void* called, Value value) -> bool {
            return (*static_cast<const Function*>(called))(value);
        })
    {
    }

    /// True: no more is wanted.
    bool operator()(Value value) const { return m_call(m_function, value); }

private:
    const void* m_function;
    bool (*m_call)(const void*, Value);
};

} // namespace signalbox::filter
