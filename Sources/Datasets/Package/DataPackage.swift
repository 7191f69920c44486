package import Diagnostics

/// A Frictionless Data Package: what the data of a site are, who published them and on which terms.
package struct DataPackage: Sendable, Hashable {
    package var name: String?
    package var title: String?
    package var description: String?
    package var version: String?
    package var homepage: String?
    /// As written: a date, or a date and a time.
    package var created: String?
    package var keywords: [String] = []
    package var licences: [Licence] = []
    package var sources: [DataSource] = []
    package var contributors: [Contributor] = []
    /// In the order in which they are described.
    package var resources: [Resource] = []
    /// Where the package is described; nil for one without a description.
    package var location: SourceLocation?

    package init() {}
}

/// The terms under which data may be used.
package struct Licence: Sendable, Hashable {
    /// An identifier such as `CC-BY-4.0`.
    package var name: String?
    /// An address, or a file beside the package.
    package var path: String?
    package var title: String?

    package init(name: String?, path: String? = nil, title: String? = nil) {
        self.name = name
        self.path = path
        self.title = title
    }
}

/// Where data come from.
package struct DataSource: Sendable, Hashable {
    package var title: String?
    package var path: String?
    package var email: String?
    package var version: String?

    package init(title: String?, path: String? = nil, email: String? = nil, version: String? = nil) {
        self.title = title
        self.path = path
        self.email = email
        self.version = version
    }
}

/// Somebody who made the data.
package struct Contributor: Sendable, Hashable {
    package var title: String?
    package var path: String?
    package var email: String?
    package var roles: [String] = []
    package var organization: String?
}
