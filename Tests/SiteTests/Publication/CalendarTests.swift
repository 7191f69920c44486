import Testing

@testable import Site

@Suite struct Calendars {
    @Test func `events become a calendar, and what is dated by month or year fills it`() async throws {
        let site = try SiteFixture(
            rivers.with([
                "Content/site.yaml": """
                title: Rivers
                events:
                  floods: { table: floods, title: name, link: "/{id}/" }

                """,
                "Content/data/floods.csv": """
                id,date,name
                a,1993-12-31,"High water; rain, snow"
                b,1784-02,Ice
                c,1342,Magdalene
                d,unknown,Lost

                """,
            ]))
        #expect(await site.build(baseURL: "https://example.org/").problems == [])
        let calendar = site.page("events/floods.ics") ?? ""
        #expect(
            calendar.replacing("\r\n", with: "\n") == """
                BEGIN:VCALENDAR
                VERSION:2.0
                PRODID:-//sitegen//events//EN
                CALSCALE:GREGORIAN
                X-WR-CALNAME:Rivers: floods
                BEGIN:VEVENT
                UID:floods-c@example.org
                DTSTAMP:13420101T000000Z
                DTSTART;VALUE=DATE:13420101
                DTEND;VALUE=DATE:13430101
                SUMMARY:Magdalene (day not known)
                DESCRIPTION:The day is not known: 1342.
                URL:https://example.org/c/
                TRANSP:TRANSPARENT
                END:VEVENT
                BEGIN:VEVENT
                UID:floods-b@example.org
                DTSTAMP:17840201T000000Z
                DTSTART;VALUE=DATE:17840201
                DTEND;VALUE=DATE:17840301
                SUMMARY:Ice (day not known)
                DESCRIPTION:The day is not known: February 1784.
                URL:https://example.org/b/
                TRANSP:TRANSPARENT
                END:VEVENT
                BEGIN:VEVENT
                UID:floods-a@example.org
                DTSTAMP:19931231T000000Z
                DTSTART;VALUE=DATE:19931231
                DTEND;VALUE=DATE:19940101
                SUMMARY:High water\\; rain\\, snow
                URL:https://example.org/a/
                TRANSP:TRANSPARENT
                END:VEVENT
                END:VCALENDAR

                """)
    }

    @Test func `long lines are folded between characters`() {
        var lines = ICalendarLines()
        lines.add("SUMMARY", text: String(repeating: "é", count: 40))
        #expect(
            String(decoding: lines.bytes, as: UTF8.self)
                == "SUMMARY:" + String(repeating: "é", count: 33) + "\r\n " + String(repeating: "é", count: 7)
                + "\r\n")
    }
}
