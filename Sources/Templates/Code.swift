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

enum Step: Sendable {
    case constant(HTML)
    /// The indentation of the call that this program answers.
    case indentation
    /// A text of a view entered, escaped.
    case text(frame: Int, @Sendable (Frame) -> String?)
    /// A text or markup, however far.
    case field(Reference)
    /// The current one of a list of texts, escaped.
    case element
    case when(Reference, is: Bool, [Step])
    case whenElement(is: Bool, [Step])
    /// Enters each view of a field in turn, in the place of a view that it hides.
    case each(Reference, replacing: Int?, [Step])
    case eachText(Reference, [Step])
    case call(Call)
}

/// How a field is reached while rendering: a view entered, the views inside it one after the other, the field.
struct Reference: Sendable {
    let frame: Int
    let through: [Reader]
    let reader: Reader
}

struct Call: Sendable {
    let program: Int
    /// What is added to the indentation; `nil` when the program starts anew, on a line that has begun.
    let indent: [UInt8]?
    let name: String
    let tree: Int
    let range: Range<Int>
}
