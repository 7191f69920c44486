import Testing

/// One wrong file of a site that is right without it, and how the build answers.
struct BadInputCase: Sendable, CustomTestStringConvertible {
    /// The file that is written, and its text.
    let path: String
    let text: String
    /// What is printed: `path:line:col: error: message`, without the code.
    let error: String
    /// Stands in the help, or nil where the message says it all.
    let help: String?
    /// Files that the case needs beside it.
    let others: [String: String]

    init(
        _ path: String, _ text: String, _ error: String, help: String? = nil,
        with others: [String: String] = [:]
    ) {
        self.path = path
        self.text = text
        self.error = error
        self.help = help
        self.others = others
    }

    var testDescription: String { error }
}

extension BadInputCase {
    /// Front matter of a page.
    static func matter(_ lines: String, _ error: String, help: String? = nil) -> BadInputCase {
        BadInputCase("Content/a.md", "---\ntitle: A\n\(lines)\n---\nText.\n", error, help: help)
    }

    /// Text of a page that has a title.
    static func text(_ markdown: String, _ error: String, help: String? = nil) -> BadInputCase {
        BadInputCase("Content/a.md", "# A\n\n" + markdown, error, help: help)
    }

    /// Settings after the title.
    static func settings(_ lines: String, _ error: String, help: String? = nil) -> BadInputCase {
        BadInputCase("Content/site.yaml", "title: Rivers\n\(lines)\n", error, help: help)
    }

    /// A table of two columns after its header and one good row.
    static func rows(_ lines: String, _ error: String, help: String? = nil) -> BadInputCase {
        BadInputCase("Content/data/flows.csv", "river,flow\nrhine,2900\n\(lines)", error, help: help)
    }

    /// A query of a table on a page.
    static func query(_ sql: String, _ error: String, help: String? = nil) -> BadInputCase {
        BadInputCase(
            "Content/a.md", "# A\n\n```table\ntitle: T\nquery: \(sql)\n```\n", error, help: help,
            with: ["Content/data/flows.csv": "river,flow\nrhine,2900\n"])
    }

    /// The body of the template of all pages.
    static func template(_ body: String, _ error: String, help: String? = nil) -> BadInputCase {
        BadInputCase("Templates/page.mustache", "<main>\n\(body)\n</main>\n", error, help: help)
    }
}
