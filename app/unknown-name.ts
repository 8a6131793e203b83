/** What is said of a typed name that means nobody. */
export function unknownName(typed: string, { nearest }: { nearest: readonly string[] }): string {
  const names = nearest.map((name) => `“${name}”`).join(', ')
  return names === ''
    ? `No list has an organisation, manufacturer, site or country called “${typed}”, or one like it; nothing was added. Choose one of the names that are offered while you type.`
    : `No name is exactly “${typed}”; nothing was added. Type one of these: ${names}.`
}
