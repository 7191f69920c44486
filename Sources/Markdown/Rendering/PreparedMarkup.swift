package import Markup

/// The markup of a text, finished but for what the site puts in the places that the outline told of.
///
/// It is held as it is where the site puts nothing anywhere. Each slot is a stretch of it, by where they begin, and
/// may lie within another; filling them copies what stands between.
package struct PreparedMarkup: Sendable, Hashable {
    private let bytes: ArraySlice<UInt8>
    private let slots: [Slot]
    private let images: [ImageElement]
    /// Whether links may lead to addresses that run scripts or open files.
    private let allowsAnyAddress: Bool

    /// Of a text without content.
    package init() {
        bytes = []
        slots = []
        images = []
        allowsAnyAddress = false
    }

    /// Writes a tree whose slots are marked.
    init(of document: CmarkNode, _ rewriting: TreeRewriting) {
        allowsAnyAddress = rewriting.options.allowsRawHTML
        images = rewriting.images
        let (bytes, slots) = document.withRenderedHTML(unsafely: allowsAnyAddress) {
            SlotCutting.cut($0, at: rewriting.marks)
        }
        self.bytes = bytes[...]
        self.slots = slots
    }

    private init(_ other: PreparedMarkup, in bytes: ArraySlice<UInt8>) {
        self.bytes = bytes
        slots = other.slots
        images = other.images
        allowsAnyAddress = other.allowsAnyAddress
    }

    /// The same markup of several texts in one piece of memory, which is given back as a whole once nobody holds any
    /// of it. Where each text has its own, what is kept longer lies between them, and nothing fits into the gaps.
    package static func joined(_ texts: [PreparedMarkup]) -> [PreparedMarkup] {
        var all: [UInt8] = []
        all.reserveCapacity(texts.reduce(0) { $0 + $1.bytes.count })
        for text in texts { all += text.bytes }
        var start = 0
        return texts.map { text in
            defer { start += text.bytes.count }
            return PreparedMarkup(text, in: all[start..<start + text.bytes.count])
        }
    }

    /// The same markup in memory of its own.
    package var separate: PreparedMarkup { PreparedMarkup(self, in: Array(bytes)[...]) }

    /// The markup with what the site puts in its places.
    package func filled(with substitutions: Substitutions = Substitutions()) -> Markup {
        guard !slots.isEmpty else { return Markup(trusting: Array(bytes)) }
        let start = bytes.startIndex
        var output: [UInt8] = []
        output.reserveCapacity(bytes.count + 64 * slots.count)
        var end = 0
        // What lies within a slot that was filled goes with what stood there.
        for slot in slots where slot.range.lowerBound >= end {
            output += bytes[(start + end)..<(start + slot.range.lowerBound)]
            let isFilled = fill(slot.content, with: substitutions, to: &output)
            end = isFilled ? slot.range.upperBound : slot.range.lowerBound
        }
        output += bytes[(start + end)...]
        return Markup(trusting: output)
    }

    /// Appends what the site puts in a slot; false where it puts nothing there.
    private func fill(
        _ content: Slot.Content, with substitutions: Substitutions, to output: inout [UInt8]
    ) -> Bool {
        let markup: Markup?
        switch content {
        case .link(let index):
            guard let address = substitutions.links.at(index) else { return false }
            if allowsAnyAddress || !Address.isDangerous(address) {
                Address.append(address, toLinkIn: &output)
            }
            return true
        case .title: return substitutions.dropsTitle
        case .expression(let index): markup = substitutions.expressions.at(index)
        case .citation(let index): markup = substitutions.citations.at(index)
        case .figureReference(let index): markup = substitutions.figureReferences.at(index)
        case .captionNumber(let index): markup = substitutions.captionNumbers.at(index)
        case .figure(let index): markup = substitutions.figures.at(index)
        case .image(let index, _):
            markup = substitutions.images.at(index).map { images[index].markup(with: $0) }
        }
        guard let markup else { return false }
        output += markup.bytes
        if content.isBlock, let last = output.last, last != .lineFeed { output.append(.lineFeed) }
        return true
    }
}

extension Array {
    /// The entry at an index, or nil where the array is shorter or the entry is nil.
    fileprivate func at<Wrapped>(_ index: Int) -> Wrapped? where Element == Wrapped? {
        index < count ? self[index] : nil
    }
}
