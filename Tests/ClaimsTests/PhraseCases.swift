import Claims
import Testing

/// A phrase, a value, and whether the value bears the phrase out.
struct PhraseExample: Sendable, CustomTestStringConvertible {
    let text: String
    let value: ClaimValue
    let holds: Bool

    var testDescription: String { "'\(text)' \(holds ? "holds" : "fails") for \(value.description)" }
}

enum PhraseCases {
    static let all: [PhraseExample] = [
        numerals, words, ordinals, fractions, multiples, ranges, bounds, texts, statements, names,
    ].flatMap { $0 }

    private static func table(_ rows: [(String, ClaimValue, Bool)]) -> [PhraseExample] {
        rows.map { PhraseExample(text: $0.0, value: $0.1, holds: $0.2) }
    }

    private static let numerals = table([
        ("6", .integer(6), true), ("6", .integer(5), false), ("6 places", .real(6), true),
        ("1,204", .integer(1204), true), ("1,204", .integer(1205), false),
        ("1\u{202F}204", .integer(1204), true), ("1\u{A0}204\u{A0}567", .integer(1_204_567), true),
        ("1\u{2009}204 pages", .integer(1204), true), ("1,2", .real(1.2), false),
        ("2.50 Mbps", .real(2.5), true), ("2.50", .real(2.504), true), ("2.50", .real(2.505), false),
        ("2.50", .real(2.495), true), ("2.5", .real(2.54), true), ("2.5", .real(2.55), false),
        ("2.68", .real(2.675), true), ("−2.68", .real(-2.675), true), ("2", .real(1.5), true),
        ("2.5Mbps", .real(2.5), true), ("0.82", .real(2.5 - 1.68), true), (".5", .real(0.5), true),
        ("1,200", .integer(1204), false), ("1.2 million", .integer(1_204_000), true),
        ("1.2 million", .integer(1_250_000), false), ("2 million", .integer(2_400_000), true),
        ("20 thousand", .integer(20_400), true), ("$2.5 million", .integer(2_490_000), true),
        ("$2.5m", .integer(2_500_000), true), ("€3bn", .integer(3_100_000_000), true),
        ("€3bn", .integer(3_000_000), false), ("£12.50", .real(12.5), true), ("US$5", .integer(5), true),
        ("35 %", .integer(35), true), ("35%", .real(34.6), true), ("35 %", .real(0.35), false),
        ("35 per cent", .integer(35), true), ("0.4 percentage points", .real(0.41), true),
        ("−6", .integer(-6), true), ("-6", .integer(-6), true), ("+6", .integer(6), true),
        ("+6", .integer(-6), false), ("minus six", .integer(-6), true), ("minus 0.5", .real(-0.5), true),
        ("−$3", .integer(-3), true), ("Comcast’s 6 places", .integer(6), true),
        ("2.5 megabits per second", .real(2.5), true), ("a 6-place rise", .integer(6), true),
        ("1.5M", .integer(1_490_000), true), ("1.5M", .integer(1_440_000), false),
        ("1.5M", .real(1.5), false),
        ("1.5m", .real(1.5), true), ("2k", .integer(2400), true), ("2k", .integer(2600), false),
        ("3B rows", .integer(3_000_000_000), true), ("$2k", .integer(2000), true),
        ("$2K", .integer(2000), true), ("$1.5m", .integer(1_500_000), true),
        ("1", .real(1e300), false), ("0", .real(1e-300), true),
    ])

    private static let words = table([
        ("six places", .integer(6), true), ("Comcast's six places", .integer(6), true),
        ("Six", .integer(6), true), ("six", .real(5.4), false), ("twenty-one", .integer(21), true),
        ("twenty one", .integer(21), true), ("twenty-one", .integer(20), false),
        ("one hundred and five", .integer(105), true), ("a hundred and five", .integer(105), true),
        ("a hundred", .integer(104), false), ("two hundred", .integer(200), true),
        ("one thousand two hundred thirty-four", .integer(1234), true),
        ("three hundred thousand", .integer(300_000), true),
        ("two million", .integer(2_100_000), true), ("two million five", .integer(2_000_005), true),
        ("a dozen", .integer(12), true), ("two dozen", .integer(24), true),
        ("half a dozen", .integer(6), true), ("half a million", .integer(500_000), true),
        ("no provider", .integer(0), true), ("no provider", .integer(1), false),
        ("none", .integer(0), true), ("zero", .integer(0), true), ("no one", .integer(0), true),
        ("a single place", .integer(1), true), ("one edition", .integer(1), true),
        ("fifty-six editions", .integer(56), true), ("nineteen", .integer(90), false),
    ])

