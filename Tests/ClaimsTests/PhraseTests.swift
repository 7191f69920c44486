import Claims
import Testing

@Suite struct PhraseTests {
    @Test(arguments: PhraseCases.all)
    func `a phrase holds for the values it states, and for no others`(example: PhraseExample) {
        let verdict = Phrase(reading: example.text).holds(for: example.value)
        #expect(
            verdict.holds == example.holds, "\(example.text) against \(example.value): \(verdict.sentence)")
    }

    @Test func `the table is as long as promised`() {
        #expect(PhraseCases.all.count >= 120)
    }

    @Test(arguments: [
        ("11th of 16", "this claim holds two numbers, '11th' and '16'"),
        ("from eleventh to fifth", "this claim holds two numbers, 'eleventh' and 'fifth'"),
        ("2, 3 and 4", "this claim holds 3 numbers, '2', '3' and '4'"),
        ("faster than six", "whether 'faster than' means more or less is not known"),
        ("not six", "after 'not' this claim says what the number is not"),
        ("isn\u{2019}t the fifth", "after 'isn't' this claim says what the number is not"),
        ("at least six at most", "this claim says both 'at least' and 'at most'"),
        ("more than two to three", "'more than' and a range cannot both hold for one number"),
    ])
    func `a phrase that states no one thing says why`(text: String, why: String) {
        let verdict = Phrase(reading: text).holds(for: .integer(11))
        #expect(verdict.outcome == .unreadable)
        #expect(verdict.text == why)
    }

    @Test(arguments: [
        ("exactly six", ClaimValue.integer(5), "the text says 6 (exactly), the data say 5"),
        ("2.50 Mbps", .real(2.41), "the text says 2.50, the data say 2.41"),
        ("fifth", .integer(6), "the text says 5 (as a place), the data say 6"),
        ("nearly half", .real(0.3), "the text says nearly 1/2 (below it by at most 10 %), the data say 0.3"),
        ("between two and three", .integer(4), "the text says from 2 to 3, the data say 4"),
        ("it rose", .integer(0), "the text 'it rose' holds no number and must be true, the data say 0"),
        ("six", .null, "the text says 6, the data say nothing (NULL)"),
        ("six", .text("Cox"), "the text says 6, the data say 'Cox'"),
        ("0.82", .real(0.8300000000000001), "the text says 0.82, the data say 0.83"),
    ])
    func `a verdict says what the text says and what the data say`(
        text: String, value: ClaimValue, sentence: String
    ) {
        #expect(Phrase(reading: text).holds(for: value).sentence == sentence)
    }

    @Test(
        arguments: [
            (
                "both", 2, "'both' names no one number",
                "write 'two', or use an expression that is true, as in above(value, 1)"
            ),
            (
                "Hundreds of pages", 300, "'Hundreds' names no one number",
                "write a bound, as in 'more than two hundred', or use an expression that is true, as in above(value, 1)"
            ),
            (
                "several hundred", 300, "'several' names no one number",
                "write the number, or use an expression that is true, as in above(value, 1)"
            ),
            (
                "the 4K share", 4000, "'4K' is taken for a name and not for a number",
                "write the number by itself, as in '4 thousand' or '4 GB'; for a name, use an expression that is true"
            ),
            (
                "2 of 3", 2, "this claim holds two numbers, '2' and '3'",
                "make a claim of each, with an expression of its own, or write '2 out of 3' for the share"
            ),
            (
                "one in five days", 5, "this claim holds two numbers, 'one' and 'five'",
                "make a claim of each, with an expression of its own"
            ),
        ] as [(String, Int64, String, String)])
    func `a phrase that cannot be read says what to write`(
        text: String, value: Int64, why: String, help: String
    ) {
        let verdict = Phrase(reading: text).holds(for: .integer(value))
        #expect(verdict.outcome == .unreadable)
        #expect(verdict.text == why)
        #expect(verdict.help == help)
    }

    @Test(
        arguments: [
            (
                "two out of three", 2,
                "'two out of three' is read as the share 2/3: divide, or put the link around one of the two numbers"
            ),
            ("1.5 Mbps", 1_490_000, "say that it counts in millions: 'million' behind the number"),
            ("1,204", 1_204_000, "say that it counts in thousands: 'thousand' behind the number"),
        ] as [(String, Int64, String)])
    func `a claim that fails because of how it is written gets a hint`(
        text: String, value: Int64, help: String
    ) {
        let verdict = Phrase(reading: text).holds(for: .integer(value))
        #expect(verdict.outcome == .fails)
        #expect(verdict.help == help)
    }

    @Test func `a number with the wrong sign or a share for a percentage gets a hint`() {
        let lost = Phrase(reading: "lost six places").holds(for: .integer(-6))
        #expect(lost.help == "it holds with the other sign: subtract the other way round")
        let fewer = Phrase(reading: "fewer than five").holds(for: .integer(5))
        #expect(fewer.help == nil)
        let share = Phrase(reading: "35 %").holds(for: .real(0.35))
        #expect(
            share.help == "multiply by 100: a claim in percent is held against the number that is printed")
    }

    @Test(arguments: [
        "", " ", "-", "−", "$", "1/", "1//2", "9999999999999999999999999999999999999999", "1.2.3.4", "½½½",
        "a", "a a", "and a half", "between and", "or more", "one hundred and", "twenty-", "-twenty",
        "half a", "no", "than", "not", "1,", "1,2", "\u{0}1", "e\u{301}1", "1e999999999",
        "999999999999999999999999999999th",
    ])
    func `torn phrases are read without harm`(text: String) {
        let phrase = Phrase(reading: text)
        _ = phrase.holds(for: .real(1e300))
        _ = phrase.holds(for: .real(-1e-300))
        _ = phrase.holds(for: .real(.infinity))
        _ = phrase.holds(for: .integer(.min))
        _ = phrase.holds(for: .text(text + "x"))
    }
}
