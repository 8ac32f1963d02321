// SPDX-License-Identifier: Apache-2.0
// The parser of size rules, by recursive descent.
#include "dialects/ONNX/CustomRules.h"
#include "llvm/ADT/StringExtras.h"

using namespace cameo::onnx;
using llvm::StringRef;

namespace {
class Parser {
public:
  explicit Parser(StringRef text) : text(text), rest(text) {}

  llvm::Expected<SizeRule> run() {
    SizeRule rule = sum();
    skip();
    if (problem.empty() && !rest.empty())
      problem = "'" + rest.str() + "' is left over";
    if (!problem.empty())
      return llvm::createStringError("the size '" + text + "': " + problem);
    return rule;
  }

private:
  void skip() { rest = rest.ltrim(); }
  bool take(StringRef token) {
    skip();
    return rest.consume_front(token);
  }
  SizeRule fail(const llvm::Twine &what) {
    if (problem.empty())
      problem = what.str();
    return {};
  }
  void expect(StringRef token) {
    if (!take(token))
      fail("'" + token + "' expected" +
           (rest.empty() ? " at the end" : " before '" + rest + "'"));
  }
  /// A chain "1+1+1+..." is as deep a tree as it is long, and whoever evaluates
  /// it calls himself for each level.
  SizeRule binary(SizeRule::Kind kind, SizeRule x, SizeRule y) {
    if (++operators > mostOperators)
      return fail("more than " + llvm::Twine(mostOperators) + " operators");
    SizeRule rule;
    rule.kind = kind;
    rule.operands.push_back(std::move(x));
    rule.operands.push_back(std::move(y));
    return rule;
  }

  SizeRule sum() {
    SizeRule x = product();
    while (problem.empty()) {
      if (take("+"))
        x = binary(SizeRule::Add, std::move(x), product());
      else if (take("-"))
        x = binary(SizeRule::Sub, std::move(x), product());
      else
        break;
    }
    return x;
  }
  SizeRule product() {
    SizeRule x = operand();
    while (problem.empty()) {
      if (take("*"))
        x = binary(SizeRule::Mul, std::move(x), operand());
      else if (take("/"))
        x = binary(SizeRule::Div, std::move(x), operand());
      else
        break;
    }
    return x;
  }
  std::string identifier() {
    skip();
    StringRef word = rest.take_while(
        [](char c) { return llvm::isAlnum(c) || c == '_' || c == '.'; });
    rest = rest.drop_front(word.size());
    return word.str();
  }
  bool integer(int64_t &value) {
    skip();
    StringRef digits = rest.take_while([](char c) { return llvm::isDigit(c); });
    if (digits.empty() || digits.getAsInteger(10, value))
      return false;
    rest = rest.drop_front(digits.size());
    return true;
  }
  SizeRule operand() {
    if (++depth > 64)
      return fail("too deeply nested");
    SizeRule rule = operandInside();
    --depth;
    return rule;
  }
  SizeRule operandInside() {
    SizeRule rule;
    if (take("(")) {
      rule = sum();
      expect(")");
      return rule;
    }
    if (take("?"))
      return rule;
    if (integer(rule.number)) {
      rule.kind = SizeRule::Number;
      return rule;
    }
    rule.name = identifier();
    if (rule.name.empty())
      return fail(rest.empty()
                      ? "it ends too early"
                      : "'" + rest.str() + "' is no number, name or '('");
    if ((rule.name == "min" || rule.name == "max") && take("(")) {
      SizeRule::Kind kind = rule.name == "min" ? SizeRule::Min : SizeRule::Max;
      SizeRule x = sum();
      expect(",");
      SizeRule y = sum();
      expect(")");
      return binary(kind, std::move(x), std::move(y));
    }
    if (!take("[")) {
      rule.kind = SizeRule::Attribute;
      return rule;
    }
    rule.kind = SizeRule::Dim;
    bool negative = take("-");
    if (!integer(rule.number))
      return fail("a dimension's number expected after '['");
    if (negative)
      rule.number = -rule.number;
    expect("]");
    return rule;
  }

  static constexpr int mostOperators = 256;
  StringRef text, rest;
  std::string problem;
  int depth = 0, operators = 0;
};
} // namespace

llvm::Expected<SizeRule> SizeRule::parse(StringRef text) {
  return Parser(text).run();
}
