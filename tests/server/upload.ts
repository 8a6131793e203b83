/** Sends a file to be kept. */
export function upload(
  url: string,
  content: string | Uint8Array<ArrayBuffer>,
  fields: Record<string, string> = {},
  { name = 'list.csv', query = '', headers = {} as Record<string, string> } = {},
): Promise<Response> {
  const body = new FormData()
  body.append('file', new File([content], name))
  for (const [field, value] of Object.entries(fields)) body.append(field, value)
  return fetch(`${url}/api/lists${query}`, { method: 'POST', body, headers })
}
