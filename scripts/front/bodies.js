/** Bytes of bodies that may be on their way at one moment, however many send them. */
export const MOST_COMING = 64 * 1024 * 1024

/** What a body is taken for that does not say how long it is: as long as any may be. */
const LARGEST = 10 * 1024 * 1024

/** What a connection hears that is cut off for being slow while others wait, as Node itself says it. */
const TOO_SLOW = 'HTTP/1.1 408 Request Timeout\r\nConnection: close\r\n\r\n'

/** @returns {number} bytes that a request may bring; 0 for none. */
function sizeOf({ headers }) {
  if (headers['transfer-encoding'] !== undefined) return LARGEST
  const said = Number(headers['content-length'] ?? 0)
  return Number.isNaN(said) ? LARGEST : Math.min(said, LARGEST)
}

/**
 * Bounds what is held of bodies that have not come whole yet: a body costs its bytes from its first one to the answer,
 * and whoever sends all but the last byte would have them kept for minutes. Where all of them would be more than may be,
 * those that have been coming for longest are cut off, so that whoever sends at a stretch is heard even while others dawdle.
 * @param {number} most
 */
export function openBodies(most = MOST_COMING) {
  /** Bytes by request, the longest on its way first. */
  const coming = new Map()
  let bytes = 0
  const leave = (request) => {
    bytes -= coming.get(request) ?? 0
    coming.delete(request)
  }
  return {
    /** Notes a request from its first byte to its answer, and cuts off the slowest where there is no room for it. */
    note(request, response) {
      const size = sizeOf(request)
      if (size === 0) return
      for (const one of coming.keys()) {
        if (bytes + size <= most) break
        // What has come whole is being worked on, which ends by itself.
        if (one.complete) continue
        leave(one)
        one.socket.end(TOO_SLOW, () => one.socket.destroy())
      }
      coming.set(request, size)
      bytes += size
      response.once('close', () => leave(request))
    },
  }
}
