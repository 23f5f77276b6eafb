// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>
#include <yaml-cpp/eventhandler.h>
#include <yaml-cpp/exceptions.h>
#include <yaml-cpp/mark.h>
#include <yaml-cpp/parser.h>

#include <filesystem>
#include <fstream>
#include <sstream>

#include "sim/scenario/scenario_error.h"
#include "sim/scenario/yaml_node.h"

namespace sim
{

namespace
{

// Takes yaml-cpp's events, not its nodes: nodes forget quotes and let duplicate keys pass.
class TreeBuilder final : public YAML::EventHandler
{
public:
    explicit TreeBuilder(std::shared_ptr<const std::string> file) : file_(std::move(file)) {}

    void OnDocumentStart(const YAML::Mark&) override {}
    void OnDocumentEnd() override {}
    void OnNull(const YAML::Mark& mark, YAML::anchor_t) override
    {
        YamlNode node = at(mark, {});
        // yaml-cpp places the missing value of `key:` at the next word, lines later.
        if (!open_.empty() && open_.back().keys.size() > open_.back().items.size())
            node.place = open_.back().keys.back().place;
        put(std::move(node));
    }
    void OnAlias(const YAML::Mark& mark, YAML::anchor_t) override
    {
        at(mark, {}).fail("aliases (*name) are not read: write the value out");
    }
    void OnScalar(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t,
                  const std::string& value) override
    {
        YamlNode node = at(mark, tag);
        node.kind = YamlNode::Kind::scalar;
        node.style = tag == "!" ? YamlNode::Style::quoted : YamlNode::Style::plain;
        node.text = value;
        put(std::move(node));
    }
    void OnSequenceStart(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t,
                         YAML::EmitterStyle::value) override
    {
        open_.push_back(at(mark, tag));
        open_.back().kind = YamlNode::Kind::sequence;
    }
    void OnMapStart(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t,
                    YAML::EmitterStyle::value) override
    {
        open_.push_back(at(mark, tag));
        open_.back().kind = YamlNode::Kind::map;
    }
    void OnSequenceEnd() override { close(); }
    void OnMapEnd() override { close(); }

    YamlNode root() { return std::move(root_); }

private:
    YamlNode at(const YAML::Mark& mark, const std::string& tag) const
    {
        YamlNode node;
        node.place = {file_, mark.line + 1, mark.column + 1};
        if (!tag.empty() && tag != "?" && tag != "!") node.fail("tags (" + tag + ") are not read");
        return node;
    }

    void close()
    {
        YamlNode done = std::move(open_.back());
        open_.pop_back();
        put(std::move(done));
    }

    void put(YamlNode node)
    {
        if (open_.empty()) {
            root_ = std::move(node);
        } else if (YamlNode& parent = open_.back(); parent.kind == YamlNode::Kind::sequence ||
                                                    parent.keys.size() > parent.items.size()) {
            parent.items.push_back(std::move(node));
        } else {
            put_key(parent, std::move(node));
        }
    }

    static void put_key(YamlNode& parent, YamlNode key)
    {
        if (key.kind != YamlNode::Kind::scalar)
            key.fail("expected a word as key, found " + key.found());
        for (const YamlNode& other : parent.keys)
            if (other.text == key.text)
                key.fail(fmt::format("duplicate key \"{}\", first given in line {}", key.text,
                                     other.place.line));
        parent.keys.push_back(std::move(key));
    }

    std::shared_ptr<const std::string> file_;
    YamlNode root_;
    std::vector<YamlNode> open_;
};

}  // namespace

YamlNode parse_yaml_text(const std::string& file, const std::string& text)
{
    TreeBuilder builder(std::make_shared<const std::string>(file));
    std::istringstream in(text);
    try {
        YAML::Parser parser(in);
        if (!parser.HandleNextDocument(builder)) throw ScenarioError(file, "the file is empty");
        YamlNode root = builder.root();
        TreeBuilder second(root.place.file);
        if (parser.HandleNextDocument(second))
            second.root().fail("a second document: one file holds one");
        return root;
    } catch (const YAML::Exception& error) {
        throw ScenarioError(file, error.mark.line + 1, error.mark.column + 1,
                            "not YAML: " + error.msg);
    }
}

YamlNode parse_yaml(const std::string& file)
{
    if (std::filesystem::is_directory(file))
        throw ScenarioError(file, "expected a YAML file, found a folder");
    std::ifstream in(file, std::ios::binary);
    if (!in) throw ScenarioError(file, "no such file");
    std::ostringstream text;
    text << in.rdbuf();
    return parse_yaml_text(file, text.str());
}

}  // namespace sim
