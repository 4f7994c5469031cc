import Text

/// What is left of templates when their names are resolved: steps that a renderer follows.
///
/// Steps are plain numbers, so that following them costs no counting of references; what they speak of stands in tables.
struct Code: Sendable {
    /// The parts that call each other: a template in a scope, each once. The first one is where to start.
    var programs: [[Step]] = []
    /// What the programs come from: the template, and the names of the views that it can read, the innermost last.
    var parts: [(tree: Int, views: [String])] = []
    /// All constant text, one after the other, and which part of it each constant is.
    var text: [UInt8] = []
    var constants: [Range<Int>] = []
    var texts: [TextReader] = []
    var fields: [Reference] = []
    var calls: [Call] = []
    /// The files of the templates, for a fault met on the way.
    var trees: [Tree] = []
}

/// Numbers are indices of the tables of ``Code``; a part that may be left out or repeated goes up to `end`, exclusive.
enum Step: Sendable {
    case constant(Int)
    /// The indentation of the call that this program answers.
    case indentation
    /// A text of a view entered, escaped: most of what templates print.
    case text(Int, frame: Int)
    /// A text or markup, however far.
    case field(Int)
    /// The current one of a list of texts, escaped.
    case element
    case when(Int, is: Bool, end: Int)
    case whenElement(is: Bool, end: Int)
    /// Enters each view of a field in turn, in the place of a view that it hides.
    case each(Int, replacing: Int?, end: Int)
    case eachText(Int, end: Int)
    case call(Int)
}

/// How a field is reached while rendering: a view entered, the views inside it one after the other, the field.
struct Reference: Sendable {
    let frame: Int
    let through: [Slot]
    let field: Slot
    /// What templates can do with it: a list asked whether it has anything in it is a condition.
    let kind: FieldKind
}

/// A field of a view by its number in the view's table.
struct Slot: Sendable {
    let number: Int
    let reader: Reader
}

/// How a text is read. A function that stood in an array by itself would be called through others, made at each call.
struct TextReader: Sendable {
    let read: @Sendable (Frame) -> String?
}

struct Call: Sendable {
    let program: Int
    /// What is added to the indentation; `nil` when the program starts anew, on a line that has begun.
    let indent: [UInt8]?
    /// The name of the template that is called, and where.
    let name: String
    let tree: Int
    let range: Range<Int>
}
