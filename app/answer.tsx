import type { Metadata } from 'next'
import { headers } from 'next/headers'
import { unstable_rethrow } from 'next/navigation'
import type { ReactNode } from 'react'
import { FailedPage } from '@/components/failed-page'
import { setStatus } from '@/lib/http/exchange'
import { isDamage, isStoreFault, logFault, sayFault } from '@/lib/store/fault'

/** What a page says of a fault of the store; null where the fault is the program's. */
function sayTrouble(error: unknown): string | null {
  if (isDamage(error)) return error.message
  return isStoreFault(error)
    ? `The lists cannot be read just now: ${sayFault(error)}. Try again in a moment; the server’s log says more.`
    : null
}

async function failed(error: unknown): Promise<ReactNode> {
  const trouble = sayTrouble(error)
  console.error(trouble === null ? error : `The store failed: ${logFault(error)}`)
  setStatus(await headers(), trouble === null ? 500 : 503)
  return <FailedPage trouble={trouble} />
}

/**
 * A page that says whole, and with the right status, why it could not be made. The framework would leave that to the
 * browser's script to draw.
 */
export function page<Props>(make: (props: Props) => Promise<ReactNode>) {
  return async function Page(props: Props): Promise<ReactNode> {
    try {
      return await make(props)
    } catch (error) {
      unstable_rethrow(error)
      return failed(error)
    }
  }
}

/** What a page says of itself; of one that could not be made, which says why, only that it need not be found. */
export function metadata<Props>(make: (props: Props) => Promise<Metadata>) {
  return async function generateMetadata(props: Props): Promise<Metadata> {
    try {
      return await make(props)
    } catch (error) {
      unstable_rethrow(error)
      return { robots: { index: false } }
    }
  }
}
