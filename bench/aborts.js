import { readdirSync } from 'node:fs'
import { connect } from 'node:net'

/** Open descriptors of a process; null where the system does not tell. */
export function descriptors(pid) {
  try {
    return readdirSync(`/proc/${pid}/fd`).length
  } catch {
    return null
  }
}

/** Sends bytes and breaks the connection off: as soon as some of the answer has come, or after some milliseconds. */
function breakOff(url, bytes, patience) {
  const { hostname, port } = new URL(url)
  return new Promise((resolve) => {
    const socket = connect(Number(port), hostname, () => socket.write(bytes))
    const end = () => socket.resetAndDestroy()
    const timer = setTimeout(end, patience)
    socket.once('data', end)
    socket.on('error', () => undefined)
    socket.once('close', () => {
      clearTimeout(timer)
      resolve()
    })
  })
}

const download = (url, path) => `GET ${path} HTTP/1.1\r\nHost: ${new URL(url).host}\r\n\r\n`

/** The beginning of an upload of a list that says that as much again will follow. */
function upload(url, csv) {
  const part = [
    '--edge',
    'Content-Disposition: form-data; name="file"; filename="list.csv"',
    '',
    csv.slice(0, csv.length / 2),
  ].join('\r\n')
  return [
    'POST /api/lists HTTP/1.1',
    `Host: ${new URL(url).host}`,
    'Content-Type: multipart/form-data; boundary=edge',
    `Content-Length: ${Buffer.byteLength(part) * 2}`,
    '',
    part,
  ].join('\r\n')
}

/**
 * Breaks off downloads and uploads at random moments, ten at a time.
 * @param {string} csv what is uploaded half.
 */
export async function breakOffMany(url, csv, { downloads = 200, uploads = 200 } = {}) {
  const paths = ['/api/lists/2021-11.json', '/api/lists/2021-11.csv', '/lists/2021-11', '/']
  const jobs = [
    ...Array.from({ length: downloads }, (_, at) => download(url, paths[at % paths.length])),
    ...Array.from({ length: uploads }, () => upload(url, csv)),
  ]
  const next = async () => {
    for (let job = jobs.pop(); job !== undefined; job = jobs.pop())
      await breakOff(url, job, Math.random() * 150)
  }
  await Promise.all(Array.from({ length: 10 }, next))
}
