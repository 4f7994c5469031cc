import Glibc

extension FileSystem {
    /// The bytes of a file. A folder, a pipe or a device is a failure, not a wait.
    package static func read(_ path: String) throws(MachineFailure) -> [UInt8] {
        let (file, size) = try openFile(path)
        defer { close(file) }
        var bytes: [UInt8] = []
        var room = size + 1
        while true {
            var error: Int32 = 0
            let more = [UInt8](unsafeUninitializedCapacity: room) { buffer, count in
                count = fill(UnsafeMutableRawBufferPointer(buffer), from: file)
                if count < 0 { (error, count) = (errno, 0) }
            }
            if error != 0 { throw .system(.read, path: path, code: error) }
            if bytes.isEmpty { bytes = more } else { bytes += more }
            if more.count < room { return bytes }
            room = 1 << 16
        }
    }

    /// Whether a file holds these bytes.
    static func holds(_ path: String, _ bytes: [UInt8]) throws(MachineFailure) -> Bool {
        let (file, size) = try openFile(path)
        defer { close(file) }
        guard size == bytes.count else { return false }
        var offset = 0
        var equal = true
        try forEachPart(of: file, path) { part in
            equal = bytes.dropFirst(offset).withContiguousStorageIfAvailable { starts($0, with: part) } ?? false
            offset += part.count
            return equal
        }
        return equal && offset == bytes.count
    }

    /// Whether two files hold the same bytes.
    static func holds(_ path: String, bytesOf other: String) throws(MachineFailure) -> Bool {
        let (file, size) = try openFile(path)
        defer { close(file) }
        let (otherFile, otherSize) = try openFile(other)
        defer { close(otherFile) }
        guard size == otherSize else { return false }
        let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: partSize, alignment: 16)
        defer { buffer.deallocate() }
        var equal = true
        try forEachPart(of: file, path) { part in
            let count = fill(buffer, from: otherFile)
            equal = starts(
                UnsafeBufferPointer(rebasing: buffer.bindMemory(to: UInt8.self)[..<max(0, count)]), with: part)
            return equal
        }
        return equal
    }

    /// Opens a file to be read by its number.
    static func withFile<Result>(
        _ path: String, _ body: (Int32) throws(MachineFailure) -> Result
    ) throws(MachineFailure) -> Result {
        let (file, _) = try openFile(path)
        defer { close(file) }
        return try body(file)
    }

    private static func starts(_ bytes: UnsafeBufferPointer<UInt8>, with part: UnsafeRawBufferPointer) -> Bool {
        guard let a = bytes.baseAddress, let b = part.baseAddress else { return part.isEmpty }
        return bytes.count >= part.count && memcmp(a, b, part.count) == 0
    }
}
