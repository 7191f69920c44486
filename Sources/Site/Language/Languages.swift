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
            "verified_note":
                "{count} of {total} figures were computed from the data, or checked against it.",
            "archived": "archived copy", "row": "row",
            "rows": "rows", "fields": "Fields",
            "more_rows": "{count} more rows", "more_sources": "{count} more sources",
            "and_more": "and {count} more",
            "latest": "Latest", "sections": "Sections",
            "charts": "Charts and tables", "in_words": "In words", "download": "Download",
            "shown_on": "Where it stands", "embed": "Show it on another site",
            "no_page": "Page not found", "not_found": "There is no page at this address.",
            "home": "The front page",
            "search": "Search",
            "search_site": "Search this site",
            "search_none": "Nothing found for “{text}”.",
            "search_one": "1 result for “{text}”.",
            "search_many": "{count} results for “{text}”.",
            "search_read_as": "Taken for “{text}”.",
            "search_more": "More results",
            "search_failed": "The index could not be loaded: {text}",
            "search_script":
                "Searching needs JavaScript, because it happens in your browser and asks no server. Without it, a search engine finds these pages by the site’s name and your words.",
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
            "verified_note":
                "{count} von {total} Zahlen wurden aus den Daten berechnet oder an ihnen geprüft.",
            "archived": "archivierte Fassung", "row": "Zeile",
            "rows": "Zeilen", "fields": "Felder",
            "more_rows": "{count} weitere Zeilen", "more_sources": "{count} weitere Quellen",
            "and_more": "und {count} weitere",
            "latest": "Neues", "sections": "Bereiche",
            "charts": "Diagramme und Tabellen", "in_words": "In Worten", "download": "Herunterladen",
            "shown_on": "Wo es steht", "embed": "Auf einer anderen Seite zeigen",
            "no_page": "Seite nicht gefunden", "not_found": "Unter dieser Adresse gibt es keine Seite.",
            "home": "Zur Startseite",
            "search": "Suche",
            "search_site": "Diese Seiten durchsuchen",
            "search_none": "Nichts gefunden zu „{text}“.",
            "search_one": "1 Treffer zu „{text}“.",
            "search_many": "{count} Treffer zu „{text}“.",
            "search_read_as": "Gelesen als „{text}“.",
            "search_more": "Weitere Treffer",
            "search_failed": "Das Verzeichnis ließ sich nicht laden: {text}",
            "search_script":
                "Die Suche braucht JavaScript, weil sie in Ihrem Browser stattfindet und keinen Server fragt. Ohne findet eine Suchmaschine diese Seiten unter dem Namen der Website und Ihren Wörtern.",
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
            "verified_note":
                "{count} des {total} chiffres ont été calculés ou vérifiés sur les données.",
            "archived": "copie archivée", "row": "ligne",
            "rows": "lignes", "fields": "Champs",
            "more_rows": "{count} autres lignes", "more_sources": "{count} autres sources",
            "and_more": "et {count} autres",
            "latest": "Derniers articles",
            "sections": "Rubriques", "charts": "Graphiques et tableaux", "in_words": "En mots",
            "download": "Télécharger", "shown_on": "Où il figure", "embed": "L’afficher sur un autre site",
            "no_page": "Page introuvable", "not_found": "Il n’y a pas de page à cette adresse.",
            "home": "Page d’accueil",
            "search": "Recherche",
            "search_site": "Chercher dans ce site",
            "search_none": "Aucun résultat pour «\u{A0}{text}\u{A0}».",
            "search_one": "1 résultat pour «\u{A0}{text}\u{A0}».",
            "search_many": "{count} résultats pour «\u{A0}{text}\u{A0}».",
            "search_read_as": "Compris comme «\u{A0}{text}\u{A0}».",
            "search_more": "Plus de résultats",
            "search_failed": "L’index n’a pas pu être chargé\u{A0}: {text}",
            "search_script":
                "La recherche a besoin de JavaScript, car elle se fait dans votre navigateur et n’interroge aucun serveur. Sinon, un moteur de recherche trouve ces pages par le nom du site et vos mots.",
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
            "verified_note":
                "{count} de {total} cifras se calcularon o se comprobaron con los datos.",
            "archived": "copia archivada", "row": "fila",
            "rows": "filas", "fields": "Campos",
            "more_rows": "{count} filas más", "more_sources": "{count} fuentes más",
            "and_more": "y {count} más",
            "latest": "Lo último", "sections": "Secciones",
            "charts": "Gráficos y tablas", "in_words": "En palabras", "download": "Descargar",
            "shown_on": "Dónde aparece", "embed": "Mostrarlo en otro sitio",
            "no_page": "Página no encontrada", "not_found": "No hay ninguna página en esta dirección.",
            "home": "Portada",
            "search": "Buscar",
            "search_site": "Buscar en este sitio",
            "search_none": "Nada encontrado para «{text}».",
            "search_one": "1 resultado para «{text}».",
            "search_many": "{count} resultados para «{text}».",
            "search_read_as": "Leído como «{text}».",
            "search_more": "Más resultados",
            "search_failed": "No se pudo cargar el índice: {text}",
            "search_script":
                "La búsqueda necesita JavaScript, porque ocurre en su navegador y no pregunta a ningún servidor. Sin él, un buscador encuentra estas páginas por el nombre del sitio y sus palabras.",
        ])
}
