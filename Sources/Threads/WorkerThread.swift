#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Threads with as much stack as the main one has.
public enum WorkerThread {
  private static let stackSize = 8 << 20

  /// What a thread is to do, on its way there.
  private final class Work {
    let body: @Sendable () -> Void

    init(_ body: @escaping @Sendable () -> Void) {
      self.body = body
    }
  }

  /// Starts a thread that nobody waits for.
  public static func start(_ body: @escaping @Sendable () -> Void) {
    var attributes = pthread_attr_t()
    unsafe pthread_attr_init(&attributes)
    unsafe pthread_attr_setstacksize(&attributes, stackSize)
    unsafe pthread_attr_setdetachstate(&attributes, Int32(PTHREAD_CREATE_DETACHED))
    let work = unsafe Unmanaged.passRetained(Work(body))
    #if canImport(Glibc)
      var thread = pthread_t()
    #else
      var thread: pthread_t?
    #endif
    let failed = unsafe pthread_create(&thread, &attributes, { unsafe Self.run($0) }, work.toOpaque()) != 0
    unsafe pthread_attr_destroy(&attributes)
    if failed {
      // No thread to be had: the work is done here.
      unsafe work.takeRetainedValue().body()
    }
  }

  #if canImport(Glibc)
    private static func run(_ pointer: UnsafeMutableRawPointer?) -> UnsafeMutableRawPointer? {
      if let pointer = unsafe pointer { unsafe Unmanaged<Work>.fromOpaque(pointer).takeRetainedValue().body() }
      return nil
    }
  #else
    private static func run(_ pointer: UnsafeMutableRawPointer) -> UnsafeMutableRawPointer? {
      unsafe Unmanaged<Work>.fromOpaque(pointer).takeRetainedValue().body()
      return nil
    }
  #endif

  /// The processors of this machine, at least 1.
  public static var processorCount: Int { max(1, Int(sysconf(Int32(_SC_NPROCESSORS_ONLN)))) }
}
