// SPDX-License-Identifier: Apache-2.0
#include "Text.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringExtras.h"
#include <iterator>

using namespace cameo::fuzz;
using llvm::StringRef;

namespace {

struct Span {
  size_t begin, end;
};

bool isWord(char c) {
  return llvm::isAlnum(c) || c == '_' || c == '.' || c == '$';
}

/// The end of the bracket that opens at `i`, behind it; `i` if there is none.
size_t closing(StringRef text, size_t i, char open, char close) {
  int depth = 0;
  for (size_t at = i; at < text.size() && at < i + 4096; ++at) {
    if (text[at] == open)
      ++depth;
    else if (text[at] == close && !(close == '>' && text[at - 1] == '-') &&
             --depth == 0)
      return at + 1;
  }
  return i;
}

/// Whole numbers, also those in "2x3xf32"; not those that are part of a name.
std::vector<Span> numbers(StringRef text) {
  std::vector<Span> found;
  for (size_t i = 0; i < text.size(); ++i) {
    if (!llvm::isDigit(text[i]))
      continue;
    bool inName = i > 0 && (isWord(text[i - 1]) || text[i - 1] == '%' ||
                            text[i - 1] == '#' || text[i - 1] == '@');
    bool isDim = i > 1 && text[i - 1] == 'x' &&
                 (llvm::isDigit(text[i - 2]) || text[i - 2] == '?');
    size_t end = i;
    while (end < text.size() && llvm::isDigit(text[end]))
      ++end;
    if (!inName || isDim)
      found.push_back({i > 0 && text[i - 1] == '-' ? i - 1 : i, end});
    i = end;
  }
  return found;
}

std::vector<Span> startingWith(StringRef text, StringRef prefix) {
  std::vector<Span> found;
  for (size_t i = text.find(prefix); i != StringRef::npos;
       i = text.find(prefix, i + 1)) {
    size_t end = i + prefix.size();
    while (end < text.size() && isWord(text[end]))
      ++end;
    found.push_back({i, end});
  }
  return found;
}

std::vector<Span> types(StringRef text) {
  std::vector<Span> found;
  for (StringRef prefix : {"tensor<", "!onnx.seq<", "!onnx.opt<", "!onnx.map<"})
    for (size_t i = text.find(prefix); i != StringRef::npos;
         i = text.find(prefix, i + 1))
      if (size_t end = closing(text, i + prefix.size() - 1, '<', '>');
          end > i + prefix.size())
        found.push_back({i, end});
  return found;
}

/// Where operations stand in their files is of no interest.
std::string withoutLocations(StringRef text) {
  std::string plain;
  llvm::SmallVector<StringRef> lines;
  text.split(lines, '\n');
  for (StringRef line : lines) {
    if (line.starts_with("#loc"))
      continue;
    for (size_t i = line.find(" loc("); i != StringRef::npos;
         i = line.find(" loc(")) {
      plain += line.take_front(i);
      size_t end = closing(line, i + 4, '(', ')');
      line = line.drop_front(std::max(end, i + 5));
    }
    plain += line;
    plain += '\n';
  }
  return plain;
}

/// "name = value" between braces, but for those of the function's arguments,
/// without which it is no model.
std::vector<Span> attributes(StringRef text) {
  std::vector<Span> found;
  for (size_t i = text.find(" = "); i != StringRef::npos;
       i = text.find(" = ", i + 1)) {
    size_t begin = i;
    while (begin > 0 && isWord(text[begin - 1]))
      --begin;
    if (begin == i || begin == 0 ||
        (text[begin - 1] != '{' && text[begin - 1] != ' ') ||
        text.substr(begin).starts_with("cameo."))
      continue;
    int depth = 0;
    size_t end = i + 3;
    for (; end < text.size() && text[end] != '\n'; ++end) {
      char c = text[end];
      if (llvm::is_contained({'<', '[', '(', '{'}, c))
        ++depth;
      else if (llvm::is_contained({'>', ']', ')', '}'}, c) && --depth < 0)
        break;
      if (c == ',' && depth == 0)
        break;
    }
    found.push_back({begin, end});
  }
  return found;
}

std::string numberLike(Random &random, StringRef old) {
  static constexpr const char *edges[] = {"0",
                                          "1",
                                          "2",
                                          "3",
                                          "4",
                                          "5",
                                          "-1",
                                          "-2",
                                          "-3",
                                          "7",
                                          "64",
                                          "65",
                                          "1000000",
                                          "2147483647",
                                          "4294967296",
                                          "1099511627776",
                                          "4611686018427387904",
                                          "9223372036854775807",
                                          "-9223372036854775808",
                                          "18446744073709551616",
                                          "?"};
  int64_t value;
  if (random.oneIn(3) && !old.getAsInteger(10, value) && value < INT64_MAX &&
      value > INT64_MIN)
    return std::to_string(random.oneIn(2) ? value + 1 : value - 1);
  return edges[random.below(std::size(edges))];
}

template <typename T>
const T &pick(const std::vector<T> &list, Random &random) {
  return list[random.below(list.size())];
}

void replace(std::string &text, Span span, StringRef with) {
  text.replace(span.begin, span.end - span.begin, with.str());
}

std::string take(StringRef text, Span span) {
  return text.slice(span.begin, span.end).str();
}

/// Types of elements, also of those that ONNX has not.
const char *elementLike(Random &random) {
  static constexpr const char *elements[] = {
      "f32",      "f64",  "f16",  "bf16",  "i1",           "i8",
      "ui8",      "i16",  "i32",  "i64",   "ui64",         "i4",
      "ui4",      "i2",   "ui32", "index", "complex<f32>", "!onnx.string",
      "f8E4M3FN", "i128", "f128"};
  return elements[random.below(std::size(elements))];
}

/// Where the element type of a tensor type begins.
size_t elementOf(StringRef type) {
  size_t shape = type.find('<') + 1;
  while (shape < type.size()) {
    size_t end = type.find_first_not_of("0123456789?", shape);
    if (end == StringRef::npos || end == shape || type[end] != 'x')
      break;
    shape = end + 1;
  }
  return shape;
}

/// All tensors of one element type become tensors of another.
void changeElements(std::string &text, Random &random) {
  std::vector<Span> places = types(text);
  if (places.empty())
    return;
  std::string type = take(text, pick(places, random));
  std::string from = type.substr(elementOf(type));
  std::string to = std::string(elementLike(random)) + ">";
  for (Span place : llvm::reverse(places)) {
    std::string other = take(text, place);
    size_t begin = elementOf(other);
    if (StringRef(other).substr(begin) == from)
      replace(text, {place.begin + begin, place.end}, to);
  }
}

/// A type near this one: another element type, other sizes, none.
std::string typeLike(std::string type, const Words &words, Random &random) {
  if (random.oneIn(4) && !words.types.empty())
    return pick(words.types, random);
  if (random.oneIn(12))
    return "tensor<*xf32>";
  std::vector<Span> sizes = numbers(type);
  if (!sizes.empty() && !random.oneIn(3)) {
    Span size = pick(sizes, random);
    replace(type, size, numberLike(random, take(type, size)));
    return type;
  }
  return type.substr(0, elementOf(type)) + elementLike(random) + ">";
}

/// Elsewhere too, mostly: a type that stands in one place alone fits nowhere.
void changeType(std::string &text, Span span, const Words &words,
                Random &random) {
  std::string type = take(text, span), other = typeLike(type, words, random);
  if (random.oneIn(8))
    return replace(text, span, other);
  for (size_t i = text.find(type); i != std::string::npos;
       i = text.find(type, i + other.size()))
    text.replace(i, type.size(), other);
}

void change(std::string &text, const Words &words, Random &random) {
  std::vector<Span> places;
  switch (random.below(13)) {
  case 12:
    return changeElements(text, random);
  case 0:
    places = startingWith(text, "onnx.");
    if (!places.empty() && !words.operations.empty())
      replace(text, pick(places, random), pick(words.operations, random));
    return;
  case 1:
  case 2:
    places = types(text);
    if (!places.empty())
      changeType(text, pick(places, random), words, random);
    return;
  case 3:
    places = startingWith(text, "%");
    if (places.size() > 1)
      replace(text, pick(places, random), take(text, pick(places, random)));
    return;
  case 4:
    places = attributes(text);
    if (!places.empty() && !words.attributes.empty())
      replace(text, pick(places, random), pick(words.attributes, random));
    return;
  case 5: {
    // One that the operation did not have, or has not any more.
    places = attributes(text);
    if (places.empty())
      return;
    Span place = pick(places, random);
    if (random.oneIn(2) && !words.attributes.empty()) {
      text.insert(place.begin, pick(words.attributes, random) + ", ");
    } else {
      if (place.end + 1 < text.size() && text[place.end] == ',')
        place.end += 2;
      replace(text, place, "");
    }
    return;
  }
  case 6: {
    // A line again, elsewhere, or none.
    llvm::SmallVector<StringRef> lines;
    StringRef(text).split(lines, '\n');
    size_t from = random.below(lines.size()), to = random.below(lines.size());
    StringRef line = lines[from];
    if (random.oneIn(2))
      lines.erase(lines.begin() + from);
    else
      lines.insert(lines.begin() + to, line);
    text = llvm::join(lines, "\n");
    return;
  }
  case 7:
    if (random.oneIn(4) && !text.empty()) {
      text[random.below(text.size())] = char(random.next());
      return;
    }
    [[fallthrough]];
  default:
    places = numbers(text);
    if (!places.empty()) {
      Span place = pick(places, random);
      for (Span type : types(text))
        if (type.begin <= place.begin && place.end <= type.end)
          return changeType(text, type, words, random);
      replace(text, place, numberLike(random, take(text, place)));
    }
  }
}

} // namespace

void Words::add(StringRef text) {
  for (Span span : startingWith(text, "onnx."))
    operations.push_back(take(text, span));
  for (Span span : ::attributes(text))
    if (span.end - span.begin < 200 && text[span.begin] != '%')
      attributes.push_back(take(text, span));
  for (Span span : ::types(text))
    types.push_back(take(text, span));
}

std::string cameo::fuzz::mutateText(StringRef text, const Words &words,
                                    Random &random) {
  std::string changed = withoutLocations(text);
  for (size_t n = 1 + random.below(3); n--;)
    change(changed, words, random);
  return changed;
}
