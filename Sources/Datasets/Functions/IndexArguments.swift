import Diagnostics
import GRDB

/// What a query hands to a function of an index.
struct IndexArguments {
    let index: Index
    let values: [DatabaseValue]

    /// As they would be written in the query.
    var description: String {
        values.map { value in
            String.fromDatabaseValue(value).map { value.isText ? "'\($0)'" : $0 } ?? "NULL"
        }.joined(separator: ", ")
    }

    func entity(_ place: Int) throws -> String {
        let name = String.fromDatabaseValue(values[place]) ?? ""
        guard index.hasEntity(name) else {
            throw DatabaseError(
                refusal: "'\(name)' is not in the index '\(index.name)'",
                help: suggestion(for: name, among: index.entities))
        }
        return name
    }

    func period(_ place: Int) throws -> Period {
        let text = String.fromDatabaseValue(values[place]) ?? ""
        let grain = index.definition.grain
        guard let period = Period(text, grain: grain) else {
            throw DatabaseError(
                refusal: "'\(text)' is not a \(grain)", help: "write a \(grain) like '\(grain.example)'")
        }
        return period
    }

    /// Two periods from `place` on.
    func range(_ place: Int) throws -> ClosedRange<Period> {
        let (from, to) = try (period(place), period(place + 1))
        guard from <= to else {
            throw DatabaseError(refusal: "'\(from.text)' is later than '\(to.text)'", help: nil)
        }
        return from...to
    }

    func integer(_ place: Int) throws -> Int {
        guard let number = Int.fromDatabaseValue(values[place]) else {
            throw DatabaseError(refusal: "\(description) holds no whole number", help: nil)
        }
        return number
    }
}

extension DatabaseValue {
    fileprivate var isText: Bool {
        if case .string = storage { true } else { false }
    }
}

extension DatabaseError {
    /// An error of a function of ours; the help stands on the message's second line.
    init(refusal message: String, help: String?) {
        self.init(message: help.map { message + "\n" + $0 } ?? message)
    }
}
