import CLinux
import Glibc

extension FileSystem {
    /// Gives a file or folder another name; a file that has it already is replaced.
    static func rename(_ path: String, to other: String) throws(MachineFailure) {
        guard Glibc.rename(path, other) == 0 else { throw failure(.rename, other) }
    }

    /// Lets two folders take each other's names, at once.
    ///
    /// - Returns: `false` when the file system cannot.
    static func exchange(_ path: String, with other: String) throws(MachineFailure) -> Bool {
        if renameat2(AT_FDCWD, path, AT_FDCWD, other, UInt32(EXCHANGE)) == 0 { return true }
        switch errno {
        case EINVAL, ENOSYS, EOPNOTSUPP: return false
        default: throw failure(.rename, other)
        }
    }
}
