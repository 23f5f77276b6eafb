// SPDX-License-Identifier: Apache-2.0
#pragma once

// How a unique_ptr gives back what OpenSSL handed out, by the library's own function for it.
namespace model
{

template <auto Free>
struct Freed {
    template <class T>
    void operator()(T* thing) const
    {
        Free(thing);
    }
};

}  // namespace model
