@main
struct Pivot {
    static func main() {}
}
