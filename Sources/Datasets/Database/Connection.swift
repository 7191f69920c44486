import GRDB

/// One connection to a database in memory, which serves one caller at a time.
struct Connection: Sendable {
    let queue: DatabaseQueue
    let deadline: QueryDeadline
    let limits: QueryLimits
    let trace: FunctionTrace

    /// An empty database.
    init(limits: QueryLimits, functions: (FunctionTrace) -> [DatabaseFunction]) throws {
        let deadline = QueryDeadline()
        let trace = FunctionTrace()
        let functions = functions(trace)
        var configuration = Configuration()
        configuration.foreignKeysEnabled = false
        configuration.prepareDatabase { database in
            database.limit(valueBytes: limits.valueBytes, until: deadline)
            try database.execute(sql: "PRAGMA temp_store = MEMORY; PRAGMA trusted_schema = ON")
            for function in functions { database.add(function: function) }
        }
        queue = try DatabaseQueue(configuration: configuration)
        self.deadline = deadline
        self.limits = limits
        self.trace = trace
    }

    /// Another connection with the same content, which is not shared with this one.
    func copy(functions: (FunctionTrace) -> [DatabaseFunction]) throws -> Connection {
        let copy = try Connection(limits: limits, functions: functions)
        try queue.backup(to: copy.queue)
        return copy
    }

    /// Calls `body` alone on the connection, with the time limit of one query.
    func read<Result>(_ body: (GRDB.Database) throws -> Result) rethrows -> Result {
        try queue.unsafeRead { database in
            deadline.start(limits.time)
            defer { deadline.stop() }
            return try body(database)
        }
    }
}
