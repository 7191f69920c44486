import Datasets

/// Where a reader finds the rows of the data.
struct RowPlaces: Sendable {
    /// For each row the one page that was made from it.
    private let pages: [RowID: SiteAddress]
    /// The page that has a section for each table, under the table's name.
    private let dataPage: String?

    private struct Place {
        let address: SiteAddress
        /// How many rows the page was made from.
        let rowCount: Int
    }

    /// - Parameter dataPage: the address that `data.page` in site.yaml names
    init(_ plans: [PagePlan], dataPage: String?) {
        self.dataPage = dataPage
        var collections: [String: [PagePlan]] = [:]
        for plan in plans {
            if case .row(let collection) = plan.kind { collections[collection, default: []].append(plan) }
        }
        var places: [RowID: Place] = [:]
        for (_, plans) in collections.sorted(by: { $0.key < $1.key }) {
            places.merge(Self.places(in: plans)) { $1.rowCount < $0.rowCount ? $1 : $0 }
        }
        pages = places.mapValues(\.address)
    }

    /// The page of a row, such as that of its edition: of those that were made from it alone in their
    /// collection, the one made from the fewest rows. Else its table's section on the page of the data, and
    /// where there is no such page, the table itself.
    func address(of row: Provenance.Row) -> String {
        pages[row.id]?.text ?? address(ofTable: row.table)
    }

    func address(ofTable name: String) -> String {
        dataPage.map { "\($0)#\(name)" } ?? "/data/\(name).csv"
    }

    func add(to fingerprint: inout Fingerprint) {
        for (row, address) in pages.sorted(by: { $0.key < $1.key }) {
            fingerprint.add(row.number)
            fingerprint.add(address.text)
        }
    }

    /// The rows from which one page of a collection was made and no other.
    private static func places(in plans: [PagePlan]) -> [RowID: Place] {
        var places: [RowID: Place] = [:]
        var shared: Set<RowID> = []
        for plan in plans {
            let rows = plan.row?.sources ?? []
            let place = Place(address: plan.address, rowCount: rows.count)
            for row in rows where places.updateValue(place, forKey: row) != nil { shared.insert(row) }
        }
        for row in shared { places[row] = nil }
        return places
    }
}
