'use client'

import { useEffect, useState } from 'react'

/**
 * The names offered while typing into the control that refers to `id`. The first HTML holds the known ones;
 * every other manufacturer, site and country of the list is fetched when somebody turns to the control.
 *
 * @param known the options of the known ones, as one text, see `markup`.
 * @param source where all names of the list are to be had, as a JSON array of texts.
 */
export function NameSuggestions(props: { id: string; known: { __html: string }; source: string }) {
  const { id, known, source } = props
  const [fetched, setFetched] = useState<{ source: string; names: readonly string[] } | null>(null)

  useEffect(() => {
    const onFocus = async (event: FocusEvent) => {
      if (!(event.target instanceof HTMLInputElement) || event.target.getAttribute('list') !== id)
        return
      document.removeEventListener('focusin', onFocus)
      try {
        const answer = await fetch(source)
        if (answer.ok) setFetched({ source, names: await answer.json() })
      } catch {
        // Typing works without suggestions too: the server understands the name.
      }
    }
    document.addEventListener('focusin', onFocus)
    return () => document.removeEventListener('focusin', onFocus)
  }, [id, source])

  if (fetched?.source !== source)
    // biome-ignore lint/security/noDangerouslySetInnerHtml: dozens of options as one string of our escaping serialiser
    return <datalist key="known" id={id} dangerouslySetInnerHTML={known} />
  return (
    <datalist key="all" id={id}>
      {fetched.names.map((name) => (
        <option key={name} value={name} />
      ))}
    </datalist>
  )
}
