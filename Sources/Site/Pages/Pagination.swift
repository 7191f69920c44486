import Templates

/// Which part of a long list a page shows.
struct Pagination: Sendable, Hashable {
    /// From 1.
    let number: Int
    let pageCount: Int
    let pageSize: Int
    let itemCount: Int
    /// The list's first page.
    let base: SiteAddress

    /// The places of the list that this page shows.
    var range: Range<Int> {
        let start = (number - 1) * pageSize
        return start..<min(start + pageSize, itemCount)
    }

    /// All pages of a list, the first at the list's own address, so that none stands twice.
    static func pages(of itemCount: Int, by pageSize: Int, at base: SiteAddress) -> [Pagination] {
        let count = max(1, (itemCount + pageSize - 1) / pageSize)
        return (1...count).map {
            Pagination(number: $0, pageCount: count, pageSize: pageSize, itemCount: itemCount, base: base)
        }
    }

    func address(of number: Int) -> String {
        number == 1 ? base.text : "\(base.text)page/\(number)/"
    }

    /// `{number, count, items, first_item, last_item, first, last, previous, next, pages}`
    var record: TemplateValue {
        [
            "number": .text(String(number)), "count": .text(String(pageCount)),
            "items": .text(String(itemCount)), "first_item": .text(String(range.lowerBound + 1)),
            "last_item": .text(String(range.upperBound)), "first": link(to: 1), "last": link(to: pageCount),
            "previous": number > 1 ? link(to: number - 1) : .absent,
            "next": number < pageCount ? link(to: number + 1) : .absent,
            "pages": .list(nearPages.map(link)),
        ]
    }

    private func link(to other: Int) -> TemplateValue {
        [
            "number": .text(String(other)), "url": .text(address(of: other)),
            "current": .flag(other == number), "follows_gap": .flag(isAfterGap(other)),
        ]
    }

    /// The first, the last, and those around this one, whatever their number.
    private var nearPages: [Int] {
        let near = max(1, number - 2)...min(pageCount, number + 2)
        return [1].filter { !near.contains($0) } + Array(near)
            + [pageCount].filter { !near.contains($0) }
    }

    private func isAfterGap(_ other: Int) -> Bool {
        (other == number - 2 && other > 2) || (other == pageCount && other > number + 3)
    }
}
