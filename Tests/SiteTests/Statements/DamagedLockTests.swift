import Diagnostics
import Testing

@testable import Site

@Suite struct `A lock that is not as it was written` {
    @Test func `both sides of a merge are told of at their line`() async throws {
        let site = try await acceptedOrchard()
        let lock = try site.folder.read("Content/claims.lock")
        try site.edit("Content/claims.lock", "<<<<<<< ours\n" + lock)
        #expect(
            await site.build().problems.first == "Content/claims.lock:1: error: a merge left both sides here")
        #expect(
            await accept(site).diagnostics.map(\.message) == [
                "the lock was damaged, and is written anew from what could be read of it"
            ])
        #expect(try site.folder.read("Content/claims.lock") == lock)
        #expect(await site.build().problems == [])
    }

    @Test func `accepting a damaged lock forgets no past value that it can still read`() async throws {
        let site = try await acceptedOrchard()
        try site.edit("Content/data/harvest.csv", replacing: "south,2022,8.0", with: "south,2022,8.5")
        let lock = try site.folder.read("Content/claims.lock")
        try site.edit("Content/claims.lock", "=======\n" + lock + "  nonsense\n>>>>>>> theirs\n")
        let summary = await accept(site)
        #expect(summary.diagnostics.map(\.code) == ["restatement", "claims-lock"])
        #expect(summary.diagnostics.last?.notes.last?.hasSuffix("a row of 'harvest' has 3 values") == true)
        #expect(try site.folder.read("Content/claims.lock").hasPrefix("======="))
    }

    @Test func `an accepted value that was edited by hand is told of, and whether the text holds with it`()
        async throws
    {
        let site = try await acceptedOrchard()
        for (value, words) in [("12.51", "both values"), ("11.5", "the new value only")] {
            let lock = try site.folder.read("Content/claims.lock")
            try site.edit(
                "Content/claims.lock", replacing: "12.5 tonnes\t12.5\t", with: "12.5 tonnes\t\(value)\t")
            let problem = try #require(await site.build().findings.first)
            #expect(
                problem.message
                    == "this claim was \(value) when it was accepted on 2024-01-01, and is 12.5 now")
            #expect(problem.notes.contains("the text '12.5 tonnes' holds with \(words)"))
            try site.edit("Content/claims.lock", lock)
        }
    }

    @Test func `a lock of a later form is not written over`() async throws {
        let site = try await acceptedOrchard()
        try site.edit("Content/claims.lock", "claims-lock 2\n")
        #expect(await accept(site).diagnostics.map(\.code) == ["claims-lock-form"])
        #expect(try site.folder.read("Content/claims.lock") == "claims-lock 2\n")
    }
}
