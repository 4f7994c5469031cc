import Text

/// A folder in which sites are published, held against other builds for as long as this value lives.
///
/// A new site is written beside the old one and takes its place in one rename, so that whoever looks, whenever the
/// build is killed, sees the old site or the new one, whole. What a killed build leaves in the working folder is
/// removed by the next.
///
/// Where the file system cannot exchange two folders at once (network shares, mostly), the old one is moved aside
/// first: a build killed between the two renames leaves no site, and the next build starts by putting the old one back.
///
/// The folder under the output's name is another one after each build: a container or a watcher has to be given the
/// folder above.
///
/// Files are not forced to the disk one by one: a portal has thousands, and a site is made again by one command. After
/// a power cut, a damaged file differs from the one that should be there, and the next build writes it anew.
package struct Output: ~Copyable, Sendable {
    /// Absolute, without links.
    package var path: String { place.output }

    let place: OutputPlace
    private let lock: FileSystem.Lock

    /// Takes hold of an output folder, which may not exist yet.
    ///
    /// - Parameters:
    ///   - path: if it is a link to a folder, the site is published in that folder.
    ///   - root: the portal's folder, which must not lie in the output.
    ///   - home: the user's own folder, which must not lie in the output either.
    package init(at path: String, root: String?, home: String?) throws(MachineFailure) {
        let place = try OutputPlace(path)
        try place.check(root: root, home: home)
        if let status = try FileSystem.status(place.output), status.kind != .folder {
            throw .output(path, .notAFolder)
        }
        if let status = try FileSystem.status(place.work), status.kind != .folder { throw .notAFolder(place.work) }
        guard let lock = try FileSystem.lock(place.lock, in: place.work) else { throw .output(path, .busy) }
        try Output.restoreOld(place)
        _ = try PublishedSite.marker(at: place)
        self.place = place
        self.lock = lock
    }

    /// Puts a site into the output, in place of the one that is there.
    ///
    /// A file with the same bytes as before keeps its dates; if all have, nothing is touched.
    ///
    /// - Parameter images: makes images smaller; needed when there are variants among the files.
    /// - Throws: ``MachineFailure`` or ``RefusedImages``, and the old site stays; only a failure to remove it comes
    ///   after the exchange.
    package func publish(
        _ files: OutputFiles, images: ImageMaker? = nil, workers: Int
    ) async throws -> PublicationReport {
        let published = try await PublishedSite(at: place, workers: workers)
        var publication = Publication(of: files, over: published, at: place, images: images, workers: workers)
        do {
            for step in Publication.Step.allCases { try await publication.perform(step) }
        } catch {
            try? await FileSystem.removeTree(place.staging, workers: workers)
            throw error
        }
        return publication.report
    }

    /// Undoes the first of the two renames after which a build was killed.
    private static func restoreOld(_ place: OutputPlace) throws(MachineFailure) {
        if try FileSystem.status(place.output) == nil, try FileSystem.status(place.old)?.kind == .folder {
            try FileSystem.rename(place.old, to: place.output)
        }
    }
}

/// What became of the files of a site.
package struct PublicationReport: Equatable, Sendable {
    /// New or different from before.
    package var written = 0
    package var unchanged = 0
    /// Of the old site only.
    package var removed = 0
    /// In the files written.
    package var bytes = 0
}
