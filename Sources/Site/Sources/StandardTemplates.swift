import Diagnostics

extension SiteSources {
    /// With the templates and the style sheet that are part of the program, for a site that has no
    /// `Templates/page.mustache`; a file of the site's own wins over the one of its name. A site that has
    /// that template is on its own, so that its pages never mix two designs.
    var withStandardTemplates: SiteSources {
        guard templates["page"] == nil else { return self }
        var sources = self
        for (name, bytes) in Self.standardTemplates where sources.templates[name] == nil {
            sources.templates[name] = SourceText(path: "Templates/\(name).mustache", bytes: bytes)
        }
        if let address = SiteAddress("/assets/standard.css"),
            !assets.contains(where: { $0.address == address })
        {
            sources.assets.append(Asset(path: "", address: address, bytes: PackageResources.standard_css))
        }
        return sources
    }

    private static var standardTemplates: [(String, [UInt8])] {
        [
            ("layout", PackageResources.layout_mustache), ("home", PackageResources.home_mustache),
            ("page", PackageResources.page_mustache), ("article", PackageResources.article_mustache),
            ("section", PackageResources.section_mustache), ("row", PackageResources.row_mustache),
            ("taxonomy", PackageResources.taxonomy_mustache), ("terms", PackageResources.terms_mustache),
            ("404", PackageResources.not_found_mustache), ("chart", PackageResources.chart_mustache),
            ("charts", PackageResources.charts_mustache), ("embed", PackageResources.embed_mustache),
            ("data", PackageResources.data_mustache),
            ("corrections", PackageResources.corrections_mustache),
            ("partials/data-table", PackageResources.data_table_mustache),
            ("partials/verified-rows", PackageResources.verified_rows_mustache),
            ("partials/verified-source", PackageResources.verified_source_mustache),
            ("partials/menu-entry", PackageResources.menu_entry_mustache),
            ("partials/footer", PackageResources.footer_mustache),
            ("partials/page-head", PackageResources.page_head_mustache),
            ("partials/toc", PackageResources.toc_mustache),
            ("partials/card", PackageResources.card_mustache),
            ("partials/foot-matter", PackageResources.foot_matter_mustache),
            ("partials/pager", PackageResources.pager_mustache),
            ("partials/parts", PackageResources.parts_mustache),
        ]
    }
}
