/** Query parameters in the shape in which a page gets them: every value of each name. */
export function paramsOf(search: URLSearchParams): Record<string, string[]> {
  return Object.fromEntries([...new Set(search.keys())].map((key) => [key, search.getAll(key)]))
}
