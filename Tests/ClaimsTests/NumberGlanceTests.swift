import Testing

@testable import Claims

struct NumberGlanceTests {
    @Test(arguments: NumberWords.signs.sorted())
    func `every word that a number needs is seen, in any letter case`(_ word: String) {
        #expect(NumberGlance.mayHoldNumber("it was \(word)"))
        #expect(NumberGlance.mayHoldNumber("\(word.uppercased()), they said"))
    }

    @Test(arguments: ["in 7 places", "½ of it", "⅞", "ninefold", "a hundred", "the 3rd", "it’s one’s own"])
    func `digits, fractions and words in longer texts are seen`(_ text: String) {
        #expect(NumberGlance.mayHoldNumber(text))
    }

    @Test(arguments: ["", "an apple a day", "Städte und Dörfer", "handsome, someone, tense", "unfolded"])
    func `a text without any is passed over`(_ text: String) {
        #expect(!NumberGlance.mayHoldNumber(text))
    }
}
