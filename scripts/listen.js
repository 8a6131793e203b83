import { parseArgs } from 'node:util'

/**
 * Where the server is to listen: `--host` and `--port`, else HOST and PORT, else this machine only, port 3000.
 * Tells the server itself by TOP500_HOST and TOP500_PORT, as its rules of access depend on it.
 * @returns {{ host: string, port: string }}
 */
export function listening() {
  const { values } = parseArgs({
    options: { host: { type: 'string', short: 'H' }, port: { type: 'string', short: 'p' } },
  })
  const host = values.host || process.env.HOST || '127.0.0.1'
  const port = values.port || process.env.PORT || '3000'
  if (!/^\d{1,5}$/.test(port) || Number(port) > 65_535 || port === '0') {
    console.error(
      `“${port}” is no port. Give a number from 1 to 65535, as in: npm start -- --port 3001`,
    )
    process.exit(2)
  }
  process.env.TOP500_HOST = host
  process.env.TOP500_PORT = port
  process.env.NEXT_TELEMETRY_DISABLED = '1'
  return { host, port }
}

/** The address for a browser on this machine. */
export function address({ host, port }) {
  const name = host === '0.0.0.0' || host === '::' ? 'localhost' : host
  return `http://${name.includes(':') ? `[${name}]` : name}:${port}/`
}