    private static let ordinals = table([
        ("fifth", .integer(5), true), ("fifth", .integer(6), false), ("11th", .integer(11), true),
        ("eleventh in March 2014", .integer(11), true), ("twenty-first", .integer(21), true),
        ("one hundred and first", .integer(101), true), ("first in the country", .integer(1), true),
        ("in 2014 it was twelfth", .integer(12), true), ("twelfth", .real(11.6), false),
        ("the third provider", .integer(3), true), ("a third provider", .integer(3), true),
        ("second", .integer(2), true), ("1,204th", .integer(1204), true),
    ])

    private static let fractions = table([
        ("a third", .real(1.0 / 3), true), ("a third", .real(0.3), true), ("a third", .real(0.38), false),
        ("a third of them", .real(0.34), true), ("one third", .real(0.29), false),
        ("two thirds", .real(0.65), true), ("two-thirds", .real(0.7), true),
        ("two thirds", .real(0.6), false), ("half", .real(0.48), true), ("half", .real(0.55), false),
        ("a quarter", .real(0.26), true), ("three quarters", .real(0.75), true),
        ("three-quarters", .real(0.7), false), ("1/3", .real(0.33), true), ("½", .real(0.5), true),
        ("2½", .real(2.5), true), ("two and a half", .real(2.5), true),
        ("a year and a half", .real(1.5), true), ("four fifths", .real(0.8), true),
        ("four fifths", .real(0.75), false), ("eight hundredths of a megabit", .real(0.08), true),
        ("eight hundredths", .real(0.09), false), ("one hundredth ahead", .real(0.01), true),
        ("nine tenths", .real(0.91), true),
        ("one in five", .real(0.2), true), ("one in five", .real(0.23), false),
        ("one in five", .integer(1), false), ("One in every five", .real(0.21), true),
        ("two out of three", .real(0.65), true), ("two out of three", .integer(2), false),
        ("2 out of the 3", .real(0.6667), true), ("three in ten", .real(0.34), true),
        ("three in ten", .real(0.36), false), ("nearly one in three", .real(0.32), true),
        ("more than 9 in 10 homes", .real(0.91), true), ("1 in 5 chance", .real(0.2), true),
        ("six in 2014", .integer(6), true), ("six in March", .integer(6), true),
    ])

    private static let multiples = table([
        ("twice", .real(2.04), true), ("twice", .real(2.3), false), ("double", .integer(2), true),
        ("twice as fast", .real(1.5), false), ("three times", .real(3.1), true),
        ("three times", .real(2.6), false), ("thrice", .integer(3), true), ("10x", .real(10.4), true),
        ("tenfold", .real(10.6), false), ("2.5 times", .real(2.54), true),
        ("more than twice its speed", .real(2.146), true), ("more than twice", .integer(2), false),
    ])

    private static let ranges = table([
        ("between two and three", .real(2.4), true), ("between two and three", .real(3.1), false),
        ("between two and three", .integer(2), true), ("from 2 to 3", .integer(3), true),
        ("2–3", .integer(2), true), ("2-3", .integer(4), false), ("two to three", .real(1.9), false),
        ("two or three", .integer(3), true), ("between 0.18 and 0.23 Mbps", .real(0.23), true),
        ("two to three million", .integer(2_400_000), true), ("$2–3 million", .integer(5), false),
        ("2 % to 3 %", .real(2.5), true), ("fifth to ninth", .integer(7), true),
        ("between a third and a half", .real(0.4), true), ("about 10 to 20", .integer(21), true),
        ("about 10 to 20", .integer(23), false), ("between one hundred and two hundred", .integer(150), true),
    ])

