import CLinux
import Glibc

/// Programs of others. No other file of Pivot starts one.
///
/// There is no shell: a program gets its arguments one by one, an environment with nothing in it but what is given here,
/// and no open file but the three standard ones.
enum ForeignProgram {
    struct Result {
        let isSuccess: Bool
        let output: [UInt8]
        /// The beginning of what it said besides.
        let errors: [UInt8]
    }

    /// More than any file that is asked for.
    private static let mostOutput = 1 << 26
    private static let mostErrors = 1 << 14

    /// Runs a program to its end.
    ///
    /// - Parameters:
    ///   - program: an absolute path.
    ///   - input: an open file, its standard input.
    static func run(
        _ program: String, _ arguments: [String], _ environment: [String: String], input: Int32
    ) throws(MachineFailure) -> Result {
        let output = try pipe(program)
        defer { close(output.end) }
        let errors: (end: Int32, start: Int32)
        do {
            errors = try pipe(program)
        } catch {
            close(output.start)
            throw error
        }
        defer { close(errors.end) }
        let started = start(program, arguments, environment, [input, output.start, errors.start])
        close(output.start)
        close(errors.start)
        guard let process = started.process else { throw .system(.run, path: program, code: started.error) }
        let texts = read(output.end, errors.end) { kill(process, SIGKILL) }
        var status: Int32 = 0
        while waitpid(process, &status, 0) < 0, errno == EINTR {}
        return Result(isSuccess: status == 0, output: texts.output, errors: texts.errors)
    }

    /// - Returns: the end to read from and the one to write to.
    private static func pipe(_ program: String) throws(MachineFailure) -> (end: Int32, start: Int32) {
        var ends: [Int32] = [0, 0]
        guard pipe2(&ends, O_CLOEXEC) == 0 else { throw .system(.run, path: program, code: errno) }
        return (ends[0], ends[1])
    }

    private static func start(
        _ program: String, _ arguments: [String], _ environment: [String: String], _ files: [Int32]
    ) -> (process: pid_t?, error: Int32) {
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        for (number, file) in files.enumerated() { posix_spawn_file_actions_adddup2(&actions, file, Int32(number)) }
        var words = ([program] + arguments).map { strdup($0) } + [nil]
        var settings = environment.sorted { $0.key < $1.key }.map { strdup($0.key + "=" + $0.value) } + [nil]
        defer { for word in words + settings { free(word) } }
        var process: pid_t = 0
        let error = posix_spawn(&process, program, &actions, nil, &words, &settings)
        return (error == 0 ? process : nil, error)
    }

    /// Reads both until both are closed, or the first one is longer than anything that was asked for.
    private static func read(
        _ output: Int32, _ errors: Int32, stop: () -> Void
    ) -> (output: [UInt8], errors: [UInt8]) {
        var texts: [[UInt8]] = [[], []]
        var files = [output, errors].map { pollfd(fd: $0, events: Int16(POLLIN), revents: 0) }
        var part = [UInt8](repeating: 0, count: 1 << 16)
        while files.contains(where: { $0.fd >= 0 }) {
            guard poll(&files, nfds_t(files.count), -1) >= 0 || errno == EINTR else { break }
            for index in files.indices where files[index].fd >= 0 && files[index].revents != 0 {
                let count = Glibc.read(files[index].fd, &part, part.count)
                if count < 0, errno == EINTR { continue }
                // A negative number leaves a file out of the next round.
                if count <= 0 { files[index].fd = -1 }
                if count > 0, index == 0 || texts[1].count < mostErrors { texts[index] += part[..<count] }
            }
            if texts[0].count > mostOutput {
                stop()
                break
            }
        }
        return (texts[0], texts[1])
    }
}
