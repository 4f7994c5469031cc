import Glibc

/// Open files by their number, for the other files of this folder only.
extension FileSystem {
    /// How much is read at once, in bytes.
    static let partSize = 1 << 16

    /// Opens a file of its own, and not a folder, a pipe or a device.
    static func openFile(_ path: String) throws(MachineFailure) -> (file: Int32, size: Int) {
        let file = try open(path, O_RDONLY | O_NONBLOCK, .read)
        var result = stat()
        guard fstat(file, &result) == 0, Status(result).kind == .file else {
            close(file)
            throw .notAFile(path)
        }
        return (file, Int(result.st_size))
    }

    /// Reads what is left of a file, until `body` returns false.
    static func forEachPart(
        of file: Int32, _ path: String, _ body: (UnsafeRawBufferPointer) throws(MachineFailure) -> Bool
    ) throws(MachineFailure) {
        let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: partSize, alignment: 16)
        defer { buffer.deallocate() }
        while true {
            let count = fill(buffer, from: file)
            guard count >= 0 else { throw failure(.read, path) }
            guard count > 0, try body(UnsafeRawBufferPointer(rebasing: buffer[..<count])) else { return }
            if count < buffer.count { return }
        }
    }

    /// - Returns: the count of bytes read, less than the room only at the end of the file; negative after an error.
    static func fill(_ buffer: UnsafeMutableRawBufferPointer, from file: Int32) -> Int {
        var total = 0
        while total < buffer.count {
            let count = Glibc.read(file, buffer.baseAddress?.advanced(by: total), buffer.count - total)
            if count < 0, errno == EINTR { continue }
            if count < 0 { return -1 }
            if count == 0 { break }
            total += count
        }
        return total
    }

    static func open(
        _ path: String, _ flags: Int32, _ action: MachineFailure.Action
    ) throws(MachineFailure) -> Int32 {
        while true {
            let file = Glibc.open(path, flags | O_CLOEXEC, 0o644)
            if file >= 0 { return file }
            if errno != EINTR { throw failure(action, path) }
        }
    }

    static func failure(_ action: MachineFailure.Action, _ path: String) -> MachineFailure {
        .system(action, path: path, code: errno)
    }
}
