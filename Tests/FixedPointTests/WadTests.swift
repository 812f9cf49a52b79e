import FixedPoint
import Testing

@Suite struct WadTests {
  @Test func convertsToRayAndBackExactly() throws {
    #expect(try Wad.one.ray() == .one)
    #expect(Ray.one.wad() == .one)
  }
}
