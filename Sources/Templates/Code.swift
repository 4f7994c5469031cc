import Text

/// What is left of templates when their names are resolved: steps that a renderer follows.
struct Code: Sendable {
    /// The parts that call each other: a template in a scope, each once.
    var programs: [Program] = []
    /// The program to start with.
    var entry = 0
    /// The files of the templates, for a fault met on the way.
    var trees: [Tree] = []
}

struct Program: Sendable {
    let steps: [Step]
}

indirect enum Step: Sendable {
    case constant([UInt8])
    /// The indentation of the call that this program answers.
    case indentation
    /// A text or markup of a view entered.
    case field(frame: Int, slot: Int)
    /// A text or markup of a view inside a view.
    case distantField(Path)
    /// The current one of a list of texts.
    case element
    case when(Condition, is: Bool, [Step])
    /// Enters each view of a field in turn, in the place of a view that it hides.
    case each(Path, replacing: Int?, [Step])
    case eachText(Path, [Step])
    case call(Call)
}

enum Condition: Sendable {
    case field(Path)
    case element
}

struct Call: Sendable {
    let program: Int
    /// What is added to the indentation; `nil` when the program starts anew, on a line that has begun.
    let indent: [UInt8]?
    let name: String
    let tree: Int
    let range: Range<Int>
}
