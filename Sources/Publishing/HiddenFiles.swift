/// Hidden files, and what editors, word processors and file managers leave behind.
///
/// Hidden files with a meaning for a web server are read in `site/static/`.
func isHidden(_ name: String, in folder: String) -> Bool {
    if name.hasPrefix(".") {
        let isStatic = folder == "site/static" || folder.hasPrefix("site/static/")
        return !(isStatic && [".well-known", ".htaccess", ".nojekyll"].contains(name))
    }
    return isLeftover(name)
}

/// What programs drop into any folder without being asked.
func isLeftover(_ name: String) -> Bool {
    if name.hasSuffix("~") || (name.hasPrefix("#") && name.hasSuffix("#") && name.utf8.count > 1) { return true }
    if name.hasPrefix("~$") || name.hasPrefix("._") || name.hasPrefix(".#") || name.hasPrefix(".~lock.") { return true }
    if name.hasPrefix("."), name.hasSuffix(".swp") { return true }
    return [".DS_Store", "Thumbs.db", "desktop.ini", ".directory"].contains(name)
}
