extension Chart {
    /// How high the picture is, in pixels; nil for a sparkline, which is as high as the text.
    public func height(_ layout: Layout) -> Int? {
        picture(layout)?.pixelHeight
    }
}

extension Picture {
    var pixelHeight: Int { Int(height.rounded(.up)) }
}
