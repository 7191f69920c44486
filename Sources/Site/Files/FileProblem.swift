// Files: what the machine's file system gives, and what it refuses.
//
// Belongs here: listing and reading a source tree, the calls on open folders that the Output room stands
// on, addresses of published files, and digests. Does not belong here: what a file means, and the protocol
// by which Output changes.

package import Diagnostics
import Glibc

/// A call on the file system that the machine refused.
package struct FileProblem: Error, Sendable, Hashable {
    package enum Operation: String, Sendable, Hashable {
        case open, list, read, write, rename, remove
        case inspect = "look at"
        case makeFolder = "make the folder"
        case setMode = "set the permissions of"
        case flush = "flush to disk"
        case lock
    }

    package var operation: Operation
    /// As messages name it: relative to the site's folder where it lies in it.
    package var path: String
    /// The `errno` of the call.
    package var number: Int32

    package init(_ operation: Operation, _ path: String, _ number: Int32) {
        self.operation = operation
        self.path = path
        self.number = number
    }

    /// What the machine said, in words that do not depend on the locale.
    package var reason: String {
        switch number {
        case EACCES, EPERM: "permission denied"
        case ENOENT: "it does not exist"
        case EEXIST: "it exists already"
        case ENOTDIR: "it is not a folder"
        case EISDIR: "it is a folder"
        case ELOOP: "it is a symbolic link"
        case ENOTEMPTY: "the folder is not empty"
        case ENOSPC: "the disk is full"
        case EDQUOT: "the disk quota is used up"
        case EFBIG: "the file is larger than the limit on file sizes"
        case EROFS: "the file system is read-only"
        case EMFILE, ENFILE: "too many files are open"
        case ENAMETOOLONG: "the name is too long"
        case EXDEV: "it is on another file system"
        case EIO: "the disk reported an error"
        case ENOMEM: "out of memory"
        case EBUSY: "it is in use"
        default: "error \(number) of the system"
        }
    }

    package var diagnostic: Diagnostic {
        Diagnostic(
            "file-system", at: SourceLocation(path: path), "cannot \(operation.rawValue) it: \(reason)",
            help: help, failing: .surroundings)
    }

    private var help: String? {
        switch number {
        case EACCES, EPERM: "check the permissions of the file and of the folders above it"
        case ENOSPC, EDQUOT: "free some space and run the same command again"
        case EROFS: "choose a folder that can be written with --output"
        case EMFILE, ENFILE: "raise the limit on open files (ulimit -n)"
        case EFBIG: "raise the limit on file sizes (ulimit -f)"
        default: nil
        }
    }
}
