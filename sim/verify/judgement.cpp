// SPDX-License-Identifier: Apache-2.0
#include "sim/verify/judgement.h"

namespace sim
{

const char* text_of(Verdict verdict)
{
    switch (verdict) {
        case Verdict::pass:
            return "pass";
        case Verdict::inconclusive:
            return "inconclusive";
        case Verdict::fail:
            return "fail";
        case Verdict::aborted:
            return "aborted";
        case Verdict::error:
            break;
    }
    return "error";
}

const char* text_of(PropertyResult::Kind kind)
{
    return kind == PropertyResult::Kind::always ? "always" : "sometimes";
}

const char* text_of(PropertyResult::State state)
{
    switch (state) {
        case PropertyResult::State::held:
            return "held";
        case PropertyResult::State::violated:
            return "violated";
        case PropertyResult::State::reached:
            return "reached";
        case PropertyResult::State::not_reached:
            return "not reached";
        case PropertyResult::State::not_tested:
            break;
    }
    return "not tested";
}

int Judgement::exit_code() const
{
    switch (verdict) {
        case Verdict::pass:
            return 0;
        case Verdict::inconclusive:
            return 3;
        case Verdict::fail:
            return only_latency_failed ? 2 : 1;
        case Verdict::aborted:
            return 130;
        case Verdict::error:
            break;
    }
    return 70;
}

void Judgement::raise_error(const std::string& text)
{
    verdict = Verdict::error;
    error = text;
}

}  // namespace sim
