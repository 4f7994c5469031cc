/// What keeps the command from working though nobody wrote anything wrong: the disk, or where it was told to write.
package enum MachineFailure: Error, Equatable, Sendable {
    /// - Parameter code: the system's error number.
    case system(Action, path: String, code: Int32)
    case notAFile(String)
    case notAFolder(String)
    case output(String, OutputRefusal)
    /// An image is to be made smaller, and nothing was given that does it.
    case noImageMaker(String)
    /// The installed libstemmer does not know French.
    case noFrenchStemmer

    package enum Action: Sendable { case read, list, write, rename, remove, lock, run }
}

extension MachineFailure: CustomStringConvertible {
    package var description: String { message + "\n" + remedy }
}

/// Why nothing is written to an output folder.
package enum OutputRefusal: Equatable, Sendable {
    /// Another build writes it.
    case busy
    /// The root of the disk, the user's home, or a folder above the portal's sources.
    case tooHigh
    /// Among the sources.
    case inSources
    case notAFolder
    /// A link that leads to nothing.
    case brokenLink
    /// Where another disk is attached: it cannot be exchanged for another folder.
    case mountPoint
    /// A folder that Pivot did not write and that is not empty.
    case foreign
    /// Things that Pivot did not put into its folder: how many, and the first of them.
    case foreignFiles(count: Int, first: [String])
    /// Written by a later version of Pivot.
    case newer
}
