// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "hil/reader/reader.h"

namespace hil
{

// A reader around another one, which must outlive it: what it does not do itself, that one does.
class ReaderAround : public Reader
{
public:
    void release() override { reader_.release(); }
    LinkTime link_time() override { return reader_.link_time(); }
    std::string name() const override { return reader_.name(); }
    std::string problem() const override { return reader_.problem(); }

protected:
    explicit ReaderAround(Reader& reader) : reader_(reader) {}

    Reader& reader_;
};

}  // namespace hil
