import Datasets
import Templates

extension SiteData {
    /// What templates know as `data`: the package and its tables, each with its fields.
    func record(_ format: LanguageFormat) -> TemplateValue {
        [
            "name": .optional(package.name), "version": .optional(package.version),
            "title": .optional(package.title), "description": .optional(package.description),
            "created": .optional(package.created.map(format.dateInWords)),
            "licences": .list(package.licences.map { Self.link($0.title ?? $0.name, $0.path) }),
            "sources": .list(package.sources.map { Self.link($0.title, $0.path) }),
            "package_url": package.resources.isEmpty ? .absent : "/data/datapackage.json",
            "archive_url": package.resources.isEmpty ? .absent : .text("/data/\(Self.archiveName)"),
            "tables": .list(database.describe().filter { $0.kind != .index }.map { tableRecord($0, format) }),
        ]
    }

    private func tableRecord(_ table: TableDescription, _ format: LanguageFormat) -> TemplateValue {
        let resource = package.resources.first { $0.name == table.name }
        return [
            "name": .text(table.name), "title": .text(resource?.title ?? table.name),
            "description": .optional(resource?.description), "is_view": .flag(table.kind == .view),
            "rows": .text(format.number(String(table.rowCount ?? 0))),
            "url_csv": .text("/data/\(table.name).csv"),
            "url_json": .text("/data/\(table.name).json"),
            "fields": .list(
                table.columns.map { column in
                    [
                        "name": .text(column.name), "type": .optional(column.type?.rawValue),
                        "unit": .optional(column.unit), "title": .optional(column.title),
                        "description": .optional(column.description),
                    ]
                }),
            "sources": .list((resource?.sources ?? []).map { Self.link($0.title, $0.path) }),
        ]
    }

    private static func link(_ title: String?, _ url: String?) -> TemplateValue {
        ["title": .text(title ?? url ?? ""), "url": .optional(url)]
    }
}
