import Claims
import Diagnostics
import Testing

@Suite struct UnverifiedNumberTests {
    private func numbers(_ text: String) -> [UnverifiedNumber] {
        let location = SourceLocation(path: "a.md", line: 7, column: 5)
        return UnverifiedNumber.all(in: [ProseRun(text: text, location: location)])
    }

    @Test(arguments: [
        ("Comcast rose six places, to 2.50 Mbps.", ["six", "2.50"]),
        ("It was eleventh of sixteen, then 5th.", ["eleventh", "sixteen", "5th"]),
        ("a third of 1,204 pages, half as many", ["a third", "1,204", "half"]),
        ("It was first, with 3.17 Mbps, and doubled.", ["first", "3.17", "doubled"]),
        ("more than twice as many, $2.5 million, 35 %", ["twice", "$2.5 million", "35"]),
        (
            "one edition, one hundredth ahead, one hundred and five",
            [
                "one", "one hundredth", "one hundred and five",
            ]
        ),
        ("a rise of −0.5 to +0.25", ["−0.5", "+0.25"]), ("two and a half days", ["two and a half"]),
        ("from 2 to 3 % and 2–3 Mbps", ["2", "3", "2", "3"]),
        ("the second caution and a six-place rise", ["second", "six"]),
        ("Cox 2.67, Comcast 11", ["2.67", "11"]),
        (
            "one in five homes, two out of three, one in five days",
            ["one in five", "two out of three", "five"]
        ),
        ("1.5M viewers and 2k pages, in 4K", ["1.5M", "2k"]),
    ])
    func `digits, ordinals and number words are found`(text: String, found: [String]) {
        #expect(numbers(text).map(\.text) == found)
    }

    @Test(arguments: [
        "On 28 April 2014, April 28, 2014, 2014-04-28 and the 28th of April.",
        "In April 2014, in 2014, mid-2014, the 2010s, 2014’s end, from 2012 to 2018, 1999.",
        "At 20:30 on 4 July.", "Version 0.31.2, v1.2 and version 2 of it.",
        "4K, H.264, IPv6, MPEG-4, 5G, 1080p, UTF-8, HTTP/2 and RFC 7234.", "Level 3 and Title 47.",
        "No one, one of them, one another, the one that fell, this one, one by one.",
        "The first list first reached us at first.",
        "No provider, none of them, no longer, not a single one.",
        "The second half of 2014 and the first quarter.", "megabits per second", "third parties",
        "a one-way street", "Often, someone tense.",
        "May 2014 and March.", "", "—",
    ])
    func `dates, versions, names and pronouns are left out`(text: String) {
        #expect(numbers(text).map(\.text) == [])
    }

    @Test func `a number is told with its place`() {
        let found = numbers("é six\nand\nthen 11th")
        #expect(found.map(\.location.description) == ["a.md:7:8", "a.md:9:6"])
        #expect(found.map(\.location.length) == [3, 4])
    }
}
