#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Checks that every diagnostic and every pass has a test.

Usage: inventory.py ROOT [--list] [--prose]
Takes the text of each diagnostic out of the sources and looks for it in the files of test/: a long fixed part, or all
fixed parts in their order on one line. A pass of a Passes.td has a file of lit's under its name.
What has no test and no reason in exceptions.txt beside this file is printed, and the exit status is 1; so it is where
an exception is not needed any more. --list prints every diagnostic and how often it is tested; --prose prints texts
outside of what counts as a diagnostic (for changes of this script).
"""
import collections
import os
import re
import sys

# Texts after one of these names, up to the next or to the statement's end, are one diagnostic.
STATES = re.compile(
    r"(?:.*::)?(?:emitError|emitOpError|emitWarning|emitRemark|createStringError|createFileError|fail\w*|cameo_fail|"
    r"error|wrong|refuse\w*|reject\w*|check\w*|expect\w*|unify|usage|problem|reason|message|diagnostic|CheckOp|"
    r"flat|lacks|toError|report\w*|\w*_error)$")
# Nobody reads the texts of these as an error: options' descriptions, passes' names, what the code itself guarantees.
DESCRIBES = re.compile(r"(?:cl::.*|llvm::cl::.*|getDescription|getArgument|static_assert|assert|llvm_unreachable|report_fatal\w*)$")
TOKEN = re.compile(
    r'//[^\n]*|/\*.*?\*/|R"(?P<tag>\w*)\((?P<raw>.*?)\)(?P=tag)"|"(?P<text>(?:\\.|[^"\\\n])*)"|'
    r"'(?:\\.|[^'\\\n])+'|(?P<name>[A-Za-z_][\w:]*)|(?P<number>[0-9][\w.']*)|(?P<mark>\S)|\n", re.S)
DIRECTIVE = re.compile(r"%[-+ #0]*[0-9*]*(?:\.[0-9*]+)?(?:hh|h|ll|l|z|j|t)?[diouxXeEfgGscp]|%\" PRI\w+ \"|\{[0-9]*\}")


def sources(root, folders, endings):
    for folder in folders:
        for path, _, files in sorted(os.walk(os.path.join(root, folder))):
            for name in sorted(files):
                if name.endswith(endings):
                    yield os.path.join(path, name)


def unescape(text):
    return re.sub(r"\\(.)", lambda m: {"n": "\n", "t": "\t", "0": "\0"}.get(m[1], m[1]), text)


class Message:
    """The texts of one diagnostic: alternatives for each."""

    def __init__(self):
        self.line, self.texts = 0, []


def messages(path):
    """Diagnostics of a source, and other texts: (line, whether a diagnostic, texts)."""
    with open(path, encoding="utf-8") as file:
        content = file.read()
    line, message, states, hidden, last, chooses = 1, Message(), False, False, None, False
    braces = []  # whether each open brace is a block's, which ends a statement, or an initialiser's
    for token in TOKEN.finditer(content):
        if token["raw"] is not None or token["text"] is not None:
            value = token["raw"] if token["raw"] is not None else unescape(token["text"])
            if last == "text":  # adjacent literals are one
                message.texts[-1][-1] += value
            elif last == "return" and not states:
                states = True
                message.line, message.texts = line, [[value]]
            elif last == ":" and chooses and message.texts:
                message.texts[-1].append(value)  # x ? "a" : "b"
            else:
                message.line = message.line or line
                message.texts.append([value])
            last = "text"
        elif token["name"] or token["mark"]:
            mark = token[0]
            ends = mark == ";"
            if mark == "{":
                ends = last not in ("(", ",", "{", "=", "return", "?", ":")
                braces.append(ends)
            elif mark == "}":
                ends = braces.pop() if braces else True
            if ends or token["name"] and (STATES.match(mark) or DESCRIBES.match(mark)):
                if message.texts and not hidden:
                    yield message.line, states, message.texts
                message = Message()
                states = not ends and bool(STATES.match(mark))
                # A description's function holds its text in its body.
                hidden = not ends and bool(DESCRIBES.match(mark)) or hidden and mark not in (";", "}")
                chooses = False
            chooses = chooses or mark == "?"
            last = mark
        elif token["number"]:
            last = "number"
        line += token[0].count("\n")


def is_prose(texts):
    return any(re.search(r"[a-z]{2,} +[a-z(']|[a-z]{2,} $|^ [a-z]{2,}", t) for alternatives in texts for t in alternatives)


def variants(texts):
    """One list of fixed parts for each alternative of each text."""
    longest = max(len(alternatives) for alternatives in texts)
    for i in range(longest):
        yield [alternatives[min(i, len(alternatives) - 1)] for alternatives in texts]


def fixed_parts(texts):
    parts = []
    for text in texts:
        parts += [p.strip(" \n:;,.'\"()") for p in DIRECTIVE.split(text.replace("%%", "%"))]
    return [p for p in parts if re.search(r"\w\w|\w.*\w", p)]


def diagnostics(root):
    for path in sources(root, ("compiler", "dialects", "tools", "runtime"), (".cpp", ".h", ".c")):
        for line, states, texts in messages(path):
            if is_prose(texts):
                # Words without a space are keys and values of other arguments.
                texts = [t for t in texts if not all(re.fullmatch(r"[\w.%/*-]*", v) for v in t)]
                yield f"{os.path.relpath(path, root)}:{line}", states, texts


def tests(root):
    lines = []
    for path in sources(root, ("test",), (".mlir", ".test", ".cpp", ".h", ".c", ".cmake", ".txt", ".js", ".onnxtxt")):
        if os.path.basename(os.path.dirname(path)) == "inventory":
            continue
        with open(path, encoding="utf-8") as file:
            text = file.read()
        text = re.sub(r'"\s*\n\s*"', "", text).replace('\\"', '"').replace("\\\\", "\\")
        lines += text.split("\n")
    return lines


def main():
    root = sys.argv[1]
    folder = os.path.dirname(os.path.abspath(__file__))
    exceptions = {}
    with open(os.path.join(folder, "exceptions.txt"), encoding="utf-8") as file:
        for line in file:
            if line.strip() and not line.startswith("#"):
                text, _, reason = line.rstrip("\n").partition("\t")
                exceptions[text] = reason
    haystack = "\n".join(tests(root))
    count, missing, used = 0, [], set()
    known = collections.OrderedDict()
    for where, states, texts in diagnostics(root):
        if not states:
            if "--prose" in sys.argv:
                print(f"{where}: {' … '.join('|'.join(t) for t in texts)}")
            continue
        for variant in variants(texts):
            parts = fixed_parts(variant)
            if parts:
                known.setdefault(" … ".join(parts), (where, parts))
    for text, (where, parts) in known.items():
        count += 1
        hits = sum(haystack.count(part) for part in parts if len(part) >= 12 and " " in part)
        longest = max(parts, key=len)
        for match in [] if hits else re.finditer(re.escape(longest), haystack):
            start = haystack.rfind("\n", 0, match.start()) + 1
            end = haystack.find("\n", match.end())
            hits += bool(re.search(".*".join(map(re.escape, parts)), haystack[start:end if end >= 0 else None]))
        if "--list" in sys.argv:
            print(f"{hits}\t{where}\t{text}")
        if not hits:
            if text in exceptions:
                used.add(text)
            else:
                missing.append(f"{where}: {text}")
        elif text in exceptions:
            missing.append(f"exceptions.txt: has a test: {text}")
    missing += [f"exceptions.txt: no such diagnostic: {text}" for text in exceptions if text not in known]
    passes = 0
    for path in sources(root, ("compiler",), ("Passes.td",)):
        phase = os.path.basename(os.path.dirname(path))
        with open(path, encoding="utf-8") as file:
            for name in re.findall(r'\bdef \w+ *: *\w+<"([\w-]+)"', file.read()):
                passes += 1
                if not os.path.exists(os.path.join(root, "test", "lit", phase, name + ".mlir")):
                    missing.append(f"{os.path.relpath(path, root)}: pass {name} has no test/lit/{phase}/{name}.mlir")
    for line in missing:
        print(line)
    print(f"{count} diagnostics, {passes} passes; {len(missing)} without a test, {len(used)} exceptions")
    return 1 if missing else 0


sys.exit(main())
