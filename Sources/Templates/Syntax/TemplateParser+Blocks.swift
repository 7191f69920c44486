import Diagnostics

// Tags that open and close.
extension TemplateParser {
    mutating func openParent(_ tag: TemplateTag) {
        let indentation = lead(of: tag)
        appendText(position..<max(position, (indentation ?? tag.range).lowerBound))
        position = tag.range.upperBound
        guard let name = templateName(in: tag) else { return }
        open.append(OpenTag(kind: .parent(name, indentation: indentation), tag, name.text))
    }

    mutating func openBlock(_ tag: TemplateTag) {
        let end = tail(of: tag)
        var isOverride = false
        if case .parent = open[open.count - 1].kind { isOverride = true }
        let isAlone = end != nil && (isOverride || lead(of: tag) != nil)
        let own = lead(of: tag) ?? tag.range.lowerBound..<tag.range.lowerBound
        take(tag, dropsLine: isAlone && !isOverride)
        if isAlone, let end { position = end }
        guard let name = templateName(in: tag) else { return }
        let firstLine = isAlone ? leadOfFirstLine(from: position) : nil
        var opened: OpenTag
        if isOverride {
            opened = OpenTag(kind: .override(name, isInline: !isAlone), tag, name.text)
            opened.dedent = firstLine?.count ?? open[open.count - 1].dedent
        } else {
            let layout = OpenTag.BlockLayout(isInline: !isAlone, own: own, firstLine: firstLine)
            opened = OpenTag(kind: .block(name, layout), tag, name.text)
            opened.dedent = open[open.count - 1].dedent
        }
        open.append(opened)
    }

    mutating func close(_ tag: TemplateTag) {
        let name = text(tag.name)
        guard let index = open.lastIndex(where: { $0.name == name && !$0.range.isEmpty }) else {
            take(tag, dropsLine: isAlone(tag))
            reportStrayClosing(tag)
            return
        }
        while open.count - 1 > index {
            reportUnclosed(open[open.count - 1], closedBy: tag)
            finishInnermost()
        }
        finish(with: tag)
    }

    /// Closes the innermost tag by its closing tag.
    private mutating func finish(with tag: TemplateTag) {
        let opened = open[open.count - 1]
        switch opened.kind {
        case .parent(let name, let indentation):
            let isStandalone = indentation != nil && tail(of: tag) != nil
            open.removeLast()
            position = tag.range.upperBound
            if let indentation, !isStandalone { appendText(indentation, marksLine: true) }
            if isStandalone, let end = tail(of: tag) { position = end }
            let empty = opened.range.lowerBound..<opened.range.lowerBound
            let inclusion = TemplateInclusion(
                name: name, isStandalone: isStandalone,
                indentation: isStandalone ? indented(indentation ?? empty) : empty)
            append(.parent(inclusion, overrides: opened.overrides))
        case .override:
            // What follows is ignored, so only what stands before the tag decides.
            take(tag, dropsLine: lead(of: tag) != nil)
            position = tag.range.upperBound
            finishInnermost()
        case .block(let name, let layout):
            let isEmpty = layout.firstLine.map { $0.upperBound == tag.range.lowerBound } ?? true
            take(tag, dropsLine: isAlone(tag))
            let body = open.removeLast().children
            let indentation = isEmpty ? layout.own : layout.firstLine ?? layout.own
            append(.block(block(name, body, indented(indentation), isInline: layout.isInline)))
        case .section, .ignored, .template:
            take(tag, dropsLine: isAlone(tag))
            finishInnermost()
        }
    }

    /// Closes the innermost tag where nothing more is to be read.
    mutating func finishInnermost() {
        guard open.count > 1 else { return }
        let opened = open.removeLast()
        let empty = opened.range.upperBound..<opened.range.upperBound
        switch opened.kind {
        case .section(let path, let isInverted):
            append(.section(path, isInverted: isInverted, body: opened.children))
        case .override(let name, let isInline):
            add(override: block(name, opened.children, empty, isInline: isInline))
        case .block(let name, let layout):
            append(.block(block(name, opened.children, empty, isInline: layout.isInline)))
        case .parent(let name, _):
            let inclusion = TemplateInclusion(name: name, isStandalone: false, indentation: empty)
            append(.parent(inclusion, overrides: opened.overrides))
        case .ignored, .template: break
        }
    }

    private mutating func add(override: TemplateBlock) {
        guard case .parent = open[open.count - 1].kind else { return }
        let name = override.name
        if let first = open[open.count - 1].overridden.updateValue(name, forKey: name.text) {
            reportTwice(name, first: first)
        }
        open[open.count - 1].overrides.append(override)
    }

    private mutating func block(
        _ name: TemplateName, _ body: [TemplateNode], _ indentation: Range<Int>, isInline: Bool
    ) -> TemplateBlock {
        blocks += 1
        return TemplateBlock(
            name: name, number: blocks, body: body, indentation: indentation, isInline: isInline)
    }

    mutating func closeAll() {
        while open.count > 1 {
            reportUnclosed(open[open.count - 1], closedBy: nil)
            finishInnermost()
        }
    }
}
