/// Numbers as they are written in data: read from bytes, checked, without locale.
enum DecimalNumber {
    /// Digits beyond this are no number but an attempt on the machine.
    static let mostDigits = 1000

    /// A whole number with an optional sign, nil where the text is none or does not fit 64 bits.
    static func integer(_ text: ArraySlice<UInt8>) -> Int64? {
        var index = text.startIndex
        var isNegative = false
        if index < text.endIndex, text[index] == UInt8(ascii: "-") || text[index] == UInt8(ascii: "+") {
            isNegative = text[index] == UInt8(ascii: "-")
            index += 1
        }
        guard index < text.endIndex, text.endIndex - index <= mostDigits else { return nil }
        var result: Int64 = 0
        while index < text.endIndex {
            let digit = text[index] &- UInt8(ascii: "0")
            guard digit <= 9 else { return nil }
            let (product, overflows) = result.multipliedReportingOverflow(by: 10)
            let (sum, overflowsToo) =
                isNegative
                ? product.subtractingReportingOverflow(Int64(digit))
                : product.addingReportingOverflow(Int64(digit))
            guard !overflows, !overflowsToo else { return nil }
            result = sum
            index += 1
        }
        return result
    }

    /// A decimal number `-12.5e3`, nil where the text is none or is not finite; `1e-400` is zero.
    static func real(_ text: ArraySlice<UInt8>) -> Double? {
        guard let parts = Parts(text) else { return nil }
        if let exact = parts.exactValue { return exact }
        guard let value = Double(String(decoding: text, as: UTF8.self)), value.isFinite else { return nil }
        return value
    }

    /// A number taken apart without judging its size.
    private struct Parts {
        var isNegative = false
        var mantissa: UInt64 = 0
        var digits = 0
        var exponent = 0

        init?(_ text: ArraySlice<UInt8>) {
            guard text.count <= DecimalNumber.mostDigits else { return nil }
            var index = text.startIndex
            if index < text.endIndex, text[index] == 0x2D || text[index] == 0x2B {
                isNegative = text[index] == 0x2D
                index += 1
            }
            let wholeStart = index
            readDigits(text, &index)
            var count = index - wholeStart
            if index < text.endIndex, text[index] == UInt8(ascii: ".") {
                index += 1
                let fractionStart = index
                readDigits(text, &index)
                exponent = fractionStart - index
                count += index - fractionStart
            }
            guard count > 0 else { return nil }
            guard index < text.endIndex else { return }
            guard text[index] | 0x20 == UInt8(ascii: "e"),
                let power = DecimalNumber.integer(text[(index + 1)...])
            else { return nil }
            exponent += Int(max(-100_000, min(100_000, power)))
        }

        private mutating func readDigits(_ text: ArraySlice<UInt8>, _ index: inout Int) {
            while index < text.endIndex, text[index] &- 0x30 <= 9 {
                if digits < 19 { mantissa = mantissa &* 10 &+ UInt64(text[index] &- 0x30) }
                if mantissa > 0 { digits += 1 }
                index += 1
            }
        }

        /// The value where one multiplication or division of exact numbers gives it.
        var exactValue: Double? {
            guard digits <= 15, abs(exponent) <= 22 else { return nil }
            let power = Self.powers[abs(exponent)]
            let value = exponent < 0 ? Double(mantissa) / power : Double(mantissa) * power
            return isNegative ? -value : value
        }

        private static let powers: [Double] = [
            1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16, 1e17,
            1e18, 1e19, 1e20, 1e21, 1e22,
        ]
    }
}
