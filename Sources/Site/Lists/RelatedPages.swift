/// The pages nearest to one by the terms they share.
///
/// Of each term only the pages next to it in reading order are looked at, so that what one page costs does
/// not grow with the number of pages.
struct RelatedPages: Sendable {
    let listings: PageListings
    /// Where each page stands in the list of each of its terms.
    private let standings: [[Standing]]

    private struct Standing: Sendable {
        let taxonomy: Int
        let term: Int
        let place: Int
    }

    /// How many pages are looked at on either side in the list of a term.
    private static let reach = 24
    /// How many terms of a page count.
    private static let mostTerms = 16

    init(_ listings: PageListings) {
        self.listings = listings
        var standings = Array(repeating: [Standing](), count: listings.pages.count)
        for (taxonomy, terms) in listings.taxonomies.map(\.terms.indices).enumerated() {
            for term in terms {
                for (place, page) in listings.pages(under: term, of: taxonomy).enumerated()
                where standings[page].count < Self.mostTerms {
                    standings[page].append(Standing(taxonomy: taxonomy, term: term, place: place))
                }
            }
        }
        self.standings = standings
    }

    /// Those that share most terms first, then those that share the rarest one, then in reading order.
    func related(to page: Int, atMost count: Int = 3) -> [Int] {
        var seen: Set<Int> = [page]
        var candidates: [(page: Int, shared: Int, rarest: Int)] = []
        for standing in standings[page] {
            for other in window(standing) where seen.insert(other).inserted {
                let common = shared(page, other)
                candidates.append((other, common.count, common.map(size).min() ?? 0))
            }
        }
        candidates.sort { left, right in
            if left.shared != right.shared { return left.shared > right.shared }
            if left.rarest != right.rarest { return left.rarest < right.rarest }
            return PagePlan.precedes(listings.pages[left.page], listings.pages[right.page])
        }
        return candidates.prefix(count).map(\.page)
    }

    private func window(_ standing: Standing) -> ArraySlice<Int> {
        let list = listings.pages(under: standing.term, of: standing.taxonomy)
        return list[max(0, standing.place - Self.reach)..<min(list.count, standing.place + Self.reach + 1)]
    }

    private func shared(_ page: Int, _ other: Int) -> [Standing] {
        standings[page].filter { mine in
            standings[other].contains { $0.taxonomy == mine.taxonomy && $0.term == mine.term }
        }
    }

    private func size(_ standing: Standing) -> Int {
        listings.pages(under: standing.term, of: standing.taxonomy).count
    }
}
