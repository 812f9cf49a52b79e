import EditlineShim
public func open2() { if unsafe eds_open("x") == nil { print("no") } }
