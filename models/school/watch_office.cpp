// SPDX-License-Identifier: Apache-2.0
#include "models/school/watch_office.h"

namespace model
{

namespace
{

sim::Form watch_refused(const std::string& reason)
{
    return sim::Form("watch.refused").set("reason", reason);
}

}  // namespace

sim::Form WatchOffice::answer(const sim::Form& request, const std::string& from, Line& line)
{
    const std::string number = request.text("request").value_or(""), kind = request.kind();
    if (number.empty()) return watch_refused("malformed");
    if (kind == "watch.roster") return roster(from.starts_with("schoolgate-"));
    if (const auto before = answers_.find(number); before != answers_.end()) {
        // Who asks again hears it no sooner.
        if (const auto child = children_.find(request.text("child").value_or(""));
            child != children_.end() && (kind == "watch.revoke" || kind == "watch.hide"))
            for (const auto& [receiver, until] : child->second.lives)
                outlive(child->second, receiver, line);
        return before->second;
    }
    if (kind == "watch.roll_call") return answers_[number] = roll_call(line.now());
    const auto child = children_.find(request.text("child").value_or(""));
    if (child == children_.end()) return watch_refused("unknown_child");
    if (kind == "watch.allow" || kind == "watch.revoke")
        return consent(request, child->second, line);
    if (kind == "watch.hide") {
        answers_[number] = sim::Form("watch.accepted");
        return hide(child->second, line);
    }
    if (kind != "watch.hit" && kind != "watch.present") return watch_refused("malformed");
    return answers_[number] = passed(request, child->second, from, line.now());
}

sim::Form WatchOffice::consent(const sim::Form& request, Child& child, Line& line)
{
    const std::string number = *request.text("request");
    const std::string actor = request.text("actor").value_or("");
    const std::string receiver = request.text("receiver").value_or("");
    if (actor != child.guardian) return answers_[number] = watch_refused("not_the_guardian");
    if (request.kind() == "watch.allow") {
        if (child.hidden && receiver != child.guardian)
            return answers_[number] = watch_refused("hidden");
        child.receivers.insert(receiver);
        sender_of_.try_emplace(receiver,
                               sender_of_.size() % static_cast<std::size_t>(rules_.senders));
        return answers_[number] = sim::Form("watch.accepted");
    }
    child.receivers.erase(receiver);
    const sim::Form done = answers_[number] = sim::Form("watch.accepted");
    outlive(child, receiver, line);
    return done;
}

sim::Form WatchOffice::hide(Child& child, Line& line)
{
    child.hidden = true;
    std::erase_if(child.receivers, [&](const std::string& one) { return one != child.guardian; });
    for (const auto& [receiver, until] : child.lives) outlive(child, receiver, line);
    return sim::Form("watch.accepted");
}

void WatchOffice::outlive(const Child& child, const std::string& receiver, Line& line)
{
    const auto sent = child.lives.find(receiver);
    if (sent != child.lives.end() && line.now() <= sent->second)
        line.spend(sent->second - line.now() + fw::Nanos{1});
}

sim::Form WatchOffice::roster(bool at_gate) const
{
    std::vector<std::string> names;
    for (const auto& [name, child] : children_)
        if (!child.receivers.empty() && (at_gate || !child.hidden)) names.push_back(name);
    return sim::Form("watch.known").set("children", names);
}

sim::Form WatchOffice::passed(const sim::Form& request, Child& child, const std::string& from,
                              fw::Nanos now)
{
    const bool at_gate = request.kind() == "watch.present";
    if (child.receivers.empty()) return watch_refused("not_allowed");
    if (child.hidden && !at_gate) return watch_refused("hidden");
    if (at_gate && child.present) return sim::Form("watch.accepted");
    child.present = child.present || at_gate;
    WatchNews news;
    news.what = at_gate ? "arrived" : "seen";
    if (!at_gate) news.camera = from;
    news.at = request.number("at_ns").value_or(0);
    tell(*request.text("child"), child, news, now);
    return sim::Form("watch.accepted");
}

sim::Form WatchOffice::roll_call(fw::Nanos now)
{
    std::vector<std::string> absent;
    for (const auto& [name, child] : children_) {
        if (child.present || child.receivers.empty()) continue;
        absent.push_back(name);
        tell(name, child, {"", "", "", "absent", "", now.count, 0}, now);
    }
    return sim::Form("watch.absentees").set("children", absent);
}

void WatchOffice::tell(const std::string& name, const Child& child, const WatchNews& news,
                       fw::Nanos now)
{
    for (const std::string& receiver : child.receivers) {
        WatchNews one = news;
        one.news = "news-" + std::to_string(++made_);
        one.child = name;
        one.receiver = receiver;
        recorder_.service(sim::WatchNewsRow{now.count, one.news, one.child, one.receiver, one.what,
                                            one.camera, one.at});
        waiting_[sender_of_.at(receiver)].push_back(one);
    }
}

// Empty: it may be told.
std::string WatchOffice::why_not(const WatchNews& news) const
{
    const Child& child = children_.at(news.child);
    if (!child.receivers.contains(news.receiver)) return "not_allowed";
    return child.hidden && !news.camera.empty() ? "hidden" : "";
}

std::optional<WatchNews> WatchOffice::next(std::size_t sender, fw::Nanos now)
{
    std::deque<WatchNews>& queue = waiting_[sender];
    while (!queue.empty()) {
        WatchNews news = queue.front();
        queue.pop_front();
        const std::string why = why_not(news);
        if (why.empty()) {
            children_.at(news.child).lives[news.receiver] = now + rules_.event_life;
            return news;
        }
        recorder_.service(sim::WatchStopRow{now.count, news.news, why});
    }
    return std::nullopt;
}

void WatchOffice::put_back(std::size_t sender, WatchNews news, fw::Nanos now)
{
    if (++news.tries < rules_.attempts) {
        waiting_[sender].push_back(std::move(news));
        return;
    }
    recorder_.service(sim::WatchStopRow{now.count, news.news, "unreachable"});
}

}  // namespace model
