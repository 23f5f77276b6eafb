# SPDX-License-Identifier: Apache-2.0
"""Lengths of files and functions, held by a ratchet: outliers are listed and may only shrink."""
import ast
import json
import os
import re

LIMITS = {".h": 100, ".cpp": 200, ".py": 200}
HIGHEST = 400
FUNCTION = 25
RATCHET = "tests/tidy/ratchet.json"
NO_FUNCTION = re.compile(
    r"^\s*(namespace|class|struct|enum|union|extern|if|for|while|switch|else|do|try|catch|return)\b")
# Braces that hold a value, not statements: a member initialiser, an argument.
VALUE = re.compile(r"(?<=[\w>])\{([^{};]*)\}(?=\s*[,{])|\{([^{};]*)\}(?=\s*[,)])")
NAME = re.compile(r"([~\w:]+|operator\s*\S+)\s*\(")


def cpp_functions(code):
    """Yields (name, lines of the body) of every outermost function, by matching braces."""
    code = re.sub(r"^\s*#.*$", "", code, flags=re.M)
    code = VALUE.sub(lambda match: "(" + match.group(0)[1:-1] + ")", code)
    depth, inside, start, head = 0, None, 0, 0
    for position in (match.start() for match in re.finditer(r"[{};]", code)):
        mark = code[position]
        if mark == "{":
            depth += 1
            text = re.sub(r"^\s*(public|private|protected):", "", code[head:position]).strip()
            if inside is None and "(" in text and not NO_FUNCTION.match(text) and opens(text):
                inside, start, name = depth, position, NAME.search(text)
        elif mark == "}":
            if inside == depth:
                yield (name.group(1) if name else "?"), max(code.count("\n", start, position) - 1, 0)
                inside = None
            depth -= 1
        if inside is None:
            head = position + 1


def opens(text):
    """A body follows `)` and a few words, an initialiser list or a trailing return type."""
    text = re.sub(r"\s*->\s*[\w:<>*&, ]+$", "", text)
    text = re.sub(r"\)\s*(noexcept)?\s*:(?!:).*$", ")", text, flags=re.S)
    return re.search(r"\)\s*(const|noexcept|override|final|&|\s)*$", text) is not None


def python_functions(text):
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef)):
            yield node.name, node.end_lineno - node.lineno


def measure(files):
    """All sizes above their limit: {"path": lines} and {"path name": lines}."""
    big_files, big_functions = {}, {}
    for file in files:
        suffix = os.path.splitext(file.path)[1]
        if suffix not in LIMITS:
            continue
        if len(file.lines) > LIMITS[suffix]:
            big_files[file.path] = len(file.lines)
        found = cpp_functions(file.code) if file.is_cpp else python_functions(file.text)
        for name, lines in found:
            key = f"{file.path} {name}"
            if lines > max(FUNCTION, big_functions.get(key, 0)):
                big_functions[key] = lines
    return {"files": big_files, "functions": big_functions}


def recorded(root):
    path = os.path.join(root, RATCHET)
    if not os.path.exists(path):
        return {"files": {}, "functions": {}}
    with open(path, encoding="utf-8") as stream:
        return json.load(stream)


def compare(kind, now, before):
    for key in sorted(set(now) | set(before)):
        path = key.split()[0]
        if key not in before:
            yield path, 1, f"{key}: {now[key]} lines are too many for one of the {kind}"
        elif key not in now:
            yield RATCHET, 1, f"{key}: no longer an outlier, remove it ({before[key]} recorded)"
        elif now[key] > before[key]:
            yield path, 1, f"{key}: grew to {now[key]} lines, {before[key]} recorded"
        elif now[key] < before[key]:
            yield RATCHET, 1, f"{key}: shrank, lower {before[key]} to {now[key]}"


def check(files, root):
    now, before = measure(files), recorded(root)
    for kind in ("files", "functions"):
        yield from compare(kind, now[kind], before[kind])
    for path, lines in sorted(now["files"].items()):
        if lines > HIGHEST:
            yield path, HIGHEST, f"{lines} lines; no file has more than {HIGHEST}"


def update(files, root, accept_new):
    now, before = measure(files), recorded(root)
    result = {}
    for kind in ("files", "functions"):
        kept = {}
        for key, lines in now[kind].items():
            if key in before[kind] or accept_new:
                kept[key] = lines if accept_new else min(lines, before[kind][key])
        result[kind] = dict(sorted(kept.items()))
    with open(os.path.join(root, RATCHET), "w", encoding="utf-8") as stream:
        json.dump(result, stream, indent=2)
        stream.write("\n")