    private static let bounds = table([
        ("nearly 12", .integer(11), true), ("nearly 12", .integer(12), false),
        ("nearly 12", .integer(10), false), ("almost half", .real(0.47), true),
        ("just under 2.5", .real(2.49), true), ("just under 2.5", .real(2.5), false),
        ("not quite a third", .real(0.32), true), ("about a third", .real(0.36), true),
        ("about 12", .integer(13), true), ("about 12", .integer(14), false),
        ("around 2.5", .real(2.3), true), ("some fifty", .integer(53), true), ("~5", .integer(5), true),
        ("five or so", .integer(5), true), ("roughly 1,000", .integer(1099), true),
        ("more than 5", .integer(6), true), ("more than 5", .integer(5), false),
        ("over half", .real(0.51), true), ("just over 5", .real(5.2), true),
        ("just over 5", .integer(7), false), ("above 2.5", .real(2.5), false),
        ("at least six", .integer(6), true), ("at least six", .integer(5), false),
        ("no fewer than six", .integer(7), true), ("six or more", .integer(9), true),
        ("six places or more", .integer(5), false), ("5+", .integer(6), true),
        ("fewer than six", .integer(5), true), ("less than 0.3", .real(0.1 + 0.2), false),
        ("under $5", .integer(6), false), ("below 2.5", .real(2.49), true),
        ("at most 0.3", .real(0.1 + 0.2), true), ("up to six", .integer(7), false),
        ("no more than six", .integer(6), true), ("six at most", .integer(6), true),
        ("more than a hundred", .integer(101), true), ("exactly six", .integer(6), true),
        ("exactly 2.5", .real(2.51), false), ("just six", .integer(6), true),
        ("only six", .integer(5), false),
        ("≥ 5", .integer(5), true), (">= 5", .integer(4), false), ("<5", .integer(4), true),
    ])

    private static let texts = table([
        ("Cablevision  Optimum", .text("cablevision optimum"), true), ("Cox", .text("Comcast"), false),
        ("AT&T’s DSL", .text("AT&T's DSL"), true), ("March 2014", .text("March 2014"), true),
        ("March 2014", .text("2014"), true), ("March 2014", .text("April 2014"), false),
        ("March 2014", .text("2014-03"), true), ("March 2014", .text("2014-04"), false),
        ("On 28 April 2014", .text("2014-04-28"), true), ("On 28 April 2014", .text("2014-04-29"), false),
        ("28 April", .text("2014-04-28"), true), ("28 April 2014", .text("2014-04"), false),
        ("April 28, 2014", .text("2014-04-28"), true), ("2014", .text("2014-03"), true),
        ("2014", .text("2015-03"), false), ("in 2014", .integer(2014), true),
        ("in 2014", .integer(2015), false), ("2014", .integer(2014), true),
        ("2.50 Mbps", .text("2.50"), true), ("2.5", .text("2.54"), true), ("25 %", .text("25%"), true),
        ("eleventh", .text("11th"), true), ("6", .text("six"), true), ("6", .text("six places"), false),
        ("4K", .text("4k"), true),
        ("6", .text(""), false), ("5", .text("+5"), true), ("March 2014", .text("March 2013"), false),
    ])

    private static let statements = table([
        ("it climbed", .integer(1), true), ("it climbed", .integer(0), false),
        ("it climbed", .text("true"), true), ("it climbed", .text("false"), false),
        ("it climbed", .null, false), ("it climbed", .real(0), false), ("it climbed", .integer(-1), false),
        ("elevnth", .integer(11), false),
        ("In March 2014", .integer(1), true), ("from 2012 to 2018", .integer(1), true),
        ("no longer on the list", .integer(1), true), ("the first half of 2014", .integer(1), true),
    ])

    private static let names = table([
        ("4K", .integer(4), false), ("4K", .integer(1), true), ("IPv6", .integer(6), false),
        ("H.264", .integer(264), false), ("MPEG-4", .integer(4), false),
        ("version 0.31.2", .integer(0), false),
        ("at 20:30", .integer(20), false), ("the 2010s", .integer(2010), false), ("5G", .integer(5), false),
        ("2K", .integer(2000), false), ("both rose", .integer(1), true), ("both", .integer(2), false),
        ("hundreds", .integer(300), false), ("six on IPv6", .integer(6), true),
        ("someone", .integer(1), true), ("often", .integer(1), true),
    ])
}
