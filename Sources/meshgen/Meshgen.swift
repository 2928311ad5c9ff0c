@main struct Meshgen { static func main() {} }
