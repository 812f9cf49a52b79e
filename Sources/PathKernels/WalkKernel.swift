/// Walks all lanes through so many steps of geometric Brownian motion.
///
/// `words` and `numbers` are those of `drawNormals`; `drift` and `sigma` are those of one step. `state` is that of `follow`.
@inline(never)
public func walk(
  _ words: UnsafeMutablePointer<UInt32>, _ numbers: UnsafeMutablePointer<Float>, _ state: UnsafeMutablePointer<Double>,
  drift: Double, sigma: Double, level: Double, steps: Int
) {
  var step = 0
  while step < steps {
    unsafe drawNormals(words, numbers)
    unsafe move(state, by: numbers, drift, sigma, below: level, at: Double(step + 1))
    if step + 1 < steps {
      unsafe move(state, by: numbers + lanes, drift, sigma, below: level, at: Double(step + 2))
    }
    step += 2
  }
}

/// One step of all lanes, without a branch.
///
/// `state` holds for each lane the last value, the lowest, and the value and the step of the first crossing of the level, one
/// behind the other.
@inline(__always)
private func move(
  _ state: UnsafeMutablePointer<Double>, by normals: UnsafePointer<Float>, _ drift: Double, _ sigma: Double,
  below level: Double, at step: Double
) {
  let last = unsafe state
  let lowest = unsafe state + lanes
  // Ones where a path is below the level for the first time.
  var crossings: UInt64 = 0
  for lane in 0..<lanes {
    let next = unsafe last[lane] + (drift + sigma * Double(normals[lane]))
    let before = unsafe lowest[lane]
    unsafe last[lane] = next
    unsafe lowest[lane] = next < before ? next : before
    let isBelow: UInt64 = next < level ? .max : 0
    let wasBelow: UInt64 = before < level ? .max : 0
    crossings |= isBelow & ~wasBelow
  }
  if crossings != 0 { unsafe noteCrossings(state, below: level, at: step) }
}

/// Keeps value and step of the lanes that are below the level now and were not before.
@inline(never)
private func noteCrossings(_ state: UnsafeMutablePointer<Double>, below level: Double, at step: Double) {
  let last = unsafe state
  let crossing = unsafe state + 2 * lanes
  let crossingStep = unsafe state + 3 * lanes
  for lane in 0..<lanes {
    let isBelow: UInt64 = unsafe last[lane] < level ? .max : 0
    let isFirst: UInt64 = unsafe crossingStep[lane] == 0 ? .max : 0
    let mask = isBelow & isFirst
    unsafe crossing[lane] = Double(
      bitPattern: (last[lane].bitPattern & mask) | (crossing[lane].bitPattern & ~mask))
    unsafe crossingStep[lane] = Double(
      bitPattern: (step.bitPattern & mask) | (crossingStep[lane].bitPattern & ~mask))
  }
}
