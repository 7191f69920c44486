import Claims
import Testing

/// Whatever number the data give, the phrase that is written from it holds, and the same phrase with the
/// last shown digit changed does not.
@Suite struct WrittenNumberTests {
    @Test(arguments: 0..<20)
    func `a figure with decimals holds for the number it was written from`(seed: UInt64) {
        var random = SeededGenerator(seed: seed)
        for _ in 0..<10 {
            let decimals = Int.random(in: 0...4, using: &random)
            let scale = [1, 10, 100, 1000, 10_000][decimals]
            let units = Int.random(in: -9_999_999...9_999_999, using: &random)
            let jitter = Double.random(in: -0.49...0.49, using: &random)
            let value = ClaimValue.real((Double(units) + jitter) / Double(scale))
            for form in [Written.plain, Written.grouped, Written.thin, Written.percent, Written.money] {
                expect(form(units, decimals), form(units + (units < 0 ? -1 : 1), decimals), value)
                expect(form(units, decimals), form(units - (units < 0 ? -1 : 1), decimals), value)
            }
        }
    }

    @Test(arguments: 0..<20)
    func `words and ordinals hold for the number they were written from`(seed: UInt64) {
        var random = SeededGenerator(seed: seed)
        for _ in 0..<10 {
            let limit = [20, 100, 1000, 1_000_000][Int.random(in: 0...3, using: &random)]
            let number = Int.random(in: 1...limit, using: &random)
            // "One hundredth" and "one thousandth" are parts of a whole.
            if [100, 1000].contains(number) { continue }
            let value = ClaimValue.integer(Int64(number))
            for form in [
                Written.words, Written.wordsWithAnd, Written.ordinalWords, Written.ordinal,
                { Written.words($0) + " places" }, { "at least " + Written.words($0) },
            ] {
                expect(form(number), form(number + 1), value)
            }
            #expect(!Phrase(reading: "more than " + Written.words(number)).holds(for: value).holds)
            #expect(!Phrase(reading: "fewer than " + Written.ordinal(number)).holds(for: value).holds)
            let range = "between \(Written.words(number)) and \(Written.words(number + 2))"
            #expect(Phrase(reading: range).holds(for: .integer(Int64(number + 1))).holds, "\(range)")
            #expect(!Phrase(reading: range).holds(for: .integer(Int64(number + 3))).holds, "\(range)")
        }
    }

    private func expect(_ text: String, _ changed: String, _ value: ClaimValue) {
        #expect(Phrase(reading: text).holds(for: value).holds, "\(text) for \(value.description)")
        #expect(!Phrase(reading: changed).holds(for: value).holds, "\(changed) for \(value.description)")
    }
}

/// The same numbers on every run (SplitMix64, Steele and others 2014).
struct SeededGenerator: RandomNumberGenerator {
    private var state: UInt64

    init(seed: UInt64) {
        state = seed
    }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var z = state
        z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
        z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
        return z ^ (z >> 31)
    }
}
