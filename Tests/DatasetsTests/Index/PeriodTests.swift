import Testing

@testable import Datasets

@Suite struct PeriodTests {
    @Test(arguments: [
        (Period.Grain.year, "2014", "2015", "2014"), (.quarter, "2014-Q4", "2015-Q1", "Q4 2014"),
        (.month, "2013-12", "2014-01", "December 2013"), (.week, "2020-W53", "2021-W01", "Week 53 of 2020"),
        (.week, "2014-W09", "2014-W10", "Week 9 of 2014"),
        (.day, "2012-02-29", "2012-03-01", "29 February 2012"),
        (.day, "1999-12-31", "2000-01-01", "31 December 1999"),
    ])
    func `periods are read, follow each other and are written`(
        grain: Period.Grain, text: String, next: String, label: String
    ) {
        let period = Period(text, grain: grain)
        #expect(period?.text == text)
        #expect(period?.label(in: EnglishForms()) == label)
        #expect(period?.next == Period(next, grain: grain))
        #expect(period?.next.text == next)
    }

    @Test(arguments: [
        (Period.Grain.month, "2014-3"), (.month, "2014-00"), (.month, "2014-03-01"), (.month, "2014"),
        (.day, "2013-02-29"), (.week, "2014-W53"), (.quarter, "2014-Q5"), (.year, "14"), (.year, "0000"),
        (.month, "２０１４-03"),
    ])
    func `what is no period of the grain is none`(grain: Period.Grain, text: String) {
        #expect(Period(text, grain: grain) == nil)
    }
}
