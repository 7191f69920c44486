import GRDB

/// Functions that put numbers and periods into prose, in the forms of the site's language. English:
///
/// | call | gives |
/// | --- | --- |
/// | `ordinal(11)`, `ordinal(11, 'words')` | 11th, eleventh |
/// | `words(6)` | six |
/// | `number(1234.5)`, `number(1234.5, 2)` | 1,234.5 and 1,234.50 |
/// | `percent(0.25)`, `percent(0.1234, 1)` | 25%, 12.3% |
/// | `plural(6, 'place')`, `plural(1, 'index', 'indices')` | places, index |
/// | `month('2014-03')` | March 2014 |
/// | `signed(6)`, `signed(-0.5, 2)` | +6, −0.50 |
/// | `at_least(a, b)`, `above`, `below`, `differs` | 1 or 0, as `>=`, `>`, `<` and `<>`, which Markdown would take for HTML |
///
/// Decimals are rounded half away from zero. NULL gives NULL.
///
/// Numbers in words and plurals made by adding an `s` are English; where the site is in another language they
/// are an error, and so are ordinals where the language's are not known.
struct WordFunctions {
    let forms: any WordForms

    var functions: [DatabaseFunction] {
        [ordinal(1), ordinal(2), words, percent(1), percent(2), plural(2), plural(3), month]
            + [1, 2].flatMap { [number($0), signed($0)] }
            + [
                comparison("at_least") { $0 >= $1 }, comparison("above") { $0 > $1 },
                comparison("below") { $0 < $1 }, comparison("differs") { $0 != $1 },
            ]
    }

    var names: [String] { functions.map(\.name) }

    private func function(
        _ name: String, _ count: Int, _ body: @escaping @Sendable (WordArguments) throws -> String
    ) -> DatabaseFunction {
        DatabaseFunction(name, argumentCount: count, pure: true) { values in
            guard !values.contains(where: \.isNull) else { return nil }
            return try body(WordArguments(function: name, values: values))
        }
    }

    private func ordinal(_ count: Int) -> DatabaseFunction {
        function("ordinal", count) { [forms] arguments in
            let number = try arguments.integer(0)
            if count == 2 {
                try arguments.mustBe("words", at: 1)
                try forms.mustBeEnglish("ordinals in words", help: "write ordinal(\(number))")
                return EnglishNumber.ordinalWords(number)
            }
            guard let ordinal = forms.ordinal(number) else {
                throw DatabaseError(
                    refusal: "how the language '\(forms.language)' writes ordinals is not known",
                    help:
                        "say it in site.yaml, \"formats: { ordinal: '{number}.' }\", or write number(\(number))"
                )
            }
            return ordinal
        }
    }

    private var words: DatabaseFunction {
        function("words", 1) { [forms] arguments in
            let number = try arguments.integer(0)
            try forms.mustBeEnglish("numbers in words", help: "write number(\(number))")
            return EnglishNumber.words(number)
        }
    }

    private func number(_ count: Int) -> DatabaseFunction {
        function("number", count) { [forms] arguments in
            try forms.number(arguments.number(0), decimals: count == 2 ? arguments.decimals(1) : nil)
        }
    }

    private func percent(_ count: Int) -> DatabaseFunction {
        function("percent", count) { [forms] arguments in
            let share = try arguments.number(0) * 100
            let decimals = try count == 2 ? arguments.decimals(1) : 0
            return forms.percent(forms.number(share, decimals: decimals))
        }
    }

    private func signed(_ count: Int) -> DatabaseFunction {
        function("signed", count) { [forms] arguments in
            let number = try arguments.number(0)
            let decimals = count == 2 ? try arguments.decimals(1) : nil
            let digits = forms.number(number.magnitude, decimals: decimals)
            guard digits.contains(where: { ("1"..."9").contains($0) }) else { return digits }
            return (number < 0 ? "\u{2212}" : "+") + digits
        }
    }

    private func plural(_ count: Int) -> DatabaseFunction {
        function("plural", count) { [forms] arguments in
            let isOne = try arguments.number(0).magnitude == 1
            let one = try arguments.text(1)
            if count == 3 { return isOne ? one : try arguments.text(2) }
            try forms.mustBeEnglish(
                "plurals made by an 's'", help: "give the plural as well: plural(…, '\(one)', '…')")
            return isOne ? one : one + "s"
        }
    }

    private var month: DatabaseFunction {
        function("month", 1) { [forms] arguments in
            let text = try arguments.text(0)
            guard let period = Period(String(text.prefix(7)), grain: .month) else {
                throw DatabaseError(refusal: "'\(text)' is not a month", help: "write a month like '2014-03'")
            }
            return period.label(in: forms)
        }
    }

    private func comparison(
        _ name: String, _ holds: @escaping @Sendable (Double, Double) -> Bool
    ) -> DatabaseFunction {
        DatabaseFunction(name, argumentCount: 2, pure: true) { values in
            guard !values.contains(where: \.isNull) else { return nil }
            if name == "differs", values.contains(where: { Double.fromDatabaseValue($0) == nil }) {
                return (values[0] != values[1]) ? 1 : 0
            }
            let arguments = WordArguments(function: name, values: values)
            return try holds(arguments.number(0), arguments.number(1)) ? 1 : 0
        }
    }
}

/// What a query hands to a function of words.
struct WordArguments {
    let function: String
    let values: [DatabaseValue]

    func number(_ place: Int) throws -> Double {
        switch values[place].storage {
        case .int64(let number): return Double(number)
        case .double(let number) where number.isFinite: return number
        default:
            let text = String.fromDatabaseValue(values[place]) ?? ""
            throw DatabaseError(refusal: "'\(text)' is not a number, which '\(function)' needs", help: nil)
        }
    }

    func integer(_ place: Int) throws -> Int {
        let number = try number(place)
        guard let whole = Int(exactly: number), whole.magnitude < 1_000_000_000_000_000 else {
            throw DatabaseError(
                refusal: "\(number) is not a whole number, which '\(function)' needs", help: nil)
        }
        return whole
    }

    func decimals(_ place: Int) throws -> Int {
        let decimals = try integer(place)
        guard (0...10).contains(decimals) else {
            throw DatabaseError(
                refusal: "'\(function)' gives from 0 to 10 decimals, not \(decimals)", help: nil)
        }
        return decimals
    }

    func text(_ place: Int) throws -> String {
        guard let text = String.fromDatabaseValue(values[place]) else {
            throw DatabaseError(refusal: "'\(function)' needs a text here", help: nil)
        }
        return text
    }

    func mustBe(_ word: String, at place: Int) throws {
        let text = try text(place)
        guard text != word else { return }
        throw DatabaseError(refusal: "'\(text)' is not a form of '\(function)'", help: "write '\(word)'")
    }
}

extension WordForms {
    fileprivate func mustBeEnglish(_ what: String, help: String) throws {
        guard !isEnglish else { return }
        throw DatabaseError(
            refusal: "\(what) are known in English only, and the site's language is '\(language)'", help: help
        )
    }
}
