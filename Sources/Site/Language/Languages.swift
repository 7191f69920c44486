extension LanguageFormat {
    /// By the first part of a language tag; English for a language that is not known.
    static func standard(for language: String) -> LanguageFormat {
        switch language.prefix(while: { $0 != "-" && $0 != "_" }).lowercased() {
        case "de": german
        case "fr": french
        case "es": spanish
        default: english
        }
    }

    static let english = LanguageFormat(
        months: [
            "January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
            "November", "December",
        ],
        date: [.name("day"), .literal(" "), .name("month"), .literal(" "), .name("year")],
        monthAndYear: [.name("month"), .literal(" "), .name("year")],
        firstDay: nil, decimalSeparator: ".", groupSeparator: ",",
        words: [
            "skip": "Skip to the content", "menu": "Main", "on_this_page": "On this page",
            "breadcrumbs": "Breadcrumbs", "updated": "Updated", "minutes": "min read", "previous": "Previous",
            "next": "Next", "parts": "Parts of this list", "page": "Page", "related": "Related",
            "references": "References", "corrections": "Corrections",
            "verified": "Figures and where they come from",
            "verified_note": "Computed from the data, or checked against it, when this page was made.",
            "archived": "archived copy", "row": "row", "latest": "Latest", "sections": "Sections",
            "charts": "Charts and tables", "in_words": "In words", "download": "Download",
            "shown_on": "Where it stands", "embed": "Show it on another site",
            "no_page": "Page not found", "not_found": "There is no page at this address.",
            "home": "The front page",
        ])

    private static let german = LanguageFormat(
        months: [
            "Januar", "Februar", "März", "April", "Mai", "Juni", "Juli", "August", "September", "Oktober",
            "November", "Dezember",
        ],
        date: [.name("day"), .literal(". "), .name("month"), .literal(" "), .name("year")],
        monthAndYear: [.name("month"), .literal(" "), .name("year")],
        firstDay: nil, decimalSeparator: ",", groupSeparator: ".",
        words: [
            "skip": "Zum Inhalt", "menu": "Hauptmenü", "on_this_page": "Auf dieser Seite",
            "breadcrumbs": "Pfad", "updated": "Aktualisiert am", "minutes": "Min. Lesezeit",
            "previous": "Zurück", "next": "Weiter", "parts": "Teile dieser Liste", "page": "Seite",
            "related": "Verwandtes", "references": "Quellen", "corrections": "Berichtigungen",
            "verified": "Zahlen und ihre Herkunft",
            "verified_note": "Beim Erstellen dieser Seite aus den Daten berechnet oder an ihnen geprüft.",
            "archived": "archivierte Fassung", "row": "Zeile", "latest": "Neues", "sections": "Bereiche",
            "charts": "Diagramme und Tabellen", "in_words": "In Worten", "download": "Herunterladen",
            "shown_on": "Wo es steht", "embed": "Auf einer anderen Seite zeigen",
            "no_page": "Seite nicht gefunden", "not_found": "Unter dieser Adresse gibt es keine Seite.",
            "home": "Zur Startseite",
        ])

    private static let french = LanguageFormat(
        months: [
            "janvier", "février", "mars", "avril", "mai", "juin", "juillet", "août", "septembre", "octobre",
            "novembre", "décembre",
        ],
        date: [.name("day"), .literal(" "), .name("month"), .literal(" "), .name("year")],
        monthAndYear: [.name("month"), .literal(" "), .name("year")],
        firstDay: "1er", decimalSeparator: ",", groupSeparator: "\u{202F}",
        words: [
            "skip": "Aller au contenu", "menu": "Menu principal", "on_this_page": "Sur cette page",
            "breadcrumbs": "Fil d’Ariane", "updated": "Mis à jour le", "minutes": "min de lecture",
            "previous": "Précédent", "next": "Suivant", "parts": "Parties de cette liste", "page": "Page",
            "related": "À lire aussi", "references": "Références", "corrections": "Rectificatifs",
            "verified": "Les chiffres et leur provenance",
            "verified_note": "Calculés ou vérifiés sur les données à la création de cette page.",
            "archived": "copie archivée", "row": "ligne", "latest": "Derniers articles",
            "sections": "Rubriques", "charts": "Graphiques et tableaux", "in_words": "En mots",
            "download": "Télécharger", "shown_on": "Où il figure", "embed": "L’afficher sur un autre site",
            "no_page": "Page introuvable", "not_found": "Il n’y a pas de page à cette adresse.",
            "home": "Page d’accueil",
        ])

    private static let spanish = LanguageFormat(
        months: [
            "enero", "febrero", "marzo", "abril", "mayo", "junio", "julio", "agosto", "septiembre",
            "octubre", "noviembre", "diciembre",
        ],
        date: [.name("day"), .literal(" de "), .name("month"), .literal(" de "), .name("year")],
        monthAndYear: [.name("month"), .literal(" de "), .name("year")],
        firstDay: nil, decimalSeparator: ",", groupSeparator: ".",
        words: [
            "skip": "Ir al contenido", "menu": "Menú principal", "on_this_page": "En esta página",
            "breadcrumbs": "Ruta", "updated": "Actualizado el", "minutes": "min de lectura",
            "previous": "Anterior", "next": "Siguiente", "parts": "Partes de esta lista", "page": "Página",
            "related": "Relacionado", "references": "Referencias", "corrections": "Correcciones",
            "verified": "Las cifras y su origen",
            "verified_note": "Calculadas o comprobadas con los datos al crear esta página.",
            "archived": "copia archivada", "row": "fila", "latest": "Lo último", "sections": "Secciones",
            "charts": "Gráficos y tablas", "in_words": "En palabras", "download": "Descargar",
            "shown_on": "Dónde aparece", "embed": "Mostrarlo en otro sitio",
            "no_page": "Página no encontrada", "not_found": "No hay ninguna página en esta dirección.",
            "home": "Portada",
        ])
}
