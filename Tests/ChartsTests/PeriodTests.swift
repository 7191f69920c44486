import Charts
import Testing

@Test(arguments: [
    (Grain.month, "2014-03", "Mar 2014", "March 2014"), (.year, "2014", "2014", "2014"),
    (.quarter, "2014-Q3", "Q3 2014", "Q3 2014"), (.day, "2016-02-29", "29 Feb 2016", "29 February 2016"),
    (.day, "1969-12-31", "31 Dec 1969", "31 December 1969"), (.ordinal, "-3", "-3", "-3"),
])
func `a period keeps its text and has two labels`(grain: Grain, text: String, short: String, long: String)
    throws
{
    let period = try #require(grain.period(text))
    #expect(grain.text(period) == text)
    #expect(grain.label(period, .short) == short)
    #expect(grain.label(period, .long) == long)
}

@Test(arguments: [
    (Grain.month, "2014-13"), (.month, "2014-3"), (.month, "2014"), (.month, "2014-03-01"),
    (.day, "2015-02-29"), (.day, "2014-04-31"), (.year, "14"), (.quarter, "2014-Q5"), (.ordinal, "1.5"),
    (.ordinal, "99999999999999999999"), (.month, ""), (.month, "٢٠١٤-03"),
])
func `text that is no date of the grain is refused`(grain: Grain, text: String) {
    #expect(grain.period(text) == nil)
}
