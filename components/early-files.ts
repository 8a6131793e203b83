declare global {
  interface Window {
    /** Ends what `approach-script` does for files that come before a form is there to take them. */
    earlyFiles?: AbortController
    /** What came: events that hold files, and fields in which some were chosen. */
    earlyDeliveries?: (DragEvent | ClipboardEvent | HTMLInputElement)[]
  }
}

/** Has a form take files that came before it did, as if they came now. To be called once it listens. */
export function takeEarlyFiles(): void {
  window.earlyFiles?.abort()
  const came = window.earlyDeliveries ?? []
  window.earlyDeliveries = []
  for (const one of came)
    if (one instanceof Event) document.dispatchEvent(one)
    else one.dispatchEvent(new Event('change', { bubbles: true }))
}
